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

/** An event, theme or side with all the data for the comparison. */
export interface Item {
  about: 'event' | 'theme' | 'side';
  id: string;
  /** Id of the theme of an event; empty for themes and sides. */
  theme: string;
  place: PrintedPlace;
  fields: readonly FieldWords[];
  /** All fields as one string: equal for items that differ only in id and position. */
  content: string;
}

/** The events of a programme in printed order. */
export function eventItems(programme: Pick<Programme, 'config' | 'themes'>): Item[] {
  const { config, themes } = programme;
  const fields = fieldTexts(config);
  const said = allEvents(inPlainWords(programme));
  return themes
    .flatMap(({ theme, events }) => events.map((event) => ({ theme, event })))
    .map(({ theme, event }, index) =>
      itemOf(
        'event',
        {
          id: event.id,
          number: index + 1,
          title: titleIn(said[index] ?? event, config),
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

/** The sides of a programme in their order. */
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

/** Region codes of an event; the country code if the event concerns all regions of a side. */
function regionsOf(event: Event, sides: readonly Side[]): string[] {
  const codes = sides.flatMap((side) => {
    const regions: SideRegions | undefined = ownProperty(event.regions, side.id);
    if (regions === 'all-regions') return [side.country];
    return typeof regions === 'object' ? regions : [];
  });
  return [...new Set(codes)].sort();
}

/** The correspondence of the events of two lists. */
export interface Matching {
  /** In the order of the old list. */
  pairs: readonly { old: Item; new: Item }[];
  removed: readonly Item[];
  added: readonly Item[];
  /** Id in the new list of the event from which an added event was split off, by the id of the added event. */
  splits: ReadonlyMap<string, string>;
  /** Id in the new list of the event into which a removed event was merged, by the id of the removed event. */
  merges: ReadonlyMap<string, string>;
}
