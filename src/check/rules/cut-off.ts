import type { Lang } from '../../model/text.ts';
import { inEachText, type Rule, type Spot } from '../rule.ts';

/** Words that another word must follow. English on, in, by, up and out may end a sentence. */
const LEADING: Readonly<Record<Lang, string>> = {
  en: 'and|or|of|the|a|an|with|for|from|to|between|at|into|as|than|their|its|our',
  fr: 'et|ou|de|du|des|la|le|les|à|au|aux|en|dans|avec|sans|par|pour|sur|entre|leur|leurs|ses|son',
  ru: 'и|или|а|но|в|во|на|с|со|к|ко|по|из|от|для|до|о|об|под|над|при|за|между|через',
};

const OPEN_END: Readonly<Record<Lang, RegExp>> = {
  en: openEnd('en'),
  fr: openEnd('fr'),
  ru: openEnd('ru'),
};

export const cutOff: Rule = {
  id: 'cut-off',
  severity: 'error',
  title: 'text that stops in the middle',
  why: 'Words were lost, at a page break or in copying, and the reader sees it at once.',
  good: 'Anniversary of the twinning of the cities of Pskov and Arles',
  bad: 'Anniversary of the twinning of the cities Pskov and',
  limits: 'It knows a cut by the last word or mark; a text cut after a noun looks whole.',
  run: inEachText(({ words, lang, event }): Spot[] => {
    if (event === undefined) return [];
    const end = words.trimEnd();
    const found = OPEN_END[lang].exec(end);
    if (found !== null) {
      const last = found[0].trimStart();
      return [
        { offset: end.length - last.length, length: last.length, message: `the text stops at “${last}”` },
      ];
    }
    const bracket = openBracket(end);
    return bracket === -1 ? [] : [{ offset: bracket, length: 1, message: 'the bracket is never closed' }];
  }),
};

function openEnd(lang: Lang): RegExp {
  return new RegExp(`(?:(?:^|[\\s'’])(?:${LEADING[lang]})|[,:;(/–—]|[ ]-|\\p{L}-)$`, 'iu');
}

/** Where the last bracket stands that nothing closes, else -1. */
function openBracket(words: string): number {
  const open: number[] = [];
  for (const { 0: bracket, index } of words.matchAll(/[()]/g)) {
    if (bracket === '(') open.push(index);
    else open.pop();
  }
  return open.at(-1) ?? -1;
}
