import { textOf } from '../../model/index.ts';
import { messageOf } from '../messages.ts';
import { inEachEvent, missing, type Rule } from '../rule.ts';

export const descriptionMissing: Rule = {
  id: 'description-missing',
  severity: 'note',
  run: (context) => {
    const lacking = lackingIn(context);
    return context.events.length > FEW && lacking.length > context.events.length / 2 ? [] : lacking;
  },
};

/** In a longer list most of whose events have no description, the title is sufficient. */
const FEW = 4;

const lackingIn = inEachEvent(({ event, theme, row }) =>
  row
    .filter(({ kind, column }) => kind === 'description' && theme.columns.includes(column))
    .filter(({ column }) => textOf(event, column) === undefined)
    .map(({ path }) => missing(event, path, messageOf('description-missing'))),
);
