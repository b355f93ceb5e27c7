import { DOMParser, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildDocument } from '../../../src/document/build.ts';
import type { Document, Paragraph } from '../../../src/document/model.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { readFonts } from '../../../src/read/fonts.ts';
import { renderDocx } from '../../../src/render/docx/render.ts';

const document = buildDocument(await readProgramme('data', '1'), 'en');
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
  files = unzipSync((await renderDocx(document, await readFonts())).bytes);
  body = parse(part('word/document.xml'));
});

describe('the Word file of edition 1', () => {
  it('has every cell of every event in order, the words of a group in each of its rows', () => {
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

  it('flags header rows, keeps rows whole, and merges no cells', () => {
    const tables = all(body, 'w:tbl');
    expect(tables).toHaveLength(6);
    for (const table of tables) {
      const rows = children(table, 'w:tr');
      expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual(
        rows.map((_, index) => (index === 0 ? 1 : 0)),
      );
      expect(rows.filter((row) => all(row, 'w:cantSplit').length === 0)).toEqual([]);
      const width = all(table, 'w:gridCol').length;
      expect(rows.filter((row) => children(row, 'w:tc').length !== width)).toEqual([]);
      expect(all(table, 'w:vMerge').length + all(table, 'w:gridSpan').length).toBe(0);
      expect(all(table, 'w:tblCaption')[0]?.getAttribute('w:val')).toMatch(/^Theme: /);
      expect(all(table, 'w:tblDescription')[0]?.getAttribute('w:val')).toContain('A dash means');
      expect(all(table, 'w:tc').filter((cell) => children(cell, 'w:p').length === 0)).toEqual([]);
    }
  });

  it('names a bookmark for every event, and no bookmark twice', () => {
    const names = all(body, 'w:bookmarkStart').map((start) => start.getAttribute('w:name') ?? '');
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /^ev_/.test(name))).toHaveLength(77);
    expect(names.filter((name) => !/^[A-Za-z_]\w{0,39}$/.test(name))).toEqual([]);
    const anchors = all(body, 'w:hyperlink').map((link) => link.getAttribute('w:anchor') ?? '');
    expect(anchors.length).toBeGreaterThan(77 * 3);
    expect(anchors.filter((anchor) => !names.includes(anchor))).toEqual([]);
  });

  it('opens without a prompt: no field is dirty, nothing asks for an update', () => {
    expect(part('word/document.xml')).not.toMatch(/w:dirty/);
    expect(part('word/settings.xml')).not.toMatch(/updateFields/);
  });

  it('uses only styles that it defines', () => {
    const defined = new Set(
      all(parse(part('word/styles.xml')), 'w:style').map((style) => style.getAttribute('w:styleId')),
    );
    const used = new Set(
      ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) =>
        all(body, name).map((style) => style.getAttribute('w:val')),
      ),
    );
    expect([...used].filter((style) => !defined.has(style))).toEqual([]);
  });

  it('has its title and language, and marks French words as French', () => {
    expect(part('docProps/core.xml')).toContain('2021 Année de la coopération décentralisée franco-russe');
    expect(part('word/styles.xml')).toMatch(/w:lang [^>]*w:val="en-GB"/);
    expect(part('word/document.xml')).toMatch(/w:lang w:val="fr-FR"/);
  });

  it('has the same bytes each time', async () => {
    const fonts = await readFonts();
    const [one, two] = [await renderDocx(document, fonts), await renderDocx(document, fonts)];
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
  });

  it('holds hostile texts whole', async () => {
    const hostile: Document = {
      ...document,
      cover: { ...document.cover, title: { text: 'Arts & <Letters> "]]>" \'x\'' } },
      sections: document.sections.slice(0, 3),
    };
    const { bytes } = await renderDocx({ ...hostile, sections: document.sections }, await readFonts());
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(words(parse(xml))).toContain('Arts & <Letters> "]]>" \'x\'');
  });
});
