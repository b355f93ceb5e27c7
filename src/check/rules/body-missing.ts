import { ownProperty } from '../../model/index.ts';
import { columnCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { inEachEvent, missing, type Rule } from '../rule.ts';

export const bodyMissing: Rule = {
  id: 'body-missing',
  severity: 'warning',
  run: inEachEvent(({ event, theme }, { programme }) =>
    programme.config.sides
      .filter(({ id }) => theme.columns.includes(id) && ownProperty(event.bodies, id) === undefined)
      .map(({ id }) =>
        missing(event, `bodies.${id}`, messageOf('body-missing', { column: columnCalled(id, programme) })),
      ),
  ),
};
