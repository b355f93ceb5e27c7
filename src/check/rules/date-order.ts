import { endsBeforeStart } from '../../text/dates/index.ts';
import { messageOf } from '../messages.ts';
import { dateTexts, readDate } from '../planned.ts';
import { findingAt, type Rule } from '../rule.ts';

export const dateOrder: Rule = {
  id: 'date-order',
  severity: 'error',
  run: (context) =>
    dateTexts(context)
      .filter((text) => {
        const phrase = readDate(text, context.programme);
        return 'why' in phrase && endsBeforeStart(phrase.why);
      })
      .map((text) => findingAt(text.at, messageOf('date-ends-before-start'), text.words)),
};
