import { textOf } from '../../model/index.ts';
import { messageOf } from '../messages.ts';
import { inEachEvent, missing, type Rule } from '../rule.ts';

export const descriptionMissing: Rule = {
  id: 'description-missing',
  severity: 'note',
  title: 'event without a description',
  why: 'The printed cell is empty, and readers learn only the title.',
  good: 'title: Wrestling · description: Friendly match of the two cities',
  bad: 'title: Wrestling',
  limits: 'The rule does not check whether the title is sufficient.',
  run: inEachEvent(({ event, theme, row }) =>
    row
      .filter(({ kind, column }) => kind === 'description' && theme.columns.includes(column))
      .filter(({ column }) => textOf(event, column) === undefined)
      .map(({ path }) => missing(event, path, messageOf('description-missing'))),
  ),
};
