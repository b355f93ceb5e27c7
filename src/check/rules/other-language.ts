import { type ForeignClause, foreignClauses } from '../foreign-clauses.ts';
import { foreignTitleParts } from '../foreign-titles.ts';
import { messageOf } from '../messages.ts';
import { inEachText, type Rule } from '../rule.ts';
import { languageCalled, textCalled } from '../said.ts';
import type { Spelling } from '../spelling.ts';
import type { PrintedText } from '../texts.ts';

export const otherLanguage: Rule = {
  id: 'other-language',
  severity: 'warning',
  title: 'sentence in another language than the text',
  why: 'The reader of one language stumbles over the other, and a screen reader speaks it wrongly.',
  good: 'France helps start-ups',
  bad: 'in an English text: La France aide les startups',
  limits:
    'Languages in Latin letters, and only whole clauses: names of bodies and quoted titles may stay in their language. Of titles also a part that begins with an article of the other language, beside another part, where the dictionary of the text’s own language is installed.',
  ownsWords: true,
  run: inEachText((text, { spelling }) =>
    foreignIn(text, spelling).map(({ lang, ...spot }) => ({
      ...spot,
      ...messageOf('other-language', { found: languageCalled(lang), text: textCalled(text.lang) }),
    })),
  ),
};

/** Whole clauses, else parts of a title. */
function foreignIn(text: PrintedText, spelling: Spelling | undefined): readonly ForeignClause[] {
  const clauses = foreignClauses(text);
  return clauses.length > 0 || spelling === undefined ? clauses : foreignTitleParts(text, spelling);
}
