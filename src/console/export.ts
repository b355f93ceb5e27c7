import { LANGS, type Lang } from '../../languages/index.ts';
import { type ExportOptions, exportCorrections, exportSheet, exportTranslation } from '../commands/index.ts';
import { UserError } from '../errors.ts';
import type { Console, Outcome } from './console.ts';
import { type ExtractFlags, extractFilter } from './extract-flags.ts';
import { messageOf } from './messages.ts';
import { count } from './words.ts';

/**
 * Writes a spreadsheet of the events, a Word file for corrections or a file for translators, depending on the file
 * extension and the flags.
 */
export async function runExport(
  file: string,
  edition: string,
  {
    data,
    lang,
    translate,
    settings,
    ...flags
  }: ExtractFlags & { data: string; lang?: Lang; translate?: true; settings?: true },
  { say, inform }: Console,
): Promise<Outcome> {
  const given = { data, edition, file, ...extractFilter(flags) };
  if (!settings && (translate || /\.xlf$/i.test(file))) say(await forTranslators(given, lang));
  else {
    const { path, events, signed } = await (!settings && /\.docx$/i.test(file)
      ? exportCorrections({ ...given, lang })
      : exportSheet({ ...given, settings }));
    inform(`${path}  ${events} events`, path);
    if (signed !== undefined)
      say(
        `emphasis in ${signed.join(', ')}: *italic*, **bold**, [words](address); a backslash makes the next sign literal`,
      );
  }
  return 'done';
}

async function forTranslators(given: ExportOptions, lang: Lang | undefined): Promise<string> {
  if (!/\.(?:xlf|docx)$/i.test(given.file))
    throw new UserError(messageOf('translation-name-unknown', { file: given.file }));
  if (lang === undefined) throw new UserError(messageOf('translation-language-missing', { known: LANGS }));
  const { path, texts, outdated, missing } = await exportTranslation({ ...given, lang });
  return `${path}  ${count(texts, 'text')}: ${texts - outdated - missing} translated, ${outdated} outdated, ${missing} missing`;
}
