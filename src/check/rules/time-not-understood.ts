import {
  type Event,
  type Hours,
  hoursIn,
  isOfSeveralDays,
  parseTimePhrase,
  textOf,
  weekdayOf,
} from '../../model/index.ts';
import { dateTerm, occurrencesOf } from '../../text/dates/index.ts';
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
    ...datesWithHours(context),
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

/** Finds date texts in which it is unclear to which days the times of day apply. */
function datesWithHours(context: CheckContext) {
  const { config } = context.programme;
  return context.texts.flatMap((text) => {
    const { event, kind, words, lang } = text;
    if (kind !== 'date' || event?.when === undefined || lang !== config.language) return [];
    const [first] = hoursIn(words, lang, isOfSeveralDays(event.when));
    const hasTime = config.fields.some(
      (field) => field.kind === 'time' && textOf(event, field.id) !== undefined,
    );
    if (first === undefined || hasTime || event.occurrences !== undefined) return [];
    const occurrences = occurrencesOf(event, config, lang);
    if (
      occurrences.every(
        ({ days, start, doors }) =>
          days?.start !== days?.end || days === undefined || (start ?? doors) !== undefined,
      )
    )
      return [];
    const { phrase } = first;
    const why =
      'hours' in phrase
        ? messageOf('of-which-days')
        : 'unread' in phrase
          ? reasonCalled(phrase.unread)
          : phrase.wrong;
    return [
      spotted(text, {
        offset: first.start,
        length: first.end - first.start,
        ...messageOf('hours-not-understood', { why }),
      }),
    ];
  });
}
