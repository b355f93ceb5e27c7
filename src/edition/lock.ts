import { createHash } from 'node:crypto';
import * as z from 'zod';
import { UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import { EditionNameSchema, WAIVABLE_GATES } from '../model/index.ts';
import { validated } from '../read/index.ts';
import { reason, refusal } from '../reasons.ts';
import { messageOf } from './messages.ts';

/** The data that determines the fingerprint of an edition. */
export interface Fingerprinted {
  edition: string;
  /** The date, YYYY-MM-DD. */
  date: string;
  /** The previous edition; null if there is none. */
  base: { fingerprint: string } | null;
  /** The SHA-256 checksums of all data files, keyed by path within the edition's folder. */
  data: Readonly<Record<string, string>>;
}

/**
 * Computes the fingerprint of an edition: the hexadecimal SHA-256 checksum of a text whose lines end in line feeds. The
 * lines are `edition NAME`, `date YYYY-MM-DD`, `base FINGERPRINT` (`base -` if there is no base) and, for each data
 * file, the output of `sha256sum`, sorted by the bytes of the paths. The published files are not included, so that a
 * change to the renderers does not change the fingerprint.
 */
export function fingerprintOf({ edition, date, base, data }: Fingerprinted): string {
  const lines = [`edition ${edition}`, `date ${date}`, `base ${base?.fingerprint ?? '-'}`];
  return createHash('sha256')
    .update([...lines.map((line) => `${line}\n`), ...sumLines(data)].join(''))
    .digest('hex');
}

/** Formats checksums like the output of `sha256sum`, sorted by the bytes of the paths. */
function sumLines(sums: Readonly<Record<string, string>>): string[] {
  return Object.entries(sums)
    .map(([path, sum]) => ({ path: Buffer.from(path), line: `${sum}  ${path}\n` }))
    .sort((a, b) => Buffer.compare(a.path, b.path))
    .map(({ line }) => line);
}

/** Name of the lock file, which seals a frozen edition. */
export const LOCK_FILE = 'edition.lock.json';
/** The folder in a frozen edition that contains the published files. */
export const PUBLISHED = 'published';

const Sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, refusal(reason('expected-sum')));
/** A path within the edition's folder, with forward slashes and without `.` or `..` segments or control characters. */
const PathSchema = z
  .string()
  .regex(
    /^(?!\.{1,2}(?:\/|$))[^/\\\p{Cc}]+(?:\/(?!\.{1,2}(?:\/|$))[^/\\\p{Cc}]+)*$/u,
    refusal(reason('expected-path')),
  );
const SumsSchema = z.record(PathSchema, Sha256Schema);
/** The path of a font in fonts/. Only fonts may be missing from an edition. */
const FontPathSchema = PathSchema.regex(/^fonts\//, refusal(reason('expected-font-path')));
const DateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, refusal(reason('expected-day')));

/** A gate of `ready` that had not passed when the edition was frozen, the person who waived it, and the reason. */
const WaivedGateSchema = z.strictObject({
  gate: z.enum(WAIVABLE_GATES),
  by: z.string().min(1),
  why: z.string().min(1),
});
export type WaivedGate = z.infer<typeof WaivedGateSchema>;

/**
 * A file that was replaced or removed after the edition was frozen. The checksum of its original content remains in
 * `data` or `published`.
 */
const TakenDownSchema = z.strictObject({
  /** Path within the edition's folder. */
  file: PathSchema,
  /** The SHA-256 checksum of the replacement; missing if the file was removed. */
  sum: Sha256Schema.optional(),
  /** The date, YYYY-MM-DD. */
  date: DateSchema,
  by: z.string().min(1),
  why: z.string().min(1),
});
export type TakenDown = z.infer<typeof TakenDownSchema>;

/**
 * The lock of a frozen edition, which identifies the data of the edition, the files that were published from this data,
 * and the program that generated these files.
 */
const LockSchema = z.strictObject({
  /** Version of this schema. */
  version: z.literal(3, {
    error: ({ input }) =>
      reason(typeof input === 'number' && input > 3 ? 'lock-too-new' : 'lock-too-old').code,
  }),
  edition: EditionNameSchema,
  /** The date of the edition, YYYY-MM-DD. */
  date: DateSchema,
  /** The previous edition, if there is one, and its fingerprint. */
  base: z.strictObject({ edition: EditionNameSchema, fingerprint: Sha256Schema }).nullable(),
  /** Whether the edition is an erratum, which corrects its base. */
  erratum: z.literal(true).optional(),
  /** Identifies the data of the edition, regardless of the published files; see `fingerprintOf`. */
  fingerprint: Sha256Schema,
  /** Checksums of the data files, keyed by path within the edition's folder. */
  data: SumsSchema,
  /** The data files that the edition does not contain, if any: fonts that may not be redistributed. */
  elsewhere: z.array(FontPathSchema).optional(),
  /** Checksums of the published files, keyed by path within the folder published/ of the edition. */
  published: SumsSchema,
  /** Files that were replaced or removed for legal reasons, in chronological order. */
  takenDown: z.array(TakenDownSchema).min(1).optional(),
  /**
   * The property by which the published extracts are divided: the id of a field or side, `region`, `theme` or `day`.
   * Missing if no extracts were published.
   */
  extracts: z.string().optional(),
  /**
   * The result of veraPDF for the published PDF files when the edition was frozen; `not checked` if veraPDF was not
   * available.
   */
  verapdf: z.enum(['passed', 'failed', 'not checked']),
  /** The gates that had not passed when the edition was frozen, and were waived. */
  waived: z.array(WaivedGateSchema).min(1).optional(),
  /** Everything that determines the bytes of the published files, except the data. */
  made: z.strictObject({
    /** Version of the program. */
    program: z.string(),
    /** Checksum of the program's code, including its packages. */
    code: Sha256Schema,
    /** Checksums of the fonts that come with the program, by file name. */
    fonts: z.record(z.string(), Sha256Schema),
    /**
     * The versions of Node components that affect the bytes: ICU, Unicode, zlib and, if times of the programme depend
     * on it, the time zone data.
     */
    runtime: z.record(z.string(), z.string()),
  }),
});
export type Lock = z.infer<typeof LockSchema>;
export type Made = Lock['made'];

/**
 * Parses the text of a lock.
 *
 * @throws UserError that states the first invalid entry, or SyntaxError if the text is not JSON
 */
export function parseLock(text: string): Lock {
  const { value, problems } = validated(SealedSchema, JSON.parse(text), (steps) => ({
    field: steps.join('.'),
  }));
  const [why] = problems;
  if (value === undefined) throw new UserError(damaged(why?.at.field, why));
  const { seal: _, ...lock } = value;
  return lock;
}

const damaged = (entry: string | undefined, why: Message | undefined): Message =>
  why === undefined || entry === undefined || entry === ''
    ? messageOf('lock-damaged')
    : messageOf('lock-entry-damaged', { entry, why });

const SealedSchema = LockSchema.extend({ seal: Sha256Schema });

/**
 * The text of a lock file. The last entry is a seal: the checksum of all other entries. The seal reveals manual
 * changes, unless the seal was changed as well. Changes that include the seal can only be detected with a copy of the
 * fingerprint that is kept elsewhere.
 */
export function lockText(lock: Lock): string {
  const { base, elsewhere, data, published, made } = lock;
  const entries = {
    version: lock.version,
    edition: lock.edition,
    date: lock.date,
    base: base && { edition: base.edition, fingerprint: base.fingerprint },
    erratum: lock.erratum,
    fingerprint: lock.fingerprint,
    data: sorted(data),
    elsewhere: elsewhere?.toSorted(),
    published: sorted(published),
    takenDown: lock.takenDown?.map(({ file, sum, date, by, why }) => ({ file, sum, date, by, why })),
    extracts: lock.extracts,
    verapdf: lock.verapdf,
    waived: lock.waived?.map(({ gate, by, why }) => ({ gate, by, why })),
    made: { ...made, fonts: sorted(made.fonts), runtime: sorted(made.runtime) },
  };
  const seal = createHash('sha256').update(JSON.stringify(entries)).digest('hex');
  return `${JSON.stringify({ ...entries, seal }, null, 2)}\n`;
}

function sorted(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The last takedown of each file, keyed by path within the edition's folder. */
export function currentTakedowns({ takenDown = [] }: Pick<Lock, 'takenDown'>): Map<string, TakenDown> {
  return new Map(takenDown.map((one) => [one.file, one]));
}

/**
 * The checksums of the published files after all takedowns, keyed by path within published/. Removed files are omitted.
 */
export function presentPublished(lock: Pick<Lock, 'published' | 'takenDown'>): Record<string, string> {
  return afterTakedowns(lock.published, lock, `${PUBLISHED}/`);
}

/**
 * The checksums of files after all takedowns. Removed files are omitted.
 *
 * @param folder the subfolder of the edition to which the paths are relative, with a trailing slash
 */
export function afterTakedowns(
  sums: Readonly<Record<string, string>>,
  lock: Pick<Lock, 'takenDown'>,
  folder = '',
): Record<string, string> {
  const takedowns = currentTakedowns(lock);
  return Object.fromEntries(
    Object.entries(sums).flatMap(([file, first]) => {
      const takedown = takedowns.get(`${folder}${file}`);
      const sum = takedown === undefined ? first : takedown.sum;
      return sum === undefined ? [] : [[file, sum]];
    }),
  );
}

/**
 * The digest of the published files of an edition: the SHA-256 checksum of the output of `sha256sum` for these files,
 * sorted by the bytes of their names. `sha256sum * | sha256sum` in the folder, with the locale C, prints the same
 * value.
 *
 * @param published checksums, keyed by path within published/
 */
export function publishedDigest(published: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(sumLines(published).join('')).digest('hex');
}
