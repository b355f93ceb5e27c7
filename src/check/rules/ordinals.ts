import type { Lang } from '../../model/text.ts';
import { inEachText, type Rule, type Spot } from '../rule.ts';

const ORDINALS: Readonly<Record<Lang, RegExp>> = {
  en: /(?<![\p{L}\d.,])(\d+)([ \u00a0]?)(st|nd|rd|th)(?!\p{L})/gu,
  fr: /(?<![\p{L}\d.,])(\d+)([ \u00a0]?)(er|re|ère|e|è|ème|ième|eme)(?!\p{L}|['’])/gu,
  ru: /(?<![\p{L}\d.,])(\d+)( ?- | -)(й|я|е|го|му|м|х|ой|ый|ая)(?!\p{L})/gu,
};

export const ordinals: Rule = {
  id: 'ordinals',
  severity: 'warning',
  title: 'ordinal number split or wrongly ended',
  why: 'A split ordinal is a trace of copying from a PDF; a wrong ending is a slip of grammar.',
  good: 'the 45th anniversary',
  bad: 'the 45 th anniversary',
  limits: 'Russian endings are only joined, not checked.',
  run: inEachText(({ words, lang }) =>
    [...words.matchAll(ORDINALS[lang])].flatMap(
      ({ 0: printed, 1: number = '', 3: ending = '', index }): Spot[] => {
        const right = `${number}${rightEnding(lang, number, ending)}`;
        if (right === printed) return [];
        return [
          {
            offset: index,
            length: printed.length,
            message: `ordinal number ${printed}: expected ${right}`,
            fix: { words: right, safe: true },
          },
        ];
      },
    ),
  ),
};

function rightEnding(lang: Lang, number: string, ending: string): string {
  if (lang === 'ru') return `-${ending}`;
  if (lang === 'fr') {
    if (number !== '1') return 'e';
    return ending === 'ère' || ending === 're' ? 're' : 'er';
  }
  if (/1[123]$/.test(number)) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[number.at(-1) ?? ''] ?? 'th';
}
