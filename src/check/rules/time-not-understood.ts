import {
  type Event,
  type Hours,
  hoursIn,
  isOfSeveralDays,
  type Lang,
  parseTimePhrase,
  textOf,
  weekdayOf,
} from '../../model/index.ts';
import { dateTerm, momentsOf, occurrencesOf, tokensOf } from '../../text/dates/index.ts';
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
    ...daysWithoutHours(context),
    ...hoursOfWhichDays(context),
  ],
};

function spotsIn({ words, lang }: PrintedText, event: Event | undefined): MatchedText[] {
  const phrase = parseTimePhrase(words, lang, isOfSeveralDays(event?.when ?? ''));
  if ('wrong' in phrase) {
    const { wrong, start, end } = phrase;
    return [{ offset: start, length: end - start, ...messageOf('time-wrong', { why: wrong }) }];
  }
  const whole = { offset: 0, length: words.length };
  if ('unread' in phrase)
    return [{ ...whole, ...messageOf('time-not-understood', { why: reasonCalled(phrase.unread) }) }];
  const isVague = phrase.hours.some(
    ({ doors, start, inexact }) =>
      (doors ?? start) === undefined && inexact !== 'allDay' && inexact !== 'open',
  );
  return isVague ? [{ ...whole, ...messageOf('time-without-start') }] : [];
}

/** Finds the days of an event to which none of its times apply, because all times are for other weekdays. */
function daysWithoutHours(context: CheckContext) {
  const { config } = context.programme;
  return context.texts.flatMap((text) => {
    const { event, kind, words, lang } = text;
    if (kind !== 'time' || event === undefined || event.occurrences !== undefined || lang !== config.language)
      return [];
    const phrase = parseTimePhrase(words, lang);
    const hours: readonly Hours[] = 'hours' in phrase ? phrase.hours : [];
    if (hours.length === 0 || hours.some(({ weekdays }) => weekdays === undefined)) return [];
    return occurrencesOf(event, config, lang).flatMap(({ days, date, start, doors, end }) =>
      days === undefined || days.start !== days.end || (start ?? doors ?? end) !== undefined
        ? []
        : [
            findingAt(
              text.at,
              messageOf('time-without-day', {
                weekday: weekdayCalled(weekdayOf(days.start)),
                date: dateTerm(date),
              }),
              words,
            ),
          ],
    );
  });
}

/** Finds texts in which it is unclear to which days the times of day apply. */
function hoursOfWhichDays(context: CheckContext) {
  const { config } = context.programme;
  return context.texts.flatMap((text) => {
    const { event, kind, words, lang } = text;
    if (event?.when === undefined || event.occurrences !== undefined || lang !== config.language) return [];
    if ((kind !== 'date' && kind !== 'time') || isDaily(words, lang)) return [];
    const isTime = kind === 'time';
    const hasTime = config.fields.some(
      (field) => field.kind === 'time' && textOf(event, field.id) !== undefined,
    );
    if (hasTime !== isTime) return [];
    const ofSeveralDays = isOfSeveralDays(event.when);
    const whole = { start: 0, end: words.length, phrase: parseTimePhrase(words, lang, ofSeveralDays) };
    const [first] = isTime ? [whole] : hoursIn(words, lang, ofSeveralDays);
    if (first === undefined) return [];
    const { phrase } = first;
    // Other faults of a time are reported above.
    if (
      isTime &&
      !('hours' in phrase && phrase.hours.some(({ doors, start = doors }) => start !== undefined))
    )
      return [];
    const isOpen = occurrencesOf(event, config, lang).some((one) => {
      const { days, doors, start = doors, end } = one;
      if (days === undefined || momentsOf(one) !== undefined) return false;
      if (days.start === days.end) return !isTime;
      return start === undefined || end === undefined || end > DAY;
    });
    if (!isOpen) return [];
    const why =
      'hours' in phrase
        ? messageOf('of-which-days')
        : 'unread' in phrase
          ? reasonCalled(phrase.unread)
          : phrase.wrong;
    const said = messageOf(isTime ? 'time-not-understood' : 'hours-not-understood', { why });
    return [spotted(text, { offset: first.start, length: first.end - first.start, ...said })];
  });
}

const DAY = 24 * 60;

/** Whether words state that times apply to each day. */
function isDaily(words: string, lang: Lang): boolean {
  return tokensOf(words, lang).some(({ value }) => value.kind === 'small' && value.roles.includes('daily'));
}
