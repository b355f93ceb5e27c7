/** Detects the language of texts from headings, dates and words. */
import { LANGUAGES, OTHER_LANGUAGES } from '../../languages/index.ts';
import { LANGS, type Lang, valueAt } from '../model/index.ts';
import { byLanguage } from './by-language.ts';

/** A language of the program, or the code of another language. */
type Code = string;

/** The evidence in the cells of a list about its language. */
export interface LanguageEvidence {
  /** The language of most cells, if the program has words for it. */
  lang?: Lang;
  /** The English name of that language, if the program has no words for it. */
  other?: string;
  /** The English names of the two likeliest languages, the likelier first, if neither of them is predominant. */
  divided?: readonly [string, string];
}

/** Maximum number of cells that are read. */
const MAX_CELLS = 2_000;
/** Maximum number of characters of a cell that are read. */
const MAX_CHARACTERS = 400;
/**
 * Minimum number of different words that identify a language for which the program has no words; one repeated noun is
 * not sufficient.
 */
const MIN_WORDS = 3;
/**
 * A language that only a single word indicates is ignored, unless the number of its votes is more than this multiple of
 * the votes for the likeliest language.
 */
const SINGLE = 3;
/**
 * When the likeliest language counts as doubtful: `votes` is the minimum number of votes for the second language;
 * `part` is the minimum number of these votes, as a share of the votes for the likeliest language.
 */
const DOUBTFUL = { votes: 3, part: 2 / 3 };
/** A text with at least this number of words that identify its language counts as two votes. */
const LONG = 5;
/** "am" and "pm" after a number, which many languages use. */
const HALVES = /(?<=\d)\s?[ap]\.?m(?!\p{L})/gu;

/** An abbreviated weekday before a date in digits, such as "Di 7.5." or "Mo. 06/05". */
const SHORT_DAY = /(?<!\p{L})\p{L}{2,4}(?=\.?,?\s?\d{1,2}[./])/gu;

/** The languages in which a word is a function word or a date word. */
const LANGUAGES_OF: ReadonlyMap<string, readonly Code[]> = wordTable();

function wordTable(): Map<string, Code[]> {
  const table = new Map<string, Code[]>();
  const add = (code: Code, words: readonly string[]): void => {
    for (const word of new Set(words.join('|').toLowerCase().split(/[|\s]/)))
      valueAt(table, word, () => []).push(code);
  };
  for (const lang of LANGS) {
    const { cldr, dates, rules } = LANGUAGES[lang];
    const small = Object.values(dates.read.small);
    add(lang, [rules.functionWords, ...small, ...cldr.months, ...cldr.monthsAfterDay, ...cldr.weekdays]);
  }
  for (const [code, { words }] of Object.entries(OTHER_LANGUAGES)) add(code, [words]);
  return table;
}

/** Abbreviated weekdays, without full stops. */
const shortDays = byLanguage(({ cldr }) =>
  cldr.shortWeekdays.map((day) => day.toLowerCase().replace(/\.$/, '')),
);

/**
 * The language in which a text contains the most function words and date words. A word that belongs to several
 * languages counts less. Undefined if several languages share the highest count.
 */
function languageOfCell(text: string): { code: Code; votes: number; telling?: string[] } | undefined {
  const scores = new Map<Code, number>();
  const words =
    text
      .slice(0, MAX_CHARACTERS)
      .toLowerCase()
      .replace(HALVES, '')
      // Before a date in digits, "di" is an abbreviated German weekday, although it is otherwise a frequent Italian
      // word.
      .replace(SHORT_DAY, (day) => {
        const codes = LANGS.filter((lang) => shortDays(lang).includes(day));
        for (const code of codes) scores.set(code, (scores.get(code) ?? 0) + 1 / codes.length);
        return codes.length > 0 ? '' : day;
      })
      .match(/\p{L}[\p{L}ʼ-]*/gu) ?? [];
  for (const word of words) {
    const codes = LANGUAGES_OF.get(word) ?? [];
    for (const code of codes) scores.set(code, (scores.get(code) ?? 0) + 1 / codes.length);
  }
  const [first, second] = ranked(scores);
  if (first !== undefined && first[1] > (second?.[1] ?? 0)) {
    const telling = words.filter((word) => LANGUAGES_OF.get(word)?.includes(first[0]));
    return { code: first[0], votes: telling.length < LONG ? 1 : 2, telling };
  }
  const code = languageOfLetters(words.join(''));
  return code === undefined ? undefined : { code, votes: 1 };
}

/** The language of a sentence, if its letters or at least two of its words show that it is not `lang`. */
export function otherLanguageOf(sentence: string, lang: Lang): Lang | undefined {
  const { code, telling = [] } = languageOfCell(sentence) ?? {};
  const byLetters = languageOfLetters(sentence.toLowerCase().replace(/\P{L}/gu, ''));
  const other = byLetters ?? (telling.length > 1 ? code : undefined);
  return LANGS.find((one) => one === other && one !== lang);
}

/**
 * The language of letters in a script other than Latin. Such letters identify the language even in a title without
 * function words.
 */
function languageOfLetters(letters: string): Code | undefined {
  const others = Object.entries(OTHER_LANGUAGES);
  const other = others.find(([, language]) =>
    [...(language.letters ?? '')].some((one) => letters.includes(one)),
  );
  if (other !== undefined) return other[0];
  const scripts = LANGS.filter((lang) => LANGUAGES[lang].script !== 'Latin');
  return scripts.find((lang) => {
    const inScript = letters.match(new RegExp(`\\p{Script=${LANGUAGES[lang].script}}`, 'gu')) ?? [];
    return inScript.length * 2 > letters.length;
  });
}

function ranked(scores: ReadonlyMap<Code, number>): [Code, number][] {
  return [...scores].sort((a, b) => b[1] - a[1]);
}

/**
 * Detects the language of a list. Each distinct cell counts as one vote, so that a single long text in another language
 * does not outweigh the rest.
 *
 * @param cells texts of the list, with the headings
 * @param votes additional votes: for each heading that exists in only one language of the program, that language
 */
export function languageOfList(cells: Iterable<string>, votes: readonly Lang[]): LanguageEvidence {
  const counts = votesOf(cells);
  for (const lang of votes) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  const [first, second] = ranked(counts);
  if (first === undefined) return {};
  const [code, most] = first;
  if (
    second !== undefined &&
    (second[1] === most || (second[1] >= DOUBTFUL.votes && second[1] >= most * DOUBTFUL.part))
  )
    return { ...ofCode(code), divided: [nameOf(code), nameOf(second[0])] };
  return ofCode(code);
}

/**
 * The conditions under which texts count as being in a language other than the expected one. `votes` is the minimum
 * number of votes for the other language; `part` is the maximum number of votes for the expected language, as a share
 * of those for the other language.
 */
const OTHER = { votes: 10, part: 1 / 10 };

/**
 * The actual language of texts if hardly any text is in the expected language.
 *
 * @returns a language of the program, or the English name of another language
 */
export function languageInsteadOf(lang: Lang, texts: Iterable<string>): LanguageEvidence | undefined {
  const counts = votesOf(texts);
  const [first] = ranked(counts);
  if (first === undefined || first[0] === lang || first[1] < OTHER.votes) return undefined;
  return (counts.get(lang) ?? 0) > first[1] * OTHER.part ? undefined : ofCode(first[0]);
}

/** The number of votes for each language: one for each distinct text, and two for a long text. */
function votesOf(texts: Iterable<string>): Map<Code, number> {
  const found = [...new Set(texts)].slice(0, MAX_CELLS).flatMap((text) => languageOfCell(text) ?? []);
  const words = new Map<Code, Set<string>>();
  for (const { code, telling = [] } of found) {
    const ofLanguage = valueAt(words, code, () => new Set());
    for (const word of telling) ofLanguage.add(word);
  }
  const isTold = (code: Code, telling: readonly string[] | undefined): boolean =>
    telling === undefined || !(code in OTHER_LANGUAGES) || (words.get(code)?.size ?? 0) >= MIN_WORDS;
  const counts = new Map<Code, number>();
  for (const { code, votes, telling } of found)
    if (isTold(code, telling)) counts.set(code, (counts.get(code) ?? 0) + votes);
  // A single word that occurs in many titles may look like another language, such as "Bis" in a Spanish list.
  const [likely, most = 0] = ranked(counts).find(([code]) => (words.get(code)?.size ?? 0) >= MIN_WORDS) ?? [];
  const hasLetters = new Set(found.flatMap(({ code, telling }) => (telling === undefined ? code : [])));
  for (const [code, votes] of counts)
    if (code !== likely && words.get(code)?.size === 1 && !hasLetters.has(code) && votes <= most * SINGLE)
      counts.delete(code);
  return counts;
}

function ofCode(code: Code): LanguageEvidence {
  const lang = LANGS.find((one) => one === code);
  return lang === undefined ? { other: nameOf(code) } : { lang };
}

function nameOf(code: Code): string {
  const lang = LANGS.find((one) => one === code);
  return lang === undefined ? (OTHER_LANGUAGES[code]?.name ?? code) : LANGUAGES[lang].englishName;
}
