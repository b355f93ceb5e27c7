import { LANGUAGES, MESSAGES } from '../../languages/index.ts';
import type { Message, Parameter, Term } from '../messages.ts';
import { type Event, type Lang, type Programme, textIn, titleIn } from '../model/index.ts';
import { regionName } from '../reference/index.ts';

/** Names for use in messages, such as those of columns, regions and languages. */

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

/**
 * The names of the regions with the given codes. If the reference does not contain a code, the code itself is returned.
 */
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

/** The name of a language as a message parameter. */
export function languageCalled(lang: Lang): Term {
  return { language: lang, message: LANGUAGES[lang].englishName };
}

/** The words for a text in a language, such as "the English text", as a message parameter. */
export function textCalled(lang: Lang): Term {
  const name = LANGUAGES[lang].englishName;
  return { language: lang, message: `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name} text` };
}

/**
 * The reason why a date or time cannot be read, without repeating that the text is not understood, which the message
 * already states.
 */
export function reasonCalled(why: Message): Parameter {
  return why.code === 'words-not-understood' ? (why.parameters.words ?? why) : why;
}

/** The name of a weekday; 1 is Monday. */
export function weekdayCalled(weekday: number): Term {
  return { weekday, message: LANGUAGES[MESSAGES].cldr.weekdays[weekday - 1] ?? '' };
}
