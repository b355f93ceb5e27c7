import { picturesOfText, textOf } from '../../model/index.ts';
import { messageOf } from '../messages.ts';
import { inEachEvent, missing, type Rule } from '../rule.ts';

export const pictureWithoutWords: Rule = {
  id: 'picture-without-words',
  severity: 'warning',
  run: inEachEvent(({ event, row }) =>
    row
      .filter(({ kind }) => kind === 'picture')
      .filter(({ column }) =>
        picturesOfText(textOf(event, column) ?? {}).some(({ alt }) => alt === undefined),
      )
      .map(({ path }) => missing(event, path, messageOf('picture-without-words'))),
  ),
};
