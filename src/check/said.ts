import { LANGUAGES } from '../../languages/index.ts';
import { type Lang, type Programme, textIn } from '../model/index.ts';
import { regionName } from '../reference/index.ts';

/** How messages call what readers see: columns by their headings, regions by their names, languages by theirs. */

/** The heading of a column, in quotation marks; its id where it has none. */
export function columnCalled(column: string, { config }: Programme, lang?: Lang): string {
  const heading =
    config.fields.find(({ id }) => id === column)?.heading ??
    config.sides.find(({ id }) => id === column)?.heading;
  const words =
    heading === undefined ? column : textIn(heading, lang ?? config.language, config.language).words;
  return `“${words}”`;
}

/** The names of regions by their codes; a code that the reference lacks stands for itself. */
export function regionsCalled(
  codes: readonly string[],
  { reference, config }: Programme,
  lang: Lang = config.language,
): string {
  const names = codes.map((code) => {
    const region = reference.regions.find((candidate) => candidate.code === code);
    return region === undefined ? code : regionName(region, lang);
  });
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

/** A language in English, with its article where a text is meant: an English text. */
export function languageCalled(lang: Lang): string {
  return LANGUAGES[lang].englishName;
}

/** `an English text`. */
export function textCalled(lang: Lang): string {
  const name = languageCalled(lang);
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name} text`;
}
