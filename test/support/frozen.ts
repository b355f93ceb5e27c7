import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { draftState } from '../../src/commands/change-dataset.ts';
import { writeFileOf } from '../../src/commands/content.ts';
import {
  type FreezePlan,
  type PlanOptions,
  planFreeze,
  writeFreeze,
} from '../../src/commands/freeze-plan.ts';
import { fingerprintOf, LOCK_FILE, type Lock, lockText, parseLock } from '../../src/edition/lock.ts';
import { editionDir, findEditions } from '../../src/read/dataset.ts';
import { folderWithData, replaced, scratchFolder, smallFile } from './dataset-folder.ts';
import { madeOnce, sumOf } from './made-once.ts';

/** The small dataset in English only, which takes half of the time to freeze. */
const IN_ENGLISH = replaced(smallFile('programme.yaml'), 'languages: [en, fr]', 'languages: [en]');

/** Changes to the small dataset before it is frozen: a single language, and the machine-readable dates that it lacks. */
export const FIT: Readonly<Record<string, string>> = {
  'programme.yaml': IN_ENGLISH,
  'events/music.yaml': replaced(
    smallFile('events/music.yaml'),
    'date: Quarter 3',
    'date: Quarter 3\n  when: "2030-35"',
  ),
  'events/sport.yaml': replaced(
    smallFile('events/sport.yaml'),
    'date: June',
    'date: June\n  when: "2030-06"',
  ),
};

/** The same changes in a programme in English and French. */
export const FIT_BILINGUAL = { ...FIT, 'programme.yaml': smallFile('programme.yaml') };

/** Tests of other features do not approve the changes since the previous edition. */
const WAIVED = { gates: ['changes'], by: 'Tests', why: 'approvals are tested elsewhere' } as const;

/** Freezes the draft of a data folder, with extracts by a field if `by` is given. */
export async function freezeDraft(data: string, name: string, by?: string): Promise<Lock> {
  const plan = await plannedFreeze({ data, name, by, waive: WAIVED });
  await writeFreeze(plan, data);
  return plan.lock;
}

/** The inputs of the files of an edition, in addition to the data. */
const SOURCES = ['src', 'languages', 'templates', 'fonts', 'package.json', 'package-lock.json'];
/** Computed once for all test files that run in this process. */
let sources: string | undefined;

/** The result of `planFreeze`; the files of an edition are created once for the same sources and data. */
export async function plannedFreeze(options: PlanOptions): Promise<FreezePlan> {
  const { data, ...given } = options;
  sources ??= sumOf('.', SOURCES);
  const sum = createHash('sha256')
    .update(JSON.stringify([sources, sumOf(data, ['.']), given, process.version, process.env.PATH]))
    .digest('hex');
  const made = await madeOnce('programme-frozen', sum, 40, async (folder) => {
    const { edition } = await planFreeze(options);
    for (const { path: file, bytes } of edition?.files ?? []) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileOf(path.join(folder, file), bytes);
    }
  });
  // If the data folder already has the edition, no files are created.
  if (!existsSync(path.join(made, LOCK_FILE))) return planFreeze(options);
  const { names, others } = await findEditions(data);
  const files = readdirSync(made, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(made, path.join(entry.parentPath, entry.name)))
    .map((file) => ({ path: file, bytes: readFileSync(path.join(made, file)) }));
  return {
    name: given.name,
    lock: parseLock(readFileSync(path.join(made, LOCK_FILE), 'utf8')),
    draft: draftState(data),
    edition: { folder: editionDir(data, given.name), files, beside: [...names, ...others] },
  };
}

/** A data folder with the editions 1 and spring-2030, the second based on the first. */
export async function twoEditions(changes = FIT): Promise<string> {
  const data = path.join(folderWithData(changes), 'data');
  await freezeDraft(data, '1');
  editFile(path.join(data, 'events/sport.yaml'), 'title: Regatta', 'title: Regatta of the four');
  await freezeDraft(data, 'spring-2030');
  return data;
}

/** The same data folder with a third edition, summer-2030, based on the second. */
export async function threeEditions(): Promise<string> {
  const data = await twoEditions(FIT_BILINGUAL);
  editFile(path.join(data, 'events/sport.yaml'), 'Regatta of the four', 'Regatta of the five');
  await freezeDraft(data, 'summer-2030');
  return data;
}

/** Makes the draft of a data folder its edition 1, without published files: for tests of changes since an edition. */
export function holdEdition(data: string): void {
  const edition = path.join(data, 'editions/1');
  mkdirSync(edition, { recursive: true });
  for (const name of ['programme.yaml', 'events', 'reference', 'texts', 'pictures'])
    if (existsSync(path.join(data, name)))
      cpSync(path.join(data, name), path.join(edition, name), { recursive: true });
  const files = readdirSync(edition, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const sums = files.map((entry): [string, string] => {
    const file = path.join(entry.parentPath, entry.name);
    const sum = createHash('sha256').update(readFileSync(file)).digest('hex');
    return [path.relative(edition, file).split(path.sep).join('/'), sum];
  });
  const identity = { edition: '1', date: '2030-01-15', base: null, data: Object.fromEntries(sums) };
  writeFileSync(
    path.join(edition, LOCK_FILE),
    lockText({
      version: 3,
      ...identity,
      fingerprint: fingerprintOf(identity),
      published: {},
      verapdf: 'not checked',
      made: { program: '0', code: '0'.repeat(64), fonts: {}, runtime: {} },
    }),
  );
}

/** Copies a folder into a new one. */
export function copyOf(folder: string): string {
  const copy = path.join(scratchFolder(), 'data');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Replaces a passage of a file, which must occur exactly once. */
export function editFile(file: string, passage: string, by: string): void {
  writeFileSync(file, replaced(readFileSync(file, 'utf8'), passage, by));
}

/** Changes the lock of an edition and writes a matching seal. */
export function forgeLock(edition: string, change: (lock: Lock) => Lock): void {
  const file = path.join(edition, LOCK_FILE);
  writeFileSync(file, lockText(change(parseLock(readFileSync(file, 'utf8')))));
}
