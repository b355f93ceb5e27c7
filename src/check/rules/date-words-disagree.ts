import { NBSP } from '../../../languages/index.ts';
import { edtfBounds, type Lang } from '../../model/index.ts';
import { dateTerm, dateWords } from '../../text/dates/index.ts';
import type { BareFinding } from '../finding.ts';
import { messageOf } from '../messages.ts';
import { dateTexts, readDate } from '../planned.ts';
import { type CheckContext, findingAt, type Rule } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

export const dateWordsDisagree: Rule = {
  id: 'date-words-disagree',
  severity: 'error',
  run: (context) => dateTexts(context).flatMap((text) => disagreement(text, context)),
};

function disagreement(text: PrintedText, { programme }: CheckContext): BareFinding[] {
  const phrase = readDate(text, programme);
  const when = text.event?.when;
  if (!('edtf' in phrase)) return [];
  if (when === undefined)
    return [findingAt(text.at, messageOf('when-missing', { edtf: phrase.edtf }), text.words)];
  const [printed, planned] = [edtfBounds(phrase.edtf), edtfBounds(when)];
  if (printed.start === planned.start && printed.end === planned.end) return [];
  const wider = planned.start <= printed.start && printed.end <= planned.end;
  if (wider && isApproximate(phrase.edtf) && isApproximate(when)) return [];
  const differ = messageOf('date-words-disagree', {
    words: text.words,
    when: dateTerm(when),
    edtf: phrase.edtf,
    printed: printedAs(when, text.lang),
  });
  return [findingAt(text.at, differ, text.words)];
}

/** An EDTF date in words, with ordinary spaces, as a person would type them. */
function printedAs(when: string, lang: Lang): string {
  return dateWords(when, lang).replaceAll(NBSP, ' ');
}

/** Whether an EDTF text is marked as approximate, or as both approximate and uncertain. */
function isApproximate(edtf: string): boolean {
  return /[~%]/.test(edtf);
}
