import { describe, expect, it } from 'vitest';
import { completed } from '../../../src/design/complete.ts';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { DesignSchema } from '../../../src/design/schema.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { checkStructure } from '../../support/pdf-check.ts';
import { elementsOf, readPdf, showsOf, textOf } from '../../support/pdf-reader.ts';
import { documentXml, docxOf, pdfOf } from '../../support/rendered.ts';

const programme = await readProgramme('data', 'draft');
const ids = programme.themes.flatMap(({ events }) => events.map(({ id }) => id));

const LISTS = completed({ paper: 'A4', orientation: 'portrait', presentation: 'list' }).design;
const LARGE = completed({ paper: 'A4', orientation: 'portrait', size: 'large' }).design;
const WIDE = completed({ presentation: { as: 'list', groups: 'region' } }).design;

describe.each(Object.entries({ LISTS, LARGE, WIDE }))('Programme printed as lists: %s', (name, design) => {
  it('Each event has a heading, and its texts do not extend into the margins', async () => {
    const bytes = await pdfOf(buildDocument(programme, 'fr'), design);
    expect(checkStructure(bytes)).toEqual([]);
    const read = readPdf(bytes);
    const titles = ['H3', 'H4']
      .flatMap((level) => elementsOf(read.root, level))
      .filter((heading) => /^\d+ /.test(textOf(heading)));
    expect(elementsOf(read.root, 'H4').length > 0).toBe(name === 'WIDE');
    expect(titles.map((heading) => Number.parseInt(textOf(heading), 10)).sort((a, b) => a - b)).toEqual(
      ids.map((_, index) => index + 1),
    );
    for (const section of elementsOf(read.root, 'Sect'))
      for (const { text, end, y, size } of showsOf(section)) {
        expect(end - (text.endsWith(' ') ? 0.3 * size : 0), text).toBeLessThanOrEqual(
          design.paper.width - design.margins.right + 0.01,
        );
        expect(y, text).toBeGreaterThan(design.margins.bottom);
        if (name === 'LARGE') expect(size, text).toBeGreaterThanOrEqual(16);
      }
  });

  it('The Word file has named styles and a bookmark for each event', async () => {
    const xml = documentXml(await docxOf(buildDocument(programme, 'fr'), design));
    const titles = xml.match(/<w:p><w:pPr><w:pStyle w:val="EventTitle[^"]*"\/><\/w:pPr><w:bookmarkStart/g);
    expect(titles).toHaveLength(ids.length);
    expect(xml).not.toContain('<w:tbl>');
  });
});

it('Each theme is presented as specified in the design file', () => {
  const look = (presentation: Parameters<typeof completed>[0]['presentation'], size?: 'large') =>
    completed({ ...(presentation && { presentation }), ...(size && { size }) }).design.presentation;
  expect(look(undefined)).toEqual({ as: 'table' });
  expect(look(undefined, 'large')).toEqual({ as: 'list' });
  expect(look('table', 'large')).toEqual({ as: 'table' });
  expect(look({ groups: 'day', themes: { talks: 'list', walks: { groups: 'room' } } })).toEqual({
    as: 'table',
    groups: 'day',
    themes: { talks: { as: 'list' }, walks: { as: 'table', groups: 'room' } },
  });
});

it('A font size that is too small for large print is reported', () => {
  const { problems } = completed({ size: 'large', sizes: { notes: '9 pt', tables: '18 pt' } });
  expect(problems.map(({ at }) => at?.field)).toEqual(['sizes.notes']);
});

it('A design file written before lists were introduced can be read', () => {
  const { presentation: _, events, hyphenation, ...earlier } = DEFAULT_DESIGN;
  expect(DesignSchema.parse(earlier)).toEqual(DEFAULT_DESIGN);
  expect(hyphenation && events.indent > 0).toBe(true);
});
