import * as z from 'zod';
import { IdSchema } from '../model/event.ts';
import { LangSchema } from '../model/text.ts';

/** Name of the file that seals a frozen edition. */
export const LOCK_FILE = 'edition.lock.json';

const Sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: 'expected a SHA-256 sum of 64 hexadecimal digits' });

/** What a frozen edition was made of and what was published of it. */
export const LockSchema = z.strictObject({
  /** Version of this schema. */
  version: z.literal(1),
  edition: IdSchema,
  /** Date of the edition, YYYY-MM-DD. */
  date: z.string(),
  /** The edition before it, if there is one. */
  base: IdSchema.nullable(),
  /** Sums of the data files, by path inside the edition's folder. */
  data: z.record(z.string(), Sha256Schema),
  /** Published files. */
  outputs: z.array(
    z.strictObject({
      file: z.string(),
      format: z.enum(['pdf', 'docx']),
      lang: LangSchema,
      pages: z.int(),
      bytes: z.int(),
      sha256: Sha256Schema,
    }),
  ),
  /** What made the outputs: version of the program, sums of its templates and of each font. */
  made: z.strictObject({
    program: z.string(),
    templates: Sha256Schema,
    fonts: z.record(z.string(), Sha256Schema),
  }),
});
export type Lock = z.infer<typeof LockSchema>;

/** A lock as the text of its file. */
export function lockText(lock: Lock): string {
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/** A data file of an edition that is not as the lock says. */
export interface FileFinding {
  file: string;
  problem: 'changed' | 'missing' | 'extra';
}

/** Compares the data files of an edition with its lock. */
export function compareFiles(lock: Lock, sums: Readonly<Record<string, string>>): FileFinding[] {
  const findings: FileFinding[] = [];
  for (const [file, sum] of Object.entries(lock.data)) {
    if (sums[file] === undefined) findings.push({ file, problem: 'missing' });
    else if (sums[file] !== sum) findings.push({ file, problem: 'changed' });
  }
  for (const file of Object.keys(sums))
    if (lock.data[file] === undefined) findings.push({ file, problem: 'extra' });
  return findings.sort((a, b) => (a.file < b.file ? -1 : 1));
}
