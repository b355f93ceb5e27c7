import path from 'node:path';
import { MESSAGES } from '../../languages/index.ts';
import { type Comparison, compare, markApproved, restrictTo } from '../compare/index.ts';
import { DEFAULT_DESIGN, type Design } from '../design/index.ts';
import {
  buildDocument,
  comparisonDocument,
  type Document,
  type Extract,
  redline,
  type Untracked,
  untrackedIn,
} from '../document/index.ts';
import { ifPossible, outcomeOf, UserError } from '../errors.ts';
import { DRAFT, type Lang, type Programme, publicPart } from '../model/index.ts';
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
import { changesAsJson, changesAsMarkdown, changesAsText } from '../report/index.ts';
import { readApprovals } from './approvals-file.ts';
import { noDataset } from './data-folder.ts';
import { openDesignResources } from './design-resources.ts';
import { type ExtractQuery, extractIn, whichExtract } from './extracts.ts';
import { type DiffFormat, DOCUMENT_FORMATS, documentForm } from './formats.ts';
import { messageOf } from './messages.ts';
import { outputOf } from './output.ts';
import { placedIn, type Source } from './source-files.ts';
import { type OutputFile, writeFiles } from './write-files.ts';

export interface DiffOptions {
  /** Folder of the dataset; without one, two folders or spreadsheets are compared, and no change counts as approved. */
  data?: string | undefined;
  /** Name of an edition or a proposal, `draft`, or the path of a folder with a dataset. */
  old: string;
  new: string;
  /** The extract to which the report is limited. */
  extract?: ExtractQuery | undefined;
  /** Formats of the reports; by default, there are none. */
  formats?: readonly DiffFormat[] | undefined;
  /**
   * Language of the reports; by default English for `text`, which is printed on a terminal, and the language of the new
   * edition for the other formats.
   */
  lang?: Lang | undefined;
  /** Folder for reports that are written to files; by default `output`. */
  out?: string | undefined;
  /** Whether to colour the report for a terminal. */
  colour?: boolean | undefined;
  /**
   * Whether to show ids, fingerprints, codes and machine-readable values, which editors of the data need. JSON reports
   * always contain ids, fingerprints, codes and machine-readable values.
   */
  hasIds?: boolean | undefined;
  /**
   * Whether the text report shows each change with its text; otherwise, a report of more than 20 lines lists only the
   * first changes.
   */
  all?: boolean | undefined;
}

/** Two editions, the changes between them with their approvals, and the reports. */
export interface DiffResult {
  old: Programme;
  new: Programme;
  comparison: Comparison;
  /** The extract to which the changes are limited, in each edition; missing if no extract was named. */
  extracts?: { old: Extract; new: Extract };
  /** The reports to print, and the paths of the written reports. */
  printed: readonly string[];
  written: readonly string[];
  /** Changes that a redline cannot mark, so that the redline contains only the new version of the text. */
  untracked: readonly Untracked[];
}

/**
 * Compares two editions, and reports the changes. Text, Markdown and JSON reports are returned; either all documents
 * are written or none.
 *
 * @throws UserError when an edition cannot be read, or a file cannot be written
 *
 * @example
 * ```ts
 * import { diff } from 'programme';
 *
 * const { comparison, printed } = await diff({ data: 'data', old: '1', new: 'draft', formats: ['md'] });
 * console.log(comparison.changes.length, printed.length); // 72 1
 * ```
 */
export async function diff({
  old,
  new: now,
  data,
  extract: query,
  formats = [],
  lang: given,
  out = 'output',
  colour = false,
  hasIds = false,
  all = false,
}: DiffOptions): Promise<DiffResult> {
  const sources = await Promise.all([readSource(now, data, old), readSource(old, data)]);
  const [{ programme: after, folder = '', designOf }, { programme: before }] = sources;
  const design = await designOf();
  const whole = markApproved(compare(before, after), data === undefined ? [] : await readApprovals(data));
  const extracts = query && (await extractsOf(before, after, query));
  const comparison = extracts
    ? restrictTo(whole, { old: extracts.old.events, new: extracts.new.events })
    : whole;
  const lang = given ?? after.config.language;
  const printed: string[] = [];
  const files: OutputFile[] = [];
  let untracked: readonly Untracked[] = [];
  for (const format of formats) {
    switch (format) {
      case 'text': {
        const options = { lang: given ?? MESSAGES, titles: lang, colour, hasIds, all };
        printed.push(changesAsText(comparison, options));
        break;
      }
      case 'md':
        printed.push(changesAsMarkdown(comparison, lang, hasIds));
        break;
      case 'json':
        printed.push(changesAsJson(comparison));
        break;
      default: {
        const form = documentForm(format);
        const isSwitched = DOCUMENT_FORMATS[form.format].switches;
        let document: Document;
        if (form.isRedline) {
          const [old, now] = [
            buildDocument(before, lang, { extract: extracts?.old }),
            buildDocument(after, lang, { extract: extracts?.new }),
          ];
          document = redline(old, now, comparison);
          untracked = untrackedIn(old, now);
        } else document = comparisonDocument(comparison, after.config, lang, { isSwitched, hasIds });
        const look = await openDesignResources(design, folder);
        const output = await outputOf(document, form.format, look, out).catch(async (error: unknown) => {
          throw await placedIn(sources, error);
        });
        files.push(output.file);
      }
    }
  }
  await writeFiles(files);
  const written = files.map((file) => file.path);
  return { old: before, new: after, comparison, ...(extracts && { extracts }), printed, written, untracked };
}

/** An extract in both editions: a value that no longer exists in the new edition is looked up in the old one. */
async function extractsOf(before: Programme, after: Programme, query: ExtractQuery) {
  const find = async (programme: Programme): Promise<Extract> => whichExtract(programme, query);
  const now = await outcomeOf(find(after));
  if ('value' in now) return { old: extractIn(before, now.value), new: now.value };
  const then = await ifPossible(find(before));
  if (then === undefined) throw now.error;
  return { old: then, new: extractIn(after, then) };
}

/** One of the two states that are compared. */
interface Side extends Source {
  /** Reads the design; a spreadsheet has the default design. */
  designOf(): Promise<Design>;
}

/**
 * Reads the programme that a name or path refers to. Names of editions and proposals in the data folder take precedence
 * over paths of folders and spreadsheets.
 *
 * @param like the other source of the comparison, whose mapping is used for a spreadsheet without a dataset
 */
async function readSource(source: string, data: string | undefined, like?: string): Promise<Side> {
  if (data !== undefined && (source === DRAFT || (await editionNames(data)).includes(source))) {
    const programme = await readProgramme(data, source);
    return { programme, folder: editionDir(data, source), designOf: () => readDesign(data, source) };
  }
  if (data !== undefined && (await proposalNames(data)).includes(source)) {
    const programme = await readProposed(data, source);
    return { programme, folder: data, designOf: () => readDesign(data, DRAFT) };
  }
  const found = await statIfThere(source);
  if (found?.isDirectory()) {
    const programme = await readProgrammeFolder(source, path.basename(path.resolve(source)) || 'dataset');
    return { programme, folder: source, designOf: async () => (await readDesignFolder(source)).design };
  }
  if (found?.isFile()) {
    const { readSheetProgramme } = await import('./sheet-programme.ts');
    const programme = await readSheetProgramme(source, data, like);
    return { programme, designOf: async () => DEFAULT_DESIGN };
  }
  if (data === undefined && source === DRAFT) throw noDataset();
  throw new UserError(
    data === undefined
      ? messageOf('folder-or-file-unknown', { source })
      : messageOf('source-unknown', { source, known: [...(await editionNames(data)), 'draft'] }),
  );
}

/** The draft with the open changes in a proposal applied, except changes that conflict with the draft. */
async function readProposed(data: string, name: string): Promise<Programme> {
  const draft = await readDataset(data, DRAFT);
  const { proposal } = await readProposal(data, name, draft);
  const standings = standingsOf(proposal.changes, draft);
  const open = proposal.changes.filter(({ id }) => standings.get(id)?.state === 'proposed');
  return { ...publicPart(withChanges(draft, open, proposal.changes)), edition: name };
}
