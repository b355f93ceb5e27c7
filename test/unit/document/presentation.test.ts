import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/compare/compare.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { factLines, listedEvents } from '../../../src/document/event-list.ts';
import type { Block, Document, ListedEvent, Row } from '../../../src/document/model.ts';
import { type Presentations, presented } from '../../../src/document/presentation.ts';
import { redline } from '../../../src/document/redline.ts';
import { accept, reject } from '../../../src/document/resolve-changes.ts';
import { wordsOf } from '../../../src/document/texts.ts';
import { LANGS, type Lang } from '../../../src/model/text.ts';
import { revised } from '../../support/pdf-samples.ts';
import { draft, edition1 } from '../support/programmes.ts';

const LIST: Presentations = { as: 'list' };
const blocksOf = ({ sections }: Document): Block[] =>
  sections.flatMap(({ theme, blocks }) => (theme === undefined ? [] : blocks));
const rowsOf = (document: Document): readonly Row[] =>
  blocksOf(document).flatMap((block) => (block.kind === 'table' ? block.table.rows : []));
const eventsOf = (document: Document): readonly ListedEvent[] =>
  blocksOf(document).flatMap((block) => (block.kind === 'events' ? block.events : []));

/** The texts of an event, without separators and labels. */
const said = ({ number, title, signs, facts, description }: ListedEvent): string[] =>
  [number, ...title, ...signs, ...facts.flatMap(({ words }) => words), ...description].map(wordsOf).sort();
/** The printed content of a list, letter by letter with formatting. */
const printed = (document: Document, lang: Lang): unknown =>
  eventsOf(document).map((event) => {
    const { short, bodies } = factLines(event, lang);
    const letters = [...event.title, ...short, ...bodies, ...event.description].map((paragraph) =>
      paragraph.flatMap(({ text, ...look }) => [...text].map((letter) => letter + JSON.stringify(look))),
    );
    return { id: event.id, letters };
  });

describe('Layout as a list', () => {
  it.each(LANGS)('A list contains every text of the corresponding table, event by event: %s', (lang) => {
    const document = buildDocument(draft, lang);
    const events = eventsOf(presented(document, LIST));
    const rows = rowsOf(document);
    expect(events.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    rows.forEach(({ cells }, index) => {
      const words = cells.flatMap(({ paragraphs }) => paragraphs.map(wordsOf)).filter((text) => text !== '–');
      const event = events[index];
      expect(event && said(event)).toEqual(words.sort());
    });
  });

  it('The facts of an event are on one line, separated by dots, with labels if their meaning would otherwise be unclear, and bodies are listed by side', () => {
    const fact = (kind: 'date' | 'text' | 'number' | 'body', name: string, ...words: string[]) => ({
      kind,
      name: [{ text: name }],
      ...(kind === 'number' || kind === 'body' ? { named: true as const } : {}),
      words: words.map((text) => [{ text }]),
    });
    const event: ListedEvent = {
      id: 'a',
      number: [{ text: '1' }],
      title: [[{ text: 'T' }]],
      pictures: [],
      captions: [],
      codes: [],
      signs: [[{ text: 'New', quiet: true }]],
      facts: [
        fact('date', 'Date', '1 May'),
        fact('text', 'Venue', 'Hall', 'Park'),
        fact('body', 'Hosts', 'Town'),
        fact('number', 'Seats', '40'),
      ],
      description: [],
    };
    const { short, bodies } = factLines(event, 'en');
    expect(short.map(wordsOf)).toEqual(['New\u00a0· 1 May\u00a0· Hall, Park\u00a0· Seats: 40']);
    expect(short[0]?.flatMap(({ spoken }) => spoken ?? [])).toEqual([', Venue,']);
    expect(bodies.map(wordsOf)).toEqual(['Hosts: Town']);
    expect(factLines(event, 'fr').bodies.map(wordsOf)).toEqual(['Hosts\u00a0: Town']);
  });

  it('In a list, texts have labels if more than three columns contain plain text', () => {
    const column = (kind: 'title' | 'text' | 'category' | 'price', name: string) => ({
      kind,
      heading: [{ text: name }],
    });
    const listed = (...names: string[]): string[] => {
      const columns = [column('title', 'Title'), column('category', 'Genre'), column('price', 'Fee')];
      const all = [...columns, ...names.map((name) => column('text', name))];
      const cells = all.map(({ heading }, index) => ({
        paragraphs: [[{ text: `${heading[0]?.text} ${index}` }]],
      }));
      const table = { title: 'T', description: 'T', columns: all, header: 0, rows: [{ id: 'a', cells }] };
      return listedEvents(table).flatMap((event) => factLines(event, 'en').short.map(wordsOf));
    };
    expect(listed('Venue', 'Town')).toEqual(['Genre 1\u00a0· Fee 2\u00a0· Venue 3\u00a0· Town 4']);
    expect(listed('Venue', 'Town', 'Guide')).toEqual([
      'Genre: Genre 1\u00a0· Fee 2\u00a0· Venue: Venue 3\u00a0· Town: Town 4\u00a0· Guide: Guide 5',
    ]);
  });

  it('Accepting or rejecting the redline of a list produces the list of the new or the old edition', () => {
    const later = revised(edition1);
    for (const lang of ['en', 'ru'] as const) {
      const [old, now] = [edition1, later].map((programme) => buildDocument(programme, lang)) as [
        Document,
        Document,
      ];
      const marked = presented(redline(old, now, compare(edition1, later)), LIST);
      expect(printed(accept(marked), lang)).toEqual(printed(presented(now, LIST), lang));
      const before = printed(presented(old, LIST), lang) as { letters: unknown }[];
      const rejected = printed(reject(marked), lang) as { letters: unknown }[];
      expect(rejected.map(({ letters }) => letters)).toEqual(before.map(({ letters }) => letters));
    }
  });
});

describe('Groups of events', () => {
  const wish: Presentations = { as: 'table', groups: 'date' };
  const document = buildDocument(draft, 'en');
  const grouped = presented(document, wish);

  it('Each event is printed in exactly one group, under its value in the grouping column, and this column is omitted from the table', () => {
    expect(
      rowsOf(grouped)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(
      rowsOf(document)
        .map(({ id }) => id)
        .sort(),
    );
    let heading = '';
    const dates = new Map(
      blocksOf(document).flatMap((block) => {
        if (block.kind !== 'table') return [];
        const column = block.table.columns.findIndex(({ field }) => field === 'date');
        return block.table.rows.map(({ id, cells }) => [
          id,
          (cells[column]?.paragraphs ?? []).map(wordsOf).join(', '),
        ]);
      }),
    );
    for (const block of blocksOf(grouped)) {
      if (block.kind === 'heading') heading = wordsOf(block.text);
      if (block.kind !== 'table') continue;
      expect(block.table.columns.some(({ field }) => field === 'date')).toBe(false);
      for (const { id, cells } of block.table.rows) {
        expect(cells).toHaveLength(block.table.columns.length);
        expect(heading).toBe(dates.get(id) === '–' ? 'Not stated' : dates.get(id));
      }
      expect(block.table.rows[0]?.carried).toBeUndefined();
    }
  });

  it('A theme that lacks the grouping column has no groups, and redlines, proof sheets and correction files never have groups', () => {
    expect(presented(document, { as: 'table', groups: 'room' })).toEqual(document);
    const later = revised(edition1);
    const marked = redline(
      buildDocument(edition1, 'en'),
      buildDocument(later, 'en'),
      compare(edition1, later),
    );
    expect(presented(marked, wish)).toEqual(marked);
    const sheet = {
      ...document,
      words: { ...document.words, remarks: { heading: '', one: '', none: '', general: '' } },
    };
    expect(presented(sheet, { ...wish, as: 'list' })).toEqual(sheet);
    expect(presented({ ...document, record: [] }, LIST)).toEqual({ ...document, record: [] });
  });

  it('A presentation can be set for a single theme', () => {
    const [first] = draft.themes;
    const id = first?.theme.id ?? '';
    const own = presented(document, { as: 'table', themes: { [id]: LIST } });
    expect(own.sections.filter(({ layout }) => layout === 'list').map(({ theme }) => theme)).toEqual([id]);
  });
});
