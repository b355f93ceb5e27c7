import type { Message } from '../../messages.ts';
import { endsBeforeStart } from '../../text/dates/index.ts';
import { foreignWords } from '../date-words.ts';
import { reasonCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { dateTexts, readDate } from '../planned.ts';
import { type CheckContext, findingAt, type Rule } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

export const dateNotUnderstood: Rule = {
  id: 'date-not-understood',
  severity: 'warning',
  readsLanguage: true,
  run: (context) =>
    dateTexts(context).flatMap((text) => {
      const message = whyNotUnderstood(text, context);
      return message === undefined ? [] : [findingAt(text.at, message, text.words)];
    }),
};

function whyNotUnderstood(text: PrintedText, { programme, mentionsIn }: CheckContext): Message | undefined {
  const phrase = readDate(text, programme);
  if (!('why' in phrase) || endsBeforeStart(phrase.why) || phrase.why.code === 'date-to-be-confirmed')
    return undefined;
  const { stretches, tellsDate, comesAgain } = foreignWords(text);
  if (comesAgain) return messageOf('date-comes-again');
  if ((tellsDate && stretches.length > 0) || mentionsIn(text).length > 0) return undefined;
  return messageOf('date-not-understood', { why: reasonCalled(phrase.why) });
}
