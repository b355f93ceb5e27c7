import { createHash } from 'node:crypto';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { extractIn, partOf, whichExtract } from '../../../src/commands/extracts.ts';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { buildDocument, type DocumentOptions } from '../../../src/document/build.ts';
import type { Block, Document } from '../../../src/document/model.ts';
import { wordsOf } from '../../../src/document/texts.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { LANGS, type Lang } from '../../../src/model/text.ts';
import { SCRIPT } from '../../../src/render/html/script.ts';
import { cssString } from '../../../templates/html/style.ts';
import { pageText } from '../../support/html.ts';
import { hostile, newsOptions, repeated, revised } from '../../support/pdf-samples.ts';
import { draft, edition1 } from '../support/programmes.ts';

const htmlOf = (document: Document): Promise<string> => pageText(document, DEFAULT_DESIGN);

function open(source: string) {
  const { document } = new Window();
  document.write(source);
  return document;
}

async function pageOf(programme: Programme, lang: Lang = 'en', options: DocumentOptions = {}) {
  return open(await htmlOf(buildDocument(programme, lang, options)));
}

const source = await htmlOf(buildDocument(draft, 'en'));
const page = open(source);
const words = (element: { textContent: string | null } | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

function blockWords(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [wordsOf(block.text)];
    case 'list':
      return block.items.map(({ text }) => wordsOf(text));
    case 'quote':
      return block.paragraphs.map(wordsOf);
    case 'picture':
      return block.caption === undefined ? [] : [wordsOf(block.caption)];
    case 'contents':
      return block.entries.map(({ text }) => wordsOf(text));
    case 'index':
      return block.groups.flatMap(({ heading, entries }) => [
        wordsOf(heading),
        ...entries.map(({ text }) => wordsOf(text)),
      ]);
    case 'timetable':
      return [];
    case 'table':
      return [
        ...block.table.columns.map(({ heading }) => wordsOf(heading)),
        ...block.table.rows.flatMap(({ cells }) =>
          cells.flatMap(({ paragraphs }) => paragraphs.map(wordsOf)),
        ),
      ];
    case 'events':
      return block.events.flatMap(({ number, title, signs, facts, description }) => [
        wordsOf(number),
        ...title.map(wordsOf),
        ...signs.map(wordsOf),
        ...facts.flatMap((fact) => [wordsOf(fact.name), ...fact.words.map(wordsOf)]),
        ...description.map(wordsOf),
      ]);
  }
}

/** The words of a document in reading order, with a carried cell in each of its rows. */
function wordsInOrder({ cover, sections }: Document): string[] {
  const lines = [cover.kicker ?? [], cover.title, ...cover.lines, cover.publisher].map(wordsOf);
  const inSections = sections.flatMap(({ title, blocks }) => [wordsOf(title), ...blocks.flatMap(blockWords)]);
  return [...lines, ...inSections]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

/** The position of each text in the words of a page, each after the previous one; undefined for a missing text. */
function missing(texts: readonly string[], all: string): string | undefined {
  let from = 0;
  for (const text of texts) {
    const found = all.indexOf(text, from);
    if (found < 0) return text;
    from = found + text.length;
  }
  return undefined;
}

describe('Web page', () => {
  it('In every language, the web page contains all printed text in printed order', async () => {
    for (const lang of LANGS) {
      const document = buildDocument(draft, lang);
      expect(missing(wordsInOrder(document), words(open(await htmlOf(document)).body)), lang).toBeUndefined();
    }
  });

  it('The web page declares its language and title, has a single first-level heading and skips no heading level', () => {
    expect(page.documentElement.getAttribute('lang')).toBe('en');
    expect(page.title).toBe('2021 Année de la coopération décentralisée franco-russe – Draft');
    const levels = [...page.querySelectorAll('h1, h2, h3')].map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('Texts in other languages are marked on the web page', () => {
    expect(page.querySelector('h1')?.getAttribute('lang')).toBe('fr');
    expect(page.querySelector('main')?.hasAttribute('lang')).toBe(false);
  });

  it('The web page has landmarks and a skip link, and every link has a target', () => {
    for (const landmark of ['header', 'main', 'search', 'nav'])
      expect(page.querySelector(landmark)).not.toBeNull();
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    expect(links.length).toBeGreaterThan(300);
    expect(links.filter((link) => !ids.includes(link.slice(1)))).toEqual([]);
    expect(page.querySelector('a')?.getAttribute('href')).toBe('#_theme-partnerships');
  });

  it('Tables keep the roles and scopes of their cells even in the layout that shows rows as cards', () => {
    const tables = [...page.querySelectorAll('table')];
    expect(tables).toHaveLength(6);
    for (const table of tables) {
      expect(words(table.querySelector('caption'))).toMatch(/^Theme: .* A dash means/);
      const columns = table.querySelectorAll('thead th[scope="col"][role="columnheader"]').length;
      for (const row of table.querySelectorAll('tbody tr')) {
        expect(row.getAttribute('role')).toBe('row');
        expect(row.querySelectorAll('th[scope="row"][role="rowheader"]')).toHaveLength(1);
        expect(row.querySelectorAll('td[role="cell"]')).toHaveLength(columns - 1);
      }
    }
  });

  it('On the web page, each event has its id, a link to itself and its EDTF date', () => {
    const row = page.getElementById('bordeaux-saint-petersburg-france-russia-week');
    expect(row?.querySelector('a.self')?.getAttribute('href')).toBe(`#${row?.id}`);
    expect(row?.querySelector('a.self')?.getAttribute('aria-label')).toMatch(/^Link to event \d+$/);
    expect(row?.querySelector('data')?.getAttribute('value')).toBe('2021-12-09/2021-12-19');
    const times = [...page.querySelectorAll('time')].map((time) => time.getAttribute('datetime'));
    expect(times).toContain('2021');
    expect(times.filter((time) => !/^\d{4}(-\d\d){0,2}$/.test(time ?? ''))).toEqual([]);
  });

  it('An empty cell has a text alternative for screen readers', () => {
    const empty = page.querySelector('td span[role="img"]');
    expect([words(empty), empty?.getAttribute('aria-label')]).toEqual(['–', 'not stated']);
  });

  it('The web page marks new events, and removed events still have an anchor', async () => {
    const later = revised(edition1);
    const marked = await pageOf(later, 'en', {
      ...newsOptions(edition1, later),
      earlier: [edition1],
    });
    expect(words(marked.getElementById('an-event-that-is-new'))).toContain('New');
    expect(marked.getElementById('an-event-that-is-new')?.className).toContain('marked');
    const gone = [...marked.querySelectorAll('#_gone li')].map((item) => [item.id, words(item)]);
    const first = edition1.themes[0]?.events[0];
    expect(gone).toEqual([[first?.id, `${String(first?.title)} (last in edition 1)`]]);
    expect(words(marked.querySelector('#_gone h2'))).toBe('No longer in the programme');
    // “What’s new” lists the removed event in a separate group, without a link.
    const groups = [...marked.querySelectorAll('#_whats-new .groups > div')];
    const lists = groups.map((group) => [
      words(group.querySelector('h3')),
      group.querySelectorAll('li').length,
    ]);
    expect(lists).toEqual([
      ['New (1)', 1],
      ['No longer in the programme (1)', 1],
      ['Updated (2)', 2],
    ]);
    expect(words(groups[1]?.querySelector('li:not(:has(a))') ?? null)).toBe(first?.title);
  });

  it('An extract has anchors for exactly those events that it no longer contains', async () => {
    const later = revised(edition1);
    const first = edition1.themes[0]?.events[0];
    const value = String(Object.values(first?.regions ?? {}).flat()[0]);
    const extract = whichExtract(later, { by: 'region', value });
    const before = partOf(edition1, extractIn(edition1, extract));
    const page = await pageOf(later, 'en', { extract, earlier: [before] });
    expect([...page.querySelectorAll('#_gone li')].map(({ id }) => id)).toEqual([first?.id]);
    expect(extract.events.has(first?.id ?? '')).toBe(false);
  });

  it('Index entries link to the printed event numbers and are marked with their languages', async () => {
    const page = await pageOf(edition1, 'ru');
    const lists = [...page.querySelectorAll('.groups ul')];
    const links = lists.flatMap((list) => [...list.querySelectorAll('a')]);
    expect(links).toHaveLength(369);
    for (const link of links) {
      const number = /^\d+/.exec(words(link))?.[0];
      expect(link.getAttribute('href')).toBe(`#_${number}`);
      expect(words(page.querySelector(`a.self#_${number}`))).toBe(number);
      const said = [link.closest('.groups [lang]'), link.querySelector('[lang]')];
      expect(said.map((element) => element?.getAttribute('lang'))).toContain('en');
    }
  });

  it('In long indexes, each entry is only an event number, which links to the event', async () => {
    // Opening such a large page takes seconds.
    const source = await htmlOf(buildDocument(repeated(edition1, 2600), 'en'));
    const groups = [...source.matchAll(/<div><h3(.*?)<\/div>/gs)].map(([, group = '']) => group);
    const links = groups.flatMap((group) =>
      [...group.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href),
    );
    expect(links.length).toBeGreaterThan(10_000);
    const selfLinks = source.match(/<a class="self"[^>]*>/g) ?? [];
    const numbers = new Set(selfLinks.map((tag) => `#${/ id="([^"]*)"/.exec(tag)?.[1]}`));
    expect(numbers.size).toBe(2600);
    expect(links.filter((link) => !numbers.has(link))).toEqual([]);
    expect(groups.filter((group) => group.includes('<li'))).toEqual([]);
  });

  it('The web page links to its other languages and formats', async () => {
    const document = {
      ...buildDocument(draft, 'en'),
      siblings: [{ file: 'a b&c.pdf', format: 'PDF', lang: 'fr' as const, language: 'français' }],
      notInCalendar: [{ id: 'douarnenez-vologda-cooperation', title: 'Establishment' }],
    };
    expect(words(open(await htmlOf(document)).querySelector('details'))).toBe(
      '1 event is not in the calendar, since its date or time is not exact' + 'Establishment',
    );
    const link = open(await htmlOf(document)).querySelector('.files a');
    expect([link?.getAttribute('href'), link?.getAttribute('hreflang'), words(link)]).toEqual([
      'a%20b%26c.pdf',
      'fr',
      'français, PDF',
    ]);
  });

  it('The web page links to each of its other languages once, and, for a language without a page, to the files in that language', async () => {
    const sibling = (file: string, format: string, lang: 'en' | 'fr' | 'ru', language: string) => ({
      file,
      format,
      lang,
      language,
    });
    const config = { ...draft.config, address: 'https://example.org/year/' };
    const document = {
      ...buildDocument({ ...draft, config }, 'en'),
      siblings: [
        sibling('a-en.pdf', 'PDF', 'en', 'English'),
        sibling('a-fr.html', 'web page', 'fr', 'français'),
        sibling('a-fr.pdf', 'PDF', 'fr', 'français'),
        sibling('a-ru.pdf', 'PDF', 'ru', 'русский'),
      ],
    };
    const { head, body } = open(await htmlOf(document));
    expect([...body.querySelectorAll('.languages a')].map(words)).toEqual(['français']);
    expect([...body.querySelectorAll('.files:not(.languages) a')].map(words)).toEqual([
      'PDF',
      'русский, PDF',
    ]);
    const own = 'https://example.org/year/programme-2021-draft-en.html';
    expect([...head.querySelectorAll('link')].map((link) => [link.rel, link.hreflang, link.href])).toEqual([
      ['canonical', '', own],
      ['alternate', 'en', own],
      ['alternate', 'fr', 'https://example.org/year/a-fr.html'],
    ]);
    expect(head.querySelector('meta[property="og:url"]')?.getAttribute('content')).toBe(own);
    expect(page.querySelector('meta[property]')).toBeNull();
  });

  it('Events with exact dates are described with schema.org terms, including URLs if the programme has an address', async () => {
    type Graph = { '@graph': { name: string; startDate: string; endDate: string; url?: string }[] };
    const graphOf = async (document: Document): Promise<Graph['@graph']> => {
      const block = open(await htmlOf(document)).querySelector('script[type="application/ld+json"]');
      return (JSON.parse(block?.textContent ?? '') as Graph)['@graph'];
    };
    const week = (graph: Graph['@graph']) => graph.find(({ startDate }) => startDate === '2021-12-09');
    const plain = await graphOf(buildDocument(draft, 'en'));
    expect(week(plain)).toMatchObject({
      '@type': 'Event',
      endDate: '2021-12-19',
      name: 'France-Russia week',
    });
    expect(plain.filter(({ url }) => url !== undefined)).toEqual([]);
    const config = { ...draft.config, address: 'https://example.org/year' };
    expect(week(await graphOf(buildDocument({ ...draft, config }, 'en')))?.url).toBe(
      'https://example.org/year/programme-2021-draft-en.html#bordeaux-saint-petersburg-france-russia-week',
    );
  });

  it('The web page does not load other files and allows only its own style sheet and script', () => {
    expect(page.querySelectorAll('link, img, iframe, object, [src]')).toHaveLength(0);
    expect(source).not.toMatch(/url\(|@import|\bsrc=|\sstyle="|\son\w+="/);
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(source) ?? [];
    const sum = (content: string): string => createHash('sha256').update(content).digest('base64');
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      `default-src 'none'; style-src 'sha256-${sum(style)}'; script-src 'sha256-${sum(SCRIPT)}'; base-uri 'none'; form-action 'none'`,
    );
    expect(source).toContain(`<script>${SCRIPT}</script>`);
  });

  it('Building the web page again produces the same bytes', async () => {
    expect(await htmlOf(buildDocument(draft, 'en'))).toBe(source);
  });
});

describe('Malicious texts on the web page', async () => {
  const CODE =
    '</style></script><script>alert(1)</script><img src=x onerror=alert(1)> "\'`; } body{display:none} \\';
  const config = {
    ...edition1.config,
    title: CODE,
    author: CODE,
    subject: CODE,
    introduction: CODE,
    fields: edition1.config.fields.map((field) => ({ ...field, heading: CODE })),
  };
  const themes = edition1.themes.map(({ theme, events }) => ({
    theme: { ...theme, title: CODE },
    events: events.map((event) => ({ ...event, title: CODE, description: CODE, date: CODE, category: CODE })),
  }));
  const document = buildDocument({ ...edition1, config, themes }, 'en');
  const attacked = open(await htmlOf(document));

  it('Markup in a text is displayed as plain text', () => {
    expect(attacked.querySelectorAll('script:not([type])')).toHaveLength(1);
    expect(attacked.querySelectorAll('style')).toHaveLength(1);
    expect(attacked.querySelectorAll('img, [onerror]')).toHaveLength(0);
    expect(words(attacked.querySelector('h1'))).toBe(CODE);
    expect(missing(wordsInOrder(document), words(attacked.body))).toBeUndefined();
  });

  it('Texts with unusual characters are displayed completely', async () => {
    const odd = buildDocument(hostile(edition1), 'fr');
    expect(missing(wordsInOrder(odd), words(open(await htmlOf(odd)).body))).toBeUndefined();
  });

  it('No text can end a CSS string or the style sheet of the web page', () => {
    expect(cssString('a"</style>\\\n')).toBe('"a\\22 \\3c \\2f style\\3e \\5c \\a "');
  });
});

it('On the web page, the title is in capitals unless the design states that it is printed as written', async () => {
  const written = { ...DEFAULT_DESIGN.cover, title: { ...DEFAULT_DESIGN.cover.title, capitals: false } };
  const document = buildDocument(edition1, 'en');
  expect(source).toContain('text-transform:uppercase');
  expect(await pageText(document, { ...DEFAULT_DESIGN, cover: written })).not.toContain(
    'text-transform:uppercase',
  );
});
