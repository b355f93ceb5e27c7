import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import type { HasFields } from '../model/index.ts';
import { packageRoot, readBytes, statIfThere } from '../read/index.ts';
import { type Answers, KNOWN_FIELDS } from '../read/table-import/index.ts';
import { refusedAt } from '../system-errors.ts';
import { type AnswerOptions, answered } from './answers.ts';
import { BACKUP_FILE, backupDataset, isBackup } from './backup.ts';
import { changeDataset } from './change-dataset.ts';
import { filesUnder } from './folders.ts';
import { readMapping, readWorkbook } from './import-source.ts';
import { type InitPlan, planInit } from './init-plan.ts';
import { addSchemas, listDataset, type NewDataset } from './list-dataset.ts';
import { messageOf } from './messages.ts';
import { picturesBeside } from './pictures-beside.ts';

export interface InitOptions extends AnswerOptions {
  /** Folder of the new dataset, which must be empty or must not exist yet. */
  dir: string;
  /**
   * Spreadsheet with the events of the dataset, or a ZIP file of a dataset folder; by default, the dataset has three
   * example events.
   */
  from?: string | undefined;
  /** Mapping file for the spreadsheet. */
  map?: string | undefined;
  /** Year for dates without a year. */
  year?: number | undefined;
}

export interface InitResult extends Omit<NewDataset, 'files'> {
  dir: string;
  /** Paths of the written files, relative to the folder. */
  files: readonly string[];
}

/**
 * Writes a new dataset that `build` can print at once: either a small example that explains every field, or the events
 * of a spreadsheet.
 *
 * @throws OpenQuestions if only the user can answer a question about the spreadsheet, and there is no `ask`
 * @throws UserError when the folder is not empty, or the spreadsheet cannot be read
 *
 * @example
 * ```ts
 * import { init } from 'programme';
 *
 * const { themes, events } = await init({ dir: 'my-programme' });
 * console.log(themes, events); // 2 3
 * ```
 */
export function init(options: InitOptions): Promise<InitResult> {
  const { dir } = options;
  return changeDataset(dir, async () => {
    await requireEmpty(dir);
    const { files, ...result } = await datasetOf(options);
    const outputs = [...files].map(([name, bytes]) => ({ path: path.join(dir, name), bytes }));
    return { files: outputs, result: { dir, files: [...files.keys()], ...result } };
  });
}

async function datasetOf(options: InitOptions): Promise<NewDataset> {
  const { from, map, year, answers } = options;
  if (from === undefined) return example();
  if (!isBackup(from)) return spreadsheet(from, options);
  if (map !== undefined || year !== undefined || (answers?.size ?? 0) > 0)
    throw new UserError(messageOf('backup-is-no-list'), { file: from });
  return backupDataset(await readBytes(from, BACKUP_FILE), from);
}

const EXAMPLE: HasFields = { fields: KNOWN_FIELDS, sides: [{ id: 'first' }, { id: 'second' }] };

async function example(): Promise<NewDataset> {
  const folder = path.join(packageRoot(), 'starter');
  const files = new Map<string, string>();
  for (const file of await filesUnder(folder))
    files.set(file, await readFile(path.join(folder, file), 'utf8'));
  addSchemas(files, EXAMPLE);
  return { files, themes: 2, events: 3, preview: { columns: [], texts: [] }, remarks: [], notes: [] };
}

async function spreadsheet(from: string, { map, show, year, ...asked }: InitOptions): Promise<NewDataset> {
  const mapping = map === undefined ? undefined : await readMapping(map);
  const workbook = await readWorkbook(from, mapping);
  const pictures = await picturesBeside(workbook, from);
  const read = (answers: Answers): InitPlan => planInit(workbook, from, { mapping, year, answers, pictures });
  const dataset = await listDataset(workbook, from, await answered(read, asked, from));
  show?.(dataset.preview);
  return dataset;
}

async function requireEmpty(dir: string): Promise<void> {
  const found = await statIfThere(dir);
  if (found === undefined) return;
  if (!found.isDirectory()) throw new UserError(messageOf('folder-is-file', { folder: dir }));
  if (await holdsFiles(dir)) throw new UserError(messageOf('folder-not-empty', { folder: dir }));
}

/**
 * Whether a folder contains files. Empty subfolders are ignored, because an interrupted `init` may leave such folders
 * behind.
 */
async function holdsFiles(dir: string): Promise<boolean> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(refusedAt(dir));
  if (entries.some((entry) => !entry.isDirectory())) return true;
  for (const { name } of entries) if (await holdsFiles(path.join(dir, name))) return true;
  return false;
}
