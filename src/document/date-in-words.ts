import { type Event, type HasFields, type Lang, type Text, textOf } from '../model/index.ts';
import { tellsWhen } from '../text/dates/index.ts';

/**
 * The printed date of an event without a machine-readable date; undefined if the event has a machine-readable date, or
 * if the printed date does not tell when the event takes place.
 */
export function dateInWords(
  event: Event,
  { fields, language }: HasFields & { language: Lang },
): Text | undefined {
  const date = fields.find(({ kind, internal }) => kind === 'date' && internal !== true);
  const text = date === undefined || event.when !== undefined ? undefined : textOf(event, date.id);
  if (text === undefined) return undefined;
  const words = typeof text === 'string' ? text : text[language];
  return words !== undefined && tellsWhen(words, language) ? text : undefined;
}
