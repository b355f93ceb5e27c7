import { edtfBounds } from '../../model/index.ts';
import { messageOf } from '../messages.ts';
import { dateFinding, overlap, plannedBounds } from '../planned.ts';
import type { Rule } from '../rule.ts';
import { dayCalled } from '../said.ts';

export const datePast: Rule = {
  id: 'date-past',
  severity: 'note',
  title: 'event that is over when the edition appears',
  why: 'A programme of what is to come should not announce what has been, least of all in the future tense.',
  good: 'edition of 19 March 2021 · date: April 2021',
  bad: 'edition of 19 March 2021 · date: February 2021',
  limits: 'It looks at the planned date, not at the tense of the words; a cancelled event is left alone.',
  run: (context) => {
    const { date, period } = context.programme.config;
    const covered = edtfBounds(period);
    return context.events.flatMap(({ event }) => {
      const planned = plannedBounds(event, context.programme);
      if (planned === undefined || planned.end >= date || event.status === 'cancelled') return [];
      // Before the period of the programme the date itself is wrong, which another rule reports.
      if (!overlap(planned, covered)) return [];
      return [dateFinding(event, context, messageOf('date-past', { date: dayCalled(date) }))];
    });
  },
};
