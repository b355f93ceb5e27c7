import { LANGS } from '../../model/index.ts';
import { type ForeignClause, foreignClauses, isForeign } from '../foreign-clauses.ts';
import { foreignTitleParts } from '../foreign-titles.ts';
import { languageCalled, textCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { inEachText, type Rule } from '../rule.ts';
import type { Spelling } from '../spelling.ts';
import type { PrintedText } from '../texts.ts';

export const otherLanguage: Rule = {
  id: 'other-language',
  severity: 'warning',
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

/** If at least this many texts are completely in another language, the language is intended. */
const MANY = 4;
/** Whether a field with one text for all languages is completely in another language. */
function isWholeText(text: PrintedText): boolean {
  return !LANGS.some((lang) => text.at.field?.endsWith(`.${lang}`)) && isForeign(text);
}

/**
 * The clauses in another language, or only the first one if the whole text is in that language; if there are none, the
 * foreign parts of a title.
 */
function foreignIn(text: PrintedText, spelling: Spelling | undefined): readonly ForeignClause[] {
  const clauses = foreignClauses(text).slice(0, isForeign(text) ? 1 : undefined);
  return clauses.length > 0 || spelling === undefined ? clauses : foreignTitleParts(text, spelling);
}
