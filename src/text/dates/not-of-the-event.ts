import { LANGS, type Lang } from '../../model/index.ts';
import { byLanguage } from '../by-language.ts';

/** How far from a date the words are looked for that say what it is. */
const REACH = 100;

/** Where a sentence or a part of it ends; the full stop after a number is an ordinal. */
const SENTENCE_ENDS = /[!?;\n]|(?<!\d)\.\s+(?=\p{Lu})/u;

/** What may stand between a word and its date: a colon or a dash, and short words such as on, le, am, с. */
const BETWEEN = String.raw`(?:[\s:\u2013\u2014(-]+\p{L}{1,3}(?!\p{L})){0,3}[\s:\u2013\u2014(-]*$`;

const namesOf = byLanguage(({ dates }) => dates.read.names());
const deadlinesOf = byLanguage(({ dates }) => dates.read.deadlines());

/** Words around a date in running text. */
export interface Surroundings {
  text: string;
  /** Offsets of the date. */
  start: number;
  end: number;
}

/** The day and month are the name of a street or square, in any language: `rue du 11 Novembre`, `Straße des 17. Juni`. */
export function isNameOfPlace({ text, start, end }: Surroundings): boolean {
  const [left, right] = [text.slice(Math.max(0, start - REACH), start), text.slice(end, end + REACH)];
  return LANGS.some((lang) => {
    const { before, after } = namesOf(lang);
    return before?.test(left) === true || after?.test(right) === true;
  });
}

/**
 * The date is one by which, until which or from which one applies: `register by 5 May`, `Anmeldung bis 5. Mai`,
 * `inscriptions du 1er au 20 mai`, `заявки до 5 мая`.
 *
 * @param open whether the date is an end alone (until 5 May): then the sentence tells, whether it speaks of applying before or after it
 */
export function isDeadline({ text, start, end }: Surroundings, open: boolean, lang: Lang): boolean {
  const { limit, application } = deadlinesOf(lang);
  const before = text.slice(Math.max(0, start - REACH), start);
  const clause = before.slice(lastIndexAfter(before, SENTENCE_ENDS));
  if (limit.test(clause)) return true;
  if (new RegExp(`(?:${application.source})${BETWEEN}`, application.flags).test(clause)) return true;
  if (!open) return false;
  const [after = ''] = text.slice(end, end + REACH).split(SENTENCE_ENDS);
  return application.test(clause) || application.test(after);
}

/** What may be a clause of its own behind a date: what stands in brackets, or behind a sign up to the end. */
const BRACKETS = /[([]([^()[\]]*)[)\]]/g;
const CLAUSE = /[,;\n]\s*|\s[–—-]\s|[.!]\s+(?=\p{Lu})/gu;

/** Asked for first: most dates have none. */
const SIGN_OF_CLAUSE = /[,;\n([!–—]|\s-\s|\.\s/;

/** Where the words of a date may begin. */
const WORD = /(?<![\p{L}\p{N}.])[\p{L}\p{N}]/gu;

/**
 * The words of a cell of dates without the clauses behind the first that give another date than that of the event, that by which one applies, or on
 * which something was published (`3 juin (inscription avant le 25 mai)`, `ab 1.3.; Bewerbungsschluss 31.1.`), and without those that say that it is free.
 *
 * @param isDate whether words are one date or one span, and nothing else
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

/** Whether words say that nothing is to be paid, and nothing else. */
function saysItIsFree(words: string, lang: Lang): boolean {
  return freeIn(lang).test(words);
}

function isOtherDate(clause: string, lang: Lang, isDate: (words: string) => boolean): boolean {
  const { limit, application, publication } = deadlinesOf(lang);
  const begins = ({ source }: RegExp): string | undefined =>
    new RegExp(`^\\s*(?:\\p{L}{1,5}\\s+)?(?:${source})`, 'iu').exec(clause)?.[0];
  const beginning = begins(application) ?? begins(publication);
  if (beginning === undefined) return false;
  for (const { index } of clause.matchAll(WORD)) {
    if (index < beginning.length) continue;
    const between = clause.slice(0, index);
    const isNear = ONLY_BETWEEN.test(between.slice(beginning.length)) || limit.test(between);
    if (isNear && isDate(clause.slice(index))) return true;
  }
  return isDate(clause.slice(beginning.length).trim());
}

const ONLY_BETWEEN = new RegExp(`^${BETWEEN}`, 'u');

/** The offset after the last match. */
function lastIndexAfter(text: string, pattern: RegExp): number {
  let last = 0;
  for (const match of text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`)))
    last = match.index + match[0].length;
  return last;
}
