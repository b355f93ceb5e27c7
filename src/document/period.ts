/** The period of a programme above its title, or before the title in one line. */
import type { Lang, ProgrammeFile } from '../model/index.ts';
import { periodWords } from '../text/dates/index.ts';
import type { Cover } from './model.ts';
import type { Runs } from './runs.ts';

/** The words of a text, each surrounded by spaces. */
const spaced = (text: string): string => ` ${(text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

/** The line with the period above the title on a cover; none if the title names the period, such as “Season 2030”. */
export function kickerOf({ period, title }: ProgrammeFile, lang: Lang, runs: Runs): Pick<Cover, 'kicker'> {
  const words = periodWords(period, lang);
  return spaced(runs.words(title)).includes(spaced(words)) ? {} : { kicker: [{ text: words }] };
}

/** The title preceded by the period, unless the title names the year in which the period begins. */
export function titleWithPeriod({ period, title }: ProgrammeFile, lang: Lang, runs: Runs): string {
  const words = runs.words(title);
  return spaced(words).includes(` ${period.slice(0, 4)} `) ? words : `${periodWords(period, lang)} ${words}`;
}
