import { DOMParser, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildDocument } from '../../../src/document/build.ts';
import { withoutEmptyColumns } from '../../../src/document/columns.ts';
import type { Document, Paragraph } from '../../../src/document/model.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { comparisonSample, hostile, newsOptions, regionOptions, revised } from '../../support/pdf-samples.ts';
import { docxOf } from '../../support/rendered.ts';

const programme = await readProgramme('data', '1');
const document = buildDocument(programme, 'en');
let files: Record<string, Uint8Array>;
let body: Element;

const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
const parse = (xml: string): Element => {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  if (root === null) throw new Error('no XML');
  return root;
};
const all = (element: Element, name: string): Element[] => Array.from(element.getElementsByTagName(name));
const children = (element: Element, name: string): Element[] =>
  Array.from(element.childNodes).filter((node): node is Element => node.nodeName === name);
const words = (element: Element): string =>
  all(element, 'w:t')
    .map((text) => text.textContent ?? '')
    .join('');
const plain = (paragraph: Paragraph): string => paragraph.map((run) => run.text).join('');

beforeAll(async () => {
  files = unzipSync(await docxOf(document));
  body = parse(part('word/document.xml'));
});

describe('Word file of edition 1', () => {
  it('The Word file contains every cell of every event in order, and repeats the words of a group in each of its rows', () => {
    const tables = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
    );
    const expected = tables.flatMap(({ rows, group }) => {
      let carried: string[] = [];
      return rows.map(({ cells, carried: same }) =>
        cells.map(({ paragraphs }, column) => {
          const own = paragraphs.map(plain);
          if (column !== group) return own;
          carried = same ? carried : own;
          return carried;
        }),
      );
    });
    const printed = all(body, 'w:tbl').flatMap((table) =>
      children(table, 'w:tr')
        .slice(1)
        .map((row) => children(row, 'w:tc').map((cell) => children(cell, 'w:p').map(words))),
    );
    expect(printed).toHaveLength(77);
    expect(printed).toEqual(expected);
  });

  it('Header rows are marked as such, rows that fit on a page are not split, and no cells are merged', () => {
    const tables = all(body, 'w:tbl');
    const parted: (string | null | undefined)[] = [];
    expect(tables).toHaveLength(6);
    for (const table of tables) {
      const rows = children(table, 'w:tr');
      expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual(
        rows.map((_, index) => (index === 0 ? 1 : 0)),
      );
      parted.push(
        ...rows
          .filter((row) => all(row, 'w:cantSplit').length === 0)
          .map((row) => all(row, 'w:bookmarkStart')[0]?.getAttribute('w:name')),
      );
      const width = all(table, 'w:gridCol').length;
      expect(rows.filter((row) => children(row, 'w:tc').length !== width)).toEqual([]);
      expect(all(table, 'w:vMerge').length + all(table, 'w:gridSpan').length).toBe(0);
      expect(all(table, 'w:tblCaption')[0]?.getAttribute('w:val')).toMatch(/^Theme: /);
      expect(all(table, 'w:tblDescription')[0]?.getAttribute('w:val')).toContain('A dash means');
      expect(all(table, 'w:tc').filter((cell) => children(cell, 'w:p').length === 0)).toEqual([]);
    }
    expect(parted).toEqual(['ev_nice_saint_petersburg_cooperation']);
  });

  it('Every event has a unique bookmark', () => {
    const names = all(body, 'w:bookmarkStart').map((start) => start.getAttribute('w:name') ?? '');
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /^ev_/.test(name))).toHaveLength(77);
    expect(names.filter((name) => !/^[A-Za-z_]\w{0,39}$/.test(name))).toEqual([]);
    const anchors = all(body, 'w:hyperlink').map((link) => link.getAttribute('w:anchor') ?? '');
    expect(anchors.length).toBeGreaterThan(77 * 3);
    expect(anchors.filter((anchor) => !names.includes(anchor))).toEqual([]);
  });

  it('Word opens the file without asking the user anything, because none of its fields needs an update', () => {
    expect(part('word/document.xml')).not.toMatch(/w:dirty/);
    expect(part('word/settings.xml')).not.toMatch(/updateFields/);
  });

  it('The Word file states its title and language, and French words are marked as French', () => {
    expect(part('docProps/core.xml')).toContain('2021 Année de la coopération décentralisée franco-russe');
    expect(part('word/styles.xml')).toMatch(/w:lang [^>]*w:val="en-GB"/);
    expect(part('word/document.xml')).toMatch(/w:lang w:val="fr-FR"/);
  });
});

describe('Numbering definitions of paragraph styles', () => {
  it('Each style with a bullet has its own numbering definition, because LibreOffice does not print bullets if styles share one', async () => {
    const files = unzipSync(await docxOf(buildDocument(later, 'en', newsOptions(programme, later))));
    const styles = parse(strFromU8(files['word/styles.xml'] ?? new Uint8Array()));
    const ids = all(styles, 'w:style').flatMap((style) =>
      all(style, 'w:numId').map((id) => [style.getAttribute('w:styleId'), id.getAttribute('w:val')]),
    );
    expect(ids.map(([style]) => style)).toContain('TextIndexList');
    expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length);
    const paragraphs = all(parse(strFromU8(files['word/document.xml'] ?? new Uint8Array())), 'w:p');
    const listed = paragraphs.filter((paragraph) =>
      all(paragraph, 'w:pStyle').some((style) => style.getAttribute('w:val') === 'TextIndexList'),
    );
    expect(listed.map(words)).toEqual([String(programme.themes[0]?.events[0]?.title)]);
  });
});

const later = revised(programme);
const DOCUMENTS: readonly [string, Document][] = [
  ['edition 1', document],
  ['hostile texts', buildDocument(hostile(programme), 'fr')],
  ['a later edition with its news', buildDocument(later, 'en', newsOptions(programme, later))],
  ['an extract', buildDocument(programme, 'ru', regionOptions(programme, 'RU-SAM'))],
  ['a comparison', comparisonSample(programme, later)],
  ['nothing', { ...document, sections: [] }],
  [
    'empty cells, texts and lists',
    {
      ...document,
      sections: [
        {
          id: '_empty',
          title: [],
          layout: 'table',
          blocks: [
            { kind: 'paragraph', text: [] },
            { kind: 'list', items: [] },
            { kind: 'contents', entries: [] },
            { kind: 'index', groups: [] },
            {
              kind: 'table',
              table: {
                title: '',
                description: '',
                columns: [
                  { kind: 'event-number', heading: [] },
                  { kind: 'title', heading: [{ text: '' }] },
                ],
                header: 1,
                rows: [{ id: 'x', cells: [{ paragraphs: [] }, { paragraphs: [[]] }] }],
              },
            },
          ],
        },
        { id: '_columns', title: [], layout: 'index', blocks: [] },
      ],
    },
  ],
];

describe.each(DOCUMENTS)('Word file of %s', (_, sample) => {
  let parts: Record<string, Uint8Array>;
  let printed: Element;
  beforeAll(async () => {
    parts = unzipSync(await docxOf(sample));
    printed = parse(strFromU8(parts['word/document.xml'] ?? new Uint8Array()));
  });

  it('The Word file contains all cells in order', () => {
    const rows = all(printed, 'w:tbl').flatMap((table) =>
      children(table, 'w:tr')
        .slice(1)
        .map((row) => children(row, 'w:tc').map((cell) => children(cell, 'w:p').map(words))),
    );
    expect(rows).toEqual(cellsOf(withoutEmptyColumns(sample)));
  });

  it('The Word file meets requirements of Word that the validator for Word files does not check', () => {
    for (const table of all(printed, 'w:tbl')) {
      const columns = all(table, 'w:gridCol').length;
      for (const row of children(table, 'w:tr')) expect(children(row, 'w:tc')).toHaveLength(columns);
      for (const cell of all(table, 'w:tc')) expect(children(cell, 'w:p').length).toBeGreaterThan(0);
    }
    const names = all(printed, 'w:bookmarkStart').map((start) => start.getAttribute('w:name'));
    expect(new Set(names).size).toBe(names.length);
    for (const link of all(printed, 'w:hyperlink')) expect(names).toContain(link.getAttribute('w:anchor'));
    const styles = parse(strFromU8(parts['word/styles.xml'] ?? new Uint8Array()));
    const defined = all(styles, 'w:style').map((style) => style.getAttribute('w:styleId'));
    expect(new Set(defined).size).toBe(defined.length);
    for (const [name, part] of Object.entries(parts)) {
      if (!/word\/(document|header\d+|footer\d+)\.xml$/.test(name)) continue;
      const content = parse(strFromU8(part));
      for (const kind of ['w:pStyle', 'w:rStyle', 'w:tblStyle'])
        for (const style of all(content, kind)) expect(defined).toContain(style.getAttribute('w:val'));
    }
  });

  it('Each section ends with its section properties, and there are separate sections for indexes and for the space between them', () => {
    const [content] = all(printed, 'w:body');
    expect(content?.lastChild?.nodeName).toBe('w:sectPr');
    const indexes = sample.sections.filter(({ layout }) => layout === 'index').length;
    const styleOf = (paragraph: unknown): string | null | undefined =>
      paragraph === null || paragraph === undefined
        ? undefined
        : all(paragraph as Element, 'w:pStyle')[0]?.getAttribute('w:val');
    const rules = children(content as Element, 'w:p').filter((paragraph) =>
      styleOf(paragraph)?.startsWith('SectionRule'),
    );
    const between = rules.filter(({ previousSibling }) => styleOf(previousSibling) === 'Index1');
    const level = children(content as Element, 'w:p').filter(
      (paragraph) => styleOf(paragraph) === 'SectionEnd' && styleOf(paragraph.previousSibling) === 'Index1',
    );
    const expected = 1 + sample.sections.length - rules.length + indexes + between.length + level.length;
    expect(all(printed, 'w:sectPr')).toHaveLength(expected);
  });
});

/** The words of each paragraph of each cell; the words of a group are in each of its rows. */
function cellsOf({ sections }: Document): string[][][] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'table') return [];
      const { rows } = block.table;
      return rows.map(({ cells }) =>
        cells.map(({ paragraphs }) => (paragraphs.length === 0 ? [''] : paragraphs.map(plain))),
      );
    }),
  );
}
