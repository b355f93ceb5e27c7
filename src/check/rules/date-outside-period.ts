import { edtfBounds } from '../../model/index.ts';
import { messageOf } from '../messages.ts';
import { dateFinding, plannedBounds } from '../planned.ts';
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
    'Events that do take place outside the period are reported too; accept these findings with a reason.',
  run: (context) => {
    const { period } = context.programme.config;
    const covered = edtfBounds(period);
    return context.events.flatMap(({ event }) => {
      const planned = plannedBounds(event, context.programme);
      if (planned === undefined || (planned.start >= covered.start && planned.end <= covered.end)) return [];
      return [dateFinding(event, context, messageOf('date-outside-period', { period: dayCalled(period) }))];
    });
  },
};
