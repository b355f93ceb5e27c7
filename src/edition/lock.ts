import { createHash } from 'node:crypto';
import * as z from 'zod';
import { IdSchema } from '../model/id.ts';
import { fingerprintOf } from './fingerprint.ts';

/** Name of the file that seals a frozen edition. */
export const LOCK_FILE = 'edition.lock.json';
/** Folder of a frozen edition that keeps what was published of it. */
export const PUBLISHED = 'published';

const Sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: 'expected a SHA-256 sum of 64 hexadecimal digits' });
/** A path inside the edition's folder, with forward slashes, that leads nowhere else and stays on one line. */
const PathSchema = z
  .string()
  .regex(/^(?!\.{1,2}(?:\/|$))[^/\\\p{Cc}]+(?:\/(?!\.{1,2}(?:\/|$))[^/\\\p{Cc}]+)*$/u, {
    error: 'expected a path',
  });
const SumsSchema = z.record(PathSchema, Sha256Schema);
const DateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'expected a date, YYYY-MM-DD' });

/** What a frozen edition is: of what it was made, what was published of it, and what made that. */
const LockSchema = z.strictObject({
  /** Version of this schema. */
  version: z.literal(2),
  edition: IdSchema,
  /** Date of the edition, YYYY-MM-DD. */
  date: DateSchema,
  /** The edition before it, if there is one, and its fingerprint. */
  base: z.strictObject({ edition: IdSchema, fingerprint: Sha256Schema }).nullable(),
  /** What the edition is, whatever it looks like: see `fingerprintOf`. */
  fingerprint: Sha256Schema,
  /** Sums of the data files, by path inside the edition's folder. */
  data: SumsSchema,
  /** Those of them that it does not hold, where there are some: fonts that their makers let nobody hand on. */
  elsewhere: z.array(PathSchema).optional(),
  /** Sums of the published files, by path inside its folder published/. */
  published: SumsSchema,
  /** What the events of its published extracts share, where there are extracts: id of a field or side, or `region`, `theme`, `day`. */
  extracts: z.string().optional(),
  /** What veraPDF said of the published PDF files when they were frozen; whoever froze without it did not ask. */
  verapdf: z.enum(['passed', 'failed', 'not checked']).optional(),
  /** All that decides the bytes of the published files beside the data. */
  made: z.strictObject({
    /** Version of the program. */
    program: z.string(),
    /** Sum of the program's code, with that of its packages. */
    code: Sha256Schema,
    /** Sums of the fonts that come with it, by file name. */
    fonts: z.record(z.string(), Sha256Schema),
    /** Versions of what Node brings along that decides bytes: ICU, Unicode, zlib; time zones, where the programme has one. */
    runtime: z.record(z.string(), z.string()),
  }),
});
type SealedLock = z.infer<typeof LockSchema>;
export type Made = SealedLock['made'];

/** The first version, which has neither fingerprint nor seal, and of what was published the sums alone. */
const LockVersion1Schema = z.strictObject({
  version: z.literal(1),
  edition: IdSchema,
  date: DateSchema,
  base: IdSchema.nullable(),
  data: SumsSchema,
  outputs: z.array(
    z.strictObject({
      file: PathSchema,
      format: z.string(),
      lang: z.string(),
      pages: z.int(),
      bytes: z.int(),
      sha256: Sha256Schema,
    }),
  ),
  made: z.strictObject({
    program: z.string(),
    templates: Sha256Schema,
    fonts: z.record(z.string(), Sha256Schema),
  }),
});

/** A lock of any version, in the form of the newest. */
export interface Lock extends Omit<SealedLock, 'version' | 'base'> {
  /** Version that the file has. */
  version: 1 | 2;
  base: { edition: string; fingerprint: string | undefined } | null;
}

/**
 * The lock that a text holds.
 *
 * @throws Error when it holds none
 */
export function parseLock(text: string): Lock {
  const value: unknown = JSON.parse(text);
  const first = LockVersion1Schema.safeParse(value);
  if (first.success) return upgraded(first.data);
  const { seal: _, ...lock } = SealSchema.parse(value);
  return LockSchema.parse(lock);
}

const SealSchema = z.looseObject({ seal: Sha256Schema });

function upgraded({ edition, date, base, data, outputs, made }: z.infer<typeof LockVersion1Schema>): Lock {
  const lock = {
    edition,
    date,
    base: base === null ? null : { edition: base, fingerprint: undefined },
    data,
  };
  return {
    version: 1,
    ...lock,
    fingerprint: fingerprintOf(lock),
    published: Object.fromEntries(outputs.map(({ file, sha256 }) => [file, sha256])),
    made: { program: made.program, code: made.templates, fonts: fileNames(made.fonts), runtime: {} },
  };
}

/** The first version named fonts without the ending of their files. */
function fileNames(fonts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fonts).map(([font, sum]) => [`${font}.ttf`, sum]));
}

/**
 * A lock as the text of its file. The last entry is a seal, the sum of all others: whoever alters one by hand is found out, whoever
 * makes a new seal is not; against that helps a fingerprint that is kept elsewhere.
 */
export function lockText(lock: Lock): string {
  const { version, edition, date, base, fingerprint, data, elsewhere, published, extracts, verapdf, made } =
    lock;
  const entries = {
    version,
    edition,
    date,
    base: base === null ? null : { edition: base.edition, fingerprint: base.fingerprint },
    fingerprint,
    data: sorted(data),
    ...(elsewhere === undefined ? {} : { elsewhere: elsewhere.toSorted() }),
    published: sorted(published),
    ...(extracts === undefined ? {} : { extracts }),
    ...(verapdf === undefined ? {} : { verapdf }),
    made: {
      program: made.program,
      code: made.code,
      fonts: sorted(made.fonts),
      runtime: sorted(made.runtime),
    },
  };
  const seal = createHash('sha256').update(JSON.stringify(entries)).digest('hex');
  return `${JSON.stringify({ ...entries, seal }, null, 2)}\n`;
}

function sorted(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The sums of the data files that an edition holds, and of those that it does not. */
export function heldAndElsewhere({ data, elsewhere = [] }: Pick<Lock, 'data' | 'elsewhere'>): {
  held: Record<string, string>;
  elsewhere: Record<string, string>;
} {
  const entries = Object.entries(data);
  return {
    held: Object.fromEntries(entries.filter(([file]) => !elsewhere.includes(file))),
    elsewhere: Object.fromEntries(entries.filter(([file]) => elsewhere.includes(file))),
  };
}
