import { MESSAGES } from '../../languages/index.ts';
import type { Comparison } from '../compare/index.ts';
import type { Design } from '../design/index.ts';
import {
  comparisonDocument,
  type Document,
  type Extract,
  loadBuildDocument,
  loadRedline,
  loadUntracked,
  type Untracked,
} from '../document/index.ts';
import type { Lang, Programme } from '../model/index.ts';
import { loadChangesJson, loadChangesMarkdown, loadChangesText } from '../report/index.ts';
import { openDesignResources } from './design-resources.ts';
import { type DiffFormat, DOCUMENT_FORMATS, documentForm } from './formats.ts';
import { outputOf } from './output.ts';
import { placedIn, type Source } from './source-files.ts';
import { type OutputFile, writeFiles } from './write-files.ts';

/** Input of reports on a comparison. */
export interface Compared {
  old: Programme;
  new: Programme;
  comparison: Comparison;
  /** Where both editions were read from, the new one first. */
  sources: readonly Source[];
  /** The design of the new edition. */
  design: Design;
  /** The extract to which the changes are limited, in each edition; missing if none was named. */
  extracts?: { old: Extract; new: Extract };
}

export interface DiffReportOptions {
  /** Forms of the report; by default none. */
  formats?: readonly DiffFormat[] | undefined;
  /** Language of the reports; by default English for `text`, which a terminal shows, and the language of the new edition for the others. */
  lang?: Lang | undefined;
  /** Folder of the reports that are files; by default `output`. */
  out?: string | undefined;
  /** Colour the report for a terminal. */
  colour?: boolean | undefined;
  /**
   * Show ids, fingerprints, codes and machine-readable values, for those who edit the data. JSON always contains
   * them.
   */
  hasIds?: boolean | undefined;
  /**
   * In the text report, show each change with its text; otherwise a report of more than 20 lines lists only the first
   * changes.
   */
  all?: boolean | undefined;
}

/** Reports on a comparison: texts to print, and paths of written files. */
export interface DiffReports {
  printed: readonly string[];
  written: readonly string[];
  /** Changes that a redline shows only in the new version. */
  untracked: readonly Untracked[];
}

/**
 * Reports on a comparison. Text, Markdown and JSON are returned; the others are written, all or none.
 *
 * @throws UserError when a file cannot be written
 */
export async function diffReports(
  result: Compared,
  {
    formats = [],
    lang: given,
    out = 'output',
    colour = false,
    hasIds = false,
    all = false,
  }: DiffReportOptions,
): Promise<DiffReports> {
  const { comparison } = result;
  const lang = given ?? result.new.config.language;
  const printed: string[] = [];
  const files: OutputFile[] = [];
  let untracked: readonly Untracked[] = [];
  for (const format of formats) {
    switch (format) {
      case 'text':
        printed.push(
          (await loadChangesText()).changesAsText(comparison, {
            lang: given ?? MESSAGES,
            titles: lang,
            colour,
            hasIds,
            all,
          }),
        );
        break;
      case 'md':
        printed.push((await loadChangesMarkdown()).changesAsMarkdown(comparison, lang, hasIds));
        break;
      case 'json':
        printed.push((await loadChangesJson()).changesAsJson(comparison));
        break;
      default: {
        const form = documentForm(format);
        const redlined = form.isRedline ? await redlineOf(result, lang) : undefined;
        untracked = redlined?.untracked ?? untracked;
        const document =
          redlined?.document ??
          comparisonDocument(comparison, result.new.config, lang, {
            isSwitched: DOCUMENT_FORMATS[form.format].switches,
            hasIds,
          });
        const look = await openDesignResources(result.design, result.sources[0]?.folder ?? '');
        const output = await outputOf(document, form.format, look, out).catch(async (error: unknown) => {
          throw await placedIn(result.sources, error);
        });
        files.push(output.file);
      }
    }
  }
  await writeFiles(files);
  return { printed, written: files.map((file) => file.path), untracked };
}

/** Both editions as one document (the whole programme or the extract), and the changes that it cannot mark. */
async function redlineOf(
  { old, new: now, comparison, extracts }: Compared,
  lang: Lang,
): Promise<{ document: Document; untracked: Untracked[] }> {
  const [{ buildDocument }, { redline }, { untrackedIn }] = await Promise.all([
    loadBuildDocument(),
    loadRedline(),
    loadUntracked(),
  ]);
  const documentOf = (programme: Programme, extract: Extract | undefined): Document =>
    buildDocument(programme, lang, extract === undefined ? {} : { extract });
  const [before, after] = [documentOf(old, extracts?.old), documentOf(now, extracts?.new)];
  return { document: redline(before, after, comparison), untracked: untrackedIn(before, after) };
}
