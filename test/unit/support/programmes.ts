import { parse } from 'yaml';
import type { Event } from '../../../src/model/event.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { PlacesFileSchema, RegionsFileSchema } from '../../../src/model/regions-and-places.ts';
import { DATA, EDITION_1, readConfig, readEvents, readText } from '../data/dataset.ts';

function programmeIn(folder: URL, edition: string): Programme {
  const config = readConfig(folder);
  return {
    edition,
    config,
    themes: config.themes.map((theme) => ({ theme, events: readEvents(folder, theme.id) })),
    reference: {
      regions: RegionsFileSchema.parse(parse(readText(folder, 'reference/regions.yaml'))),
      places: PlacesFileSchema.parse(parse(readText(folder, 'reference/places.yaml'))),
    },
  };
}

/** Edition 1 of the repository's own programme. */
export const edition1: Programme = programmeIn(EDITION_1, '1');

/** The repository's own draft. */
export const draft: Programme = programmeIn(DATA, 'draft');

/** A programme with other events in its themes. */
export function withEvents(
  programme: Programme,
  edit: (events: readonly Event[], theme: string) => readonly Event[],
): Programme {
  const themes = programme.themes.map(({ theme, events }) => ({ theme, events: edit(events, theme.id) }));
  return { ...programme, themes };
}

/** A programme with one event changed. */
export function withEvent(programme: Programme, id: string, edit: (event: Event) => Event): Programme {
  return withEvents(programme, (events) => events.map((event) => (event.id === id ? edit(event) : event)));
}

/** The events of all themes. */
export function allEvents(programme: Programme): Event[] {
  return programme.themes.flatMap(({ events }) => events);
}
