import {
  type Event,
  hoursIn,
  isOfSeveralDays,
  parseTimePhrase,
  textOf,
  weekdayOf,
} from '../../model/index.ts';
import { dateTerm, momentsOf, type Occurrence, occurrencesOf, tokensOf } from '../../text/dates/index.ts';
import { reasonCalled, weekdayCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, findingAt, inEachText, type MatchedText, type Rule, spotted } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

export const timeNotUnderstood: Rule = {
  id: 'time-not-understood',
  severity: 'warning',
  readsLanguage: true,
  run: (context) => [
    ...inEachText((text) =>
      text.kind === 'time' && text.event?.occurrences === undefined ? spotsIn(text, text.event) : [],
    )(context),
    ...unclearDays(context),
  ],
};

function spotsIn({ words, lang }: PrintedText, event: Event | undefined): MatchedText[] {
  const phrase = parseTimePhrase(words, lang, isOfSeveralDays(event?.when ?? ''));
  // Impossible times are reported by the rule `hours-order`.
  if ('wrong' in phrase) return [];
  const whole = { offset: 0, length: words.length };
  if ('unread' in phrase)
    return [{ ...whole, ...messageOf('time-not-understood', { why: reasonCalled(phrase.unread) }) }];
  const isVague = phrase.hours.some(
    ({ doors, start, inexact }) =>
      (doors ?? start) === undefined && inexact !== 'allDay' && inexact !== 'open',
  );
  return isVague ? [{ ...whole, ...messageOf('time-without-start') }] : [];
}

/**
 * Finds texts in which it is unclear to which days the times of day apply, and days to which none of the times apply,
 * because all times are for other weekdays.
 */
function unclearDays(context: CheckContext) {
  const { config } = context.programme;
  return context.texts.flatMap((text) => {
    const { event, kind, words, lang } = text;
    if (event?.when === undefined || event.occurrences !== undefined || lang !== config.language) return [];
    const isTime = config.fields.some(
      (field) => field.kind === 'time' && textOf(event, field.id) !== undefined,
    );
    if (kind !== (isTime ? 'time' : 'date')) return [];
    const ofSeveralDays = isOfSeveralDays(event.when);
    const whole = { start: 0, end: words.length, phrase: parseTimePhrase(words, lang, ofSeveralDays) };
    const [first] = isTime ? [whole] : hoursIn(words, lang, ofSeveralDays);
    if (first === undefined) return [];
    const { start: offset, end: stop, phrase } = first;
    const hours = 'hours' in phrase ? phrase.hours : [];
    // `spotsIn` reports texts without a start time.
    if (isTime && hours.every(({ doors, start = doors }) => start === undefined)) return [];
    const open = occurrencesOf(event, config, lang).filter((one) => one.days && momentsOf(one) === undefined);
    const isOneDay = ({ days }: Occurrence): boolean => days?.start === days?.end;
    if (isTime && open.every(isOneDay))
      return open.flatMap(({ date, end }) => {
        const said = { weekday: weekdayCalled(weekdayOf(date)), date: dateTerm(date) };
        return end === undefined ? findingAt(text.at, messageOf('time-without-day', said), words) : [];
      });
    const isUnclear = open.some(
      ({ doors, start = doors, end }) => start === undefined || end === undefined || end > DAY,
    );
    const isDaily = tokensOf(words, lang).some(
      ({ value }) => value.kind === 'small' && value.roles.includes('daily'),
    );
    if (!isUnclear || isDaily) return [];
    const why =
      'hours' in phrase
        ? messageOf('of-which-days')
        : 'unread' in phrase
          ? reasonCalled(phrase.unread)
          : phrase.wrong;
    const said = messageOf(isTime ? 'time-not-understood' : 'hours-not-understood', { why });
    return [spotted(text, { offset, length: stop - offset, ...said })];
  });
}

const DAY = 24 * 60;
