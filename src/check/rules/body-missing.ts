import { own } from '../../model/index.ts';
import { messageOf } from '../messages.ts';
import { inEachEvent, missing, type Rule } from '../rule.ts';
import { columnCalled } from '../said.ts';

export const bodyMissing: Rule = {
  id: 'body-missing',
  severity: 'warning',
  title: 'event without a body on one side',
  why: 'A cooperation has two sides; with an empty cell, readers do not know the other one.',
  good: 'bodies: { french: Nancy, russian: Krasnodar }',
  bad: 'bodies: { russian: Krasnodar }',
  limits: 'Events of a single side are reported too; accept these findings with a reason.',
  run: inEachEvent(({ event, theme }, { programme }) =>
    programme.config.sides
      .filter(({ id }) => theme.columns.includes(id) && own(event.bodies, id) === undefined)
      .map(({ id }) =>
        missing(event, `bodies.${id}`, messageOf('body-missing', { column: columnCalled(id, programme) })),
      ),
  ),
};
