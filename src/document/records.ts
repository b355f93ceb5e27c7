/** Events as plain words and values, for files that are read by machines. */
import {
  boundsOf,
  type Edtf,
  type EdtfDate,
  type Event,
  eventTexts,
  type FieldKind,
  type Lang,
  own,
  type Programme,
  type ProgrammeFile,
  paragraphsOf,
  parseEdtf,
  type SideRegions,
  type Status,
  type Text,
  textIn,
  textOf,
  titleOf,
} from '../model/index.ts';
import { inPlainWords } from '../text/index.ts';
import { type Extract, extractThemes } from './extract.ts';
import { numberThemes } from './numbered.ts';
import { columnHeading } from './theme-table.ts';

/** What an event says in a field or as bodies of a side. */
interface RecordField {
  /** Id of the field or side. */
  id: string;
  kind: FieldKind | 'body';
  heading: string;
  /** Its paragraphs, parted by line feeds. */
  words: string;
}

export interface EventRecord {
  id: string;
  /** Printed number. */
  number: number;
  theme: { id: string; title: string };
  title: string;
  /** All that it says beside its title, in the order of fields. */
  fields: readonly RecordField[];
  /** Planned date, EDTF. */
  when?: string;
  status?: Status;
  /** IANA name of the time zone of its times, where one is certain. */
  timezone?: string;
  regions: Readonly<Record<string, SideRegions>>;
}

/** First and last day, YYYY-MM-DD, both included. */
export interface Days {
  start: string;
  end: string;
}

/** The events of a programme, or of an extract of it, in printed order, with their words in a language where there are any. */
export function eventRecords(programme: Programme, lang: Lang, extract?: Extract): EventRecord[] {
  const said = inPlainWords(programme);
  const { config } = said;
  const wordsOf = (text: Text): string => paragraphsOf(textIn(text, lang, config.language).words).join('\n');
  const texts = eventTexts(config).filter(({ column }) => column !== titleOf(config));
  const fieldsOf = (event: Event): RecordField[] =>
    texts.flatMap(({ column, kind }) => {
      const text = textOf(event, column);
      const heading = wordsOf(columnHeading(config, column));
      return text === undefined ? [] : [{ id: column, kind, heading, words: wordsOf(text) }];
    });
  const all = numberThemes(said);
  return (extract === undefined ? all : extractThemes(all, extract)).flatMap(({ theme, events }) =>
    events.map(({ event, title, number }) => ({
      id: event.id,
      number,
      theme: { id: theme.id, title: wordsOf(theme.title) },
      title: wordsOf(title),
      fields: fieldsOf(event),
      ...(event.when === undefined ? {} : { when: event.when }),
      ...(event.status === undefined ? {} : { status: event.status }),
      ...timezoneOf(event, config),
      regions: event.regions,
    })),
  );
}

/**
 * The time zone of the times of an event: its own, else that of the sides that it takes place on, else that of the programme. Where it is on
 * two sides of different time zones, none is certain.
 */
function timezoneOf(event: Event, { sides, timezone }: ProgrammeFile): { timezone?: string } {
  const onSides = sides.filter(
    ({ id }) => own(event.bodies, id) !== undefined || hasRegions(event.regions, id),
  );
  const zones = new Set(onSides.map((side) => side.timezone ?? timezone));
  const known =
    event.timezone ?? (zones.size === 0 ? timezone : zones.size === 1 ? [...zones][0] : undefined);
  return known === undefined ? {} : { timezone: known };
}

function hasRegions(regions: Event['regions'], side: string): boolean {
  const found = own(regions, side);
  return found === 'all-regions' || Array.isArray(found);
}

/** The stretches of days of a date that is known to the day; undefined where it is not: a month, an open end, an approximate day. */
export function exactDays(when: string): Days[] | undefined {
  const date = parseEdtf(when);
  const spans: Edtf[] = date.precision === 'set' ? [...date.members] : [date];
  return spans.every((span) => endsOf(span).every(isExact)) ? spans.map(boundsOf) : undefined;
}

function endsOf(span: Edtf): (EdtfDate | undefined)[] {
  if (span.precision === 'interval') return [span.start, span.end];
  return span.precision === 'set' ? [undefined] : [span];
}

function isExact(date: EdtfDate | undefined): boolean {
  return date?.precision === 'day' && !date.approximate && !date.uncertain;
}
