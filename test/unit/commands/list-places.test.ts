import { expect, test } from 'vitest';
import { withListedPlaces } from '../../../src/commands/list-places.ts';
import { readProgramme } from '../../../src/in-memory.ts';

const HEADINGS = {
  venue: 'Ort',
  address: 'Adresse',
  postcode: 'PLZ',
  town: 'Stadt',
  position: 'Koordinaten',
} as const;
type Column = keyof typeof HEADINGS;

/** The places of a list with these rows; internal columns are not published. */
async function listed(
  rows: readonly Partial<Record<Column, string>>[],
  internal: readonly Column[] = [],
  headings: Partial<Record<Column, string>> = {},
) {
  const declared = (Object.keys(HEADINGS) as Column[]).map((id) => {
    return `  - { id: ${id}, kind: text, heading: ${headings[id] ?? HEADINGS[id]} }\n`;
  });
  const columns = (Object.keys(HEADINGS) as Column[]).filter((id) => !internal.includes(id));
  const programme = `format: 3
name: liste
language: de
languages: [de]
date: "2030-01-01"
period: "2030"
title: Liste
author: Stadt
subject: Liste
introduction: Liste
contents: Inhalt
fields:
  - { id: title, kind: title, heading: Titel }
${declared.join('')}themes: [{ id: liste, title: Liste, columns: [title, ${columns.join(', ')}] }]
`;
  const events = rows.map((row, index) => ({ id: `e${index}`, title: 'T', ...row }));
  const files = new Map([
    ['programme.yaml', programme],
    ['reference/regions.yaml', '[]'],
    ['events/liste.yaml', JSON.stringify(events)],
  ]);
  const { config, ...rest } = await readProgramme({ files });
  const fields = config.fields.map((field) =>
    internal.some((id) => id === field.id) ? { ...field, internal: true as const } : field,
  );
  const found = withListedPlaces({ ...rest, config: { ...config, fields } });
  return found?.programme.reference.places;
}

const hall = {
  venue: 'Halle',
  address: 'Am Hafen 1',
  postcode: '01067',
  town: 'Musterstadt',
  position: '51.05, 13.74',
};

test('The list of places contains only those values of a place that are the same for all events at the place', async () => {
  const rows = [
    hall,
    { ...hall, address: 'Am Hafen 2' },
    { venue: 'Park', position: '51,06; -0,25' },
    { venue: 'Zelt', town: 'Musterstadt', position: '0.0, 0.0' },
    {},
  ];
  expect(await listed(rows)).toEqual([
    { name: 'Halle', postcode: '01067', town: 'Musterstadt', coordinates: [51.05, 13.74] },
    { name: 'Park', coordinates: [51.06, -0.25] },
    { name: 'Zelt', town: 'Musterstadt' },
  ]);
});

test('A list of places is written even if only the names and towns of the places are known', async () => {
  expect(await listed([{ venue: 'Halle', town: 'Musterstadt' }, { venue: 'Park' }])).toEqual([
    { name: 'Halle', town: 'Musterstadt' },
    { name: 'Park' },
  ]);
});

test('Addresses are not taken from internal columns, but coordinates are, because they are machine-readable data', async () => {
  expect(await listed([hall], ['address', 'town'])).toEqual([
    { name: 'Halle', postcode: '01067', coordinates: [51.05, 13.74] },
  ]);
  expect(await listed([hall], ['address', 'postcode', 'town', 'position'])).toEqual([
    { name: 'Halle', coordinates: [51.05, 13.74] },
  ]);
  const { position: _, ...placed } = hall;
  expect(await listed([placed], ['address', 'town'])).toBeUndefined();
});

test.each([
  ['a name of places in two towns', [hall, { ...hall, town: 'Beispielheim' }]],
  ['a name in two spellings', [hall, { ...hall, venue: 'halle' }]],
  ['several places in a cell', [hall, { ...hall, venue: 'Halle\nPark' }]],
  ['coordinates that are none', [{ venue: 'Halle', position: '151.05, 13.74' }]],
  ['no address, town or position', [{ venue: 'Halle', postcode: '01067' }]],
])('No list of places is written if the imported list has %s', async (_, rows) => {
  expect(await listed(rows)).toBeUndefined();
});

test.each([
  ['Koordinaten', '51.05, 13.74'],
  ['Geo', '51,05; 13,74'],
  ['geo_point_2d', '{"lon": 13.74, "lat": 51.05}'],
  ['Venue coordinates', '[51.05, 13.74]'],
  ['Coordonnées GPS', '51.05 13.74'],
])('Coordinates are read from the column “%s” with the cell text %s', async (heading, position) => {
  const { position: _, ...placed } = hall;
  expect(await listed([{ ...placed, position }], [], { position: heading })).toMatchObject([
    { coordinates: [51.05, 13.74] },
  ]);
});
