import { groupBy, textOf, titleIn } from '../../model/index.ts';
import { messageOf } from '../messages.ts';
import { missing, type Rule } from '../rule.ts';

export const descriptionMissing: Rule = {
  id: 'description-missing',
  severity: 'note',
  run: ({ events, programme }) => {
    const lacking = events.flatMap(({ event, theme, row }) =>
      row
        .filter(({ kind, column }) => kind === 'description' && theme.columns.includes(column))
        .filter(({ column }) => textOf(event, column) === undefined)
        .map(({ path }) => ({ event, path })),
    );
    if (events.length > FEW && lacking.length > events.length / 2) return [];
    // Of several events with the same title, such as breaks or the evenings of a series, only one is reported.
    const byTitle = groupBy(lacking, ({ event }) => JSON.stringify(titleIn(event, programme.config)));
    return [...byTitle.values()].map(([{ event, path }]) =>
      missing(event, path, messageOf('description-missing')),
    );
  },
};

/** If there are more events than this and most of them have no description, the titles are assumed to be sufficient. */
const FEW = 4;
