import path from 'node:path';
import { type Comparison, compare, markApproved, restrictTo } from '../compare/index.ts';
import { DEFAULT_DESIGN, type Design } from '../design/index.ts';
import type { Extract } from '../document/index.ts';
import { ifPossible, outcomeOf, UserError } from '../errors.ts';
import { DRAFT, type Programme, publicPart } from '../model/index.ts';
import { proposalNames, readProposal, standingsOf, withChanges } from '../proposal/index.ts';
import {
  editionDir,
  editionNames,
  readDataset,
  readDesign,
  readDesignFolder,
  readProgramme,
  readProgrammeFolder,
  statIfThere,
} from '../read/index.ts';
import { readApprovals } from './approvals-file.ts';
import { noDataset } from './data-folder.ts';
import { type Compared, type DiffReportOptions, type DiffReports, diffReports } from './diff-reports.ts';
import { extractIn } from './extracts.ts';
import { messageOf } from './messages.ts';
import type { Source } from './source-files.ts';
import { type ExtractQuery, whichExtract } from './which-extract.ts';

export interface DiffOptions extends DiffReportOptions {
  /** Folder of the dataset; without one, two folders or spreadsheets are compared, and no change counts as approved. */
  data?: string | undefined;
  /** Name of an edition or a proposal, `draft`, or a folder with a dataset. */
  old: string;
  new: string;
  /** Only report changes that concern this extract. */
  extract?: ExtractQuery | undefined;
}

/** Two editions and their changes, with approvals, and the reports. */
export interface DiffResult extends DiffReports {
  old: Programme;
  new: Programme;
  comparison: Comparison;
  /** The extract to which the changes are limited, in each edition; missing if none was named. */
  extracts?: { old: Extract; new: Extract };
}

/**
 * Compares two editions, and reports on it: text, Markdown and JSON are returned, documents are written, all or none.
 *
 * @throws UserError when one of them cannot be read, or a file cannot be written
 *
 * @example
 * ```ts
 * import { diff } from 'programme';
 *
 * const { comparison, printed } = await diff({ data: 'data', old: '1', new: 'draft', formats: ['md'] });
 * console.log(comparison.changes.length, printed.length); // 72 1
 * ```
 */
export async function diff(options: DiffOptions): Promise<DiffResult> {
  const { sources, design, ...compared } = await comparedEditions(options);
  return { ...compared, ...(await diffReports({ sources, design, ...compared }, options)) };
}

async function comparedEditions(options: DiffOptions): Promise<Compared> {
  const sources = await Promise.all([
    readSource(options.new, options.data, options.old),
    readSource(options.old, options.data),
  ]);
  const [{ programme: after }, { programme: before }] = sources;
  const comparison = markApproved(
    compare(before, after),
    options.data === undefined ? [] : await readApprovals(options.data),
  );
  const design = await designOf(options.new, options.data);
  if (options.extract === undefined) return { old: before, new: after, sources, comparison, design };
  const extracts = await extractsOf(before, after, options.extract);
  return {
    old: before,
    new: after,
    sources,
    comparison: restrictTo(comparison, { old: extracts.old.events, new: extracts.new.events }),
    design,
    extracts,
  };
}

/** An extract in both editions: a value that the new edition no longer has is looked up in the old one. */
async function extractsOf(
  before: Programme,
  after: Programme,
  query: ExtractQuery,
): Promise<{ old: Extract; new: Extract }> {
  const find = async (programme: Programme): Promise<Extract> => whichExtract(programme, query);
  const now = await outcomeOf(find(after));
  if ('value' in now) return { old: extractIn(before, now.value), new: now.value };
  const then = await ifPossible(find(before));
  if (then === undefined) throw now.error;
  return { old: then, new: extractIn(after, then) };
}

/**
 * Reads the programme for a name or a path: first an edition or a proposal of the data folder, then a folder or a
 * spreadsheet.
 *
 * @param like the other side of the comparison, whose mapping is used for a spreadsheet without a dataset
 */
async function readSource(source: string, data: string | undefined, like?: string): Promise<Source> {
  if (data !== undefined && (await isEdition(source, data)))
    return { programme: await readProgramme(data, source), folder: editionDir(data, source) };
  if (data !== undefined && (await proposalNames(data)).includes(source))
    return { programme: await readProposed(data, source), folder: data };
  const found = await statIfThere(source);
  if (found?.isDirectory())
    return { programme: await readProgrammeFolder(source, nameOfFolder(source)), folder: source };
  if (found?.isFile())
    return { programme: await (await import('./sheet-programme.ts')).readSheetProgramme(source, data, like) };
  if (data === undefined && source === DRAFT) throw noDataset();
  throw new UserError(
    data === undefined
      ? messageOf('folder-or-file-unknown', { source })
      : messageOf('source-unknown', { source, known: [...(await editionNames(data)), 'draft'] }),
  );
}

/** The draft with the open changes of a proposal that do not conflict. */
async function readProposed(data: string, name: string): Promise<Programme> {
  const draft = await readDataset(data, DRAFT);
  const { proposal } = await readProposal(data, name, draft);
  const standings = standingsOf(proposal.changes, draft);
  const open = proposal.changes.filter(({ id }) => standings.get(id)?.state === 'proposed');
  return { ...publicPart(withChanges(draft, open, proposal.changes)), edition: name };
}

async function isEdition(source: string, data: string): Promise<boolean> {
  return source === DRAFT || (await editionNames(data)).includes(source);
}

/** The design of the edition or dataset for a name or a path; otherwise the default design. */
async function designOf(source: string, data: string | undefined): Promise<Design> {
  if (data !== undefined && (await isEdition(source, data))) return readDesign(data, source);
  if (data !== undefined && (await proposalNames(data)).includes(source)) return readDesign(data, DRAFT);
  const found = await statIfThere(source);
  return found?.isDirectory() ? (await readDesignFolder(source)).design : DEFAULT_DESIGN;
}

/** Name of an edition that is read from a folder: the name of the folder. */
function nameOfFolder(folder: string): string {
  return path.basename(path.resolve(folder)) || 'dataset';
}
