import { describe, expect, it } from 'vitest';
import { headingsOf } from '../../support/fields.ts';
import {
  elementsOf,
  entryText,
  gridOf,
  pagesOf,
  readPdf,
  type StructureElement,
  showsOf,
  textOf,
} from '../../support/pdf-reader.ts';
import { edition1, programmePdf } from '../../support/pdf-samples.ts';
import { printedEvents, TABLES } from '../data/source.ts';

const programme = await edition1();
const pdf = readPdf(await programmePdf(programme));
const tables = elementsOf(pdf.root, 'Table');
const headings = elementsOf(pdf.root, 'H2');
const EMPTY = '–';

/** The words of a cell with line feeds between paragraphs; consecutive spaces are one space. */
function wordsOf(cell: StructureElement): string {
  const paragraphs = elementsOf(cell, 'P');
  return (paragraphs.length > 0 ? paragraphs : [cell])
    .map((part) => textOf(part).replace(/ +/g, ' ').trim())
    .join('\n');
}

/** Rows of words below the header; a cell that spans several rows is in each of them. */
function rowsOf(table: StructureElement): string[][] {
  const rows: string[][] = [];
  for (const { element, row, column, rows: count } of gridOf(table, pdf.follow).cells) {
    for (let at = row; at < row + count; at++) {
      const words = rows[at] ?? [];
      words[column] = wordsOf(element);
      rows[at] = words;
    }
  }
  return rows.slice(1);
}

const spaced = (words: string): string =>
  words
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

describe('PDF file of edition 1', () => {
  let number = 0;
  const expected = TABLES.map((table) =>
    printedEvents(table).map((event) => {
      number++;
      return [String(number), ...table.columns.map((column) => spaced(event[column] ?? EMPTY))];
    }),
  );

  it('The PDF contains a table for each theme, and the tables contain 77 events in total', () => {
    expect(tables).toHaveLength(TABLES.length);
    expect(tables.flatMap(rowsOf)).toHaveLength(77);
  });

  it.each(TABLES.map(({ theme }, index) => ({ theme, index })))(
    'Theme $theme contains every cell as published, in the published order',
    ({ index }) => {
      const table = tables[index];
      expect(table === undefined ? [] : rowsOf(table)).toEqual(expected[index]);
    },
  );

  it('An empty cell has a text alternative', () => {
    const dashes = tables
      .flatMap((table) => elementsOf(table, 'TD'))
      .filter((cell) => textOf(cell).trim() === EMPTY);
    expect(dashes).toHaveLength(expected.flat(2).filter((words) => words === EMPTY).length);
    for (const cell of dashes) {
      const [span] = elementsOf(cell, 'Span');
      expect(span && entryText(span.dictionary, 'Alt', pdf.follow)).toBe('not stated');
    }
  });

  it('The tables have column headings', () => {
    const { sides } = programme.config;
    const words = new Map<string, unknown>([
      ...headingsOf(programme.config),
      ...sides.map((side): [string, unknown] => [side.id, side.heading]),
    ]);
    tables.forEach((table, index) => {
      const head = elementsOf(table, 'THead').flatMap((row) => elementsOf(row, 'TH'));
      const own = TABLES[index]?.columns.map((column) => words.get(column));
      expect(head.map(wordsOf)).toEqual(['No.', ...(own ?? [])]);
    });
  });

  it('The bold words of the introduction are printed without markup', () => {
    const paragraphs = elementsOf(elementsOf(pdf.root, 'Sect')[0], 'P').map(textOf);
    expect(paragraphs.map((text) => text.trim()).join('\n')).toBe(
      String(programme.config.introduction).replaceAll('**', '').trim(),
    );
  });

  it('The French title is marked as French', () => {
    const [title] = elementsOf(pdf.root, 'H1');
    expect(title && textOf(title)).toBe('ANNÉE DE LA COOPÉRATION DÉCENTRALISÉE FRANCO-RUSSE');
    expect(title && entryText(title.dictionary, 'Lang', pdf.follow)).toBe('fr');
  });

  it('The table of contents states the page where each section starts', () => {
    const entries = elementsOf(pdf.root, 'TOCI').map((entry) => textOf(entry).replace(/ +/g, ' '));
    const sections = headings.slice(2).map((heading) => `${textOf(heading).trim()} ${pagesOf(heading)[0]}`);
    expect(entries).toEqual(sections);
    expect(sections.slice(0, TABLES.length).map((entry) => entry.replace(/ \d+$/, ''))).toEqual(
      programme.config.themes.map((theme) => theme.title),
    );
  });

  it('The text and the description of each link end with the number of its target page', () => {
    const links = elementsOf(pdf.root, 'Link');
    expect(links.length).toBeGreaterThan(300);
    for (const link of links) {
      for (const kid of link.kids) {
        if (kid.kind !== 'annotation') continue;
        const annotation = pdf.file.objects.get(kid.id);
        const target = annotation instanceof Map ? entryText(annotation, 'Dest', pdf.follow) : undefined;
        const page = pdf.destinations.get(target ?? '')?.page?.number;
        expect(textOf(link)).toMatch(new RegExp(` ${page}$`));
        const words = annotation instanceof Map ? entryText(annotation, 'Contents', pdf.follow) : undefined;
        expect(words).toMatch(new RegExp(`, page ${page}$`));
      }
    }
  });

  it('Each event is a link target, at the position where its row begins', () => {
    const rows = tables
      .flatMap((table) => elementsOf(table, 'TBody'))
      .flatMap((body) => elementsOf(body, 'TR'));
    const events = programme.themes.flatMap((theme) => theme.events);
    rows.forEach((row, index) => {
      const target = pdf.destinations.get(events[index]?.id ?? '');
      const first = showsOf(row)[0];
      expect(target?.page).toBe(first?.page);
      const above = (target?.y ?? 0) - (first?.y ?? 0);
      expect(above).toBeGreaterThan(0);
      expect(above).toBeLessThan(20);
    });
  });
});
