import { LANGUAGES, MESSAGES } from '../../languages/index.ts';
import type { Term } from '../messages.ts';
import { type Lang, type Programme, textIn } from '../model/index.ts';
import { regionName } from '../reference/index.ts';
import { inMessage } from '../text/dates/index.ts';

/** How messages call what readers see: columns by their headings, regions by their names, languages by theirs. */

/** The heading of a column; its id where it has none. */
export function columnCalled(column: string, { config }: Programme, lang?: Lang): string {
  const heading =
    config.fields.find(({ id }) => id === column)?.heading ??
    config.sides.find(({ id }) => id === column)?.heading;
  return heading === undefined ? column : textIn(heading, lang ?? config.language, config.language).words;
}

/** The names of regions by their codes; a code that the reference lacks stands for itself. */
export function regionsCalled(
  codes: readonly string[],
  { reference, config }: Programme,
  lang: Lang = config.language,
): string[] {
  return codes.map((code) => {
    const region = reference.regions.find((candidate) => candidate.code === code);
    return region === undefined ? code : regionName(region, lang);
  });
}

/** A language. */
export function languageCalled(lang: Lang): Term {
  return { language: lang, message: LANGUAGES[lang].englishName };
}

/** A text in a language: an English text. */
export function textCalled(lang: Lang): Term {
  const name = LANGUAGES[lang].englishName;
  return { language: lang, message: `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name} text` };
}

/** A day, or days: EDTF. */
export function dayCalled(date: string): Term {
  return { date, message: inMessage(date) };
}

/** A day of the week, from 1 for Monday. */
export function weekdayCalled(weekday: number): Term {
  return { weekday, message: LANGUAGES[MESSAGES].cldr.weekdays[weekday - 1] ?? '' };
}
