import { describe, expect, it } from 'vitest';
import { completed } from '../../../src/design/complete.ts';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { bookmarkName } from '../../../src/document/bookmarks.ts';
import { buildDocument } from '../../../src/document/build.ts';
import type { WordBlock, WordParagraph, WordSection } from '../../../src/render/docx/blocks.ts';
import { layOutPages } from '../../../src/render/docx/pages.ts';
import { documentXml, docxOf } from '../../support/rendered.ts';
import { edition1 } from '../support/programmes.ts';

/** Text that begins with a number has that number of lines; all other text has one line. */
const countLines = (runs: WordParagraph['runs']): number =>
  Number(/^\d+/.exec(runs.map(({ text }) => text).join(''))?.[0] ?? 1);

const text = (words: string): WordParagraph => ({ runs: [{ text: words }] });
const paragraph = (words: string): WordBlock => ({ kind: 'paragraph', style: 'BodyText', text: text(words) });
const section = (id: string, blocks: WordBlock[], layout: WordSection['layout'] = 'text'): WordSection => ({
  id,
  title: text('Title'),
  layout,
  blocks,
});
const table = (rows: readonly (readonly [id: string, lines: number])[]): WordBlock => ({
  kind: 'table',
  title: 'Table',
  description: 'A table.',
  columns: [
    { kind: 'event-number', heading: text('No.'), width: 27 },
    { kind: 'title', heading: text('Title'), width: 730 },
  ],
  styles: ['TableNumber', 'TableName'],
  header: 1,
  bands: [],
  rows: rows.map(([id, lines]) => ({ id, cells: [[text('1')], [text(`${lines} lines`)]], marked: false })),
});
const pagesOf = (...sections: WordSection[]) => layOutPages(sections, DEFAULT_DESIGN, countLines, 'none');

describe('Page numbers in a Word file', () => {
  it('The cover is page 1, and each section begins on a new page', () => {
    const { pageOf, total } = pagesOf(section('_a', [paragraph('x')]), section('_b', []), section('_c', []));
    expect([...pageOf]).toEqual([
      ['_a', 2],
      ['_b', 3],
      ['_c', 4],
    ]);
    expect(total).toBe(4);
  });

  it('In a Word file, the first page of a section contains the title and as many paragraphs as fit', () => {
    // 491.28 points: a title of 25 with 16 below it, and 25 lines of 18. The end of the section needs no space.
    expect(pagesOf(section('_a', [paragraph('25')]), section('_b', [])).pageOf.get('_b')).toBe(3);
    expect(pagesOf(section('_a', [paragraph('26')]), section('_b', [])).pageOf.get('_b')).toBe(4);
  });

  it('The free space at the foot of a page is computed if there is any', () => {
    const { above } = pagesOf(
      section('_a', [paragraph('1')]),
      section('_short', [paragraph('5')], 'colophon'),
      section('_long', [paragraph('30')], 'back'),
    );
    // The rule above the title needs the space between two sections.
    expect([...above]).toEqual([['_short', expect.closeTo(491.28 - 26 - 25 - 16 - 5 * 18)]]);
  });

  it('Rows are not split across pages, and the header row is repeated on each page', () => {
    // The header row is 21 points high and a row of 10 lines 127.5: three rows fit below a title, and three on each
    // following page.
    const rows = Array.from({ length: 7 }, (_, index) => [`row-${index}`, 10] as const);
    const { pageOf, parted } = pagesOf(section('_a', [table(rows)], 'table'), section('_b', []));
    expect([0, 2, 3, 5, 6].map((index) => pageOf.get(`row-${index}`))).toEqual([2, 2, 3, 3, 4]);
    expect(pageOf.get('_b')).toBe(5);
    expect(parted.size).toBe(0);
  });

  it('A row that is taller than a page begins on the current page and is split', () => {
    const { pageOf, parted } = pagesOf(
      section(
        '_a',
        [
          table([
            ['short', 2],
            ['endless', 100],
            ['after', 2],
          ]),
        ],
        'table',
      ),
    );
    expect([...parted]).toEqual(['endless']);
    expect(['short', 'endless', 'after'].map((id) => pageOf.get(id))).toEqual([2, 2, 4]);
  });

  it('An index fills three columns of a page', () => {
    const entries = (count: number): WordBlock[] =>
      Array.from({ length: count }, () => ({
        kind: 'entry',
        style: 'Index1',
        text: text('x'),
        target: '_z',
      }));
    // Lines of 11.5 with 1 below: 35 in a column under the title, 39 in a column without one.
    const start = (count: number): number | undefined =>
      pagesOf(section('_a', entries(count), 'index'), section('_z', [])).pageOf.get('_z');
    expect(start(100)).toBe(3);
    expect(start(110)).toBe(4);
    expect(start(220)).toBe(4);
    expect(start(230)).toBe(5);
  });

  it('If the last page of an index is not full, the entry at the start of each of its columns is computed', () => {
    const startsOf = (...kept: boolean[]) => {
      const entries = kept.map(
        (keepNext, index): WordBlock => ({
          kind: 'entry',
          style: 'Index1',
          text: text(`entry ${index}`),
          target: '_a',
          keepNext,
        }),
      );
      return pagesOf(section('_a', entries, 'index')).columnStarts.get('_a');
    };
    const plain = (count: number): boolean[] => Array.from({ length: count }, () => false);
    expect(startsOf(...plain(9))).toEqual([3, 6]);
    // The third entry stays with the fourth.
    expect(startsOf(false, false, true, ...plain(6))).toEqual([4, 8]);
    // 108 entries fill the first page.
    expect(startsOf(...plain(111))).toEqual([109, 110]);
    expect(startsOf(...plain(108))).toBeUndefined();
  });

  it('The page numbers of headings inside a section are computed', () => {
    const heading: WordBlock = { kind: 'paragraph', style: 'Heading2', text: text('x'), target: '_inside' };
    const { pageOf } = pagesOf(section('_a', [paragraph('24'), heading, paragraph('2')]));
    expect(pageOf.get('_inside')).toBe(3);
  });
});

describe('Groups of events in a Word file', () => {
  const again = { style: 'EventGroupContinuedWide', text: text('A day (continued)') } as const;
  const heading: WordBlock = { kind: 'paragraph', style: 'EventGroupWide', text: text('A day'), again };

  it('The heading of a group is repeated above a row that begins a new page, and its height reduces the space on that page', () => {
    const rows = Array.from({ length: 8 }, (_, index) => [`row-${index}`, 10] as const);
    const block = table(rows);
    const sections = [section('_a', [heading, block], 'table')];
    const { pageOf, again: repeated } = pagesOf(...sections);
    const firsts = block.kind === 'table' ? block.rows.filter((row) => repeated.has(row)) : [];
    expect(firsts.map(({ id }) => id)).toEqual(['row-2', 'row-5']);
    expect([1, 2, 4, 5].map((index) => pageOf.get(`row-${index}`))).toEqual([2, 3, 3, 4]);
    expect([...repeated.values()].every(({ style }) => style === again.style)).toBe(true);
  });

  it.each(['table', 'list'] as const)(
    'In a %s, each event is printed once, and each repeated heading is at the top of a page',
    async (as) => {
      const design = completed({ presentation: { as, groups: 'day' } }).design;
      const xml = documentXml(await docxOf(buildDocument(edition1, 'en'), design));
      const ids = edition1.themes.flatMap(({ events }) => events.map(({ id }) => id));
      for (const id of ids) expect(xml.split(`w:name="${bookmarkName(id)}"`)).toHaveLength(2);
      const repeated = xml.split('<w:pStyle w:val="EventGroupContinued').slice(1);
      expect(repeated.length).toBeGreaterThan(2);
      for (const after of repeated) {
        expect(after).toMatch(/^(Wide)?"/);
        expect(after.slice(0, after.indexOf('</w:p>'))).toContain('(continued)');
      }
      const tables = xml.split('<w:tbl>').slice(1);
      for (const own of tables) expect(own.match(/<w:tblHeader\/>/g)).toHaveLength(1);
      expect(tables.length > 0).toBe(as === 'table');
    },
  );
});
