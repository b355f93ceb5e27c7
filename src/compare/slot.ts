/** Matches events under new titles: the only event of a speaker or body at a day, hour and place is the same event. */
import { type FieldKind, fold, hoursIn, parseTimePhrase } from '../model/index.ts';
import { parseDatePhrase } from '../text/dates/index.ts';
import type { FieldWords } from './change.ts';
import { isOpenTitle } from './open-title.ts';
import { isOfPeople, isOfPlaces } from './severity/index.ts';

/**
 * What tells an event without its title: who takes part, the day, the hour and the place. Nothing where one of them is not given; who
 * speaks is at one place at a time, so that a speaker needs none.
 */
export function slotOf(
  { fields }: { fields: readonly FieldWords[] },
  kinds: ReadonlyMap<string, FieldKind>,
): string | undefined {
  const told = fields.filter(({ words }) => !isOpenTitle(words));
  const wordsIn = (wanted: (field: string) => boolean): string =>
    told
      .filter(({ field }) => wanted(field))
      .map(({ words }) => fold(words))
      .sort()
      .join('\n');
  const isText = (field: string, is: (id: string) => boolean): boolean =>
    kinds.get(field) === 'text' && is(field);
  const people = wordsIn((field) => isText(field, isOfPeople));
  const bodies = wordsIn((field) => field.startsWith('bodies.'));
  const place = wordsIn((field) => isText(field, isOfPlaces));
  const [day, hour] = [dayOf(told, kinds), hourOf(told, kinds)];
  if (day === undefined || hour === undefined) return undefined;
  if (people === '' && (bodies === '' || place === '')) return undefined;
  return JSON.stringify([people === '' ? bodies : people, day, hour, place]);
}

/** The day as EDTF, or in words where they are no date. */
function dayOf(fields: readonly FieldWords[], kinds: ReadonlyMap<string, FieldKind>): string | undefined {
  const when = fields.find(({ field }) => field === 'when');
  const date = fields.find(({ field }) => kinds.get(field) === 'date');
  if (when !== undefined || date === undefined) return when?.words;
  const phrase = parseDatePhrase(date.words, date.lang === undefined ? {} : { lang: date.lang });
  return 'edtf' in phrase ? phrase.edtf : fold(date.words);
}

/** The hours: of a field of times, or within the words of the date. */
function hourOf(fields: readonly FieldWords[], kinds: ReadonlyMap<string, FieldKind>): string | undefined {
  for (const { field, lang, words } of fields) {
    const kind = kinds.get(field);
    if (kind !== 'time' && kind !== 'date') continue;
    const phrases =
      kind === 'time' ? [parseTimePhrase(words, lang)] : hoursIn(words, lang).map(({ phrase }) => phrase);
    const hours = phrases.flatMap((phrase) => ('hours' in phrase ? phrase.hours : []));
    if (hours.some(({ start }) => start !== undefined)) return JSON.stringify(hours);
  }
  return undefined;
}
