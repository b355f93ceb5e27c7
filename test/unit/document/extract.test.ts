import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { extractsBy, whichExtract } from '../../../src/commands/extracts.ts';
import { buildDocument } from '../../../src/document/build.ts';
import type { Document, Row } from '../../../src/document/model.ts';
import { numberThemes } from '../../../src/document/numbered.ts';
import { readProgramme } from '../../../src/read/dataset.ts';

/** Event ids by side and region code, or the reason why there is no region; made manually from the source. */
const expected = load(readFileSync('test/fixtures/expected-regions.yaml', 'utf8')) as Record<
  string,
  Record<string, string[]>
>;
const programme = await readProgramme('data', '1');
const numbers = new Map(
  numberThemes(programme).flatMap(({ events }) => events.map(({ event, number }) => [event.id, number])),
);

const rowsOf = (document: Document): Row[] =>
  document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])),
  );
const regionOf = (of: typeof programme, value: string) => whichExtract(of, { by: 'region', value });
const textOf = (document: Document): string => JSON.stringify(document);

const regions = Object.entries(expected).flatMap(([side, byCode]) =>
  Object.entries(byCode)
    .filter(([code]) => /^[A-Z]{2}-/.test(code))
    .map(([code, ids]) => ({ side, code, ids })),
);

describe('Extracts of edition 1', () => {
  it('There is an extract for each of the expected regions, and for no other region', () => {
    expect(
      extractsBy(programme, 'region')
        .map(({ key }) => key)
        .sort(),
    ).toEqual(regions.map(({ code }) => code).sort());
  });

  it.each(regions)(
    'The extract for $code contains the events that are in this region or concern the whole side, in the order and with the numbers of the programme',
    ({ side, code, ids }) => {
      const document = buildDocument(programme, 'en', { extract: regionOf(programme, code) });
      const all = [...ids, ...(expected[side]?.['all-regions'] ?? [])].sort(
        (a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0),
      );
      const rows = rowsOf(document);
      expect(rows.map(({ id }) => id)).toEqual(all);
      expect(rows.map(({ cells }) => cells[0]?.paragraphs[0]?.[0]?.text)).toEqual(
        all.map((id) => String(numbers.get(id))),
      );
      expect(document.cover.lines.at(-1)?.[0]?.text).toBe(`${all.length} of 77 events`);
    },
  );

  it('An extract marks the events that concern the whole side, and names the themes without events', () => {
    const document = buildDocument(programme, 'en', { extract: regionOf(programme, 'RU-SAM') });
    const french = rowsOf(document).find(({ id }) => id === 'nice-french-tech');
    expect(french?.cells[4]?.paragraphs[0]).toEqual([{ text: 'Concerns all regions', quiet: true }]);
    expect(textOf(document)).toContain('No events under: ');
    expect(document.meta.stem).toBe('programme-2021-ed1-ru-sam-en');
  });

  it('Each of the 77 events has, on both sides, a region or a reason why it has none', () => {
    for (const byCode of Object.values(expected)) expect(new Set(Object.values(byCode).flat()).size).toBe(77);
    for (const { id } of programme.config.sides) {
      const reached = programme.themes
        .flatMap(({ events }) => events)
        .filter((event) => event.regions[id] !== undefined);
      expect(reached).toHaveLength(77);
    }
  });
});

describe('Search for a region', () => {
  it.each([
    ['occitanie', 'FR-OCC'],
    ['ОКСИТАНИЯ', 'FR-OCC'],
    ['fr-occ', 'FR-OCC'],
    ['Самарская область', 'RU-SAM'],
    ['oblast de samara', 'RU-SAM'],
    ['Perm Region', 'RU-PER'],
    ['Île de France', 'FR-IDF'],
    ['ile-de-france', 'FR-IDF'],
  ])('The query %s finds the region %s', (query, code) => {
    expect(regionOf(programme, query).key).toBe(code);
  });

  it('An ambiguous query is rejected, and the error names the matching regions', () => {
    expect(() => regionOf(programme, 'Novgorod')).toThrow(
      '"Novgorod" is ambiguous: Novgorod Oblast (RU-NGR) or Nizhny Novgorod Oblast (RU-NIZ)',
    );
  });

  it('If a region is unknown, the regions with the most similar names are suggested', () => {
    expect(() => regionOf(programme, 'Ocitanie')).toThrow('did you mean Occitanie (FR-OCC)');
  });
});

describe('Indexes of edition 1', () => {
  const document = buildDocument(programme, 'en');
  const index = (id: string) =>
    document.sections
      .filter((section) => section.id === id)
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'index' ? block.groups : [])));

  it.each(['_index-french', '_index-russian', '_index-dates'])('The index %s lists all 77 events', (id) => {
    expect(new Set(index(id).flatMap(({ entries }) => entries.map(({ target }) => target))).size).toBe(77);
  });

  it('The region index lists each event under the name of its region', () => {
    const occitanie = index('_index-french').find(({ heading }) => heading[0]?.text === 'Occitanie');
    expect(occitanie?.entries.map(({ target }) => target)).toEqual(expected.french?.['FR-OCC']);
  });

  it('The date index lists each dated event once, ordered by period, with open dates last', () => {
    const groups = index('_index-dates');
    expect(groups.flatMap(({ entries }) => entries)).toHaveLength(77);
    expect(groups.map(({ heading }) => heading[0]?.text)).toEqual(
      [
        '2020',
        'Semester 1 2021',
        '2021',
        'February 2021',
        'March 2021',
        'April 2021',
        'Quarter 2 2021',
        'May 2021',
        'June 2021',
        'July 2021',
        'Quarter 3 2021',
        'Semester 2 2021',
        'August 2021',
        'September 2021',
        'November 2021',
        'December 2021',
        'Date to be confirmed',
      ].map((heading) => expect.stringMatching(new RegExp(`^${heading.replaceAll(' ', '[ \\u00a0]')}$`))),
    );
  });
});
