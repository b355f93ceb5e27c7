import { foldName } from '../../reference/index.ts';
import type { Row } from '../sheet/index.ts';

/** Categories that can be themes at most: more are no order that a reader keeps in mind. */
const MOST_THEMES = 15;
/** Events that each of them has on average at least. */
const EVENTS_A_THEME = 2;

/**
 * Whether the categories of a column can be the themes of a programme: few values, each of several events, said of nearly every event. Values
 * that stand once are no more than a third of them.
 *
 * @param titles columns of titles: rows without one are no events
 * @param isTheme whether words name a theme of a programme that there is; left out: the programme is new, and has none yet
 */
export function canBeThemes(
  column: number,
  rows: readonly Row[],
  titles: readonly number[],
  isTheme?: (words: string) => boolean,
): boolean {
  const events = rows.filter(({ cells }) => titles.some((title) => cells.has(title)));
  const words = events.flatMap(({ cells }) => foldName(cells.get(column)?.text ?? '') || []);
  const times = new Map<string, number>();
  for (const one of words) times.set(one, (times.get(one) ?? 0) + 1);
  const values = [...times.keys()];
  if (isTheme !== undefined) return values.length > 0 && values.filter(isTheme).length * 2 > values.length;
  const single = [...times.values()].filter((count) => count === 1).length;
  return (
    values.length > 1 &&
    values.length <= MOST_THEMES &&
    values.length * EVENTS_A_THEME <= words.length &&
    single * 3 <= values.length &&
    words.length * 10 >= events.length * 9
  );
}
