import { textOf } from '../../model/index.ts';
import { messageOf } from '../messages.ts';
import { inEachEvent, missing, type Rule } from '../rule.ts';

export const descriptionMissing: Rule = {
  id: 'description-missing',
  severity: 'note',
  run: inEachEvent(({ event, theme, row }) =>
    row
      .filter(({ kind, column }) => kind === 'description' && theme.columns.includes(column))
      .filter(({ column }) => textOf(event, column) === undefined)
      .map(({ path }) => missing(event, path, messageOf('description-missing'))),
  ),
};
