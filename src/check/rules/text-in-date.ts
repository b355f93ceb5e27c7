import { foreignWords } from '../date-words.ts';
import { messageOf } from '../messages.ts';
import { dateTexts } from '../planned.ts';
import { type CheckContext, type MatchedText, type Rule, spotted } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

export const textInDate: Rule = {
  id: 'text-in-date',
  severity: 'error',
  readsLanguage: true,
  run: (context) =>
    dateTexts(context).flatMap((text) => spotsIn(text, context).map((spot) => spotted(text, spot))),
};

function spotsIn(text: PrintedText, { mentionsIn }: CheckContext): MatchedText[] {
  const places = mentionsIn(text).map(({ start, end }) => spot(text, start, end, 'place-in-date'));
  if (places.length > 0) return places;
  const { stretches, tellsDate, comesAgain } = foreignWords(text);
  return tellsDate && !comesAgain
    ? stretches
        .filter(({ start }) => !isRemark(text.words, start))
        .slice(0, 1)
        .map(({ start, end }) => spot(text, start, end, 'text-in-date'))
    : [];
}

function spot(
  { words }: PrintedText,
  start: number,
  end: number,
  code: 'place-in-date' | 'text-in-date',
): MatchedText {
  return { offset: start, length: end - start, ...messageOf(code, { words: words.slice(start, end) }) };
}

/** Whether an offset is within a remark in brackets, such as "(webinar only)". */
function isRemark(words: string, offset: number): boolean {
  const before = words.slice(0, offset + 1);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}
