import {
  columnHeading,
  type Extract,
  eventRecords,
  type Presentations,
  pageAddress,
} from '../document/index.ts';
import {
  eventTexts,
  type Lang,
  type Programme,
  paragraphsOf,
  type Text,
  textIn,
  titleOf,
  withoutUndefined,
} from '../model/index.ts';
import { calendarEntries, calendarFile, type LeftOut } from '../render/calendar/index.ts';
import { csvFile, dataColumns, packageFile } from '../render/data/index.ts';
import { counted, labelsOf } from '../text/index.ts';

/** Input for the functions that write data files. */
export interface DataSource {
  programme: Programme;
  lang: Lang;
  /** The extract that contains the events; if it is missing, all events are included. */
  extract?: Extract | undefined;
  /** Earlier editions, oldest first; for an extract, they are limited to its events. */
  earlier: readonly Programme[];
  /** The corrected edition, for an erratum. */
  corrects?: string | undefined;
  /** Fingerprint of a frozen edition. */
  fingerprint?: string | undefined;
  /** How the design presents the themes; this determines the order and the numbers of the events. */
  presentation?: Presentations | undefined;
  /** Stem of the file names. */
  stem: string;
}

/** A machine-readable file of events, with the number of events and the events that the format cannot represent. */
export interface DataFile {
  bytes: Uint8Array;
  events: number;
  leftOut?: readonly LeftOut[];
}

/** The calendar of a programme or an extract in one language, and the events that are not in the calendar. */
export function calendarOf({ programme, lang, extract, earlier, stem }: DataSource): Required<DataFile> {
  const { config } = programme;
  const page = pageAddress(config, stem);
  const made = entriesOf(programme, lang, extract, page);
  const { entries, leftOut } = made;
  const editions = [
    ...earlier.map((before) => ({
      date: before.config.date,
      entries: entriesOf(before, lang, undefined, page).entries,
    })),
    { date: config.date, entries },
  ];
  const words = labelsOf(config, lang).screen.notInCalendar;
  const description =
    leftOut.length === 0
      ? ''
      : `${counted(words, leftOut.length, lang)}: ${leftOut.map(({ title }) => title.replaceAll('\n', ' ')).join('; ')}`;
  const title = [config.title, ...(extract === undefined ? [] : [extract.name])]
    .map((text) => textIn(text, lang, config.language).words)
    .join(' – ');
  return { bytes: calendarFile({ title, description, editions }), events: made.events, leftOut };
}

/**
 * A calendar for each event that has calendar entries, keyed by event id. The entries are the same as in the calendar
 * of the programme.
 */
export function eventCalendars({ programme, lang, earlier, stem }: DataSource): Map<string, Uint8Array> {
  const { config } = programme;
  const calendar = { name: config.name, page: pageAddress(config, stem) };
  const editions = [...earlier, programme].map((edition) => ({
    date: edition.config.date,
    byId: new Map(
      eventRecords(edition, lang).map((record) => [record.id, calendarEntries([record], calendar).entries]),
    ),
  }));
  const title = textIn(config.title, lang, config.language).words;
  return new Map(
    [...(editions.at(-1)?.byId ?? [])].flatMap(([id, dated]) => {
      const known = editions.flatMap(({ date, byId }) => {
        const entries = byId.get(id);
        return entries === undefined ? [] : [{ date, entries }];
      });
      return dated.length === 0 ? [] : [[id, calendarFile({ title, description: '', editions: known })]];
    }),
  );
}

function entriesOf(programme: Programme, lang: Lang, extract: Extract | undefined, page: string | undefined) {
  const records = eventRecords(programme, lang, extract);
  const made = calendarEntries(records, { name: programme.config.name, page });
  return { ...made, events: records.length - made.leftOut.length };
}

/** The events as a data package: JSON data with their schema. */
export function openDataJson(source: DataSource): DataFile {
  const { programme, lang, extract, corrects, fingerprint, stem } = source;
  const { columns, records } = tableOf(source);
  const { config, edition } = programme;
  const words = lineWriter(source);
  const homepage = pageAddress(config, stem);
  const about = {
    name: config.name,
    title: [config.title, ...(extract === undefined ? [] : [extract.name])].map(words).join(' – '),
    version: edition,
    created: `${config.date}T00:00:00Z`,
    ...withoutUndefined({ corrects, fingerprint }),
    language: lang,
    ...(homepage === undefined ? {} : { homepage }),
    contributors: [{ title: config.author, role: 'publisher' as const }],
  };
  return { bytes: packageFile(about, columns, records), events: records.length };
}

/** The events as CSV, with the same rows as in the data package. */
export function openDataCsv(source: DataSource): DataFile {
  const { columns, records } = tableOf(source);
  return { bytes: csvFile(columns, records), events: records.length };
}

function tableOf(source: DataSource) {
  const { programme, lang, extract, presentation } = source;
  const { config } = programme;
  const words = lineWriter(source);
  const texts = eventTexts(config)
    .filter(({ column }) => column !== titleOf(config))
    .map(({ column, path }) => ({ id: column, name: path, heading: words(columnHeading(config, column)) }));
  const records = eventRecords(programme, lang, extract, presentation);
  const isTimed = records.some(({ occurrences }) =>
    occurrences.some(({ doors, start, end }) => (doors ?? start ?? end) !== undefined),
  );
  return {
    columns: dataColumns(
      texts,
      config.sides.map(({ id }) => id),
      isTimed,
    ),
    records,
  };
}

function lineWriter({ programme, lang }: DataSource): (text: Text) => string {
  return (text) => paragraphsOf(textIn(text, lang, programme.config.language).words).join(' ');
}
