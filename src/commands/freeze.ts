import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compare } from '../compare/compare.ts';
import { dataFiles, lastEdition, readLock, sumsOf } from '../edition/files.ts';
import { LOCK_FILE, type Lock, lockText } from '../edition/lock.ts';
import { freezeRefusals } from '../edition/refusals.ts';
import { type Problem, UserError } from '../errors.ts';
import { DRAFT, type Programme } from '../model/programme.ts';
import { editionDir, editionNames, readProgramme } from '../read/dataset.ts';
import { buildOutputs } from './build.ts';
import { openFonts } from './fonts.ts';
import { madeBy } from './made-by.ts';
import { FORMATS } from './output.ts';
import { type OutputFile, writeFiles } from './write-files.ts';

export interface FreezeOptions {
  data: string;
  name: string;
  /** Folder that the published files go to. */
  out: string;
}

/** What a freeze would write. */
export interface FreezePlan {
  /** Folder of the new edition. */
  folder: string;
  lock: Lock;
  /** Files of the edition, by path inside its folder. */
  files: OutputFile[];
  /** The published files. */
  outputs: OutputFile[];
}

/**
 * Decides what freezing the draft under a name writes; writes nothing.
 *
 * @param errors finds what the checks call errors
 * @throws UserError with every reason why the draft may not be frozen
 */
export async function planFreeze(
  { data, name, out }: FreezeOptions,
  errors: (programme: Programme) => Promise<Problem[]>,
): Promise<FreezePlan> {
  const draft = await readProgramme(data, DRAFT);
  const names = await editionNames(data);
  const last = lastEdition(await Promise.all(names.map((edition) => readLock(editionDir(data, edition)))));
  const refusals = freezeRefusals({
    name,
    date: draft.config.date,
    existing: names,
    last,
    changed: last === undefined || differs(await readProgramme(data, last.edition), draft),
    errors: await errors(draft),
  });
  if (refusals.length > 0) throw new UserError(refusals);
  const files = (await dataFiles(data)).map(
    ({ file, bytes }): OutputFile => ({
      path: file,
      bytes: Buffer.from(atEditionDepth(Buffer.from(bytes).toString('utf8')), 'utf8'),
    }),
  );
  const lock = await lockOf({ ...draft, edition: name }, last?.edition ?? null, files, out);
  return {
    folder: editionDir(data, name),
    lock: lock.lock,
    files: [...files, { path: LOCK_FILE, bytes: lockText(lock.lock) }],
    outputs: lock.outputs,
  };
}

function differs(last: Programme, draft: Programme): boolean {
  const { changes, untracked } = compare(last, draft);
  return changes.length > 0 || untracked.length > 0;
}

/** The comment that names a file's schema for editors leads from the edition's folder, two levels deeper. */
function atEditionDepth(text: string): string {
  return text.replace(/^(# yaml-language-server: \$schema=)((?:\.\.\/)*schema\/)/, '$1../../$2');
}

/** The lock of an edition, and its published files. */
export async function lockOf(
  programme: Programme,
  base: string | null,
  files: readonly OutputFile[],
  out: string,
): Promise<{ lock: Lock; outputs: OutputFile[] }> {
  const outputs = await buildOutputs(programme, { formats: FORMATS, out }, await openFonts());
  return {
    lock: {
      version: 1,
      edition: programme.edition,
      date: programme.config.date,
      base,
      data: sumsOf(files.map(({ path: file, bytes }) => ({ file, bytes: Buffer.from(bytes) }))),
      outputs: outputs.map(({ built: { path: file, format, lang, pages, bytes, sha256 } }) => ({
        file: path.basename(file),
        format,
        lang,
        pages,
        bytes,
        sha256,
      })),
      made: await madeBy(),
    },
    outputs: outputs.map(({ file }) => file),
  };
}

/** Writes a planned edition: its folder appears whole or not at all, then the published files. */
export async function writeFreeze(plan: FreezePlan): Promise<void> {
  const beside = `${plan.folder}.tmp`;
  try {
    for (const { path: file, bytes } of plan.files) {
      const target = path.join(beside, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, bytes);
    }
    await rename(beside, plan.folder);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  writeFiles(plan.outputs);
}
