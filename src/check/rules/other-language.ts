import type { Message } from '../../messages.ts';
import { LANGS, type Lang } from '../../model/index.ts';
import { type ForeignClause, foreignClauses, isForeign, isInForeignParagraph } from '../foreign-clauses.ts';
import { foreignTitleParts } from '../foreign-titles.ts';
import { languageCalled, textCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { type Rule, spotted } from '../rule.ts';
import type { Spelling } from '../spelling.ts';
import { isProofed, type PrintedText } from '../texts.ts';

export const otherLanguage: Rule = {
  id: 'other-language',
  severity: 'warning',
  ownsWords: true,
  readsLanguage: true,
  run: ({ texts, spelling }) => {
    const found = texts
      .filter(isProofed)
      .flatMap((text) => foreignIn(text, spelling).map((clause) => ({ text, clause })));
    const free = found.filter(({ text }) => isForAllLanguages(text));
    const whole = free.filter(({ text, clause }) => isInForeignParagraph(text, clause.offset));
    const isMixed = countOf(free.filter((one) => !whole.includes(one))) >= MANY;
    const intended = isMixed ? free : whole;
    const findings = found
      .filter((one) => !intended.includes(one))
      .map(({ text, clause: { lang, ...spot } }) => spotted(text, { ...spot, ...saidOf(text, lang) }));
    const [first] = intended;
    if (first === undefined) return findings;
    const { lang, ...spot } = first.clause;
    const count = countOf(intended);
    const message =
      count === 1
        ? saidOf(first.text, lang)
        : messageOf('other-language-in-many', { found: languageCalled(lang), count });
    return [...findings, { ...spotted(first.text, { ...spot, ...message }), severity: 'note' }];
  },
};

/** If at least this many texts contain clauses in another language, the language is assumed to be intended. */
const MANY = 4;

function saidOf(text: PrintedText, lang: Lang): Message {
  return messageOf('other-language', { found: languageCalled(lang), text: textCalled(text.lang) });
}

/** The number of different texts that contain the given clauses. */
function countOf(found: readonly { text: PrintedText }[]): number {
  return new Set(found.map(({ text }) => text)).size;
}

/** Whether a field has a single text for all languages. */
function isForAllLanguages({ at }: PrintedText): boolean {
  return !LANGS.some((lang) => at.field?.endsWith(`.${lang}`));
}

/** The beginning of the translation of a title: Les enfants de la mer (Children of the sea). */
const TRANSLATION = /^ \(\p{Lu}/u;

/**
 * The first clause of each paragraph in another language, except titles that are followed by their translation. If the
 * whole text is in that language, only its first clause is returned; if there are no clauses, the foreign parts of a
 * title.
 */
function foreignIn(text: PrintedText, spelling: Spelling | undefined): readonly ForeignClause[] {
  const clauses = foreignClauses(text)
    .slice(0, isForeign(text) ? 1 : undefined)
    .filter(({ offset, length }) => !TRANSLATION.test(text.words.slice(offset + length)))
    .filter(
      ({ offset }, at, all) => text.words.slice(all[at - 1]?.offset, offset).includes('\n') || at === 0,
    );
  return clauses.length > 0 || spelling === undefined ? clauses : foreignTitleParts(text, spelling);
}
