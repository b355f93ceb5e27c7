import type { DateRole } from '../../../languages/index.ts';
import type { Message } from '../../messages.ts';
import { daysAfter, isEdtf, type Lang, LIMITS, languagesToTry, Memory } from '../../model/index.ts';
import { reason } from '../../reasons.ts';
import { withoutHours } from './clock.ts';
import { computedDate } from './computed-date.ts';
import { afterSign, type DateCursor, type DateOptions, readingOf, skipRoles } from './date-cursor.ts';
import { namesDaysOfWeek, saysItsDays } from './days-of-week.ts';
import { isNamedDay } from './named-days.ts';
import { withoutClauses } from './not-of-the-event.ts';
import { numberedDay } from './numbered-day.ts';
import { isRemark } from './remark.ts';
import { type Note, type Resolved, resolve, type Unresolved, type WeekdayClaim } from './resolve.ts';
import { bothOf, readPair, readSelection, type Selection } from './selection.ts';
import { type List, readList } from './span.ts';
import { type Mark, type Token, tellsDate, tokensOf, type Value } from './tokens.ts';

export type DatePhrase =
  /**
   * `weekdays` is defined if the words name weekdays. `isComputed`: the words state only the name of a day or the number
   * of a week.
   */
  | { edtf: string; weekdays?: readonly WeekdayClaim[]; isComputed?: true }
  /** The unchanged words, and why they are not a date. */
  | { unparsed: string; why: Message };

/**
 * Converts a planned date, in EDTF or in the words of one of the languages, to EDTF. Nothing is guessed: unless every
 * word is understood, the words are returned with the reason. Imprecise words (late August) result in an approximate
 * date, and `to be confirmed` next to a date in an uncertain date. Comments in brackets are ignored.
 */
export function parseDatePhrase(words: string, options: DateOptions = {}): DatePhrase {
  if (words.length > LIMITS.dateCharacters) return { unparsed: words, why: reason('date-too-long') };
  const { lang, year, period, order, century } = options;
  const key = JSON.stringify([words, lang, year, period, order, century]);
  return phrases.get(key, () => readPhrase(words, options));
}

/** The EDTF of a planned date; undefined if its words are not a date. */
export function edtfOf(words: string, options: DateOptions = {}): string | undefined {
  const phrase = parseDatePhrase(words, options);
  return 'edtf' in phrase ? phrase.edtf : undefined;
}

const phrases = new Memory<DatePhrase>(4000);

function readPhrase(words: string, options: DateOptions): DatePhrase {
  const failure = (why: Message): DatePhrase => ({ unparsed: words, why });
  const text = words.trim();
  if (text === '') return failure(reason('date-empty'));
  if (isEdtf(text)) return { edtf: text };
  const numbered = STARTS_WITH_WORD.test(text) ? numberedDate(text, options) : undefined;
  if (numbered !== undefined) return numbered;
  let best: Outcome = { why: reason('not-a-date'), unknown: Number.POSITIVE_INFINITY };
  for (const lang of languagesToTry(options.lang)) {
    for (const variant of variantsOf(text, lang)) {
      const outcome = parseIn(variant, lang, options);
      if (isBetter(outcome, best)) best = outcome;
      if ('edtf' in outcome) break;
    }
    if ('edtf' in best && best.unknown === 0) break;
  }
  if ('why' in best) return numberedDate(text, options) ?? failure(best.why);
  const { edtf, weekdays, isComputed } = best;
  return { edtf, ...(weekdays.length > 0 && { weekdays }), ...(isComputed && { isComputed }) };
}

const STARTS_WITH_WORD = /^\p{L}/u;

/** The date that follows a numbered day, as in `Day 1 (3 June)`. */
function numberedDate(words: string, options: DateOptions): DatePhrase | undefined {
  const day = numberedDay(words);
  if (day === undefined || day.rest === '' || day.rest === words) return undefined;
  const phrase = parseDatePhrase(day.rest, options);
  return 'edtf' in phrase && isOfDays(phrase.edtf) ? phrase : undefined;
}

/** Removes the times from a text. If a cell has several lines, each line is a separate date in a second variant. */
function variantsOf(text: string, lang: Lang): string[] {
  const days = withoutHours(text, lang);
  return days.includes('\n') ? [days, days.replaceAll('\n', '; ')] : [days];
}

/** Result of parsing a phrase in one language. */
type Outcome = (Resolved | Unresolved) & {
  /**
   * Number of words that have no meaning in the dates of the language. The language with the fewest such words is the
   * most likely.
   */
  unknown: number;
  isComputed?: true;
};

function isBetter(outcome: Outcome, best: Outcome): boolean {
  if ('edtf' in outcome !== 'edtf' in best) return 'edtf' in outcome;
  return outcome.unknown < best.unknown;
}

function parseIn(words: string, lang: Lang, options: DateOptions): Outcome {
  const text = withoutThirdDates(words, lang, options);
  const tokens = tokensOf(text, lang);
  const unknown = tokens.filter((token) => token.value.kind === 'word').length;
  const reading = readingOf(lang, options, false);
  const computed = computedDate(tokens, options.year);
  if (computed !== undefined) return { edtf: computed, weekdays: [], isComputed: true, unknown };
  const dates = withoutNames(tokens);
  const { sections, notes, days, selections } = sectionsOf(dates, text, reading, options.lang);
  const lists: List[] = [];
  for (const section of sections) {
    // The days of a weekend can follow its name in brackets: Whitsun weekend (15–17 May).
    if (sections.length > 1 && section.every(isWeekend)) continue;
    const reader = { ...reading, tokens: section };
    const { list, selection, rest } = readDaysOfPeriod(reader, options) ?? readSection(reader);
    if (rest !== undefined) return { why: whyNot(tokens, text, rest), unknown };
    if (list !== undefined) lists.push(list);
    if (selection !== undefined) selections.push(selection);
  }
  if (lists.length === 0 && selections.some(({ only }) => only !== undefined))
    return { why: reason('weekdays-without-period'), unknown };
  if (lists.length === 0) return { why: whyNot(tokens, text, undefined), unknown };
  let resolved = resolve(lists, notes, options, selections.length === 0 ? undefined : bothOf(selections));
  // Weekdays in brackets after a period of more than a week select some of its days.
  const inner =
    days !== undefined && 'edtf' in resolved && isOverAWeek(resolved.edtf)
      ? readSelection({ ...reading, tokens: days.tokens }, 0, true)
      : undefined;
  const isSelected = inner !== undefined && inner.next === days?.tokens.length;
  if (isSelected) resolved = resolve(lists, notes, options, bothOf([...selections, inner.value]));
  const unnamed = 'edtf' in resolved ? whyNotNamed(tokens, resolved.edtf) : undefined;
  if (unnamed !== undefined) return { why: unnamed, unknown: -1 };
  // Weekdays in brackets that are not exactly those of the date make the text ambiguous.
  if (days !== undefined && !isSelected && 'edtf' in resolved && !saysItsDays(days.tokens, resolved.edtf))
    return { why: reason('brackets-of-weekdays', { words: days.words }), unknown: -1 };
  // The reason why parsed words are not a valid date is more helpful than a reason why words could not be parsed.
  return 'why' in resolved ? { why: resolved.why, unknown: -1 } : { ...resolved, unknown };
}

/**
 * Reads the dates of a section and the selection of their days. If a section contains only a selection, the selection
 * applies to the dates in the other sections.
 */
function readSection(reader: DateCursor): { list?: List; selection?: Selection; rest: Token | undefined } {
  const { tokens } = reader;
  const selects = tokens.some((token, at) => isSelecting(token, tokens[at - 1]));
  const before = selects ? readSelection(reader, 0) : undefined;
  const isAlone = before?.next === tokens.length;
  const first = before === undefined ? 0 : afterSign(reader, before.next);
  const list = isAlone ? undefined : readList(reader, skipRoles(reader, first, 'of'));
  // Words such as `daily` and `jeweils` remain after the times to which they refer have been removed.
  const sign = afterSign(reader, list?.next ?? 0);
  const daily = skipRoles(reader, sign, 'daily', 'lead');
  const end = list && (daily > sign ? daily : list.next);
  const isPeriod = list?.value.spans.length === 1 && list.value.spans[0]?.kind === 'range';
  const after =
    end === undefined || !(selects || isPeriod) ? undefined : readSelection(reader, end, isPeriod);
  const selections = [before, after].flatMap((one) => one?.value ?? []);
  return {
    ...(list === undefined ? {} : { list: list.value }),
    ...(selections.length === 0 ? {} : { selection: bothOf(selections) }),
    rest: tokens[after?.next ?? end ?? before?.next ?? 0],
  };
}

/** Reads several weekdays before a period of more than a week, as in `Di + Do, 10.–19. August` and `Mon & Wed, 4–27 Oct`. */
function readDaysOfPeriod(
  reader: DateCursor,
  options: DateOptions,
): ReturnType<typeof readSection> | undefined {
  const selection = readPair(reader);
  if (selection === undefined) return undefined;
  const list = readList(reader, skipRoles(reader, afterSign(reader, selection.next), 'of'));
  if (list?.next !== reader.tokens.length) return undefined;
  const period = resolve([list.value], [], options);
  return 'edtf' in period && isOverAWeek(period.edtf)
    ? { list: list.value, selection: selection.value, rest: undefined }
    : undefined;
}

function isWeekend({ value }: Token): boolean {
  return (value.kind === 'weekend' && !value.again) || value.kind === 'small';
}

/** Whether a token selects days of a period, such as "every" or "Mondays". */
function isSelecting({ value }: Token, before: Token | undefined): boolean {
  if (value.kind === 'weekday') return before !== undefined && isOrdinal(before);
  if (value.kind === 'small') return value.roles.some((role) => SELECTING.includes(role));
  return ['weekdays', 'weekend', 'workdays'].includes(value.kind);
}

function isOrdinal({ value }: Token): boolean {
  return value.kind === 'ordinal' || value.kind === 'last' || (value.kind === 'number' && value.ordinal);
}

const SELECTING: readonly DateRole[] = ['every', 'only', 'except'];

/**
 * The reason why a holiday named in the text does not match its date. Undefined if every holiday matches, or if there
 * is none.
 */
function whyNotNamed(tokens: readonly Token[], edtf: string): Message | undefined {
  const names = tokens.filter(isName);
  if (names.length === 0) return undefined;
  if (!isOfDays(edtf)) return reason('named-day-without-date');
  const others = names.flatMap(({ value }) =>
    value.kind === 'named' && !isNamedDay(edtf, value.day) ? value.day : [],
  );
  return others.length === 0 ? undefined : reason('named-day-is-another');
}

function isOverAWeek(edtf: string): boolean {
  const [, start, end] = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(edtf) ?? [];
  return start !== undefined && end !== undefined && daysAfter(start, 7) <= end;
}

/** Whether an EDTF text contains only days, and no months or longer periods. */
export function isOfDays(edtf: string): boolean {
  return edtf.split(/[/,{}]|\.\./).every((one) => one === '' || /^\d{4}-\d\d-\d\d/.test(one));
}

function isName({ value }: Token): boolean {
  return isBeside({ value }) || value.kind === 'night';
}

/**
 * Whether a token is a named day or a part of the day, which can be added to a date: Good Friday 26 March, 20 мая
 * вечером.
 */
function isBeside({ value }: Pick<Token, 'value'>): boolean {
  return value.kind === 'named' || value.kind === 'part-of-day';
}

/** The position of `except` in the last clause; -1 if there is none. */
function lastExcept(tokens: readonly Token[]): number {
  return tokens.findLastIndex(
    ({ value }, at) =>
      value.kind === 'small' && value.roles.includes('except') && endOfClause(tokens, at) === tokens.length,
  );
}

/** The position of the bracket or semicolon that ends a clause. */
function endOfClause(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(
    ({ value }, at) =>
      at > from && value.kind === 'mark' && ['open', 'close', 'semicolon'].includes(value.mark),
  );
  return end < 0 ? tokens.length : end;
}

/**
 * Removes named days and parts of the day from the tokens, with the words that join them to dates, as in `soirée du`
 * and `am Himmelfahrtstag,`. Partial exceptions such as `except Sunday morning` are removed as well, because the event
 * still takes place on that day. A named day whose date cannot be calculated is not removed if it is next to a comma,
 * because it may then be a separate date.
 */
function withoutNames(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(isBeside)) return tokens;
  const kept: Token[] = [];
  const isSign = (token: Token | undefined, ...marks: readonly Mark[]): boolean =>
    token?.value.kind === 'mark' && marks.includes(token.value.mark);
  const joins = (token: Token | undefined, ...roles: readonly DateRole[]): boolean =>
    token?.value.kind === 'small' && token.value.roles.some((role) => roles.includes(role));
  let isBehindName = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const { value } = token;
    const [before, next] = [kept.at(-1), tokens[at + 1]];
    const isOther = value.kind === 'named' && value.day === 'other';
    const except = value.kind === 'part-of-day' ? lastExcept(kept) : -1;
    if (except >= 0) {
      const left = [...kept.slice(except), ...tokens.slice(at + 1, endOfClause(tokens, at))];
      if (left.some((one) => isSign(one, 'and', 'comma') || joins(one, 'and'))) return tokens;
      kept.length = except;
      at = endOfClause(tokens, at) - 1;
      continue;
    }
    if (!isBeside(token) || (isOther && (isSign(before, 'comma') || isSign(next, 'comma')))) {
      kept.push(token);
      isBehindName = false;
      continue;
    }
    while (joins(kept.at(-1), 'lead', 'article', 'day')) kept.pop();
    if (isBehindName && joins(kept.at(-1), 'and')) kept.pop();
    if (isSign(kept.at(-1), 'comma', 'dash')) kept.pop();
    else if (isSign(next, 'comma', 'dash')) at += 1;
    while (joins(tokens[at + 1], 'of', 'article', 'lead', 'day')) at += 1;
    isBehindName = true;
  }
  return kept;
}

/**
 * Removes clauses that state a date other than that of the event, such as an application deadline or a publication
 * date.
 */
function withoutThirdDates(words: string, lang: Lang, options: DateOptions): string {
  return withoutClauses(words, lang, (date) => {
    const tokens = tokensOf(date, lang);
    const [start, end] = trimmed(tokens);
    const reader: DateCursor = { tokens: tokens.slice(start, end), ...readingOf(lang, options, false) };
    const list = readList(reader, 0);
    return list !== undefined && list.next === reader.tokens.length && list.value.spans.length === 1;
  });
}

/** The reason why a text is not a date; `rest` is the token at which parsing stopped. */
function whyNot(tokens: readonly Token[], text: string, rest: Token | undefined): Message {
  const words = tokens.filter(({ value }) => value.kind === 'word' || value.kind === 'week');
  const names = [...new Set(words.map((token) => text.slice(token.start, token.end)))].slice(0, 3);
  if (!tokens.some(tellsDate))
    return reason(tokens.some(isUncertain) ? 'date-to-be-confirmed' : 'not-a-date');
  if (names.length > 0) return reason('words-not-understood', { words: names });
  if (tokens.some((token) => token.value.kind === 'season')) return reason('season-without-months');
  if (tokens.some((token) => token.value.kind === 'small' && token.value.roles.includes('or'))) {
    return reason('one-of-several-dates');
  }
  if (rest === undefined) return reason('not-a-date');
  // The words before the token without a space belong to it, as in 13.13.
  const start = text.slice(0, rest.start).search(/(?<!\S)\S*$/);
  return reason('words-not-understood', { words: text.slice(start) });
}

/** The parts of a phrase, each of which must be a date: first those separated by colons, then those in brackets. */
interface Sections {
  sections: readonly (readonly Token[])[];
  notes: readonly Note[];
  /** The words in brackets that name weekdays. */
  days?: { words: string; tokens: readonly Token[] };
  /** The selections of days that are in brackets. */
  selections: Selection[];
}

function sectionsOf(
  tokens: readonly Token[],
  text: string,
  reading: Omit<DateCursor, 'tokens'>,
  lang: Lang | undefined,
): Sections {
  const notes: Note[] = [];
  let days: Sections['days'];
  const asides: Token[][] = [];
  const main: Token[] = [];
  const selections: Selection[] = [];
  const isAside = (inner: readonly Token[]): boolean =>
    inner.some(tellsDate) && !isRemark(text.slice(inner[0]?.start, inner.at(-1)?.end));
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (!isBracket(token, 'open')) {
      main.push(token);
      continue;
    }
    const close = closing(tokens, at + 1);
    const inner = tokens.slice(at + 1, close);
    const [first] = inner;
    const words = text.slice(first?.start, inner.at(-1)?.end);
    const selection = readSelection({ ...reading, tokens: inner }, 0);
    if (selection !== undefined && selection.next === inner.length) selections.push(selection.value);
    else if (inner.length === 1 && first?.value.kind === 'weekday') main.push({ ...first, spaced: true });
    else if (inner.every(isNoteOrMark) && endsHere(tokens[close + 1])) notes.push(...notesIn(inner));
    else if (!/\d/.test(words) && namesDaysOfWeek(words, lang)) days = { words, tokens: inner };
    else if (isAside(inner)) asides.push(inner);
    else if (inner.some(isUncertain)) main.push(...inner);
    at = close;
  }
  const sections = [...splitAtColons(main), ...asides].map((section) => {
    const [start, end] = trimmed(section);
    notes.push(...notesIn(section.slice(0, start)), ...notesIn(section.slice(end)));
    return section.slice(start, end);
  });
  return {
    sections: sections.filter((section) =>
      section.some(({ value }) => value.kind !== 'small' && value.kind !== 'mark'),
    ),
    notes,
    selections,
    ...(days === undefined ? {} : { days }),
  };
}

function closing(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && !isBracket(tokens[at], 'close')) at += 1;
  return at;
}

function isBracket(token: Token | undefined, mark: 'open' | 'close'): boolean {
  return token?.value.kind === 'mark' && token.value.mark === mark;
}

/**
 * Whether a note in brackets applies to everything before it: only if it is followed by a bracket, a colon, a full stop
 * or nothing.
 */
function endsHere(next: Token | undefined): boolean {
  return (
    next === undefined || (next.value.kind === 'mark' && ['open', 'colon', 'dot'].includes(next.value.mark))
  );
}

function splitAtColons(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const [index, token] of tokens.entries()) {
    const clock = token.spaced === false && tokens[index + 1]?.spaced === false;
    if (token.value.kind === 'mark' && token.value.mark === 'colon' && !clock) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Start and end of a section after notes, labels and punctuation at both ends are removed. */
function trimmed(section: readonly Token[]): [number, number] {
  let start = 0;
  let end = section.length;
  while (start < end && isNoteOrMark(section[start])) start += 1;
  while (end > start && isNoteOrMark(section[end - 1]) && !endsMonth(section, end)) end -= 1;
  return [start, end];
}

/** Whether the last full stop belongs to a month in digits, as in `7.6.`. */
function endsMonth(section: readonly Token[], end: number): boolean {
  const [first, month, last] = section.slice(Math.max(0, end - 3), end).map(({ value }) => value);
  const isDot = (value: Value | undefined): boolean => value?.kind === 'mark' && value.mark === 'dot';
  return isDot(first) && month?.kind === 'number' && month.digits <= 2 && isDot(last);
}

function isNoteOrMark(token: Token | undefined): boolean {
  if (token?.value.kind === 'mark') return ['comma', 'semicolon', 'dash', 'dot'].includes(token.value.mark);
  return token?.value.kind === 'note' || token?.value.kind === 'label';
}

function notesIn(tokens: readonly Token[]): Note[] {
  return tokens.flatMap(({ value }) =>
    value.kind === 'note' ? [{ qualifier: value.qualifier, side: value.side }] : [],
  );
}

function isUncertain({ value }: Token): boolean {
  return value.kind === 'note' && value.qualifier === 'uncertain';
}
