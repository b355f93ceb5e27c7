import { type Event, edtfBounds, groupBy } from '../../model/index.ts';
import { dateWords } from '../../text/dates/index.ts';
import { foreignWords } from '../date-words.ts';
import { datesInTexts } from '../dates-in-texts.ts';
import { messageOf } from '../messages.ts';
import { dateTexts, overlap } from '../planned.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';

export const dateOnlyInText: Rule = {
  id: 'date-only-in-text',
  severity: 'warning',
  readsLanguage: true,
  run: (context) => {
    const { config } = context.programme;
    const period = edtfBounds(config.period);
    const dated = eventsWithDate(context);
    if (dated.size === 0 && context.events.length > MAX_UNDATED_EVENTS) return [];
    const untold = datesInTexts(context).filter(
      ({ event, bounds }) => !dated.has(event) && overlap(bounds, period),
    );
    return [...groupBy(untold, ({ event }) => event).values()].map((mentions) => {
      const { mention, text } = mentions[0];
      const all = mentions.map(({ mention: { edtf, words } }) =>
        /[~%]/.test(edtf) ? words : dateWords(edtf, text.lang),
      );
      return spotted(text, {
        offset: mention.start,
        length: mention.end - mention.start,
        ...messageOf('date-only-in-text', { words: mention.words, dates: [...new Set(all)].join('; ') }),
      });
    });
  },
};

/** If there are more events than this and none of them has a date, the dates are assumed to be omitted on purpose. */
const MAX_UNDATED_EVENTS = 4;

/** The events that have a date in the date column, including dates that cannot be parsed. */
function eventsWithDate(context: CheckContext): Set<Event> {
  return new Set(
    dateTexts(context).flatMap((text) =>
      text.event !== undefined && foreignWords(text).tellsDate ? [text.event] : [],
    ),
  );
}
