import { edtfBounds } from '../../model/index.ts';
import { dateTerm } from '../../text/dates/index.ts';
import { messageOf } from '../messages.ts';
import { dateFinding, overlap, plannedBounds } from '../planned.ts';
import type { Rule } from '../rule.ts';

export const datePast: Rule = {
  id: 'date-past',
  severity: 'note',
  run: (context) => {
    const { date, period } = context.programme.config;
    const covered = edtfBounds(period);
    return context.events.flatMap(({ event }) => {
      const planned = plannedBounds(event, context.programme);
      if (planned === undefined || planned.end >= date || event.status === 'cancelled') return [];
      // A date before the period of the programme is probably wrong, which another rule reports.
      if (!overlap(planned, covered)) return [];
      return [dateFinding(event, context, messageOf('date-past', { date: dateTerm(date) }))];
    });
  },
};
