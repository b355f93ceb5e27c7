import { type Bounds, daysAfter, edtfBounds, OPEN_END, OPEN_START } from '../../model/index.ts';
import { messageOf } from '../messages.ts';
import { dateFinding, overlap, plannedBounds } from '../planned.ts';
import type { Rule } from '../rule.ts';
import { dayCalled } from '../said.ts';

export const dateOutsidePeriod: Rule = {
  id: 'date-outside-period',
  severity: 'error',
  title: 'date outside the period of the programme',
  why: 'Usually the year is wrong, and visitors come too early or too late.',
  good: 'period: 2021 · date: Throughout the year 2021',
  bad: 'period: 2021 · date: Throughout the year 2020',
  limits:
    'Events that do take place outside the period are reported too; accept these findings with a reason. Dates of less than a year may begin before the period or end after it. Of a date with an open start or end, only the known day is compared.',
  run: (context) => {
    const { period } = context.programme.config;
    const covered = edtfBounds(period);
    return context.events.flatMap(({ event }) => {
      const planned = plannedBounds(event, context.programme);
      const known = Object.values(planned ?? {}).filter((day) => day !== OPEN_START && day !== OPEN_END);
      if (known.every((day) => day >= covered.start && day <= covered.end)) return [];
      if (planned !== undefined && isAcross(planned, covered)) return [];
      return [dateFinding(event, context, messageOf('date-outside-period', { period: dayCalled(period) }))];
    });
  },
};

/** Whether a date of less than a year is partly in the period, such as a season or a night of New Year. */
function isAcross(planned: Bounds, covered: Bounds): boolean {
  return overlap(planned, covered) && daysAfter(planned.start, YEAR) > planned.end;
}

const YEAR = 366;
