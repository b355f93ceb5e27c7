import { LANGS } from '../../model/index.ts';
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
  title: 'sentence in another language than its text',
  why: 'Readers may not understand it, and screen readers pronounce it incorrectly.',
  good: 'France helps start-ups',
  bad: 'in an English text: La France aide les startups',
  limits:
    'The rule compares languages in Latin letters and reports only whole clauses, so names and quoted titles can stay in their language. In titles it also reports a part that starts with an article of the other language, if the dictionary of the text language is installed. It does not report events in another language if at least four descriptions are entirely in it.',
  ownsWords: true,
  readsLanguage: true,
  run: (context) => {
    const whole = context.texts.filter(isWholeText);
    const held = new Set(whole.length >= MANY ? whole : []);
    return inEachText((text, { spelling }) =>
      held.has(text)
        ? []
        : foreignIn(text, spelling).map(({ lang, ...spot }) => ({
            ...spot,
            ...messageOf('other-language', { found: languageCalled(lang), text: textCalled(text.lang) }),
          })),
    )(context);
  },
};

/** If at least this number of events have a description in another language, the language is intended. */
const MANY = 4;
/**
 * Minimum share of a text in another language from which the whole text counts as in that language. The rest are
 * names between the clauses.
 */
const WHOLE = 0.4;

/** Whether the description of an event is completely in another language, in a field without a text per language. */
function isWholeText(text: PrintedText): boolean {
  if (text.kind !== 'description' || LANGS.some((lang) => text.at.field?.endsWith(`.${lang}`))) return false;
  const foreign = foreignClauses(text).reduce((sum, { length }) => sum + length, 0);
  return foreign >= WHOLE * text.words.length;
}

/** Whole clauses, otherwise parts of a title. */
function foreignIn(text: PrintedText, spelling: Spelling | undefined): readonly ForeignClause[] {
  const clauses = foreignClauses(text);
  return clauses.length > 0 || spelling === undefined ? clauses : foreignTitleParts(text, spelling);
}
