import { LANGS } from '../../model/index.ts';
import { type ForeignClause, foreignClauses, isForeign } from '../foreign-clauses.ts';
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
    'The rule compares languages in Latin letters and reports only whole clauses, so names and quoted titles can stay in their language. In titles it also reports a part that starts with an article of the other language, if the dictionary of the text language is installed. It does not report titles and descriptions that are entirely in another language if there are at least four.',
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

/** If at least this number of texts are completely in another language, the language is intended. */
const MANY = 4;
/** Whether a field without a text per language is completely in another language. */
function isWholeText(text: PrintedText): boolean {
  return !LANGS.some((lang) => text.at.field?.endsWith(`.${lang}`)) && isForeign(text);
}

/** Whole clauses, only the first one if the whole text is foreign; otherwise parts of a title. */
function foreignIn(text: PrintedText, spelling: Spelling | undefined): readonly ForeignClause[] {
  const clauses = foreignClauses(text).slice(0, isForeign(text) ? 1 : undefined);
  return clauses.length > 0 || spelling === undefined ? clauses : foreignTitleParts(text, spelling);
}
