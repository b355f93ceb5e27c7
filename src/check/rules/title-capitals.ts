import { LANGS } from '../../model/index.ts';
import type { BareFinding } from '../finding.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';

export const titleCapitals: Rule = {
  id: 'title-capitals',
  severity: 'note',
  readsLanguage: true,
  run: (context) => LANGS.flatMap((lang) => smallTitles(context, lang)),
};

/** The first word of a title, after quotation marks and similar characters. */
const FIRST = /^[^\p{L}\p{N}@#….]*(?<word>\p{L}[\p{L}\p{M}\p{N}’'.‑-]*)/u;
/**
 * Titles that begin with a lower-case letter are reported if at most one in this many titles does. If there are more
 * such titles, they are assumed to be a matter of style.
 */
const SHARE = 5;

function smallTitles({ texts }: CheckContext, lang: (typeof LANGS)[number]): BareFinding[] {
  const titles = texts.flatMap((text) => {
    const word = text.kind === 'title' && text.lang === lang ? FIRST.exec(text.words) : null;
    return word?.groups?.word === undefined ? [] : [{ text, word: word.groups.word, end: word[0].length }];
  });
  const small = titles.filter(({ word }) => /^\p{Ll}/u.test(word));
  if (small.length * SHARE > titles.length) return [];
  return small
    .filter(({ word }) => !/[\p{Lu}\p{N}]|\../u.test(word))
    .map(({ text, word, end }) =>
      spotted(text, {
        offset: end - word.length,
        length: word.length,
        ...messageOf('title-small-letter'),
        fix: { words: word.charAt(0).toUpperCase() + word.slice(1), safe: false },
      }),
    );
}
