import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../src/document/build.ts';
import type { Document } from '../../../src/document/model.ts';
import { wordsOf } from '../../../src/document/texts.ts';
import type { Event } from '../../../src/model/event.ts';
import { programmeWith } from '../check/programmes.ts';
import { draft } from '../support/programmes.ts';

const keysOf = ({ facets = [] }: Document): Record<string, string[]> =>
  Object.fromEntries(facets.map(({ id, values }) => [id, values.map(({ key }) => key)]));

const rowsOf = ({ sections }: Document) =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])),
  );

/** The month filters that show each event, in a programme for 2021. */
function monthsOf(...whens: readonly string[]): (readonly string[])[] {
  const events = whens.map((when): Partial<Event> => ({ when }));
  return rowsOf(buildDocument(programmeWith(events), 'en')).map(({ facets }) => facets?.when ?? []);
}

describe('Filters on a web page', () => {
  const document = buildDocument(draft, 'en');

  it('Events can be filtered by theme, by region of each side, by month, and by each field that has few different values', () => {
    const { facets = [] } = document;
    expect(facets.map(({ id, label }) => [id, label])).toEqual([
      ['theme', 'Theme'],
      ['regions.french', 'Regions: France'],
      ['regions.russian', 'Regions: Russia'],
      ['when', 'Month'],
      ['category', 'Category'],
    ]);
    expect(keysOf(document).theme).toEqual(draft.themes.map(({ theme }) => theme.id));
  });

  it('Each filter key of a row is one of the values of that filter, or matches all values', () => {
    const keys = keysOf(document);
    for (const { facets = {} } of rowsOf(document))
      for (const [id, own] of Object.entries(facets))
        expect(own.filter((key) => key !== '*' && !keys[id]?.includes(key))).toEqual([]);
  });

  it('In the month filter, events without a date are listed last', () => {
    expect(keysOf(document).when?.at(-1)).toBe('open');
    expect(
      rowsOf(document).filter(({ when, facets }) => (when === undefined) !== (facets?.when?.[0] === 'open')),
    ).toEqual([]);
  });

  it.each([
    [
      ['A', 'a', 'B'],
      ['a', 'b'],
    ],
    [['A', 'B', 'C'], undefined],
    [['A', 'A', 'A'], undefined],
    [[...'ABCDEFGH', 'A'], [...'abcdefgh']],
    [[...'ABCDEFGHI', 'A'], undefined],
    [[...'ABCDEFGHI', ...'ABCDEFGHI'], [...'abcdefghi']],
    [
      ['Children', 'children, Families', 'Adults; Children', 'Adults'],
      ['adults', 'children', 'families'],
    ],
    [
      ['Hall, Exampleton', 'Castle, Exampleton', 'Castle, Exampleton'],
      ['castle, exampleton', 'hall, exampleton'],
    ],
  ])('The filter of a field with the values %j has the choices %j', (values, keys) => {
    const events = values.map((category): Partial<Event> => ({ category }));
    const programme = programmeWith(events);
    const [theme, ...others] = programme.config.themes;
    if (theme === undefined) throw new Error('there is a theme');
    const themes = [{ ...theme, columns: ['category', ...theme.columns] }, ...others];
    const printed = { ...programme, config: { ...programme.config, themes } };
    expect(keysOf(buildDocument(printed, 'en')).category).toEqual(keys);
  });

  it('An event whose cell contains several values is found under each of them', () => {
    const categories = ['Children', 'Children\nFamilies', 'Adults', 'Adults'];
    const programme = programmeWith(categories.map((category) => ({ category })));
    const themes = programme.config.themes.map((theme) => ({ ...theme, columns: ['category'] }));
    const rows = rowsOf(buildDocument({ ...programme, config: { ...programme.config, themes } }, 'en'));
    expect(rows.map(({ facets }) => facets?.category)).toEqual([
      ['children'],
      ['children', 'families'],
      ['adults'],
      ['adults'],
    ]);
  });

  it('There is no filter for a field if all events have the same value', () => {
    const { facets } = buildDocument(programmeWith([{ when: '2021-05' }, { when: '2021-05-02' }]), 'en');
    expect(facets?.map(({ id }) => id)).not.toContain('when');
  });

  it.each([
    ['2021-05-09', ['2021-05']],
    ['2021-05-30/2021-07-01', ['2021-05', '2021-06', '2021-07']],
    ['2021-33', ['2021-01', '2021-02', '2021-03']],
    ['{2021-03-03,2021-06-01..2021-06-02}', ['2021-03', '2021-06']],
    ['2021-11/..', ['2021-11', '2021-12']],
    ['../2021-02', ['2021-01', '2021-02']],
    ['2020-12-30/2021-01-02', ['2021-01']],
    ['../2019-04', ['2019-04']],
    ['2023-04-02/..', ['2023-04']],
  ])('An event with the date %s is in the months %j', (when, months) => {
    expect(monthsOf(when, '2021-09')[0]).toEqual(months);
  });
});

describe('Date that EDTF cannot express', () => {
  const dated = (date?: string) => ({ date, when: undefined });
  const events = [
    { date: '4 May 2021', when: '2021-05-04' },
    { date: '5 June 2021', when: '2021-06-05' },
    ...['Thursdays', 'every day but 3 May', 'to be confirmed', 'Example Town', undefined].map(dated),
  ];
  const document = buildDocument(programmeWith(events), 'en');

  it('In the index, a date that EDTF cannot express is listed by its words, not as an open date', () => {
    const groups = document.sections
      .filter(({ id }) => id === '_index-dates')
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'index' ? block.groups : [])));
    const listed = groups.map(({ heading, entries }) => [
      wordsOf(heading),
      entries.map(({ text }) => /, (.*)$/.exec(wordsOf(text))?.[1]),
    ]);
    expect(listed.slice(-2)).toEqual([
      ['Other dates', ['Thursdays', 'every day but 3 May']],
      ['Date to be confirmed', [undefined, undefined, undefined]],
    ]);
  });

  it('On the web page, the filter distinguishes dates that EDTF cannot express from open dates', () => {
    expect(keysOf(document).when).toEqual(['2021-05', '2021-06', 'in-words', 'open']);
  });
});
