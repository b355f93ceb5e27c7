import { describe, expect, it } from 'vitest';
import { type DataSource, openDataCsv, openDataJson } from '../../../src/commands/data-files.ts';
import { whichExtract } from '../../../src/commands/extracts.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { OpenDataSchema } from '../../../src/render/data/package.ts';
import { programmeWith } from '../check/programmes.ts';
import { draft } from '../support/programmes.ts';

const sourceOf = (programme: Programme, more: Partial<DataSource> = {}): DataSource => ({
  programme,
  lang: 'en',
  earlier: [],
  stem: 'programme-2021-draft-en',
  ...more,
});
const json = (source: DataSource) =>
  OpenDataSchema.parse(JSON.parse(Buffer.from(openDataJson(source).bytes).toString('utf8')));

/** The records of a CSV file, parsed according to RFC 4180. */
function records(source: DataSource): string[][] {
  const text = Buffer.from(openDataCsv(source).bytes).toString('utf8');
  return [...text.matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n/g)].map(
    ([, line = '']) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
        ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
      ),
  );
}

describe('Open data of the draft', () => {
  const source = sourceOf(draft, { fingerprint: 'a'.repeat(64) });
  const data = json(source);
  const [{ schema, data: rows }] = data.resources;

  it('The JSON file is valid according to its schema and contains every event in printed order', () => {
    expect(data).toMatchObject({
      name: 'programme-2021',
      version: 'draft',
      language: 'en',
      fingerprint: 'a'.repeat(64),
    });
    expect(rows.map(({ id }) => id)).toEqual(
      draft.themes.flatMap(({ events }) => events.map(({ id }) => id)),
    );
    const names = schema.fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const row of rows) expect(Object.keys(row)).toEqual(names);
  });

  it('The CSV file is valid according to its Table Schema: types, required fields and unique keys', () => {
    for (const { name, type, constraints } of schema.fields) {
      const values = rows.map((row) => row[name]).filter((value) => value !== null);
      if (type === 'integer') expect(values.filter((value) => !Number.isInteger(value))).toEqual([]);
      if (type === 'date')
        expect(values.filter((value) => !/^\d{4}-\d\d-\d\d$/.test(String(value)))).toEqual([]);
      if (constraints !== undefined) expect(new Set(values).size).toBe(rows.length);
    }
  });

  it('An event has both the printed words and the machine-readable values', () => {
    expect(rows.find(({ id }) => id === 'bordeaux-saint-petersburg-france-russia-week')).toMatchObject({
      event_title: 'France-Russia week',
      theme: 'partnerships',
      region: 'Nouvelle-Aquitaine',
      'bodies.russian': 'Saint Petersburg',
      when: '2021-12-09/2021-12-19',
      first_day: '2021-12-09',
      last_day: '2021-12-19',
      'regions.french': 'FR-NAQ',
      status: null,
    });
    expect(
      rows.filter(({ when, first_day }) => /^\d{4}-\d\d$/.test(String(when)) && first_day !== null),
    ).toEqual([]);
  });

  it('The CSV file contains the same values as the JSON file', () => {
    const [names, ...lines] = records(source);
    expect(names).toEqual(schema.fields.map(({ name }) => name));
    expect(lines).toEqual(rows.map((row) => Object.values(row).map((value) => String(value ?? ''))));
  });

  it('The open data of an extract contains only the events of the extract, and contains URLs if the programme has an address', () => {
    const extract = whichExtract(draft, { by: 'region', value: 'FR-NAQ' });
    const config = { ...draft.config, address: 'https://example.org/a/' };
    const part = json(sourceOf({ ...draft, config }, { extract }));
    expect(part.resources[0].data).toHaveLength(extract.events.size);
    expect(part.homepage).toBe('https://example.org/a/programme-2021-draft-en.html');
  });
});

it('No cell is a formula, and texts that contain CSV delimiters are read back unchanged', () => {
  const source = sourceOf(programmeWith([{ title: '=1+1', description: 'a "b", c\nd' }]));
  const [names = [], line = []] = records(source);
  expect([line[names.indexOf('event_title')], line[names.indexOf('description')]]).toEqual([
    "'=1+1",
    'a "b", c\nd',
  ]);
  expect(json(source).resources[0].data[0]?.event_title).toBe('=1+1');
});
