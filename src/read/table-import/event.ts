/** Reads the event of a row. */
import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import { LANGUAGES } from '../../../languages/index.ts';
import type { Position, Problem } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import {
  AcceptanceSchema,
  dateOf,
  daysAfter,
  type Event,
  type EventText,
  edtfBounds,
  edtfProblem,
  ellipsis,
  eventTexts,
  type Field,
  isCalendarDate,
  isEdtf,
  isOfSeveralDays,
  jsonOf,
  LANGS,
  type Lang,
  NO_REGION_REASONS,
  oneLine,
  ownProperty,
  parseTimePhrase,
  pathParts,
  pictureIn,
  type Side,
  type SideRegions,
  STATUSES,
  type Text,
  textOf,
  titleOf,
  weekdayOf,
  withoutUndefined,
  wordsInAll,
} from '../../model/index.ts';
import {
  findRegion,
  foldName,
  type Gazetteer,
  namesOfRegion,
  regionName,
  regionsOf,
} from '../../reference/index.ts';
import {
  type DateOptions,
  type DatePhrase,
  dateWords,
  edtfOf,
  inMessage,
  numberedDay,
  parseDatePhrase,
  tokensOf,
} from '../../text/dates/index.ts';
import { isSameInline } from '../../text/index.ts';
import { describe, validated } from '../issues.ts';
import { dashBetween, dayOfMonth, isHour, isTakenBack, statusOf, withoutRegion, yesOf } from './cell-text.ts';
import { messageOf } from './messages.ts';
import type { EventRow, RowCell } from './rows.ts';

/** The data of the programme and the spreadsheet that is needed to read an event. */
export interface EventContext {
  sides: readonly Side[];
  fields: readonly Field[];
  /** The schema for the events of the programme. */
  schema: z.ZodType<Event>;
  /** The main language of the programme. */
  main: Lang;
  /** The language of the columns whose headings do not name a language. */
  language: Lang;
  /** Options for parsing dates, such as the year of dates without a year. */
  dates: Omit<DateOptions, 'lang'>;
  /** The date (YYYY-MM-DD) of day 1, for numbered days. */
  firstDay?: string;
  gazetteer: Gazetteer;
}

/**
 * Reads the event in a row. Fields without a column keep the value of the existing event; an empty cell clears its
 * field.
 *
 * @param id the id of the event
 * @param existing the existing event, if there is one
 * @returns `event` is undefined if the row is invalid
 */
export function eventOfRow(row: EventRow, id: string, existing: Event | undefined, context: EventContext) {
  const reading = new Reading(row, existing, context);
  const { problems, remarks } = reading;
  const { fields, sides } = context;
  const [dateField, title] = [dateOf(context), titleOf(context)];
  const texts = new Map(
    eventTexts(context).map((text) => [
      text.path,
      reading.text(text, existing && textOf(existing, text.column)),
    ]),
  );
  const wordsIn = (...paths: readonly string[]): string =>
    paths.flatMap((path) => wordsInAll(texts.get(path))).join('\n');
  const regionFields = fields.filter(({ kind }) => kind === 'region').map((field) => field.id);
  const regions = sides.map((side) => {
    const words = [wordsIn(...regionFields), wordsIn(`bodies.${side.id}`), wordsIn(title)] as const;
    return [
      side.id,
      reading.regions(side, existing && ownProperty(existing.regions, side.id), words),
    ] as const;
  });
  const { date, when } = reading.dates(dateField === undefined ? undefined : texts.get(dateField));
  const dated = ['start', 'end', 'when', dateField ?? 'date'].some((field) => row.cells.has(field));
  for (const { kind, path, column } of eventTexts(context))
    if (kind === 'time' && (existing === undefined || texts.get(path) !== textOf(existing, column)))
      reading.noteTimes(texts.get(path), isOfSeveralDays(when ?? ''), path);
  if (!row.exact && dated && date === undefined && when === undefined)
    remarks.push({ ...messageOf('row-without-date'), at: row.at });
  const value = withValues([
    ...fields.map(({ id: field }) => [field, field === dateField ? date : texts.get(field)] as const),
    ['id', id],
    ['bodies', withValues(sides.map((side) => [side.id, texts.get(`bodies.${side.id}`)]))],
    ['regions', withValues(regions)],
    ['when', when],
    ...(Object.keys(FACTS) as Fact[]).map((fact) => [fact, reading.fact(fact)] as const),
  ]);
  const parsed = validated(context.schema, value, (path) => ({ field: path.join('.') }));
  for (const problem of parsed.problems) {
    const { field = '' } = problem.at ?? {};
    if (field === title && texts.get(title) === undefined)
      problems.push({ ...messageOf('row-without-title'), at: reading.placeOf(title) });
    else problems.push({ ...problem, at: { ...reading.placeOf(field), field } });
  }
  return { event: problems.length === 0 ? parsed.value : undefined, problems, remarks };
}

function withValues(pairs: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** For each event property that is not a text, the function that converts the text of a cell to its value. */
const FACTS = {
  occurrences: (words) => listOf(words),
  status: (words, at, { row, problems, remarks }) => {
    const known = statusOf(words);
    if (known !== 'unknown') return known;
    const status = ellipsis(words);
    if (row.exact)
      problems.push({ ...messageOf('status-unknown', { status, known: STATUSES.join(' or ') }), at });
    else remarks.push({ ...messageOf('status-left-out', { status }), at });
    return undefined;
  },
  timezone: (words) => words || undefined,
  repeat: (words, at, { problems }) => {
    if (words === '' || yesOf(words)) return words === '' ? undefined : true;
    problems.push({ ...messageOf('yes-expected', { found: describe(words) }), at });
    return undefined;
  },
  accept: (words, at, { problems }) =>
    listOf(words)?.flatMap((line) => {
      const parsed = AcceptanceSchema.safeParse(jsonOf(line));
      if (parsed.success) return [parsed.data];
      problems.push({ ...messageOf('acceptance-expected', { found: describe(line) }), at });
      return [];
    }),
} as const satisfies Record<string, (words: string, at: Position, reading: Reading) => unknown>;

type Fact = keyof typeof FACTS;

/** The non-empty lines of a cell; undefined if there are none. */
function listOf(words: string): string[] | undefined {
  const lines = words.split('\n').flatMap((line) => line.trim() || []);
  return lines.length === 0 ? undefined : lines;
}

/** Reads the values of a row's cells and collects problems and remarks. */
class Reading {
  readonly problems: Problem[] = [];
  readonly remarks: Problem[] = [];
  readonly row: EventRow;
  readonly #existing: Event | undefined;
  readonly #context: EventContext;
  /** The id of the planned date field. */
  readonly #date: string | undefined;
  /**
   * The cell that contains the day on which the event ends, if the planned date contains only the day on which it
   * begins.
   */
  readonly #end: RowCell | undefined;
  /**
   * The times in the cells of the first and the last day of an event of several days. These times become part of the
   * text of the date, because a separate time such as 10:00–16:00 would apply to each day.
   */
  readonly #times: readonly string[];
  /**
   * The times of an event whose cell in the column of ends contains a time instead of a day, and the field of these
   * times.
   */
  readonly #timesUntil: { field: string; words: string } | undefined;

  constructor(row: EventRow, existing: Event | undefined, context: EventContext) {
    this.row = row;
    this.#existing = existing;
    this.#context = context;
    this.#date = dateOf(context);
    this.#timesUntil = this.#timesWithEnd();
    const { start, end } = this.#ends() ?? {};
    this.#end = this.#half('start') === undefined ? end : undefined;
    const [from, to = 0] = [start, end].map((cell) => minutesOf(cell?.time ?? '', context.language));
    const isSpan =
      end?.time !== undefined && (start?.time === undefined || (from !== undefined && from < to));
    this.#times = isSpan ? [start?.time ?? [], end?.time ?? []].flat() : [];
  }

  #timesWithEnd(): { field: string; words: string } | undefined {
    const end = this.row.cells.get('end');
    const field = this.#context.fields.find(({ kind }) => kind === 'time')?.id ?? '';
    const start = this.row.cells.get(field)?.text ?? '';
    if (end === undefined || start === '' || !this.#isTime(end)) return undefined;
    const words = [start, end.text].join(dashBetween(start, end.text));
    const phrase = parseTimePhrase(words, this.#context.language);
    return 'hours' in phrase && phrase.hours.at(-1)?.end !== undefined ? { field, words } : undefined;
  }

  /** Whether a cell for a day contains a time instead, as in `20h`. */
  #isTime(cell: RowCell): boolean {
    const { date, text } = cell;
    return date === undefined && isHour(cell) && this.#read(text, this.#context.language) === undefined;
  }

  /** The cells of the first and the last day; undefined if the event takes place on one day. */
  #ends(): { start: RowCell; end: RowCell } | undefined {
    const [start, end] = [this.#half('start') ?? this.#dateCell(), this.#half('end')];
    if (start === undefined || end === undefined || end.text === '') return undefined;
    const [from, to] = [start, end].map((one) => this.#read(one.date ?? one.text, this.#context.language));
    const isSameDay = from !== undefined && from === to;
    return isSameDay || this.#isSameNight(start, end) ? undefined : { start, end };
  }

  /** The first non-empty cell that contains the planned date. */
  #dateCell(): RowCell | undefined {
    return [...this.row.cells].find(
      ([path, { text }]) => pathParts(path).id === this.#date && text !== '',
    )?.[1];
  }

  /**
   * The position of a field's cell or, if the field has no column, of its parent field's cell; otherwise the position
   * of the row.
   */
  placeOf(field = this.#date ?? 'when'): Position {
    for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
      const cell = this.row.cells.get(path);
      if (cell !== undefined) return cell.at;
    }
    return this.row.at;
  }

  /** The value of an event property: from its cell or, if there is no cell, from the existing event. */
  fact(fact: Fact): unknown {
    const cell = this.row.cells.get(fact);
    if (fact === 'status' && this.row.struck && (cell === undefined || cell.text === '')) {
      this.remarks.push({ ...messageOf('struck-out-cancelled'), at: this.row.at });
      return 'cancelled';
    }
    const value = cell === undefined ? this.#existing?.[fact] : FACTS[fact](cell.text.trim(), cell.at, this);
    if (fact === 'status' && value === undefined && (cell?.text ?? '') === '') this.#noteWordsOfStatus();
    return value;
  }

  /** Reports the first cell that states a cancellation or postponement, if the event has no status. */
  #noteWordsOfStatus(): void {
    if (this.row.exact) return;
    const withdrawn = [...this.row.cells.values()].find(({ text }) =>
      isTakenBack(text, this.#context.language),
    );
    if (withdrawn !== undefined)
      this.remarks.push({
        ...messageOf('words-say-status', { words: ellipsis(withdrawn.text) }),
        at: withdrawn.at,
      });
  }

  /** Reports times that are impossible or not understood. Words without a number, such as "by appointment", are not times. */
  noteTimes(text: Text | undefined, ofSeveralDays: boolean, path: string): void {
    for (const words of wordsInAll(text)) {
      const phrase = parseTimePhrase(words, this.#context.language, ofSeveralDays);
      const why = 'wrong' in phrase ? phrase.wrong : 'unread' in phrase ? phrase.unread : undefined;
      if (why !== undefined && /\d/.test(words))
        this.remarks.push({
          ...messageOf('time-imported-as-text', { words: ellipsis(words), why }),
          at: this.placeOf(path),
        });
    }
  }

  /** The text of a field, merged from its cells in all languages; the existing text object if nothing has changed. */
  text({ path, kind, emphasis }: EventText, existing: Text | undefined): Text | undefined {
    const isSame = emphasis ? isSameInline : (before: string, now: string) => before === now;
    return mergedText(existing, this.#wordsOf(path, kind), this.#context.main, (before, now) => {
      if (this.row.exact) return isSame(before, now);
      return isSame(oneLine(before), oneLine(now)) || (kind === 'picture' && isPictureIn(before, now));
    });
  }

  /** The text of a field in each language that has a column. */
  #wordsOf(field: string, kind: EventText['kind']): Map<Lang, string> {
    const byLang = new Map<Lang, string>();
    const isDate = field === this.#date;
    const isInDate = (words: string): boolean =>
      kind === 'time' && [' – ', '–'].some((dash) => words === this.#times.join(dash));
    for (const named of [undefined, ...LANGS]) {
      const cell = this.row.cells.get(named === undefined ? field : `${field}.${named}`);
      if (cell === undefined) continue;
      const lang = named ?? this.#context.language;
      const { text } = cell;
      const alone = isInDate(text) ? '' : this.#wordsIn(cell, lang, !isDate && cell.date !== undefined);
      const one = named === undefined && this.#timesUntil?.field === field ? this.#timesUntil.words : alone;
      const words = isDate && one !== '' && this.#end ? this.#withEnd(one, cell, this.#end, lang) : one;
      const earlier = byLang.get(lang) ?? '';
      // A sheet can have two columns for its own language: one whose heading names the language, and one whose heading
      // does not.
      const both = earlier === '' || words === '' || earlier === words;
      byLang.set(lang, both ? earlier || words : `${earlier} / ${words}`);
    }
    return byLang;
  }

  /**
   * The text of a cell. A time in a date column is omitted, because it belongs to another field, unless the event takes
   * several days.
   */
  #wordsIn({ text, date, time }: RowCell, lang: Lang, isTimed = false): string {
    const words = date === undefined ? text : dateWords(date, lang);
    return time !== undefined && (isTimed || this.#times.includes(time)) ? `${words}, ${time}` : words;
  }

  /** The text of the start date, combined with the day on which the event ends. */
  #withEnd(words: string, start: RowCell, end: RowCell, lang: Lang): string {
    const span = `${start.date ?? this.#read(start.text, lang)}/${end.date}`;
    if (isEdtf(span) && this.#times.length === 0) return dateWords(span, lang);
    const last = this.#wordsIn(end, lang);
    const joined = `${words} ${LANGUAGES[lang].dates.write.dash} ${last}`;
    const asWritten = `${words} ${last}`;
    const found = [joined, asWritten].find((one) => this.#read(one, lang)?.includes('/'));
    const apart = [start.text, end.text].map((one) => this.#read(one, lang)).join('/');
    return found ?? (isEdtf(apart) && this.#times.length === 0 ? dateWords(apart, lang) : joined);
  }

  /** The EDTF date for a text; undefined if the text cannot be parsed. */
  #read(words: string, lang: Lang): string | undefined {
    return edtfOf(words, { lang, ...this.#options });
  }

  /** The options for parsing dates, including the year of the row if a separate column contains it. */
  get #options(): Omit<DateOptions, 'lang'> {
    const { period: _, ...dates } = this.#context.dates;
    return this.row.year === undefined ? this.#context.dates : { ...dates, year: this.row.year };
  }

  /** The planned date, as text and in machine-readable form. */
  dates(words: Text | undefined): { date: Text | undefined; when: string | undefined } {
    const halves = this.#halves();
    const date = words ?? halves?.words;
    const cell = this.row.cells.get('when');
    const before = this.#existing?.when;
    if (cell !== undefined) {
      const now = cell.date ?? cell.text.trim();
      // A new event has no machine-readable date when its row is read for the first time, but it has one when the row
      // is read again.
      const isNew = now === '' && (this.row.cells.get('id')?.text ?? '') === '';
      if (now !== (before ?? '') && !isNew) return { date, when: this.#said(now, cell.at, date, before) };
    }
    if (halves !== undefined && (words === undefined || halves.when !== undefined))
      return { date, when: halves.when };
    if (this.#existing !== undefined && date === this.#existingDate()) return { date, when: before };
    if (before === undefined || date === undefined) return { date, when: before ?? this.#parsed(date) };
    return { date, when: this.#moved(date, before) };
  }

  /** The machine-readable date to use if the row contains one: that date, unless it contradicts the text. */
  #said(now: string, at: Position, date: Text | undefined, before: string | undefined): string | undefined {
    if (now === '') return undefined;
    const why = edtfProblem(now);
    if (why !== undefined) {
      this.problems.push({ ...messageOf('when-invalid', { why, found: ellipsis(now) }), at });
      return now;
    }
    const words = this.#datesIn(date).edtf;
    if (words === undefined || agrees(words, now) || this.#existing === undefined) return now;
    // If the text and the date already differ in the draft, the difference is intended.
    if (before !== undefined && date === this.#existingDate() && !agrees(words, before)) return now;
    this.remarks.push({
      ...messageOf('when-contradicts-words', { now, words }),
      at,
    });
    return before !== undefined && agrees(words, before) ? before : words;
  }

  /**
   * The machine-readable date to use if only the text of the date has changed: the date in the text, or the previous
   * date if the text agrees with it or cannot be parsed.
   */
  #moved(date: Text, before: string): string {
    const now = this.#parsed(date);
    if (now === undefined || agrees(now, before)) return before;
    this.remarks.push({ ...messageOf('when-follows-words', { now, before }), at: this.placeOf() });
    return now;
  }

  #existingDate(): Text | undefined {
    return this.#existing && this.#date !== undefined ? textOf(this.#existing, this.#date) : undefined;
  }

  /** The EDTF date for a date text. If the text cannot be parsed, a remark states that it is imported as text. */
  #parsed(date: Text | undefined): string | undefined {
    const { edtf, remark } = this.#datesIn(date);
    if (remark !== undefined) this.remarks.push({ ...remark, at: this.placeOf() });
    return edtf;
  }

  /**
   * The EDTF date for a date text, from the first language in which it can be parsed; otherwise a remark that states
   * why it cannot.
   */
  #datesIn(date: Text | undefined): { edtf?: string; remark?: Message } {
    const { main, language, firstDay } = this.#context;
    const texts: [Lang, string][] =
      typeof date === 'string'
        ? [[main, date]]
        : [language, ...LANGS].flatMap((lang): [Lang, string][] => {
            const words = date?.[lang];
            return words === undefined ? [] : [[lang, words]];
          });
    let why: Message | undefined;
    for (const [lang, words] of texts) {
      const read = parseDatePhrase(words, { lang, ...this.#options });
      if ('edtf' in read && (this.#end === undefined || read.edtf.includes('/'))) {
        const { edtf } = read;
        const wrong = wrongWeekday(read, words);
        if (wrong !== undefined) return { edtf, remark: wrong };
        if (read.isComputed)
          return { edtf, remark: messageOf('date-computed', { words, date: inMessage(edtf) }) };
        const isOpen = MONTH_AND_NUMBER.exec(words)?.[1] === edtf.slice(2, 4) && isCalendarDate(edtf);
        return isOpen
          ? { edtf, remark: messageOf('day-or-year', { words, date: inMessage(edtf) }) }
          : { edtf };
      }
      why ??= messageOf('date-imported-as-text', {
        words: ellipsis(words),
        why: 'why' in read ? read.why : messageOf('date-end-not-a-day'),
      });
    }
    // The text may be a numbered day, such as "Day 2".
    for (const [, words] of texts) {
      const day = numberedDay(words);
      if (firstDay === undefined || day?.number === undefined || day.rest !== '') continue;
      const edtf = daysAfter(firstDay, day.number - 1);
      const first = inMessage(firstDay);
      return { edtf, remark: messageOf('day-by-number', { words, date: inMessage(edtf), first }) };
    }
    return why === undefined ? {} : { remark: why };
  }

  /** The date, if its start and end are in separate columns. */
  #halves(): { words: string | undefined; when: string | undefined } | undefined {
    const [start, end] = [this.#half('start'), this.#half('end')];
    if (start === undefined && (end === undefined || this.#dateCell() !== undefined)) return undefined;
    const { language, main } = this.#context;
    const given = [start, this.#isSameNight(start, end) ? undefined : end].flatMap((cell) => {
      const given = cell?.date ?? cell?.text ?? '';
      if (cell === undefined || given === '') return [];
      const wrong = wrongWeekday(parseDatePhrase(given, { lang: language, ...this.#options }), given);
      if (wrong !== undefined) this.remarks.push({ ...wrong, at: cell.at });
      return [
        { words: this.#wordsIn(cell, main), edtf: this.#read(given, language)?.replace(OPEN_START, '') },
      ];
    });
    if (given.length === 0) return { words: undefined, when: undefined };
    const dates = [...new Set(given.map(({ edtf }) => edtf))];
    const open = (start?.text ?? '') === '' ? '../' : '';
    const when = dates.includes(undefined) ? '' : open + dates.join('/');
    const [one = '', ...others] = new Set(given.map((half) => half.words));
    const words = [one, ...others].join(' – ');
    const isWritten = others.length === 0 || this.#times.length > 0 || saysMore(words, language);
    const isDated = isEdtf(when) || open !== '' || (end !== undefined && this.#isTime(end));
    const read = isDated ? undefined : this.#read(words, main);
    if (read !== undefined) return { words, when: read };
    if (isEdtf(when)) return { words: open === '' && isWritten ? words : dateWords(when, main), when };
    const at = (start ?? end)?.at ?? this.row.at;
    this.remarks.push({ ...messageOf('words-kept-as-date', { words }), at });
    return { words, when: undefined };
  }

  /**
   * Whether an event ends during the night after its start (for example, it starts at 22:00 and ends at 2:00), so that
   * it counts as an event of one day.
   */
  #isSameNight(start: RowCell | undefined, end: RowCell | undefined): boolean {
    const { language } = this.#context;
    const [began, ended] = [start, end].map((cell) => cell && this.#read(cell.date ?? cell.text, language));
    const [from, to] = [start, end].map((cell) => minutesOf(cell?.time ?? '', language));
    if (began === undefined || from === undefined || to === undefined || !isCalendarDate(began)) return false;
    return ended === daysAfter(began) && to < END_OF_NIGHT && from > to;
  }

  #half(name: 'start' | 'end'): RowCell | undefined {
    const cell = this.#context.fields.some(({ id }) => id === name) ? undefined : this.row.cells.get(name);
    if (cell === undefined || name === 'start') return cell;
    return this.#timesUntil === undefined ? this.#withMonth(cell) : undefined;
  }

  /** The cell of the end; if it contains a day without its month (the 9th), with the first such day after the start. */
  #withMonth(cell: RowCell): RowCell {
    const { language } = this.#context;
    const start = this.#half('start') ?? this.#dateCell();
    const from = start && this.#read(start.date ?? start.text, language);
    if (cell.date !== undefined || from === undefined || !isCalendarDate(from) || this.#isTime(cell))
      return cell;
    for (const first of [from, daysAfter(`${from.slice(0, 7)}-28`, 4)]) {
      const [year, month] = first.split('-').map(Number);
      const words = dayOfMonth(cell.text, { month: month ?? 1, ...withoutUndefined({ year }) }, language);
      const date = words && this.#read(words, language)?.replace(OPEN_START, '');
      if (date === undefined || date >= from) return { ...cell, ...withoutUndefined({ date }) };
    }
    return cell;
  }

  /**
   * The regions of a side: from its column; if there is no column, from the existing event; if the event has no
   * regions, from texts that name regions.
   *
   * @param words the texts of the region fields, the bodies and the title
   */
  regions(
    side: Side,
    existing: SideRegions | undefined,
    words: readonly [regions: string, bodies: string, title: string],
  ): SideRegions {
    const cell = this.row.cells.get(`regions.${side.id}`);
    if (cell !== undefined && cell.text.trim() !== '') return this.#namedRegions(cell, side);
    return cell === undefined && existing !== undefined ? existing : this.#mentionedRegions(side, words);
  }

  #namedRegions({ text, at }: RowCell, side: Side): SideRegions {
    const parts = text.split(/[;\n]|,(?=\s*[A-Z]{2}-)/).map((part) => part.trim());
    const known = parts.length === 1 && NO_REGION_REASONS.find((word) => word === parts[0]);
    const reason = known || withoutRegion(text, true);
    if (reason) return reason;
    const codes = parts.flatMap((part) => (part === '' ? [] : (this.#regionCode(part, side, at) ?? [])));
    return codes.length === 0 ? 'not-named' : codes;
  }

  #regionCode(words: string, side: Side, at: Position): string | undefined {
    const { gazetteer, main } = this.#context;
    const isOfSide = (code: string): boolean => code.startsWith(`${side.country}-`);
    const [, code, name = ''] = /^([A-Z]{2}-[A-Z0-9]{1,3})(?:\s+(.*))?$/s.exec(words) ?? [];
    if (code !== undefined) {
      const region = gazetteer.regions.get(code);
      if (region === undefined) this.problems.push({ ...messageOf('row-region-unknown', { code }), at });
      else if (!isOfSide(code))
        this.problems.push({
          ...messageOf('row-region-of-another-side', { region: code, side: side.id }),
          at,
        });
      else if (name !== '' && !namesOfRegion(region).some((known) => foldName(known) === foldName(name)))
        this.problems.push({
          ...messageOf('region-code-of-another-name', {
            code,
            right: regionName(region, main),
            name: ellipsis(name),
          }),
          at,
        });
      return code;
    }
    const answer = findRegion(gazetteer, words);
    if ('found' in answer && isOfSide(answer.found.code)) return answer.found.code;
    const nearest = 'ambiguous' in answer ? answer.ambiguous : 'unknown' in answer ? answer.nearest : [];
    const near = nearest.filter((region) => isOfSide(region.code));
    const names = near.map((region) => `${region.code} ${regionName(region, main)}`);
    const parameters = { words: ellipsis(words), side: side.id };
    this.problems.push({
      ...(names.length === 0
        ? messageOf('row-words-no-region', { ...parameters, reasons: NO_REGION_REASONS })
        : messageOf('row-words-like-region', { ...parameters, nearest: { or: names } })),
      at,
    });
    return undefined;
  }

  #mentionedRegions(
    side: Side,
    words: readonly [regions: string, bodies: string, title: string],
  ): SideRegions {
    const { gazetteer } = this.#context;
    const [, bodies] = words;
    const named = words
      .map((one) => regionsOf(gazetteer, one).filter((code) => code.startsWith(`${side.country}-`)))
      .find((codes) => codes.length > 0);
    const found = named ?? withoutRegion(bodies, false);
    if (found !== undefined) return found;
    if (gazetteer.regions.size > 0 && bodies !== '')
      this.remarks.push({
        ...messageOf('body-without-region', { side: side.id, words: ellipsis(bodies.replace(/\s+/g, ' ')) }),
        at: this.placeOf(`bodies.${side.id}`),
      });
    return 'not-named';
  }
}

/** The message that the words of a date state another day of the week than that of the date. */
function wrongWeekday(phrase: DatePhrase, words: string): Message | undefined {
  const claims = 'edtf' in phrase ? (phrase.weekdays ?? []) : [];
  const wrong = claims.find(({ date, weekday }) => weekdayOf(date) !== weekday);
  return wrong && messageOf('weekday-of-another-date', { date: inMessage(wrong.date), words });
}

/** Whether a picture in a list is the existing picture: its file and all texts about it in the list are the same. */
function isPictureIn(before: string, now: string): boolean {
  const listed = pictureIn(now);
  return listed !== undefined && isDeepStrictEqual({ ...pictureIn(before), ...listed }, pictureIn(before));
}

/** The beginning of the EDTF of an end such as "until 30 June". */
const OPEN_START = /^\.\.\//;

/** An event that ends by this time, in minutes after midnight, counts as an event of the day on which it started. */
const END_OF_NIGHT = 6 * 60;

/** A single time of day, in minutes after midnight. */
function minutesOf(words: string, lang: Lang): number | undefined {
  const phrase = parseTimePhrase(words, lang);
  const [only, another] = 'hours' in phrase ? phrase.hours : [];
  return another === undefined && only?.end === undefined ? only?.start : undefined;
}

/**
 * Whether a machine-readable date agrees with the EDTF date for a text. If the text states days, both dates must have
 * the same first and last day. If the text states a month or a longer period, the date must be within that period. If the
 * text states an approximate date, both must have at least one day in common.
 */
function agrees(words: string, machine: string): boolean {
  const [wide, exact] = [edtfBounds(words), edtfBounds(machine)];
  if (/[~?%]/.test(words)) return wide.start <= exact.end && exact.start <= wide.end;
  if (/\d{4}-\d\d-\d\d/.test(words)) return wide.start === exact.start && wide.end === exact.end;
  return wide.start <= exact.start && exact.end <= wide.end;
}

/** A month and two digits, which can be a day of the month or, if the dates are in this year, the year. */
const MONTH_AND_NUMBER = /^\s*\p{L}+\.?\s+(\d\d)\s*$/u;

const DAY_KINDS: ReadonlySet<string> = new Set(['number', 'mark', 'month', 'weekday', 'small', 'year']);

/** Whether a date text states more than days, months and weekdays, as `Ende August` and `15 septembre au matin` do. */
function saysMore(words: string, lang: Lang): boolean {
  return tokensOf(words, lang).some(({ value }) => !DAY_KINDS.has(value.kind));
}

/**
 * Merges the cells that contain a text in different languages. Returns the existing text object if nothing has changed,
 * and undefined if there is no text in any language.
 *
 * @param cells the text for each language; a language without a cell keeps its existing text
 * @param same whether an existing text and the text of a cell count as equal
 */
export function mergedText(
  existing: Text | undefined,
  cells: Iterable<readonly [Lang, string]>,
  main: Lang,
  same: (before: string, now: string) => boolean,
): Text | undefined {
  const byLang: { [L in Lang]?: string | undefined } =
    typeof existing === 'string' ? { [main]: existing } : { ...existing };
  let changed = false;
  for (const [lang, words] of cells) {
    if (same(byLang[lang] ?? '', words)) continue;
    changed = true;
    if (words === '') delete byLang[lang];
    else byLang[lang] = words;
  }
  if (!changed) return existing;
  const languages = LANGS.filter((lang) => byLang[lang] !== undefined);
  if (languages.length === 0) return undefined;
  const only = languages.length === 1 ? byLang[main] : undefined;
  return only ?? Object.fromEntries(languages.map((lang) => [lang, byLang[lang]]));
}
