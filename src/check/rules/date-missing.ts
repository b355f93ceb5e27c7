import { datesInTexts } from '../dates-in-texts.ts';
import { missing, type Rule } from '../rule.ts';

export const dateMissing: Rule = {
  id: 'date-missing',
  severity: 'note',
  title: 'event without a planned date',
  why: 'Nobody can come to an event without a date.',
  good: 'date: Semester 2',
  bad: 'no date at all',
  limits: 'A date that stands in the title or description only is the business of another rule.',
  run: (context) => {
    const told = new Set(datesInTexts(context).map(({ event }) => event));
    return context.events
      .filter(
        ({ event, theme }) =>
          event.date === undefined && theme.columns.includes('date') && event.status === undefined,
      )
      .filter(({ event }) => !told.has(event))
      .map(({ event }) => missing(event, 'date', 'the event has no planned date'));
  },
};
