/** Builds pages of single events, to which search engines and other websites can link. */
import type { PicturePath, Programme } from '../model/index.ts';
import { withoutUndefined } from '../model/index.ts';
import { eventAddress } from './address.ts';
import { listedEvents } from './event-list.ts';
import { linkedDataContext, linkedGraph } from './linked-data.ts';
import type { Document, ListedEvent, Paragraph, Target } from './model.ts';
import { placeNotes } from './places.ts';
import { eventRecords } from './records.ts';
import { runsIn } from './runs.ts';
import { tablesOf } from './tables.ts';
import { wordsOf } from './texts.ts';

export interface EventPage {
  id: Target;
  title: Paragraph;
  /** Absent for an event that only earlier editions contain; its page contains the title and `note` instead. */
  event?: ListedEvent;
  note?: string;
  /** Name, address and access information of each place. */
  places: readonly { name: string; notes: readonly Paragraph[] }[];
  /** Absolute URL of the page; undefined if the programme has no address. */
  canonical?: string;
  /** The picture for search engines and previews: a file next to the page, and its URL. */
  picture?: { file: PicturePath; name: string; url: string };
  /** JSON-LD for the event, if its date is exact. */
  linked?: object;
}

/** Formats of pictures that search engines and previews show. */
const PHOTOGRAPH = /\.(?:jpe?g|png)$/i;

/** Pages for the events of a document, and for events that only earlier editions contain. */
export function eventPages(document: Document, programme: Programme): EventPage[] {
  const { config } = programme;
  const { lang, stem } = document.meta;
  const runs = runsIn(lang, config.language);
  const addressIn = (file: string): string | undefined => eventAddress(config, stem, file);
  const records = new Map(eventRecords(programme, lang).map((record) => [record.id, record]));
  const context = linkedDataContext(programme, lang, [...records.values()], (id) => addressIn(`${id}.html`));
  const themes = document.sections.filter(({ theme }) => theme !== undefined);
  const listed = themes.flatMap(tablesOf).flatMap(listedEvents);
  const listedPages = listed.flatMap((event): EventPage[] => {
    const { id } = event;
    const record = records.get(id);
    if (record === undefined) return [];
    const picture = pictureOf(event, addressIn);
    const linked = linkedGraph([record], { ...context, pictureOf: () => picture?.url });
    const canonical = addressIn(`${id}.html`);
    return [
      {
        id,
        title: event.title.flat(),
        event,
        places: record.places.map((place) => ({ name: place.name, notes: placeNotes(place, runs) })),
        ...withoutUndefined({ canonical, picture, linked }),
      },
    ];
  });
  const removedPages = (document.gone?.events ?? []).map(({ id, title }): EventPage => {
    const note = document.gone?.note;
    return { id, title, places: [], ...(note === undefined ? {} : { note }) };
  });
  return [...listedPages, ...removedPages];
}

function pictureOf(
  { id, pictures }: ListedEvent,
  addressIn: (file: string) => string | undefined,
): EventPage['picture'] {
  const file = pictures.map((picture) => picture.file).find((path) => PHOTOGRAPH.test(path));
  const name = `${id}${file === undefined ? '' : (PHOTOGRAPH.exec(file)?.[0] ?? '').toLowerCase()}`;
  const url = addressIn(name);
  return file === undefined || url === undefined ? undefined : { file, name, url };
}

/** The text that describes a page in search results. */
export function summaryOf({ event }: EventPage): string | undefined {
  const [first] = event?.description ?? [];
  return first === undefined ? undefined : wordsOf(first);
}
