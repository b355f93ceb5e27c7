import type { Lang } from '../../model/text.ts';
import { NARROW_NBSP, NBSP } from '../../text/typography.ts';
import { inEachText, type Rule } from '../rule.ts';

interface Tie {
  pattern: RegExp;
  what: string;
  space: string;
}

const GROUPED_DIGITS: Tie = {
  pattern: /(?<!\d)\d{1,3}(?: \d{3})+(?!\d)/gu,
  what: 'groups of digits',
  space: NARROW_NBSP,
};

const TIES: Readonly<Record<Lang, readonly Tie[]>> = {
  en: [],
  fr: [
    GROUPED_DIGITS,
    {
      pattern: /(?<!\p{L})(?:M\.|Mme|Mlle|Dr|[Nn][°º]) (?=[\p{Lu}\d])/gu,
      what: 'title or n° and what follows',
      space: NBSP,
    },
    { pattern: /\d [%€](?!\p{L})/gu, what: 'number and its sign', space: NBSP },
  ],
  ru: [
    GROUPED_DIGITS,
    { pattern: /(?<=\S) —/gu, what: 'word and dash', space: NBSP },
    { pattern: /№ (?=\d)/gu, what: '№ and number', space: NBSP },
    { pattern: /\d (?:гг?|вв?|руб|млн|млрд|тыс)(?!\p{L})/gu, what: 'number and its unit', space: NBSP },
    {
      pattern: /(?<!\p{L})\p{Lu}\. (?:\p{Lu}\. ?)?(?=\p{Lu}\p{Ll})/gu,
      what: 'initials and name',
      space: NBSP,
    },
    { pattern: /(?<=\p{Ll}) (?:ли|же|бы|ль|ж|б)(?!\p{L})/gu, what: 'word and particle', space: NBSP },
  ],
};

export const nonbreakingSpaces: Rule = {
  id: 'nonbreaking-spaces',
  severity: 'note',
  title: 'ordinary space where the line must not break',
  why: 'A dash, a number or an initial must not be torn from its word at the end of a line.',
  good: `Год${NBSP}— дружба, №${NBSP}1`,
  bad: 'Год — дружба, № 1',
  limits: 'French and Russian only, and only the commonest cases.',
  run: inEachText(({ words, lang }) =>
    TIES[lang].flatMap(({ pattern, what, space }) =>
      [...words.matchAll(pattern)].map(({ 0: printed, index }) => ({
        offset: index,
        length: printed.length,
        message: `${what} with an ordinary space: a line may break there`,
        fix: { words: printed.replaceAll(' ', space), safe: true },
      })),
    ),
  ),
};
