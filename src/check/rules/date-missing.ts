import { dateOf, textOf } from '../../model/index.ts';
import { datesInTexts } from '../dates-in-texts.ts';
import { messageOf } from '../messages.ts';
import { missing, type Rule } from '../rule.ts';

export const dateMissing: Rule = {
  id: 'date-missing',
  severity: 'note',
  run: (context) => {
    const field = dateOf(context.programme.config);
    const dated = new Set(datesInTexts(context).map(({ event }) => event));
    return context.events
      .filter(
        ({ event, theme }) =>
          field !== undefined &&
          textOf(event, field) === undefined &&
          theme.columns.includes(field) &&
          event.status === undefined,
      )
      .filter(({ event }) => !dated.has(event))
      .map(({ event }) => missing(event, field ?? '', messageOf('date-missing')));
  },
};
