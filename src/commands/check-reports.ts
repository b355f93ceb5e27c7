import { RULES } from '../check/rules/index.ts';
import {
  buildDocument,
  type Document,
  proofSheet,
  withFrontSection,
  withRemarkColumn,
} from '../document/index.ts';
import { UserError } from '../errors.ts';
import { speakerOf } from '../messages.ts';
import { type Programme, titlesOf } from '../model/index.ts';
import type { Remainder } from '../proposal/index.ts';
import { editionDir } from '../read/index.ts';
import {
  type FindingsReport,
  findingsGithub,
  findingsJson,
  findingsMarkdown,
  findingsText,
  renderRulesDoc,
  rulesJson,
  rulesText,
} from '../report/index.ts';
import { dateWords } from '../text/dates/index.ts';
import { openLook } from './design-resources.ts';
import { type CheckFormat, DOCUMENT_FORMATS, type DocumentFormat, RULES_FORMATS } from './formats.ts';
import { messageOf } from './messages.ts';
import { type BuiltFile, outputOf } from './output.ts';
import { placedIn } from './source-files.ts';
import { writeFiles } from './write-files.ts';

/** A checked edition: the findings, each with file, line and column. */
export interface Checked extends FindingsReport {
  programme: Programme;
  /**
   * Comments that other people have added to the texts in returned files. These comments are internal notes on the
   * draft.
   */
  comments: readonly Remainder[];
}

export interface CheckReportOptions {
  /** Format of the report; by default, no report is made. */
  format?: CheckFormat | undefined;
  /** Folder for a report that is written to a file; by default `output`. */
  out?: string | undefined;
  /** Whether to colour the report for a terminal. */
  colour?: boolean | undefined;
  /**
   * Whether text and Markdown reports list every finding; by default, large numbers of findings are summarised by rule.
   */
  all?: boolean | undefined;
  /** Whether text reports and proof sheets show the ids of events and fields, which editors of the data need. */
  hasIds?: boolean | undefined;
}

/** The requested report: either a text to print, or the proof sheet as a file. */
export interface CheckReport {
  printed?: string;
  written?: BuiltFile;
}

/**
 * Reports on a check. Text reports are returned; proof sheets are written to files.
 *
 * @throws UserError when the file cannot be written
 */
export async function checkReport(
  found: Checked,
  data: string,
  { format, out = 'output', colour = false, all = false, hasIds = false }: CheckReportOptions,
): Promise<CheckReport> {
  const shown = { all, hasIds, titles: titlesOf(found.programme) };
  switch (format) {
    case undefined:
      return {};
    case 'text':
      return { printed: findingsText(found, { colour, ...shown }) };
    case 'json':
      return { printed: findingsJson(found, found.comments) };
    case 'md':
      return { printed: findingsMarkdown(found, shown) };
    case 'github':
      return { printed: findingsGithub(found) };
    default:
      return { written: await writeProofSheet(found, data, format, out, hasIds) };
  }
}

/** Writes a proof sheet: the programme with each finding at its position, in a margin, in a column or as a comment. */
async function writeProofSheet(
  { programme, findings, withoutDictionary = [] }: Checked,
  data: string,
  format: DocumentFormat,
  out: string,
  hasIds: boolean,
): Promise<BuiltFile> {
  const { language } = programme.config;
  const folder = editionDir(data, programme.edition);
  const look = await openLook(data, programme.edition);
  const { presentation } = look.design;
  const sheet = proofSheet(buildDocument(programme, language, { presentation }), programme, findings, {
    hasIds,
    withoutDictionary,
    speak: await speakerOf(language, dateWords),
  });
  const document = REMARKS_IN[DOCUMENT_FORMATS[format].remarks](sheet);
  const { file, built } = await outputOf(document, format, look, out).catch(async (error: unknown) => {
    throw await placedIn([{ programme, folder }], error);
  });
  await writeFiles([file]);
  return built;
}

/** How a proof sheet shows its remarks: in a margin, in a column or as comments, depending on the format. */
const REMARKS_IN = {
  margin: withFrontSection,
  column: withRemarkColumn,
  comments: (sheet: Document): Document => sheet,
} as const;

/**
 * The list of proofing rules.
 *
 * @throws UserError when a document format is requested
 *
 * @example
 * ```ts
 * import { rulesReport } from 'programme';
 *
 * const { rules } = JSON.parse(rulesReport('json'));
 * console.log(rules.some(({ id }) => id === 'date-missing')); // true
 * ```
 */
export function rulesReport(format: CheckFormat = 'text'): string {
  switch (format) {
    case 'text':
      return rulesText(RULES);
    case 'json':
      return rulesJson(RULES);
    case 'md':
      return renderRulesDoc(RULES);
    default:
      throw new UserError(messageOf('rules-format-unknown', { format, known: RULES_FORMATS }));
  }
}
