import { LANGUAGES, MESSAGES } from '../../languages/index.ts';
import type { Message, Parameter, Term } from '../messages.ts';
import { type Event, type Lang, type Programme, textIn, titleIn } from '../model/index.ts';
import { regionName } from '../reference/index.ts';

/** Names that messages print, such as column headings, region names and language names. */

/** The heading of a column, or its id if it has no heading. */
export function columnCalled(column: string, { config }: Programme, lang?: Lang): string {
  const heading =
    config.fields.find(({ id }) => id === column)?.heading ??
    config.sides.find(({ id }) => id === column)?.heading;
  return heading === undefined ? column : textIn(heading, lang ?? config.language, config.language).words;
}

/** The title of an event in the main language. */
export function titleCalled(event: Event, { config }: Programme): string {
  return textIn(titleIn(event, config), config.language, config.language).words;
}

/** The names of the regions with the given codes; a code that the reference lacks is returned unchanged. */
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

/** The name of a language, as a term of messages. */
export function languageCalled(lang: Lang): Term {
  return { language: lang, message: LANGUAGES[lang].englishName };
}

/** The term for a text in a language, such as "the English text". */
export function textCalled(lang: Lang): Term {
  const name = LANGUAGES[lang].englishName;
  return { language: lang, message: `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name} text` };
}

/** Why a date or time cannot be read, for a message that already states that the text is not understood. */
export function reasonCalled(why: Message): Parameter {
  return why.code === 'words-not-understood' ? (why.parameters.words ?? why) : why;
}

/** The name of a weekday; 1 is Monday. */
export function weekdayCalled(weekday: number): Term {
  return { weekday, message: LANGUAGES[MESSAGES].cldr.weekdays[weekday - 1] ?? '' };
}
