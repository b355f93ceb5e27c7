/** The calendar of a page: the days on which events take place, as links, which the script turns into filters. */

import type { ReactNode } from 'react';
import type { Lang } from '../../src/model/index.ts';
import { dayHeading, periodHeading, shortWeekday } from '../../src/text/dates/index.ts';

/** A day, YYYY-MM-DD, and the id of the element at which it begins. */
export interface PageDay {
  day: string;
  target: string;
}

const YEAR = 'YYYY'.length;

interface DaysProps {
  days: readonly PageDay[];
  heading: string;
  lang: Lang;
}

export function Days({ days, heading, lang }: DaysProps): ReactNode {
  const hasYear = days[0]?.day.slice(0, YEAR) !== days.at(-1)?.day.slice(0, YEAR);
  const months = new Map<string, PageDay[]>();
  for (const one of days) {
    const month = one.day.slice(0, 'YYYY-MM'.length);
    months.set(month, [...(months.get(month) ?? []), one]);
  }
  return (
    <nav id="_days" aria-label={heading}>
      <details>
        <summary>{heading}</summary>
        {[...months].map(([month, daysOfMonth]) => (
          <div key={month}>
            <p>{periodHeading(month, lang)}</p>
            <ol>
              {daysOfMonth.map(({ day, target }) => (
                <li key={day}>
                  <a href={`#${target}`} data-day={day} title={dayHeading(day, lang, hasYear)}>
                    <span>{shortWeekday(day, lang)}</span> {Number(day.slice(month.length + 1))}
                  </a>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </details>
    </nav>
  );
}
