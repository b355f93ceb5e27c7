import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { EDITION_1, readConfig, readEvents } from './dataset.ts';

/** Event ids by region code or reason, for each side. */
type EventsByRegion = Record<string, Record<string, string[]>>;

const expected: EventsByRegion = parse(
  readFileSync(new URL('../../fixtures/expected-regions.yaml', import.meta.url), 'utf8'),
);
const config = readConfig(EDITION_1);
const events = config.themes.flatMap((theme) => readEvents(EDITION_1, theme.id));

describe('Regions of edition 1', () => {
  it.each(config.sides.map((side) => side.id))(
    'The regions on the %s side match a table that was made by hand',
    (side) => {
      const found: Record<string, string[]> = {};
      for (const event of events) {
        for (const key of [event.regions[side] ?? []].flat()) found[key] = [...(found[key] ?? []), event.id];
      }
      expect(found).toEqual(expected[side]);
    },
  );

  it.each(config.sides.map((side) => side.id))(
    'Every event has a region on the %s side, or a reason why it has none there',
    (side) => {
      const listed = new Set(Object.values(expected[side] ?? {}).flat());
      expect([...listed].sort()).toEqual(events.map((event) => event.id).sort());
    },
  );
});
