import { type HourReading, LANGS, LANGUAGES, type Language } from '../../languages/index.ts';
import { fold } from './characters.ts';
import { groupBy, valueAt } from './records.ts';
import type { Lang } from './text.ts';

/** A part of the day, such as the morning. */
export type DayPart = keyof HourReading['parts'];

/** The role of a word in a written time of day. */
export type HourRole =
  | DayPart
  | 'hour'
  | 'minute'
  | 'am'
  | 'pm'
  | 'amLetter'
  | 'pmLetter'
  | 'noon'
  | 'midnight'
  | 'at'
  | 'sign'
  | 'from'
  | 'to'
  | 'between'
  | 'comeFor'
  | 'and'
  | 'or'
  | 'doors'
  | 'start'
  | 'end'
  | 'allDay'
  | 'open'
  | 'openEnd'
  | 'filler'
  | 'names'
  | 'aside'
  | 'next'
  | 'zone'
  | 'month';

export type HourMark =
  | 'dash'
  | 'colon'
  | 'dot'
  | 'comma'
  | 'semicolon'
  | 'slash'
  | 'and'
  | 'open'
  | 'close'
  | 'other';

/** A token of a text, with its meanings in times of day. */
export interface HourToken {
  /** Offset of the start of the token in the text. */
  start: number;
  end: number;
  /** Whether the token directly follows the previous one, without a space. */
  glued: boolean;
  /** Whether the token is an unknown word of two to five capital letters. */
  capitals?: true;
  digits?: string;
  mark?: HourMark;
  roles: ReadonlySet<HourRole>;
  /** The days of the week that the token names; 1 is Monday, as in ISO 8601. */
  weekdays?: readonly number[];
  /** The value of a number word. */
  number?: number;
  /** Minutes that the token adds to the next hour, as in "half past seven". */
  before?: number;
  /** Minutes that the token adds to the preceding hour, as in "midi et demi"; 0 for words such as "sharp". */
  after?: number;
}

type Meaning = { role: HourRole } | Pick<HourToken, 'weekdays' | 'number' | 'before' | 'after'>;

interface Phrase {
  pieces: readonly string[];
  meanings: Meaning[];
}

/** A number, a word, a line break, or any other character. Apostrophes are skipped except before minutes (18'30 h). */
const PIECE = /\d+|\p{L}[\p{L}\p{M}\p{Cf}]*|\n|(?<=\d)['’](?=\d\d)|[^\s\p{Cf}'’ʼ‘]/gu;

const MARKS: ReadonlyMap<string, HourMark> = new Map<string, HourMark>([
  ...[...'-‐‑‒–—―−→›>➔'].map((sign): [string, HourMark] => [sign, 'dash']),
  ...[...`:'’`].map((sign): [string, HourMark] => [sign, 'colon']),
  ['.', 'dot'],
  [',', 'comma'],
  ...[...';|·•\n'].map((sign): [string, HourMark] => [sign, 'semicolon']),
  ['/', 'slash'],
  ['&', 'and'],
  ['+', 'and'],
  ...[...'(['].map((sign): [string, HourMark] => [sign, 'open']),
  ...[...')]'].map((sign): [string, HourMark] => [sign, 'close']),
]);

const piecesOf = (words: string): string[] => (words.match(PIECE) ?? []).map(fold);

type Phrases = ReadonlyMap<string, readonly Phrase[]>;

/** The phrases of a language by their first token; the longest phrases come first. */
function phrasesIn(language: Language): Phrases {
  const phrases = new Map<string, Phrase>();
  for (const [words, meaning] of rowsOf(language))
    for (const pieces of spellingsIn(words))
      valueAt(phrases, pieces.join(' '), () => ({ pieces, meanings: [] })).meanings.push(meaning);
  const longestFirst = [...phrases.values()].sort((a, b) => b.pieces.length - a.pieces.length);
  return groupBy(longestFirst, ({ pieces }) => pieces[0] ?? '');
}

/**
 * The tokens of each spelling in a list separated by `|`. Abbreviations are included both with and without the full
 * stop.
 */
function spellingsIn(words: string): string[][] {
  return words
    .split('|')
    .filter((spelling) => spelling !== '')
    .map(piecesOf)
    .flatMap((pieces) => (pieces.at(-1) === '.' ? [pieces, pieces.slice(0, -1)] : [pieces]));
}

const known = new Map<Lang, Phrases>();
function phrasesOf(lang: Lang): Phrases {
  return valueAt(known, lang, () => phrasesIn(LANGUAGES[lang]));
}

/** Months in all languages, because a number next to a month is a day regardless of the language. */
const MONTHS = LANGS.flatMap((lang) => [
  ...LANGUAGES[lang].cldr.months,
  ...LANGUAGES[lang].cldr.monthsAfterDay,
  ...LANGUAGES[lang].dates.read.months,
]).join('|');

const lastWord = (words: string): string | undefined => piecesOf(words).findLast((piece) => piece !== '.');

/**
 * Words, in all languages, that can directly precede a day. `article` also stands for "until", for "to" with an
 * article, and for those words for "from" that never precede a time (du 9, dal 9, del 9).
 */
const DAY_LEADS: ReadonlyMap<string | undefined, 'weekday' | 'article'> = new Map(
  LANGS.flatMap((lang) => {
    const { cldr, dates } = LANGUAGES[lang];
    const { article = '', to = '', until = '', from = '' } = dates.read.small;
    const lastWords = (words: readonly string[]) => words.flatMap((one) => one.split('|')).map(lastWord);
    const beforeHours = lastWords([dates.read.hours.from]);
    return [
      ...lastWords([...cldr.weekdays, ...dates.read.weekdays, ...(dates.read.twoLetterWeekdays ?? [])]).map(
        (one) => [one, 'weekday'] as const,
      ),
      ...[
        ...lastWords([article, to, until]),
        ...lastWords([from]).filter((one) => !beforeHours.includes(one)),
      ].map((one) => [one, 'article'] as const),
    ];
  }),
);

/** The kind of the last word of a text, if a number after this text is probably a day; otherwise undefined. */
export function dayLead(words: string): 'weekday' | 'article' | undefined {
  const last = lastWord(words);
  return last === undefined ? undefined : DAY_LEADS.get(last);
}

const WORKDAYS = [1, 2, 3, 4, 5];
const WEEKEND = [6, 7];

function rowsOf({ cldr, dates: { read }, meaning: { numbers } }: Language): [string, Meaning][] {
  const { hours, small } = read;
  const weekends = `${read.weekend}|${read.recurringWeekends}`;
  const role = (words: string | undefined, name: HourRole): [string, Meaning] => [
    words ?? '',
    { role: name },
  ];
  return [
    ...Object.entries(hours).flatMap(([key, words]): [string, Meaning][] =>
      typeof words === 'string' && key !== 'workdays' ? [role(words, key as HourRole)] : [],
    ),
    ...Object.entries(hours.parts).map(([part, words]) => role(words, part as DayPart)),
    role(small.from, 'from'),
    role(small.since, 'from'),
    role(small.to, 'to'),
    role(small.until, 'to'),
    role(small.between, 'between'),
    role(small.and, 'and'),
    role(small.or, 'or'),
    role(small.article, 'filler'),
    role(small.daily, 'filler'),
    role(read.uncertain, 'open'),
    role(MONTHS, 'month'),
    ...hours.before.map(([words, before]): [string, Meaning] => [words, { before }]),
    ...hours.after.map(([words, after]): [string, Meaning] => [words, { after }]),
    ...cldr.weekdays.flatMap((name, index): [string, Meaning][] => [
      [[name, read.weekdays[index], read.recurringWeekdays[index]].join('|'), { weekdays: [index + 1] }],
    ]),
    [hours.workdays, { weekdays: WORKDAYS }],
    [weekends, { weekdays: WEEKEND }],
    [weekends.replaceAll(' ', '-'), { weekdays: WEEKEND }],
    ...Object.entries(numbers)
      .filter(([number]) => Number(number) >= 1 && Number(number) < 60 && Number.isInteger(Number(number)))
      .map(([number, words]): [string, Meaning] => [words, { number: Number(number) }]),
  ];
}

/** A text, and its numbers, words and marks, which are the same in all languages. */
export interface HourText {
  words: string;
  pieces: readonly (Pick<HourToken, 'start' | 'end'> & { piece: string })[];
}

export function hourText(words: string): HourText {
  const pieces = [...words.matchAll(PIECE)].map(({ 0: piece, index }) => ({
    piece: fold(piece),
    start: index,
    end: index + piece.length,
  }));
  return { words, pieces };
}

/** The tokens of a text in one language. Words that do not affect times, such as "daily" and "sharp", are omitted. */
export function hourTokens({ words, pieces }: HourText, lang: Lang): HourToken[] {
  const phrases = phrasesOf(lang);
  const tokens: HourToken[] = [];
  for (let at = 0; at < pieces.length; ) {
    const first = pieces[at];
    if (first === undefined) break;
    const phrase = phrases
      .get(first.piece)
      ?.find((one) => one.pieces.every((piece, index) => pieces[at + index]?.piece === piece));
    const length = phrase?.pieces.length ?? 1;
    const { start } = first;
    const end = pieces[at + length - 1]?.end ?? first.end;
    const glued = at > 0 && pieces[at - 1]?.end === start;
    const isCapitals = phrase === undefined && /^\p{Lu}{2,5}$/u.test(words.slice(start, end));
    const token = {
      start,
      end,
      glued,
      ...(isCapitals && { capitals: true as const }),
      ...meant(first.piece, phrase),
    };
    at += length;
    if (token.roles.size === 1 && token.roles.has('filler') && token.after === undefined) continue;
    tokens.push(token);
  }
  return tokens;
}

function meant(piece: string, phrase: Phrase | undefined): Omit<HourToken, 'start' | 'end' | 'glued'> {
  if (phrase === undefined) {
    if (/^\d/.test(piece)) return { digits: piece, roles: new Set() };
    if (/^\p{L}/u.test(piece)) return { roles: new Set() };
    return { mark: MARKS.get(piece) ?? 'other', roles: new Set() };
  }
  const roles = new Set(phrase.meanings.flatMap((meaning) => ('role' in meaning ? [meaning.role] : [])));
  return Object.assign({ roles }, ...phrase.meanings.filter((meaning) => !('role' in meaning))) as Omit<
    HourToken,
    'start' | 'end' | 'glued'
  >;
}
