import { FILLER_CROSSES, FILLER_LATIN, LANGUAGES } from '../../../languages/index.ts';
import type { Message } from '../../messages.ts';
import { messageOf } from '../messages.ts';
import { spotsOf, textRule } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

export const filler = textRule({ id: 'filler', severity: 'error', ownsWords: true }, (text, { texts }) => [
  ...spotsOf(text.words, FILLER_LATIN, ([printed]) =>
    messageOf('filler-text', { words: printed.split(/\s+/, 2).join(' ') }),
  ),
  ...spotsOf(text.words, FILLER_CROSSES, unwritten),
  ...spotsOf(text.words, isLong(text) ? ASKED : QUESTION_MARKS, unwritten),
  ...spotsOf(text.words, LANGUAGES[text.lang].rules.fillers, (match) =>
    texts.some(({ event, words }) => event === text.event && isQuoted(match[0], words))
      ? undefined
      : unwritten(match),
  ),
]);

const QUESTION_MARKS = /\?(?:\s?\?)+/gu;
/**
 * Several question marks in place of words, which are the whole text or are in brackets, after a colon or dash, or
 * before a unit.
 */
const ASKED = /(?<=(?:^|[:([–—-])\s{0,2})\?(?:\s?\?)+|\?(?:\s?\?)+(?=[ \u00a0]?(?:€|£|₽|EUR|CHF))/gmu;

/** Whether a text consists of sentences, which may contain several question marks. */
function isLong({ kind }: PrintedText): boolean {
  return kind === undefined || kind === 'title' || kind === 'description' || kind === 'picture';
}

/** Whether the text contains the words in quotation marks, in which case they are the title of a work. */
function isQuoted(printed: string, words: string): boolean {
  const [before = '', after = ''] = words.split(printed, 2);
  return /["„“«»]\s?$/u.test(before) && /^\s?["“”«»]/u.test(after);
}

function unwritten([printed]: RegExpExecArray): Message {
  return messageOf('words-unwritten', { printed });
}
