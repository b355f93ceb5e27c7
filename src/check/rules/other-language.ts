import { LANGS } from '../../model/index.ts';
import { type ForeignClause, foreignClauses, isForeign } from '../foreign-clauses.ts';
import { foreignTitleParts } from '../foreign-titles.ts';
import { languageCalled, textCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { inEachText, type Rule, spotted } from '../rule.ts';
import type { Spelling } from '../spelling.ts';
import type { PrintedText } from '../texts.ts';

export const otherLanguage: Rule = {
  id: 'other-language',
  severity: 'warning',
  ownsWords: true,
  readsLanguage: true,
  run: (context) => {
    const mixed = context.texts.filter((text) => isForAllLanguages(text) && foreignClauses(text).length > 0);
    const intended = new Set(mixed.length >= MANY ? mixed : []);
    const findings = inEachText((text, { spelling }) =>
      intended.has(text)
        ? []
        : foreignIn(text, spelling).map(({ lang, ...spot }) => ({
            ...spot,
            ...messageOf('other-language', { found: languageCalled(lang), text: textCalled(text.lang) }),
          })),
    )(context);
    const first = [...intended].find((text) => !isForeign(text));
    const [clause] = first === undefined ? [] : foreignClauses(first);
    if (first === undefined || clause === undefined) return findings;
    const { lang, ...spot } = clause;
    const said = messageOf('other-language-in-many', { found: languageCalled(lang), count: mixed.length });
    return [...findings, { ...spotted(first, { ...spot, ...said }), severity: 'note' }];
  },
};

/** If at least this many texts contain clauses in another language, the language is assumed to be intended. */
const MANY = 4;
/** Whether a field has a single text for all languages. */
function isForAllLanguages({ at }: PrintedText): boolean {
  return !LANGS.some((lang) => at.field?.endsWith(`.${lang}`));
}

/**
 * The clauses in another language or, if the whole text is in that language, only the first clause. If there are no
 * such clauses, the foreign parts of a title are returned.
 */
function foreignIn(text: PrintedText, spelling: Spelling | undefined): readonly ForeignClause[] {
  const clauses = foreignClauses(text).slice(0, isForeign(text) ? 1 : undefined);
  return clauses.length > 0 || spelling === undefined ? clauses : foreignTitleParts(text, spelling);
}
