import { createHash } from 'node:crypto';
import * as z from 'zod';
import { EditionNameSchema, WAIVABLE_GATES } from '../model/index.ts';
import { fingerprintOf, sumLines } from './fingerprint.ts';

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
/** A font in the folder fonts/: nothing else may be missing from an edition. */
const FontPathSchema = PathSchema.regex(/^fonts\//, { error: 'expected a path in the folder fonts/' });
const DateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'expected a date, YYYY-MM-DD' });

/** A gate of `ready` that had not passed when the edition was frozen, and who let it pass. */
const WaivedGateSchema = z.strictObject({
  gate: z.enum(WAIVABLE_GATES),
  by: z.string().min(1),
  why: z.string().min(1),
});
export type WaivedGate = z.infer<typeof WaivedGateSchema>;

/** A file of an edition that was replaced or removed after it was frozen. `data` and `published` keep the sum of its first content. */
const TakenDownSchema = z.strictObject({
  /** Path inside the edition's folder. */
  file: PathSchema,
  /** SHA-256 sum of what is in its place; left out where it was removed. */
  sum: Sha256Schema.optional(),
  /** YYYY-MM-DD */
  date: DateSchema,
  by: z.string().min(1),
  why: z.string().min(1),
});
export type TakenDown = z.infer<typeof TakenDownSchema>;

/** What a frozen edition is: of what it was made, what was published of it, and what made that. */
const LockSchema = z.strictObject({
  /** Version of this schema. Version 2 has the same entries, but for those that are marked as new in version 3. */
  version: z.literal([2, 3]),
  edition: EditionNameSchema,
  /** Date of the edition, YYYY-MM-DD. */
  date: DateSchema,
  /** The edition before it, if there is one, and its fingerprint. */
  base: z
    .strictObject({
      edition: EditionNameSchema,
      /** Left out where a lock of version 1 named the base. */
      fingerprint: Sha256Schema.optional(),
    })
    .nullable(),
  /** Whether it is an erratum, which corrects its base. New in version 3. */
  erratum: z.literal(true).optional(),
  /** What the edition is, whatever it looks like: see `fingerprintOf`. */
  fingerprint: Sha256Schema,
  /** Sums of the data files, by path inside the edition's folder. */
  data: SumsSchema,
  /** Those of them that it does not hold, where there are some: fonts that their makers let nobody hand on. */
  elsewhere: z.array(FontPathSchema).optional(),
  /** Sums of the published files, by path inside its folder published/. */
  published: SumsSchema,
  /** False for an edition first sealed by a lock of version 1: what was published of it is known by its sums alone. New in version 3. */
  keepsPublished: z.literal(false).optional(),
  /** Files that were replaced or removed by law, in the order in which that was done. New in version 3. */
  takenDown: z.array(TakenDownSchema).min(1).optional(),
  /** What the events of its published extracts share, where there are extracts: id of a field or side, or `region`, `theme`, `day`. */
  extracts: z.string().optional(),
  /** What veraPDF said of the published PDF files when they were frozen; whoever froze without it did not ask. */
  verapdf: z.enum(['passed', 'failed', 'not checked']).optional(),
  /** Gates that had not passed and were waived for this edition. New in version 3. */
  waived: z.array(WaivedGateSchema).min(1).optional(),
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
  edition: EditionNameSchema,
  date: DateSchema,
  base: EditionNameSchema.nullable(),
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
  version: 1 | 2 | 3;
  base: { edition: string; fingerprint?: string | undefined } | null;
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
    keepsPublished: false,
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
  const { base, elsewhere, data, published, made } = lock;
  const entries = {
    version: lock.version,
    edition: lock.edition,
    date: lock.date,
    base: base === null ? null : { edition: base.edition, fingerprint: base.fingerprint },
    erratum: lock.erratum,
    fingerprint: lock.fingerprint,
    data: sorted(data),
    elsewhere: elsewhere?.toSorted(),
    published: sorted(published),
    keepsPublished: lock.keepsPublished,
    takenDown: lock.takenDown?.map(({ file, sum, date, by, why }) => ({ file, sum, date, by, why })),
    extracts: lock.extracts,
    verapdf: lock.verapdf,
    waived: lock.waived?.map(({ gate, by, why }) => ({ gate, by, why })),
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

/** What was last done to each file that was taken down, by path inside the edition's folder. */
export function currentTakedowns({ takenDown = [] }: Pick<Lock, 'takenDown'>): Map<string, TakenDown> {
  return new Map(takenDown.map((one) => [one.file, one]));
}

/** Sums of published files as they are after all takedowns, by path inside published/; without those that were removed. */
export function presentPublished(lock: Pick<Lock, 'published' | 'takenDown'>): Record<string, string> {
  const takedowns = currentTakedowns(lock);
  return Object.fromEntries(
    Object.entries(lock.published).flatMap(([file, first]) => {
      const takedown = takedowns.get(`${PUBLISHED}/${file}`);
      const sum = takedown === undefined ? first : takedown.sum;
      return sum === undefined ? [] : [[file, sum]];
    }),
  );
}

/**
 * The sum over what was published of an edition: SHA-256 over what `sha256sum` prints of its files, in the order of the bytes of their
 * names, so that `sha256sum * | sha256sum` in the folder gives it too, in the locale C.
 *
 * @param published sums by path inside published/
 */
export function publishedDigest(published: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(sumLines(published).join('')).digest('hex');
}
