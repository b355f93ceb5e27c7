import type { Lang } from '../../model/text.ts';
import { inEachText, type Rule, type Spot } from '../rule.ts';

type Latin = Exclude<Lang, 'ru'>;

/** Words that hold sentences together, each in one of the languages only. */
const FUNCTION_WORDS: Readonly<Record<Latin, ReadonlySet<string>>> = {
  en: new Set(
    'the of and to in is are was were will be been for with from by at this that these those which their its it has have not but or an as during between into'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les des du de et est sont sera seront aux dans avec sur ce cette ces qui que leur leurs ne pas mais une un il elle ont entre lors ainsi au pour par l d qu n s'.split(
      ' ',
    ),
  ),
};

const SEGMENTS = /[^.,;:!?()/«»“”"—–\n]+/gu;
const QUOTED = /“[^”\n]*”|«[^»\n]*»|"[^"\n]*"/gu;
const WORDS = /\p{L}+/gu;
/** A segment says something about its language from here on. */
const FEWEST_WORDS = 4;
const FEWEST_FUNCTION_WORDS = 2;
const SHARE_OF_FUNCTION_WORDS = 0.3;

export const otherLanguage: Rule = {
  id: 'other-language',
  severity: 'warning',
  title: 'sentence in another language than the text',
  why: 'The reader of one language stumbles over the other, and a screen reader speaks it wrongly.',
  good: 'France helps start-ups',
  bad: 'in an English text: La France aide les startups',
  limits:
    'English and French only, and only whole clauses: names of bodies and quoted titles may stay in their language.',
  run: inEachText(({ words, lang, column }): Spot[] => {
    if (lang === 'ru' || (column !== 'title' && column !== 'description')) return [];
    const unquoted = words.replaceAll(QUOTED, (quoted) => ' '.repeat(quoted.length));
    return [...unquoted.matchAll(SEGMENTS)].flatMap(({ 0: segment, index }) => {
      if (!isOf(lang === 'en' ? 'fr' : 'en', lang, segment)) return [];
      const clause = segment.trim();
      return [
        {
          offset: index + segment.indexOf(clause),
          length: clause.length,
          message: `this reads as ${lang === 'en' ? 'French' : 'English'} in a text that is marked ${lang}`,
        },
      ];
    });
  }),
};

function isOf(other: Latin, marked: Latin, segment: string): boolean {
  const words = segment.match(WORDS) ?? [];
  if (words.length < FEWEST_WORDS) return false;
  const lower = words.map((word) => word.toLowerCase());
  const count = lower.filter((word) => FUNCTION_WORDS[other].has(word)).length;
  const sentence = words.some(
    (word, index) => word === lower[index] && word.length > 2 && !FUNCTION_WORDS[other].has(word),
  );
  return (
    sentence &&
    count >= FEWEST_FUNCTION_WORDS &&
    count >= words.length * SHARE_OF_FUNCTION_WORDS &&
    !lower.some((word) => FUNCTION_WORDS[marked].has(word))
  );
}
