/** Writes the period of a programme: on a line above the title, or before the title on the same line. */
import { periodWords } from '../text/dates/index.ts';
import { capitalised } from '../text/index.ts';
import type { Cover } from './model.ts';
import type { Wording } from './wording.ts';

/** The words of a text, each surrounded by spaces. */
const spaced = (text: string): string => ` ${(text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

/**
 * The line with the period above the title on a cover. The line is omitted if the period is a placeholder, or if the
 * title already contains the period, as in “Season 2030”.
 */
export function kickerOf({
  config: { period, title, placeholders },
  lang,
  runs,
}: Wording): Pick<Cover, 'kicker'> {
  if (placeholders?.includes('period')) return {};
  const words = periodWords(period, lang);
  return spaced(runs.words(title)).includes(spaced(words)) ? {} : { kicker: [{ text: capitalised(words) }] };
}

/**
 * The title preceded by the period, unless the period is a placeholder or the title contains the year in which it
 * begins.
 */
export function titleWithPeriod({ config: { period, title, placeholders }, lang, runs }: Wording): string {
  const words = runs.words(title);
  if (placeholders?.includes('period')) return words;
  return spaced(words).includes(` ${period.slice(0, 4)} `)
    ? words
    : capitalised(`${periodWords(period, lang)} ${words}`);
}
