import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { quotationsIn } from '../quotes.ts';
import { spotsOf, textRule } from '../rule.ts';

/** An ellipsis in brackets: (...), [...], (…). */
const LEFT_OUT = /[([]\s{0,3}(?:\.{2,}|…)\s{0,3}[)\]]/gu;
/**
 * An ellipsis after a word at the end of a text. More than three dots are not matched, because they are used for
 * effect.
 */
const AT_END = /(?<=[\p{L}\p{N}\p{M}»”"’')\],]\s?)(?:\.{3}|…\.?)$/u;

export const ellipsis = textRule({ id: 'ellipsis', severity: 'note' }, ({ words, lang, kind, event }) => {
  if (event === undefined || !/\.\.|…/.test(words)) return [];
  const { pairs } = quotationsIn(words, lang);
  const inside = spotsOf(words, LEFT_OUT, ({ 0: marks, index }) =>
    pairs.some(({ start, end }) => start < index && index < end)
      ? undefined
      : messageOf('words-left-out', { marks }),
  );
  const end = kind === 'title' ? null : AT_END.exec(words.trimEnd());
  if (end === null || LANGUAGES[lang].rules.goesOn.test(words.slice(0, end.index))) return inside;
  return [...inside, { offset: end.index, length: end[0].length, ...messageOf('text-cut') }];
});
