import { isEdtf, LANGS, type Lang, LIMITS } from '../../model/index.ts';
import { namesDaysOfWeek, saysItsDays } from './days-of-week.ts';
import { afterClocks, type DateOptions, type Reader, readingOf } from './reader.ts';
import { isRemark } from './remark.ts';
import { type Note, type Resolved, resolve, type Unresolved, type WeekdayClaim } from './resolve.ts';
import { type List, readList } from './span.ts';
import { type Token, tellsDate, tokensOf } from './tokens.ts';

export type DatePhrase =
  /** `weekdays` where the words name days of the week. */
  | { edtf: string; weekdays?: readonly WeekdayClaim[] }
  /** The words as they are, and why they are not a date. */
  | { unparsed: string; why: string };

/**
 * The EDTF of a planned date in words: words of one of the languages, or EDTF itself. Every word must be understood and
 * nothing is guessed: else the words come back with the reason. Rough words (late August) give an approximate date,
 * `to be confirmed` beside a date an uncertain one; a comment in brackets is passed over.
 */
export function parseDatePhrase(words: string, options: DateOptions = {}): DatePhrase {
  const failure = (why: string): DatePhrase => ({ unparsed: words, why });
  const text = words.trim();
  if (text === '') return failure('empty');
  if (text.length > LIMITS.dateCharacters) return failure('too long for a date');
  if (isEdtf(text) === true) return { edtf: text };
  let best: Outcome = { why: 'not a date', unknown: Number.POSITIVE_INFINITY };
  for (const lang of languagesToTry(options.lang)) {
    // Lines of a cell are one phrase, else one date each.
    for (const variant of text.includes('\n') ? [text, text.replaceAll('\n', '; ')] : [text]) {
      const outcome = parseIn(variant, lang, options);
      if (isBetter(outcome, best)) best = outcome;
    }
    if ('edtf' in best && best.unknown === 0) break;
  }
  if ('why' in best) return failure(best.why);
  const { edtf, weekdays } = best;
  return weekdays.length === 0 ? { edtf } : { edtf, weekdays };
}

/** The language first of all others: a programme has dates in other languages too. */
function languagesToTry(lang: Lang | undefined): Lang[] {
  return lang === undefined ? [...LANGS] : [lang, ...LANGS.filter((other) => other !== lang)];
}

/** What came of reading a phrase as words of one language. */
type Outcome = (Resolved | Unresolved) & {
  /** Words that mean nothing in a date of the language: the fewer, the likelier the language. */
  unknown: number;
};

function isBetter(outcome: Outcome, best: Outcome): boolean {
  if ('edtf' in outcome !== 'edtf' in best) return 'edtf' in outcome;
  return outcome.unknown < best.unknown;
}

function parseIn(text: string, lang: Lang, options: DateOptions): Outcome {
  const tokens = tokensOf(text, lang);
  const unknown = tokens.filter((token) => token.value.kind === 'word').length;
  const reading = readingOf(lang, options, false);
  const { sections, notes, days } = sectionsOf(tokens, text, reading, options.lang);
  const lists: List[] = [];
  for (const section of sections) {
    const list = readList({ ...reading, tokens: section }, 0);
    const rest = section[list?.next ?? 0];
    if (list === undefined || rest !== undefined) {
      return { why: whyNot(tokens, text, rest), unknown };
    }
    lists.push(list.value);
  }
  if (lists.length === 0) return { why: whyNot(tokens, text, undefined), unknown };
  const resolved = resolve(lists, notes, options);
  // One day is what it is, whatever else is said of its week.
  if (days !== undefined && 'edtf' in resolved && !saysItsDays(days.tokens, resolved.edtf))
    return { why: `the words in brackets are about days of the week: "${days.words}"`, unknown: -1 };
  // Words that were read tell more of why they are no date than words that were not.
  return 'why' in resolved ? { why: resolved.why, unknown: -1 } : { ...resolved, unknown };
}

/** Why words that were not read to their end are no date; `rest` is where reading stopped. */
function whyNot(tokens: readonly Token[], text: string, rest: Token | undefined): string {
  const words = tokens.filter((token) => token.value.kind === 'word');
  const names = words.slice(0, 3).map((token) => text.slice(token.start, token.end));
  if (!tokens.some(tellsDate)) return tokens.some(isUncertain) ? 'to be confirmed' : 'not a date';
  if (names.length > 0) return `not understood: ${names.join(', ')}`;
  if (tokens.some((token) => token.value.kind === 'season'))
    return 'a season has other months for each reader: write the months';
  if (tokens.some((token) => token.value.kind === 'small' && token.value.roles.includes('or'))) {
    return 'one of several dates';
  }
  return rest === undefined ? 'not a date' : `not understood: ${text.slice(rest.start)}`;
}

/** The parts of a phrase that must each be a date: around colons, then those in brackets. */
interface Sections {
  sections: readonly (readonly Token[])[];
  notes: readonly Note[];
  /** Words in brackets about days of the week. */
  days?: { words: string; tokens: readonly Token[] };
}

function sectionsOf(
  tokens: readonly Token[],
  text: string,
  reading: Omit<Reader, 'tokens'>,
  lang: Lang | undefined,
): Sections {
  const notes: Note[] = [];
  let days: Sections['days'];
  const asides: Token[][] = [];
  const main: Token[] = [];
  const isAside = (inner: readonly Token[]): boolean =>
    inner.some(tellsDate) &&
    afterClocks({ ...reading, tokens: inner }, 0) < inner.length &&
    !isRemark(text.slice(inner[0]?.start, inner.at(-1)?.end));
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
    if (inner.length === 1 && first?.value.kind === 'weekday') main.push({ ...first, spaced: true });
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
    sections: sections.filter((section) => section.length > 0),
    notes,
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

/** A note in brackets is about all that stands before it only where nothing but a bracket or a colon follows. */
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

/** Start and end of a section without the notes, labels and punctuation around it. */
function trimmed(section: readonly Token[]): [number, number] {
  let start = 0;
  let end = section.length;
  while (start < end && isNoteOrMark(section[start])) start += 1;
  while (end > start && isNoteOrMark(section[end - 1])) end -= 1;
  return [start, end];
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
