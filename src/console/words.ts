import { listed } from '../errors.ts';

/** A number with its noun: `1 event`, `2 events`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Maximum number of ids that are named. */
const SHOWN_IDS = 10;

/** The first ids of a list, and the number of the rest. */
export function firstOf(ids: readonly string[], where: string): string {
  const more = ids.length - SHOWN_IDS;
  return more < 2 ? listed(ids) : `${ids.slice(0, SHOWN_IDS).join(', ')} and ${more} more (${where})`;
}
