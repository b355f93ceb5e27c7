import { LANGS, LANGUAGES } from '../../languages/index.ts';
import { fold } from '../model/index.ts';

const languages = LANGS.map((lang) => LANGUAGES[lang]);
const OPEN = languages.map(({ rules }) => rules.open);
/** Words of which a placeholder title may consist, such as "event", "project" and "the". */
const EMPTY = new RegExp(
  `^(?:${languages
    .flatMap(({ headings, rules, articles }) => [
      headings.roles.title,
      headings.people,
      rules.functionWords,
      articles,
    ])
    .map((words) => fold(words).replaceAll('=', '').replaceAll('*', '\\p{L}*'))
    .join('|')})$`,
  'u',
);
/** Titles that denote a free slot. */
const FREE = new Set(languages.flatMap(({ meaning }) => meaning.freeSlots.split('|').map(fold)));
/** Maximum number of characters of a placeholder title. */
const LONGEST = 80;

/** Whether a title is a placeholder, such as "Title to be confirmed", "11:30 free slot" or "N. N.". */
export function isOpenTitle(title: string): boolean {
  if (title.length > LONGEST) return false;
  const plain = fold(title)
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
  if (FREE.has(plain)) return true;
  const rest = OPEN.reduce((words, open) => words.replace(open, ' '), title);
  const words = rest.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.every((word) => EMPTY.test(fold(word))) && (rest !== title || words.length <= 1);
}
