/** Provides events as plain texts and values, for machine-readable files. */
import {
  type Event,
  eventTexts,
  type FieldKind,
  type Lang,
  type Programme,
  paragraphsOf,
  type SideRegions,
  type Status,
  type Text,
  textIn,
  textOf,
  titleOf,
  withoutUndefined,
} from '../model/index.ts';
import { type Occurrence, occurrencesOf } from '../text/dates/index.ts';
import { inPlainWords, withWordsFromValues } from '../text/index.ts';
import { type Extract, extractThemes } from './extract.ts';
import { numberThemes } from './numbered.ts';
import { type PlaceRecord, placesIn } from './places.ts';
import type { Presentations } from './presentation.ts';
import { columnHeading } from './theme-table.ts';

/** The text of an event in a field, or the text of its bodies on a side. */
interface RecordField {
  /** Id of the field or side. */
  id: string;
  kind: FieldKind | 'body';
  heading: string;
  /** Paragraphs of the text, separated by line feeds. */
  words: string;
}

export interface EventRecord {
  id: string;
  /** Printed number of the event. */
  number: number;
  theme: { id: string; title: string };
  title: string;
  /** All fields of the event except its title, in the order of the fields. */
  fields: readonly RecordField[];
  /** Planned date, EDTF. */
  when?: string;
  status?: Status;
  /** The times at which the event takes place, derived from its planned date and the text of its time. */
  occurrences: readonly Occurrence[];
  regions: Readonly<Record<string, SideRegions>>;
  /** The places of the event, from its fields of kind `place`; a place that is not in the list has only a name. */
  places: readonly PlaceRecord[];
}

/**
 * The events of a programme, or of an extract of it, in printed order, with their text in the given language if
 * available.
 *
 * @param presentation how the design presents the themes; groups change the order of events
 */
export function eventRecords(
  programme: Programme,
  lang: Lang,
  extract?: Extract,
  presentation?: Presentations,
): EventRecord[] {
  const plainProgramme = inPlainWords(withWordsFromValues(programme, lang));
  const { config } = plainProgramme;
  const wordsOf = (text: Text): string => paragraphsOf(textIn(text, lang, config.language).words).join('\n');
  const texts = eventTexts(config).filter(({ column }) => column !== titleOf(config));
  const fieldsOf = (event: Event): RecordField[] =>
    texts.flatMap(({ column, kind }) => {
      const text = textOf(event, column);
      const heading = wordsOf(columnHeading(config, column));
      return text === undefined ? [] : [{ id: column, kind, heading, words: wordsOf(text) }];
    });
  const placesOf = placesIn(plainProgramme, lang);
  const all = numberThemes(plainProgramme, presentation);
  return (extract === undefined ? all : extractThemes(all, extract)).flatMap(({ theme, events }) =>
    events.map(({ event, title, number }) => ({
      id: event.id,
      number,
      theme: { id: theme.id, title: wordsOf(theme.title) },
      title: wordsOf(title),
      fields: fieldsOf(event),
      ...withoutUndefined({ when: event.when, status: event.status }),
      occurrences: occurrencesOf(event, config, lang),
      regions: event.regions,
      places: placesOf(event),
    })),
  );
}
