import type { NamedDay } from '../../../languages/index.ts';
import { daysAfter, edtfBounds } from '../../model/index.ts';
import { spansOf } from './selected-days.ts';

/**
 * Whether an EDTF date includes a named day, such as Easter Sunday. Also true if the date of the named day cannot be
 * calculated.
 */
export function isNamedDay(edtf: string, name: NamedDay): boolean {
  if (name === 'other') return true;
  const { start, end } = edtfBounds(edtf);
  const spans = spansOf(edtf.replaceAll(/[~?%]/g, '')) ?? [{ start, end }];
  const years = [start, end].map((day) => Number(day.slice(0, 4)));
  return years.some((year) => {
    const day = dayNamed(name, year);
    return spans.some((span) => span.start <= day && day <= span.end);
  });
}

/** The date of a named day in a year, YYYY-MM-DD. */
export function dayNamed(name: NamedDay, year: number): string {
  const [, days] = /^\p{Ll}+([+-]\d+)$/u.exec(name) ?? [];
  if (days === undefined) return `${String(year).padStart(4, '0')}-${name}`;
  const easter = name.startsWith('easter') ? westernEaster(year) : easternEaster(year);
  return daysAfter(new Date(easter).toISOString().slice(0, 10), Number(days));
}

/** Easter Sunday according to the Gregorian calendar (Meeus/Jones/Butcher algorithm), in milliseconds since 1970. */
function westernEaster(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return Date.UTC(year, month - 1, (h + l - 7 * m + 33 * month + 19) % 32);
}

/** Easter Sunday according to the Julian calendar (Meeus algorithm), in milliseconds since 1970. */
function easternEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const julian = d + e + 114;
  const offset = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return Date.UTC(year, Math.floor(julian / 31) - 1, (julian % 31) + 1 + offset);
}
