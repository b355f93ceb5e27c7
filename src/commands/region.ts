import { MESSAGES } from '../../languages/index.ts';
import { concerns, type Extract } from '../document/extract.ts';
import { UserError } from '../errors.ts';
import { own } from '../model/own.ts';
import type { Programme } from '../model/programme.ts';
import type { Region } from '../model/reference.ts';
import { findRegion } from '../reference/find.ts';
import { buildGazetteer, regionName } from '../reference/gazetteer.ts';

/**
 * The region of a side that a user's words mean.
 *
 * @throws UserError when no region or more than one is meant, with the names to choose from
 */
export function regionOf(programme: Programme, query: string): Extract {
  const answer = findRegion(buildGazetteer(programme.reference), query);
  if ('ambiguous' in answer) {
    throw new UserError({
      message: `"${query}" may mean ${answer.ambiguous.map(nameAndCode).join(' or ')}`,
      hint: 'give the code, or the full name',
    });
  }
  if ('unknown' in answer) {
    throw new UserError({
      message: `no region is called "${query}"`,
      hint:
        answer.nearest.length === 0
          ? '`programme extract --list` shows the regions'
          : `did you mean ${answer.nearest.map(nameAndCode).join(', or ')}?`,
    });
  }
  return { side: sideOf(programme, answer.found), region: answer.found };
}

function nameAndCode(region: Region): string {
  return `${regionName(region, MESSAGES)} (${region.code})`;
}

function sideOf(programme: Programme, region: Region): Extract['side'] {
  const side = programme.config.sides.find(({ country }) => region.code.startsWith(`${country}-`));
  if (side === undefined)
    throw new UserError({ message: `${nameAndCode(region)} lies on no side of the programme` });
  return side;
}

/** A region of a side and the number of its events. */
export interface RegionCount {
  extract: Extract;
  /** Events that lie in the region. */
  own: number;
  /** The same and those that concern the whole side. */
  events: number;
}

/** The regions of each side that events lie in, in the order of the reference. */
export function regionCounts(programme: Programme): RegionCount[] {
  const events = programme.themes.flatMap((theme) => theme.events);
  return programme.config.sides.flatMap((side) =>
    programme.reference.regions
      .filter(({ code }) => code.startsWith(`${side.country}-`))
      .map((region): RegionCount => {
        const extract = { side, region };
        const concerned = events.filter((event) => concerns(event, extract));
        return {
          extract,
          own: concerned.filter((event) => own(event.regions, side.id) !== 'all-regions').length,
          events: concerned.length,
        };
      })
      .filter(({ own }) => own > 0),
  );
}

/** The regions as lines for a terminal: side, code, name, events. */
export function regionsText(counts: readonly RegionCount[]): string {
  return counts
    .map(
      ({ extract: { side, region }, own, events }) =>
        `${side.id}\t${region.code}\t${regionName(region, MESSAGES)}\t${events}${events > own ? ` (${own} of its own)` : ''}\n`,
    )
    .join('');
}

/** The regions as JSON. */
export function regionsJson(counts: readonly RegionCount[]): string {
  const regions = counts.map(({ extract: { side, region }, own, events }) => ({
    side: side.id,
    region: region.code,
    name: region.names,
    own,
    events,
  }));
  return JSON.stringify({ version: 1, regions }, null, 2);
}
