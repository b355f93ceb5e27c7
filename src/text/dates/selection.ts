import {
  afterSign,
  type DateCursor,
  hasRole,
  isKind,
  isMark,
  numeralAt,
  type Read,
  skipRoles,
  valueAt,
} from './date-cursor.ts';
import { isOrdinal } from './point.ts';
import { type List, readList } from './span.ts';

/** A weekday on which some or all dates in a period are selected. */
export interface SelectedDay {
  weekday: number;
  /** Which of the dates in a month on this weekday are selected, by number or as `LAST`; empty if all are selected. */
  numbers: readonly number[];
}

/** The number that stands for the last date on a weekday in a month. */
export const LAST = -1;

/**
 * The selected days of a date: either only some weekdays (every Tuesday in May, the first Tuesday) or all days with
 * exceptions (except Mondays, except 9 May).
 */
export interface Selection {
  /** The selected weekdays; undefined if all days are selected. */
  only?: readonly SelectedDay[];
  /** Whether both days of every weekend are selected. */
  weekends: boolean;
  exceptWeekdays: readonly SelectedDay[];
  /** The dates that are excluded. */
  except: readonly List[];
}

/**
 * Reads consecutive selections, such as `every Tuesday`, `first and third Tuesday`, `Tuesdays and Thursdays only`,
 * `только по средам`, `except Mondays`, `sauf le 5 mai`.
 *
 * @param ofPeriod whether the words follow a period of days, of which several weekdays then select some (`de lunes a
 * viernes`)
 */
export function readSelection(reader: DateCursor, at: number, ofPeriod = false): Read<Selection> | undefined {
  let found: Read<Selection> | undefined;
  for (let next = at; ; next = found.next) {
    const one = readOne(reader, skipRoles(reader, afterSign(reader, next), 'lead', 'article'), ofPeriod);
    if (one === undefined) return found;
    found = { value: found === undefined ? one.value : bothOf([found.value, one.value]), next: one.next };
  }
}

/** Reads weekdays joined by "and", commas or slashes, such as `Mo, Mi u. Fr`, `Mon & Wed` and `по вт и чт`. */
export function readPair(reader: DateCursor): Read<Selection> | undefined {
  const read = readWeekdays(reader, skipRoles(reader, 0, 'lead', 'article', 'until'));
  const isPair = read !== undefined && read.value.days.length > 1 && !read.value.isRange;
  return isPair
    ? { value: { only: read.value.days, weekends: false, exceptWeekdays: [], except: [] }, next: read.next }
    : undefined;
}

/** Combines several selections of one date. */
export function bothOf(selections: readonly Selection[]): Selection {
  const only = selections.flatMap((one) => one.only ?? []);
  return {
    ...(only.length === 0 ? {} : { only }),
    weekends: only.length > 0 && selections.every((one) => one.only === undefined || one.weekends),
    exceptWeekdays: selections.flatMap((one) => one.exceptWeekdays),
    except: selections.flatMap((one) => one.except),
  };
}

function readOne(reader: DateCursor, at: number, ofPeriod: boolean): Read<Selection> | undefined {
  if (hasRole(reader, at, 'except')) return readExcept(reader, at + 1);
  const from = skipRoles(reader, at, 'every', 'only', 'lead', 'article');
  const start = ofPeriod ? skipRoles(reader, from, 'from', 'article') : from;
  const read = readWeekdays(reader, start);
  if (read === undefined) return undefined;
  const { days, areAll, weekends } = read.value;
  const isEvery = rolesBetween(reader, at, start, 'every');
  const [number = 0, another] = days[0]?.numbers ?? [];
  // `Every second Tuesday in May` is ambiguous, because it can mean the second Tuesday of each month or every other
  // Tuesday. With `of the month`, only the first meaning is possible.
  if (isEvery && number > 1 && another === undefined && !rolesBetween(reader, start, read.next, 'month'))
    return undefined;
  const exceptWeekdays = { weekends: false, exceptWeekdays: days, except: [] };
  if (hasRole(reader, read.next, 'except') && read.next + 1 === reader.tokens.length)
    return { value: exceptWeekdays, next: read.next + 1 };
  const next = skipRoles(reader, read.next, 'only');
  const isRepeated =
    areAll ||
    next > read.next ||
    isEvery ||
    rolesBetween(reader, at, start, 'only') ||
    (ofPeriod && days.length > 1 && next === reader.tokens.length);
  return isRepeated ? { value: { only: days, weekends, exceptWeekdays: [], except: [] }, next } : undefined;
}

/** Reads the dates or weekdays after `except`. */
function readExcept(reader: DateCursor, at: number): Read<Selection> | undefined {
  const start = skipRoles(reader, at, 'lead', 'article', 'day', 'every');
  const list = readNumbers(reader, start).value.length > 0 ? undefined : readList(reader, start);
  const days = list === undefined ? readWeekdays(reader, start) : undefined;
  if (list !== undefined)
    return { value: { weekends: false, exceptWeekdays: [], except: [list.value] }, next: list.next };
  return days && { value: { weekends: false, exceptWeekdays: days.value.days, except: [] }, next: days.next };
}

function rolesBetween(
  reader: DateCursor,
  from: number,
  to: number,
  role: 'every' | 'only' | 'month',
): boolean {
  for (let at = from; at < to; at += 1) if (hasRole(reader, at, role)) return true;
  return false;
}

/** Reads ordinals before a weekday, such as `first`, `2. und 4.`, `1er et 3e` and `last`. */
function readNumbers(reader: DateCursor, at: number): Read<readonly number[]> {
  const numberAt = (place: number): number | undefined => {
    if (isKind(reader, place, 'last')) return LAST;
    return isOrdinal(reader, place) || isKind(reader, place, 'ordinal')
      ? numeralAt(reader, place)
      : undefined;
  };
  const numbers: number[] = [];
  let next = at;
  for (let place = at; ; ) {
    const number = numberAt(place);
    if (number === undefined) return { value: numbers, next };
    numbers.push(number);
    next = place + 1;
    const sign = isMark(reader, next, 'comma') ? next + 1 : next;
    const joint = isMark(reader, sign, 'and', 'slash') || hasRole(reader, sign, 'and') ? sign + 1 : sign;
    place = skipRoles(reader, joint, 'article');
  }
}

interface Weekdays {
  days: readonly SelectedDay[];
  /**
   * Whether the words name these weekdays in every week ("Mondays", "weekends") rather than by number ("first Monday").
   */
  areAll: boolean;
  weekends: boolean;
  /** Whether a dash or a word such as "to" joins some of the weekdays. */
  isRange?: boolean;
}

type WeekdaysAt = Omit<Weekdays, 'days'> & { weekdays: readonly number[] };

/**
 * Reads weekdays, such as `Tuesdays and Thursdays`, `Mo, Mi, Fr`, `Mon–Fri`, `le lundi` and `first and third Tuesday of
 * the month`.
 */
function readWeekdays(reader: DateCursor, at: number): Read<Weekdays> | undefined {
  const { value: numbers, next: start } = readNumbers(reader, at);
  let found: Read<WeekdaysAt> | undefined = readDays(reader, start);
  while (found !== undefined) {
    const { value, next } = found;
    const isRange = isMark(reader, next, 'dash') || hasRole(reader, next, 'to', 'until');
    const comma = isMark(reader, next, 'comma', 'slash') ? next + 1 : next;
    const joint =
      isRange || isMark(reader, comma, 'and') || hasRole(reader, comma, 'and') ? comma + 1 : comma;
    const more = joint === next ? undefined : readDays(reader, skipRoles(reader, joint, 'article', 'every'));
    if (more === undefined) break;
    const { weekdays } = more.value;
    found = {
      value: {
        weekdays: isRange
          ? [...value.weekdays, ...daysBetween(value.weekdays.at(-1), weekdays[0])]
          : [...value.weekdays, ...weekdays],
        areAll: value.areAll || more.value.areAll,
        weekends: value.weekends && more.value.weekends,
        isRange: isRange || value.isRange === true,
      },
      next: more.next,
    };
  }
  if (found === undefined) return undefined;
  const { value, next } = found;
  const { weekdays, weekends, ...all } = value;
  const days = weekdays.map((weekday) => ({ weekday, numbers }));
  if (numbers.length === 0) return { value: { days, weekends, ...all }, next };
  // A number without a month before a weekday is probably a day of the month, as in "4. Samstag, 5. Sonntag Mai". With
  // an ordinal ending in letters, it counts the weekdays of the month, as in "1-е воскресенье июля".
  const number = reader.tokens[start - 1];
  const isCounted =
    number?.value.kind !== 'number' ||
    hasRole(reader, next, 'of', 'lead') ||
    (number.end - number.start > number.value.digits + 1 && isKind(reader, next, 'month'));
  return weekends || !isCounted
    ? undefined
    : { value: { days, areAll: true, weekends }, next: skipRoles(reader, next, 'of', 'article') };
}

function readDays(reader: DateCursor, at: number): Read<WeekdaysAt> | undefined {
  const value = valueAt(reader, at);
  if (value?.kind === 'weekend')
    return { value: { weekdays: [6, 7], areAll: value.again, weekends: true }, next: at + 1 };
  if (value?.kind === 'workdays')
    return { value: { weekdays: [1, 2, 3, 4, 5], areAll: true, weekends: false }, next: at + 1 };
  if (value?.kind !== 'weekday' && value?.kind !== 'weekdays') return undefined;
  const areAll = isKind(reader, at, 'weekdays');
  return { value: { weekdays: [value.weekday], areAll, weekends: false }, next: at + 1 };
}

/** The weekdays after the first weekday, up to and including the last. */
function daysBetween(first = 1, last = 1): number[] {
  const days: number[] = [];
  for (let day = (first % 7) + 1; day !== (last % 7) + 1; day = (day % 7) + 1) days.push(day);
  return days;
}
