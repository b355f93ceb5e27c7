import { byLanguage } from '../../text/index.ts';
import { datesInTexts } from '../dates-in-texts.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, findingAt, type Rule } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

export const noTitle: Rule = {
  id: 'no-title',
  severity: 'warning',
  readsLanguage: true,
  run: (context) => {
    const dated = new Set(datesInTexts(context).map(({ text }) => text));
    return context.texts
      .filter(({ kind }) => kind === 'title')
      .flatMap((text) => {
        const why = whyNone(text, dated.has(text), context);
        return why === undefined ? [] : [findingAt(text.at, messageOf(why), text.words)];
      });
  },
};

const starts = byLanguage(({ rules }) => {
  const before = (words: string): RegExp => new RegExp(`^(?:${words})(?![\\p{L}’'-])`, 'iu');
  return {
    preposition: before(rules.titles.prepositions),
    opening: before(rules.titles.openings),
    bare: new RegExp(`^(?:${rules.titles.bare}) (?:${rules.titles.prepositions})(?![\\p{L}’'-])`, 'iu'),
    joint: new RegExp(`^(?:${rules.titles.joints})\\s`, 'u'),
  };
});

/** The code of the message about a text that is not a proper title; undefined if nothing is wrong with the text. */
function whyNone(text: PrintedText, dated: boolean, { mentionsIn }: CheckContext) {
  const { words, lang } = text;
  const { preposition, opening, bare, joint } = starts(lang);
  if (opening.test(words)) return 'title-like-description';
  if (bare.test(words) && (dated || /\d/.test(words) || mentionsIn(text).length > 0))
    return 'title-without-subject';
  if (dated && preposition.test(words)) return 'title-begins-with-date';
  return joint.test(words) ? 'title-mid-sentence' : undefined;
}
