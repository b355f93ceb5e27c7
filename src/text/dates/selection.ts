import { afterSign, hasRole, isKind, isMark, type Read, type Reader, skipRoles, valueAt } from './reader.ts';
import { type List, readList } from './span.ts';

/** Which days of a date are meant: some days of the week alone (every Tuesday in May), or all but some (except Mondays, except 9 May). */
export interface Selection {
  /** ISO 8601: 1 is Monday. Undefined: all. */
  only?: readonly number[];
  /** The days are those of whole weekends. */
  weekends: boolean;
  exceptWeekdays: readonly number[];
  /** Dates that are left out. */
  except: readonly List[];
}

/** `every Tuesday`, `Tuesdays and Thursdays only`, `только по средам`, `except Mondays`, `sauf le 5 mai`, one behind the other. */
export function readSelection(reader: Reader, at: number): Read<Selection> | undefined {
  let found: Read<Selection> | undefined;
  for (let next = at; ; next = found.next) {
    const one = readOne(reader, skipRoles(reader, afterSign(reader, next), 'lead', 'article'));
    if (one === undefined) return found;
    found = { value: found === undefined ? one.value : bothOf([found.value, one.value]), next: one.next };
  }
}

/** What is meant where several selections are of one date. */
export function bothOf(selections: readonly Selection[]): Selection {
  const only = selections.flatMap((one) => one.only ?? []);
  return {
    ...(only.length === 0 ? {} : { only }),
    weekends: selections.every((one) => one.only === undefined || one.weekends),
    exceptWeekdays: selections.flatMap((one) => one.exceptWeekdays),
    except: selections.flatMap((one) => one.except),
  };
}

function readOne(reader: Reader, at: number): Read<Selection> | undefined {
  if (hasRole(reader, at, 'except')) {
    const start = skipRoles(reader, at + 1, 'lead', 'article', 'day', 'every');
    const list = readList(reader, start);
    if (list !== undefined)
      return { value: { weekends: false, exceptWeekdays: [], except: [list.value] }, next: list.next };
    const days = readWeekdays(reader, start);
    return (
      days && {
        value: { weekends: false, exceptWeekdays: days.value.weekdays, except: [] },
        next: days.next,
      }
    );
  }
  const start = skipRoles(reader, at, 'every', 'only', 'lead', 'article');
  const days = readWeekdays(reader, start);
  if (days === undefined) return undefined;
  const { weekdays, areAll, weekends } = days.value;
  if (hasRole(reader, days.next, 'except') && days.next + 1 === reader.tokens.length)
    return { value: { weekends: false, exceptWeekdays: weekdays, except: [] }, next: days.next + 1 };
  const next = skipRoles(reader, days.next, 'only');
  const isRepeated =
    areAll ||
    next > days.next ||
    rolesBetween(reader, at, start, 'every') ||
    rolesBetween(reader, at, start, 'only');
  return isRepeated
    ? { value: { only: weekdays, weekends, exceptWeekdays: [], except: [] }, next }
    : undefined;
}

function rolesBetween(reader: Reader, from: number, to: number, role: 'every' | 'only'): boolean {
  for (let at = from; at < to; at += 1) if (hasRole(reader, at, role)) return true;
  return false;
}

interface Weekdays {
  weekdays: readonly number[];
  /** All such days: Mondays, weekends. */
  areAll: boolean;
  weekends: boolean;
}

/** Days of the week: `Tuesdays and Thursdays`, `Mo, Mi, Fr`, `Mon–Fri`, `le lundi`. */
function readWeekdays(reader: Reader, at: number): Read<Weekdays> | undefined {
  let found = readDays(reader, at);
  while (found !== undefined) {
    const { value, next } = found;
    const isRange = isMark(reader, next, 'dash') || hasRole(reader, next, 'to', 'until');
    const comma = isMark(reader, next, 'comma', 'slash') ? next + 1 : next;
    const joint =
      isRange || isMark(reader, comma, 'and') || hasRole(reader, comma, 'and') ? comma + 1 : comma;
    const more = joint === next ? undefined : readDays(reader, skipRoles(reader, joint, 'article', 'every'));
    if (more === undefined) return found;
    const { weekdays } = more.value;
    found = {
      value: {
        weekdays: isRange
          ? [...value.weekdays, ...daysBetween(value.weekdays.at(-1), weekdays[0])]
          : [...value.weekdays, ...weekdays],
        areAll: value.areAll || more.value.areAll,
        weekends: value.weekends && more.value.weekends,
      },
      next: more.next,
    };
  }
  return undefined;
}

function readDays(reader: Reader, at: number): Read<Weekdays> | undefined {
  const value = valueAt(reader, at);
  if (value?.kind === 'weekend')
    return { value: { weekdays: [6, 7], areAll: value.again, weekends: true }, next: at + 1 };
  if (value?.kind !== 'weekday' && value?.kind !== 'weekdays') return undefined;
  const areAll = isKind(reader, at, 'weekdays');
  return { value: { weekdays: [value.weekday], areAll, weekends: false }, next: at + 1 };
}

/** The days of the week behind the first, up to the last. */
function daysBetween(first = 1, last = 1): number[] {
  const days: number[] = [];
  for (let day = (first % 7) + 1; day !== (last % 7) + 1; day = (day % 7) + 1) days.push(day);
  return days;
}
