/** The events of the page. */
import { fold } from './fold.ts';
import { daysAfter, isLong, type Time, timesOf } from './times.ts';

export interface Item {
  row: HTMLElement;
  /** The table or list that contains the event, and the element that contains its row. */
  table: HTMLElement;
  home: HTMLElement;
  tokens: readonly string[];
  times: readonly Time[];
  /** Indexes of the places of the event in the page's list of places. */
  places: readonly number[];
  /** The last day on which the event can take place; empty if this day is not known. */
  until: string;
  /** Folded words of the event, of the heading of its group, and of its days. */
  words(): string;
}

/**
 * The events on the page, in printed order.
 *
 * @param dayWords returns the words for a day
 */
export function itemsOf(zones: readonly string[], dayWords: (day: string) => string): Item[] {
  return [...document.querySelectorAll<HTMLElement>('table[role],.events')].flatMap((table) => {
    const heading = table.closest('.of-group')?.firstElementChild?.textContent ?? '';
    return [...table.querySelectorAll<HTMLElement>('tbody tr,.events>li')].map((row): Item => {
      const { times, until } = timesOf(row.dataset.t ?? '', zones);
      let folded: string | undefined;
      return {
        row,
        table,
        home: row.parentElement ?? table,
        tokens: (row.dataset.f ?? '').split(' '),
        times,
        until,
        places: row.dataset.p === undefined ? [] : row.dataset.p.split(' ').map(Number),
        words: () => {
          folded ??= fold(
            [
              ...[...row.children].map(({ textContent }) => textContent),
              heading,
              ...times
                .filter((time) => !isLong(time))
                .flatMap(daysIn)
                .map(dayWords),
            ].join(' '),
          );
          return folded;
        },
      };
    });
  });
}

function daysIn({ from, to }: Time): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = daysAfter(day, 1)) days.push(day);
  return days;
}
