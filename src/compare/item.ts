import {
  allEvents,
  type Event,
  fieldTexts,
  ownProperty,
  type Programme,
  type Side,
  type SideRegions,
  type Text,
  titleIn,
} from '../model/index.ts';
import { inPlainWords } from '../text/index.ts';
import type { FieldWords, PrintedPlace } from './change.ts';
import { eventFields, sideFields, themeFields } from './fields.ts';

/** An event, theme or side, with the data needed to compare it. */
export interface Item {
  about: 'event' | 'theme' | 'side';
  id: string;
  /** The id of an event's theme; empty for themes and sides. */
  theme: string;
  place: PrintedPlace;
  fields: readonly FieldWords[];
  /** All fields as one string; it is the same for items that differ only in id or position. */
  content: string;
}

/** The events of a programme in printed order. */
export function eventItems(programme: Pick<Programme, 'config' | 'themes'>): Item[] {
  const { config, themes } = programme;
  const fields = fieldTexts(config);
  const plainEvents = allEvents(inPlainWords(programme));
  return themes
    .flatMap(({ theme, events }) => events.map((event) => ({ theme, event })))
    .map(({ theme, event }, index) =>
      itemOf(
        'event',
        {
          id: event.id,
          number: index + 1,
          title: titleIn(plainEvents[index] ?? event, config),
          theme: { id: theme.id, title: theme.title },
          regions: regionsOf(event, config.sides),
        },
        eventFields(event, fields, config.language),
      ),
    );
}

/** The themes of a programme in printed order. */
export function themeItems({ config, themes }: Pick<Programme, 'config' | 'themes'>): Item[] {
  return themes.map(({ theme }, index) =>
    itemOf('theme', placeOf(theme.id, index, theme.title), themeFields(theme, config.language)),
  );
}

/** The sides of a programme, in the order of programme.yaml. */
export function sideItems({ config }: Pick<Programme, 'config'>): Item[] {
  return config.sides.map((side, index) =>
    itemOf('side', placeOf(side.id, index, side.name), sideFields(side, config.language)),
  );
}

function itemOf(about: Item['about'], place: PrintedPlace, fields: readonly FieldWords[]): Item {
  return {
    about,
    id: place.id,
    theme: place.theme?.id ?? '',
    place,
    fields,
    content: JSON.stringify(fields),
  };
}

function placeOf(id: string, index: number, title: Text): PrintedPlace {
  return { id, number: index + 1, title };
}

/**
 * The region codes of an event. If the event concerns all regions of a side, the country code of the side is returned
 * instead.
 */
function regionsOf(event: Event, sides: readonly Side[]): string[] {
  const codes = sides.flatMap((side) => {
    const regions: SideRegions | undefined = ownProperty(event.regions, side.id);
    if (regions === 'all-regions') return [side.country];
    return typeof regions === 'object' ? regions : [];
  });
  return [...new Set(codes)].sort();
}

/** How the events of two lists correspond. */
export interface Matching {
  /** The matched events, in the order of the old list. */
  pairs: readonly { old: Item; new: Item }[];
  removed: readonly Item[];
  added: readonly Item[];
  /**
   * Maps the id of each added event that was split off from another event to the id, in the new list, of that other
   * event.
   */
  splits: ReadonlyMap<string, string>;
  /**
   * Maps the id of each removed event that was merged into another event to the id, in the new list, of that other
   * event.
   */
  merges: ReadonlyMap<string, string>;
}
