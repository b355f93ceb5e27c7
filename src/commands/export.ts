import path from 'node:path';
import { UserError } from '../errors.ts';
import { loadCsv, loadXlsx } from '../exchange/workbook/index.ts';
import { allEvents, DRAFT, emphasisedIn, publicPart } from '../model/index.ts';
import { readDataset } from '../read/index.ts';
import { withDesign } from './design-settings.ts';
import { type ExtractQuery, partOf, whichExtract } from './extracts.ts';
import { messageOf } from './messages.ts';
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
  if (ending !== '.xlsx' && ending !== '.csv') {
    throw new UserError(messageOf('export-name-unknown', { file }));
  }
  const dataset = await readDataset(data, edition);
  const whole = publicPart(dataset);
  const programme = extract === undefined ? whole : partOf(whole, whichExtract(whole, extract));
  const bytes =
    ending === '.xlsx'
      ? await (await loadXlsx()).writeXlsx(programme, settings ? await withDesign(dataset, data) : undefined)
      : (await loadCsv()).writeCsv(programme);
  await writeFiles([{ path: file, bytes }]);
  const events = allEvents(programme).length;
  const signed = ending === '.csv' ? [...emphasisedIn(whole.config)] : [];
  return { path: file, events, bytes: bytes.length, ...(signed.length > 0 && { signed }) };
}
