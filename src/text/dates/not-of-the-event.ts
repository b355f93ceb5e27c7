import { LANGS, type Lang } from '../../model/index.ts';
import { byLanguage } from '../by-language.ts';

/** Maximum distance, in characters, between a date and words that state its purpose. */
const REACH = 100;

/** The end of a sentence or clause. A full stop after a number does not count, because it can mark an ordinal. */
const SENTENCE_ENDS = /[!?;\n]|(?<!\d)\.\s+(?=\p{Lu})/gu;

/**
 * The text that can be between a word and its date: a colon or dash, and short words such as "on", "le", "am" and "с".
 */
const BETWEEN = String.raw`(?:[\s:\u2013\u2014(-]+\p{L}{1,3}(?!\p{L})){0,3}[\s:\u2013\u2014(-]*$`;

const namesOf = byLanguage(({ dates }) => dates.read.names());
const deadlinesOf = byLanguage(({ dates }) => {
  const { limit, application, others } = dates.read.deadlines();
  const beginning = ({ source }: RegExp): RegExp => new RegExp(`^\\s*(?:\\p{L}{1,5}\\s+)?(?:${source})`, 'u');
  return {
    limit,
    application,
    /** Words about applications directly before a date. */
    before: new RegExp(`(?:${application.source})${BETWEEN}`, application.flags),
    beginnings: [beginning(application), beginning(others)],
  };
});

/** A text, and the offsets of a date in it. */
export interface Surroundings {
  text: string;
  /** Offset of the start of the date in the text. */
  start: number;
  end: number;
}

/**
 * Whether the day and month are the name of a street or square, in any language: `rue du 11 Novembre`, `Straße des
 * 17. Juni`.
 */
export function isNameOfPlace({ text, start, end }: Surroundings): boolean {
  const [left, right] = [text.slice(Math.max(0, start - REACH), start), text.slice(end, end + REACH)];
  return LANGS.some((lang) => {
    const { before, after } = namesOf(lang);
    return before?.test(left) === true || after?.test(right) === true;
  });
}

/**
 * Whether the date is an application deadline or period, as in `register by 5 May`, `Anmeldung bis 5. Mai`,
 * `inscriptions du 1er au 20 mai` or `заявки до 5 мая`.
 *
 * @param open whether the date is an end without a start (until 5 May); the whole sentence is then searched for words
 * about applications
 */
export function isDeadline({ text, start, end }: Surroundings, open: boolean, lang: Lang): boolean {
  const { limit, application, before: applicationBefore } = deadlinesOf(lang);
  const before = text.slice(Math.max(0, start - REACH), start);
  const clause = before.slice(lastIndexAfter(before)).toLowerCase();
  if (limit.test(clause)) return true;
  if (applicationBefore.test(clause)) return true;
  if (!open) return false;
  const [after = ''] = text.slice(end, end + REACH).split(SENTENCE_ENDS);
  return application.test(clause) || application.test(after.toLowerCase());
}

/**
 * A possible clause in brackets after a date; `CLAUSE` finds those that begin with a separator and continue to the end.
 */
const BRACKETS = /[([]([^()[\]]*)[)\]]/g;
const CLAUSE = /[,;\n]\s*|\s[–—-]\s|[.!]\s+(?=\p{Lu})/gu;

/** A cheap first test for clauses; most dates have none. */
const SIGN_OF_CLAUSE = /[,;\n([!–—]|\s-\s|\.\s/;

/** A position at which a date may begin. */
const WORD = /(?<![\p{L}\p{N}.])[\p{L}\p{N}]/gu;

/**
 * Removes two kinds of clauses from the text of a date cell: clauses about free admission, and all clauses after the
 * first that state a date other than that of the event. Such a date can be an application deadline, a publication date
 * or a rain date (`3 juin (inscription avant le 25 mai)`, `ab 1.3.; Bewerbungsschluss 31.1.`).
 *
 * @param isDate whether a text is exactly one date or one range of dates
 */
export function withoutClauses(words: string, lang: Lang, isDate: (words: string) => boolean): string {
  if (!SIGN_OF_CLAUSE.test(words)) return words;
  const isOther = (clause: string): boolean =>
    saysItIsFree(clause, lang) || isOtherDate(clause, lang, isDate);
  const plain = words.replace(BRACKETS, (bracket, clause: string, at: number) =>
    at > 0 && isOther(clause) ? ' ' : bracket,
  );
  for (const { index, 0: sign } of plain.matchAll(CLAUSE))
    if (plain.slice(0, index).trim() !== '' && isOther(plain.slice(index + sign.length)))
      return plain.slice(0, index);
  return plain;
}

const freeIn = byLanguage(({ cells }) => new RegExp(`^\\s*(?:${cells.free})[\\s.!]*$`, 'iu'));

/** Whether a text only states that admission is free. */
function saysItIsFree(words: string, lang: Lang): boolean {
  return freeIn(lang).test(words);
}

function isOtherDate(clause: string, lang: Lang, isDate: (words: string) => boolean): boolean {
  const { limit, beginnings } = deadlinesOf(lang);
  const small = clause.toLowerCase();
  const beginning = beginnings.flatMap((pattern) => pattern.exec(small)?.[0] ?? [])[0];
  if (beginning === undefined) return false;
  for (const { index } of clause.matchAll(WORD)) {
    if (index < beginning.length) continue;
    const between = small.slice(0, index);
    const isNear = ONLY_BETWEEN.test(between.slice(beginning.length)) || limit.test(between);
    if (isNear && isDate(clause.slice(index))) return true;
  }
  return isDate(clause.slice(beginning.length).trim());
}

const ONLY_BETWEEN = new RegExp(`^${BETWEEN}`, 'u');

/** The offset after the last end of a sentence or clause. */
function lastIndexAfter(text: string): number {
  let last = 0;
  for (const match of text.matchAll(SENTENCE_ENDS)) last = match.index + match[0].length;
  return last;
}
