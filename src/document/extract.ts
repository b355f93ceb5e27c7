import type { Event } from '../model/event.ts';
import { own } from '../model/own.ts';
import type { Side } from '../model/programme.ts';
import type { Region } from '../model/reference.ts';
import type { NumberedTheme } from './numbered.ts';

/** The part of a programme that concerns one region of one side. */
export interface Extract {
  side: Side;
  region: Region;
}

/** Whether an event concerns a region: it lies there, or it concerns all regions of the side. */
export function concerns(event: Event, { side, region }: Extract): boolean {
  const regions = own(event.regions, side.id);
  return regions === 'all-regions' || (Array.isArray(regions) && regions.includes(region.code));
}

/** Whether an event concerns a side as a whole. */
export function concernsAll(event: Event, side: Side): boolean {
  return own(event.regions, side.id) === 'all-regions';
}

/** The themes with those events that an extract has, in their order and with their numbers. */
export function extractThemes(themes: readonly NumberedTheme[], extract: Extract): NumberedTheme[] {
  return themes.map((theme) => ({
    ...theme,
    events: theme.events.filter(({ event }) => concerns(event, extract)),
  }));
}
