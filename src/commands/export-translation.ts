import path from 'node:path';
import about from '../../package.json' with { type: 'json' };
import { UserError } from '../errors.ts';
import { recordOfTranslation, translationDocument } from '../exchange/word/index.ts';
import { type UnitGroup, unitGroups, writeXliff } from '../exchange/xliff/index.ts';
import { DRAFT, type Lang, type Programme } from '../model/index.ts';
import { readProgramme } from '../read/index.ts';
import { editionBefore } from './check.ts';
import { openLook } from './design-resources.ts';
import type { ExportOptions } from './export.ts';
import { partOf, whichExtract } from './extracts.ts';
import { messageOf } from './messages.ts';
import { outputOf } from './output.ts';
import { writeFiles } from './write-files.ts';

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
  const { name } = whole.config;
  const bytes = /\.docx$/i.test(file)
    ? await wordFile(whole, groups, lang, data)
    : writeXliff(groups, { name, edition, version: about.version, lang });
  await writeFiles([{ path: file, bytes }]);
  const count = (wanted: string): number => units.filter(({ state }) => state === wanted).length;
  return { path: file, texts: units.length, outdated: count('outdated'), missing: count('missing') };
}

async function wordFile(programme: Programme, groups: readonly UnitGroup[], lang: Lang, data: string) {
  const document = translationDocument(programme, lang, groups);
  const units = groups.flatMap((group) => group.units);
  const record = recordOfTranslation(programme, lang, document, units);
  const look = await openLook(data, programme.edition);
  return (await outputOf({ ...document, record }, 'docx', look, '')).file.bytes;
}
