import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import type { Design } from '../../../src/design/schema.ts';
import type { Row, Section } from '../../../src/document/model.ts';
import {
  aboveOf,
  type PlacedSection,
  placedAs,
  placeSection,
  type SectionBoxes,
  sharesPages,
  sharingOf,
} from '../../../src/typeset/follow.ts';
import { runs } from '../../support/property-runs.ts';
import { anyBoxes, headingBox, paragraphBox, rowBox } from './boxes.ts';

const HEIGHT = 500;
const NEAR = 1e-6;

const sectionOf = (
  layout: Section['layout'],
  boxes: SectionBoxes['boxes'],
  columns = layout === 'index' ? 3 : 1,
): SectionBoxes => ({ layout, boxes, columns, top: 40, least: 0 });

const anySection = fc
  .tuple(fc.constantFrom<Section['layout']>('text', 'table', 'index', 'colophon'), anyBoxes)
  .map(([layout, boxes]) => sectionOf(layout, boxes));
const anyAbove = fc.option(
  fc.record({
    layout: fc.constantFrom<Section['layout']>('text', 'table', 'index', 'colophon'),
    end: fc.integer({ min: 1, max: HEIGHT }),
  }),
  { nil: undefined },
);

function law(check: (placed: PlacedSection, section: SectionBoxes, start: number) => void): void {
  fc.assert(
    fc.property(anySection, anyAbove, (section, above) => {
      const placed = placeSection(section, HEIGHT, above);
      expect(placed.follows && above === undefined).toBe(false);
      check(placed, section, placed.follows ? (above?.end ?? 0) : 0);
    }),
    { numRuns: runs(300) },
  );
}

describe('Section that begins on the page of the previous section', () => {
  it('A section contains every box once, in order and in successive frames', () => {
    law(({ placements }, { boxes }) => {
      const whole = placements.filter(({ from }) => from === 0).map(({ box }) => box);
      expect(whole).toEqual([...boxes.keys()]);
      const frames = placements.map(({ frame }) => frame);
      expect(frames).toEqual([...frames].sort((a, b) => a - b));
    });
  });

  it('A section begins below the content already on its first page and stays within the height of its pages', () => {
    law(({ placements, pages, end }, { columns, top, boxes }, start) => {
      for (const { box, frame, y, height, header } of placements) {
        const head = header ? (boxes[box]?.header ?? 0) : 0;
        expect(y - head).toBeGreaterThanOrEqual((frame < columns ? start + top : 0) - NEAR);
        expect(y + height).toBeLessThanOrEqual(HEIGHT + NEAR);
        if (end !== undefined && Math.floor(frame / columns) === pages - 1)
          expect(y + height).toBeLessThanOrEqual(end + NEAR);
      }
    });
  });

  it('The boxes of a section do not overlap', () => {
    law(({ placements }, { boxes }) => {
      placements.forEach(({ frame, y, header, box }, index) => {
        const above = placements[index - 1];
        if (above?.frame !== frame) return;
        const head = header ? (boxes[box]?.header ?? 0) : 0;
        expect(y - head).toBeGreaterThanOrEqual(above.y + above.height - NEAR);
      });
    });
  });

  const rows = (...lines: number[]) => lines.map((own) => rowBox([[own]], { table: 0, header: 20 }));
  const follows = (section: SectionBoxes, end: number, layout = section.layout): boolean =>
    placeSection(section, HEIGHT, { layout, end }).follows;

  it('A table section begins on the page of the previous section if the title, the header row and the first two rows of the table fit there', () => {
    // 40 for the title, 20 for the header, 26 for a row of two lines.
    const table = sectionOf('table', rows(2, 2, 12));
    expect(follows(table, HEIGHT - 40 - 20 - 52)).toBe(true);
    expect(follows(table, HEIGHT - 40 - 20 - 51)).toBe(false);
    // There is only one row, or a single row is as high as several.
    expect(follows(sectionOf('table', rows(2)), HEIGHT - 40 - 20 - 26)).toBe(true);
    expect(follows(sectionOf('table', rows(12, 12)), HEIGHT - 40 - 20 - 126)).toBe(true);
    expect(follows(sectionOf('table', rows(4, 12)), HEIGHT - 40 - 20 - 126)).toBe(false);
  });

  it('A table section that would leave a single row on its last page begins on a new page if the number of pages stays the same', () => {
    const end = HEIGHT - 40 - 20 - 3 * 26;
    expect(follows(sectionOf('table', rows(2, 2, 2, 2)), end)).toBe(false);
    expect(follows(sectionOf('table', rows(2, 2, 2)), end)).toBe(true);
    // The section would have a second page even without the shared page.
    const many = rows(...Array.from({ length: 18 }, () => 2));
    expect(follows(sectionOf('table', many), end)).toBe(true);
    expect(placeSection(sectionOf('table', many), HEIGHT, { layout: 'table', end }).pages).toBe(2);
    // A theme that follows can fill the rest of the last page, but an index cannot.
    const few = sectionOf('table', rows(2, 2, 2, 2));
    expect(follows({ ...few, next: 'list' }, end)).toBe(true);
    expect(follows({ ...few, next: 'index' }, end)).toBe(false);
    // The page of the text above would be almost empty.
    const long = sectionOf('table', rows(...Array.from({ length: 16 }, () => 2)));
    expect(follows(long, 40, 'text')).toBe(true);
    expect(placeSection(long, HEIGHT, { layout: 'text', end: 40 }).pages).toBe(2);
  });

  it('A text section begins on the page of the previous one if it fits there as a whole or most of the page is free', () => {
    const text = sectionOf('text', [paragraphBox(10), paragraphBox(10)]);
    expect(follows(text, 260)).toBe(true);
    expect(follows(text, 261)).toBe(false);
    expect(follows(sectionOf('text', [paragraphBox(30), paragraphBox(30)]), 150)).toBe(true);
    expect(follows(sectionOf('text', [paragraphBox(10)]), 100, 'table')).toBe(true);
  });

  it('A table section begins on the page of a text that fills at most half of it', () => {
    expect(follows(sectionOf('table', rows(2, 2)), HEIGHT / 2, 'text')).toBe(true);
    expect(follows(sectionOf('table', rows(2, 2)), HEIGHT / 2 + 1, 'text')).toBe(false);
  });

  it('Text in columns and a colophon begin on the page of the previous section only if they fit there as a whole', () => {
    const lines = (count: number) => Array.from({ length: count }, () => paragraphBox(1));
    expect(follows(sectionOf('text', lines(20), 2), 350, 'index')).toBe(true);
    expect(follows(sectionOf('text', lines(24), 2), 350, 'index')).toBe(false);
    expect(follows(sectionOf('colophon', lines(10)), 350, 'list')).toBe(true);
    expect(follows(sectionOf('colophon', lines(12)), 100, 'text')).toBe(true);
    expect(follows(sectionOf('colophon', lines(12)), 350, 'text')).toBe(false);
  });

  it('The columns of an index are balanced on its last page, and an index can begin below a table on the last quarter of a page', () => {
    const groups = Array.from({ length: 12 }, () => [headingBox(1), paragraphBox(2)]).flat();
    const placed = placeSection(sectionOf('index', groups), HEIGHT, undefined);
    expect(placed).toMatchObject({ follows: false, pages: 1, end: 40 + 120 });
    expect(placed.placements.map(({ frame }) => frame).filter((frame) => frame === 1)).toHaveLength(8);
    expect(follows(sectionOf('index', groups), 300)).toBe(true);
    expect(follows(sectionOf('index', groups), 300, 'table')).toBe(true);
    expect(follows(sectionOf('index', groups), 360)).toBe(true);
    expect(follows(sectionOf('index', groups), 360, 'table')).toBe(false);
    expect(follows(sectionOf('index', groups), 430)).toBe(false);
  });
});

/** An index of groups with the given numbers of entries, each of them a line. */
function indexOf(groups: readonly number[], columns: number): SectionBoxes {
  const boxes = groups.flatMap((entries) => [
    headingBox(1, 8),
    ...Array.from({ length: entries }, (_, index) =>
      index === entries - 2 ? headingBox(1, 2) : paragraphBox(1, 2),
    ),
  ]);
  return sectionOf('index', boxes, columns);
}

describe('Last page of an index', () => {
  it('If a group of an index would be alone on the last page, a group of the previous page is moved there too', () => {
    const groups = Array.from({ length: 22 }, () => 2);
    const placed = placeSection(indexOf([...groups, 1], 2), HEIGHT, { layout: 'table', end: 5 });
    const last = placed.placements.filter(({ frame }) => frame >= 2);
    expect(last.map(({ frame }) => frame)).toEqual([2, 2, 2, 3, 3]);
    expect(last.map(({ y }) => y)).toEqual([0, 12, 24, 0, 12]);
    expect(placed).toMatchObject({ follows: true, pages: 2, end: 35 });
  });

  it('A group of an index that is moved to the last page is not split between columns', () => {
    const groups = Array.from({ length: 20 }, () => 2);
    const placed = placeSection(indexOf([...groups, 4, 1], 2), HEIGHT, { layout: 'table', end: 5 });
    const last = placed.placements.filter(({ frame }) => frame >= 2);
    expect(last.map(({ frame }) => frame)).toEqual([2, 2, 2, 2, 2, 3, 3]);
  });

  it('The groups of an index fill all columns of its last page to similar heights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 40, maxLength: 90 }),
        fc.constantFrom(2, 3),
        fc.integer({ min: 1, max: 300 }),
        (groups, columns, end) => {
          const section = indexOf(groups, columns);
          const placed = placeSection(section, HEIGHT, { layout: 'index', end });
          expect(placed.placements.map(({ box }) => box)).toEqual([...section.boxes.keys()]);
          const last = placed.placements.filter(({ frame }) => frame >= (placed.pages - 1) * columns);
          expect(new Set(last.map(({ frame }) => frame)).size).toBe(columns);
          const top = placed.pages > 1 ? 0 : placed.start + section.top;
          const mean =
            last.reduce((sum, { box, height }) => sum + height + (section.boxes[box]?.gap ?? 0), 0) / columns;
          // A heading with two entries cannot be split.
          expect((placed.end ?? HEIGHT) - top).toBeLessThanOrEqual(mean + 42);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe('Sections on the same page', () => {
  const documentOf = (...rows: number[]) => ({
    sections: rows.map((count, index): Section => {
      const own = Array.from({ length: count }, (_, row): Row => ({ id: `${index}-${row}`, cells: [] }));
      const table = { title: '', description: '', columns: [], header: 0, rows: own };
      return { id: `${index}`, title: [], layout: 'table', blocks: [{ kind: 'table', table }] };
    }),
  });
  const look = (follow: Design['sections']['follow']): Design => ({
    ...DEFAULT_DESIGN,
    sections: { ...DEFAULT_DESIGN.sections, follow },
  });

  it('Sections share pages if the design states this or, by default, if themes have at most 60 events on average', () => {
    expect(sharingOf(documentOf(3, 3), look('apart'))).toBe('none');
    expect(sharingOf(documentOf(900), look('together'))).toBe('all');
    expect(sharingOf(documentOf(100, 20), look('auto'))).toBe('all');
    expect(sharingOf(documentOf(100, 21), look('auto'))).toBe('one-theme');
    expect(sharingOf(documentOf(), look('auto'))).toBe('all');
  });

  it('A long theme can begin below a text, and an index below a long theme, but a long theme never begins below another theme', () => {
    const [text, theme] = [
      { layout: 'text', end: 100 },
      { layout: 'table', end: 100 },
    ] as const;
    expect(aboveOf('table', text, 'one-theme')).toBe(text);
    expect(aboveOf('index', theme, 'one-theme')).toBe(theme);
    expect(aboveOf('list', theme, 'one-theme')).toBeUndefined();
    expect(aboveOf('list', theme, 'all')).toBe(theme);
  });
});

it('A timetable shares its pages with other sections only if it is printed as a list', () => {
  const layouts = [placedAs('timetable', [{ kind: 'timetable' }]), placedAs('timetable', [{ kind: 'row' }])];
  expect(layouts).toEqual(['timetable', 'table']);
  expect(layouts.map((layout) => sharesPages(layout, true, 'all'))).toEqual([false, true]);
});
