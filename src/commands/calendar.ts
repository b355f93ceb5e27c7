import { type Extract, eventRecords, pageAddress } from '../document/index.ts';
import { type Lang, type Programme, textIn } from '../model/index.ts';
import { calendarEntries, calendarFile } from '../render/calendar/index.ts';
import { counted, labelsOf } from '../text/index.ts';
import type { DataFile, DataSource } from './data-source.ts';

/** The calendar of a programme or an extract in a language, and the events that it leaves out. */
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
 * A calendar for each event that has entries, by event id; its entries are the same as in the calendar of the
 * programme.
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
    [...(editions.at(-1)?.byId ?? [])].flatMap(([id, own]) => {
      const known = editions.flatMap(({ date, byId }) => {
        const entries = byId.get(id);
        return entries === undefined ? [] : [{ date, entries }];
      });
      return own.length === 0 ? [] : [[id, calendarFile({ title, description: '', editions: known })]];
    }),
  );
}

function entriesOf(programme: Programme, lang: Lang, extract: Extract | undefined, page: string | undefined) {
  const records = eventRecords(programme, lang, extract);
  const made = calendarEntries(records, { name: programme.config.name, page });
  return { ...made, events: records.length - made.leftOut.length };
}
