import { type Bounds, daysAfter, edtfBounds, OPEN_END, OPEN_START } from '../../model/index.ts';
import { dateTerm } from '../../text/dates/index.ts';
import { messageOf } from '../messages.ts';
import { dateFinding, overlap, plannedBounds } from '../planned.ts';
import type { Rule } from '../rule.ts';

export const dateOutsidePeriod: Rule = {
  id: 'date-outside-period',
  severity: 'error',
  run: (context) => {
    const { period } = context.programme.config;
    const covered = edtfBounds(period);
    return context.events.flatMap(({ event }) => {
      const planned = plannedBounds(event, context.programme);
      const known = Object.values(planned ?? {}).filter((day) => day !== OPEN_START && day !== OPEN_END);
      if (known.every((day) => day >= covered.start && day <= covered.end)) return [];
      if (planned !== undefined && isAcross(planned, covered)) return [];
      return [dateFinding(event, context, messageOf('date-outside-period', { period: dateTerm(period) }))];
    });
  },
};

/** Whether a date of less than a year, such as a season or the night of New Year's Eve, is partly within the period. */
function isAcross(planned: Bounds, covered: Bounds): boolean {
  return overlap(planned, covered) && daysAfter(planned.start, YEAR) > planned.end;
}

const YEAR = 366;
