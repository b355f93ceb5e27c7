import path from 'node:path';
import about from '../../package.json' with { type: 'json' };
import type { Document } from '../document/index.ts';
import { UserError } from '../errors.ts';
import {
  correctionsDocument,
  recordOf,
  recordOfTranslation,
  sentOf,
  translationDocument,
} from '../exchange/word/index.ts';
import { writeCsv, writeXlsx } from '../exchange/workbook/index.ts';
import { unitGroups, writeXliff } from '../exchange/xliff/index.ts';
import { allEvents, DRAFT, emphasisedIn, type Lang, publicPart } from '../model/index.ts';
import { readDataset, readProgramme } from '../read/index.ts';
import { editionBefore } from './check.ts';
import { openLook } from './design-resources.ts';
import { withDesign } from './design-settings.ts';
import { type ExtractQuery, partOf, whichExtract } from './extracts.ts';
import { messageOf } from './messages.ts';
import { outputOf } from './output.ts';
import { writeFiles } from './write-files.ts';

export interface ExportOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of a frozen edition; by default the draft. */
  edition?: string | undefined;
  /** The extract whose events are written; by default, all events are written. */
  extract?: ExtractQuery | undefined;
  /**
   * The file to be written. The extension determines the format: .xlsx or .csv for spreadsheets, .docx for Word files,
   * .xlf for XLIFF files.
   */
  file: string;
  /**
   * Whether to also write the settings of the programme. A file with settings is for internal use only, because the
   * settings name internal fields. Only a workbook (.xlsx) of the draft can contain settings.
   */
  settings?: boolean | undefined;
}

export interface ExportResult {
  path: string;
  events: number;
  bytes: number;
  /**
   * Ids of the fields in which links and bold or italic text are written as Markdown in a CSV file. In a workbook, they
   * are written as links and as formatted text instead.
   */
  signed?: readonly string[];
}

/**
 * Writes the events of an edition as a spreadsheet that `importSheet` reads back without loss.
 *
 * @throws UserError when the extension is not supported, the dataset is invalid or the file cannot be written
 *
 * @example
 * ```ts
 * import { exportSheet } from 'programme';
 *
 * const { events } = await exportSheet({ file: 'events.csv' });
 * console.log(events); // 76
 * ```
 */
export async function exportSheet({
  data = 'data',
  edition = DRAFT,
  file,
  extract,
  settings = false,
}: ExportOptions): Promise<ExportResult> {
  const ending = path.extname(file).toLowerCase();
  if (settings && (ending !== '.xlsx' || edition !== DRAFT || extract !== undefined))
    throw new UserError(messageOf('settings-in-workbook-only'));
  if (ending !== '.xlsx' && ending !== '.csv')
    throw new UserError(messageOf('export-name-unknown', { file }));
  const dataset = await readDataset(data, edition);
  const whole = publicPart(dataset);
  const programme = extract === undefined ? whole : partOf(whole, whichExtract(whole, extract));
  const bytes =
    ending === '.xlsx'
      ? await writeXlsx(programme, settings ? await withDesign(dataset, data) : undefined)
      : writeCsv(programme);
  await writeFiles([{ path: file, bytes }]);
  const events = allEvents(programme).length;
  const signed = ending === '.csv' ? [...emphasisedIn(whole.config)] : [];
  return { path: file, events, bytes: bytes.length, ...(signed.length > 0 && { signed }) };
}

export interface ExportCorrectionsOptions extends ExportOptions {
  /** Language of the file; by default the language of the programme. */
  lang?: Lang | undefined;
}

/**
 * Writes the events of an edition, or of an extract of it, as a Word file for corrections, which `import` reads back.
 *
 * @throws UserError when the dataset is invalid or the file cannot be written
 *
 * @example
 * ```ts
 * import { exportCorrections } from 'programme';
 *
 * const extract = { by: 'region', value: 'FR-OCC' };
 * console.log((await exportCorrections({ file: 'corrections.docx', extract })).path); // corrections.docx
 * ```
 */
export async function exportCorrections({
  data = 'data',
  edition = DRAFT,
  file,
  extract,
  lang,
}: ExportCorrectionsOptions): Promise<ExportResult> {
  const programme = await readProgramme(data, edition);
  const part = extract === undefined ? undefined : whichExtract(programme, extract);
  const document = correctionsDocument(programme, lang ?? programme.config.language, part);
  const record = recordOf(sentOf(programme, document));
  const built = await writeWord(file, { ...document, record }, data, edition);
  return { path: file, events: built.events, bytes: built.bytes };
}

export interface ExportTranslationOptions extends ExportOptions {
  /** The target language. */
  lang: Lang;
}

/** A file for translators, and how many of its texts are translated. */
export interface ExportTranslationResult {
  path: string;
  texts: number;
  outdated: number;
  missing: number;
}

/**
 * Writes the texts of an edition, or of an extract of it, for translators: as XLIFF 1.2 with existing translations and
 * their states, or as a Word file with two columns.
 *
 * @throws UserError when the dataset is invalid, there is nothing to translate, or the file cannot be written
 *
 * @example
 * ```ts
 * import { exportTranslation } from 'programme';
 *
 * const { texts, missing } = await exportTranslation({ file: 'translation.xlf', lang: 'fr' });
 * console.log(texts > missing); // true
 * ```
 */
export async function exportTranslation({
  data = 'data',
  edition = DRAFT,
  file,
  extract,
  lang,
}: ExportTranslationOptions): Promise<ExportTranslationResult> {
  const whole = await readProgramme(data, edition);
  const programme = extract === undefined ? whole : partOf(whole, whichExtract(whole, extract));
  const groups = unitGroups(programme, lang, await editionBefore(whole, data));
  const units = groups.flatMap((group) => group.units);
  if (units.length === 0)
    throw new UserError(messageOf('translation-empty', { file: path.basename(file), lang }));
  if (/\.docx$/i.test(file)) {
    const document = translationDocument(whole, lang, groups);
    const record = recordOfTranslation(whole, lang, document, units);
    await writeWord(file, { ...document, record }, data, edition);
  } else {
    const { name } = whole.config;
    const bytes = writeXliff(groups, { name, edition, version: about.version, lang });
    await writeFiles([{ path: file, bytes }]);
  }
  const count = (wanted: string): number => units.filter(({ state }) => state === wanted).length;
  return { path: file, texts: units.length, outdated: count('outdated'), missing: count('missing') };
}

/** Writes a document as a Word file, with the design of an edition. */
async function writeWord(file: string, document: Document, data: string, edition: string) {
  const { built, file: output } = await outputOf(document, 'docx', await openLook(data, edition), '');
  await writeFiles([{ path: file, bytes: output.bytes }]);
  return built;
}
