import { correctionsDocument, recordOf, sentOf } from '../exchange/word/index.ts';
import { DRAFT, type Lang } from '../model/index.ts';
import { readProgramme } from '../read/index.ts';
import { openLook } from './design-resources.ts';
import type { ExportOptions, ExportResult } from './export.ts';
import { whichExtract } from './extracts.ts';
import { outputOf } from './output.ts';
import { writeFiles } from './write-files.ts';

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
  const look = await openLook(data, edition);
  const { built, file: output } = await outputOf({ ...document, record }, 'docx', look, '');
  await writeFiles([{ path: file, bytes: output.bytes }]);
  return { path: file, events: built.events, bytes: built.bytes };
}
