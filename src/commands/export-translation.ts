import path from 'node:path';
import about from '../../package.json' with { type: 'json' };
import { UserError } from '../errors.ts';
import type { Lang } from '../model/text.ts';
import { readProgramme } from '../read/dataset.ts';
import { writeXliff } from '../render/xliff/write.ts';
import { unitGroups } from '../translation/units.ts';
import { editionBefore } from './check.ts';
import type { ExportOptions } from './export.ts';
import { partOf } from './extracts.ts';
import { whichExtract } from './which-extract.ts';
import { writeFiles } from './write-files.ts';

/** A file for translators, and how far what is in it is translated. */
export interface ExportedTranslation {
  path: string;
  texts: number;
  outdated: number;
  missing: number;
}

/**
 * Writes the texts of an edition, or of an extract of it, for translators: as XLIFF 1.2 with the words that there are and their states.
 *
 * @param lang the language to be translated into
 * @throws UserError when the dataset is wrong, there is nothing to translate, or the file cannot be written
 */
export async function exportTranslation(
  { data, edition, file, extract }: ExportOptions,
  lang: Lang,
): Promise<ExportedTranslation> {
  const whole = await readProgramme(data, edition);
  const programme = extract === undefined ? whole : partOf(whole, whichExtract(whole, extract));
  const groups = unitGroups(programme, lang, await editionBefore(whole, data));
  const units = groups.flatMap((group) => group.units);
  if (units.length === 0)
    throw new UserError({
      message: `${path.basename(file)} would be empty: no text is to be translated into ${lang}`,
      hint: 'name the language to be translated into with --lang',
    });
  const { name } = whole.config;
  await writeFiles([
    { path: file, bytes: writeXliff(groups, { name, edition, version: about.version, lang }) },
  ]);
  const count = (wanted: string): number => units.filter(({ state }) => state === wanted).length;
  return { path: file, texts: units.length, outdated: count('outdated'), missing: count('missing') };
}
