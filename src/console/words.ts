import { listed } from '../errors.ts';

/** A number with its noun: `1 event`, `2 events`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Maximum number of events that are listed by title. */
const SHOWN = 10;

/** The first titles of a list, and the number of further titles. */
export function firstOf(titles: readonly string[], where: string): string {
  const more = titles.length - SHOWN;
  return more < 2 ? listed(titles) : `${titles.slice(0, SHOWN).join(', ')} and ${more} more (${where})`;
}
