import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../languages/index.ts';
import { bodyHeight, measure } from '../../../src/design/measures.ts';
import { buildDocument } from '../../../src/document/build.ts';
import type { Block, Document, Row, Section } from '../../../src/document/model.ts';
import { presented } from '../../../src/document/presentation.ts';
import { UserError } from '../../../src/errors.ts';
import { LANGS, type Lang } from '../../../src/model/text.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { readDesign } from '../../../src/read/design.ts';
import { linesOfPart } from '../../../src/typeset/cut.ts';
import { SOFT_HYPHEN } from '../../../src/typeset/face.ts';
import {
  type Placed,
  type RowBox,
  type SetDocument,
  type SetPart,
  setDocument,
} from '../../../src/typeset/flow.ts';
import { loadHyphenation } from '../../../src/typeset/hyphenation.ts';
import { cellLanguages } from '../../../src/typeset/languages.ts';
import { createTypesetter, heightOf, type Stack } from '../../../src/typeset/typesetter.ts';
import { runs } from '../../support/property-runs.ts';
import { noPictures, printedFaces } from './faces.ts';

/** The design of edition 1. */
const DESIGN_OF_1 = await readDesign('data', '1');

const faces = await printedFaces();
const edition1 = await readProgramme('data', '1');

async function set(document: Document): Promise<SetDocument> {
  const hyphenate = await loadHyphenation(cellLanguages(document));
  return setDocument(
    document,
    createTypesetter(DESIGN_OF_1, faces, hyphenate, document.meta.lang),
    noPictures,
  );
}

const published = new Map<Lang, { document: Document; set: SetDocument }>();
for (const lang of LANGS) {
  const document = buildDocument(edition1, lang);
  published.set(lang, { document, set: await set(document) });
}
const inLanguage = (lang: Lang) => {
  const found = published.get(lang);
  if (found === undefined) throw new Error(lang);
  return found;
};

/** A document of the given sections. */
function documentOf(sections: readonly Section[], lang: Lang = 'en'): Document {
  return {
    meta: { title: 'T', author: 'A', subject: 'S', lang, date: '2030-01-15', stem: 't' },
    words: { edition: 'Draft', page: 'page', screen: LANGUAGES.en.labels.screen },
    cover: { title: [{ text: 'T' }], lines: [], publisher: [{ text: 'A' }] },
    sections,
  };
}

const cell = (...paragraphs: string[]) => ({ paragraphs: paragraphs.map((text) => [{ text }]) });

/**
 * A section with a table of the columns region, title, description and date. Each row is a list of cells; `null` is a
 * region carried down.
 */
function tableSection(
  rows: readonly (readonly [string | null, string, string, string])[],
  title = 'Theme',
): Section {
  const table = {
    title,
    description: '',
    columns: (['region', 'title', 'description', 'date'] as const).map((kind) => ({
      kind,
      field: kind,
      heading: [{ text: kind }],
    })),
    group: 0,
    header: 1,
    rows: rows.map(
      ([region, ...others], index): Row => ({
        id: `row-${index}`,
        cells: [cell(region ?? 'carried'), ...others.map((text) => cell(text))],
        ...(region === null ? { carried: true as const } : {}),
      }),
    ),
  };
  return {
    id: 'theme',
    title: [{ text: title }],
    layout: 'table',
    accent: 0,
    blocks: [{ kind: 'table', table }],
  };
}

const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

interface PlacedRow extends Placed {
  box: RowBox;
}
const rowsOf = (page: SetPart): PlacedRow[] =>
  page.placed.filter((placed): placed is PlacedRow => placed.box.kind === 'row');
const tablePages = (of: SetDocument): SetPart[] => of.parts.filter((page) => rowsOf(page).length > 0);
const textOf = (stack: Stack, first = 0, end = stack.lines.length): string =>
  stack.lines
    .slice(first, end)
    .flatMap((line) => line.pieces.map((piece) => piece.text))
    .join('')
    .replaceAll(SOFT_HYPHEN, '');

describe.each(LANGS)('Edition 1 with labels in %s', (lang) => {
  const { document, set: edition } = inLanguage(lang);

  it('The header row is above the first row of a table on every page, and nowhere else', () => {
    expect(tablePages(edition).length).toBeGreaterThan(6);
    for (const page of tablePages(edition))
      expect(rowsOf(page).map(({ header }) => header)).toEqual(rowsOf(page).map((_, index) => index === 0));
  });

  it('A region is printed once for its group of rows, and again at the top of the next page', () => {
    let again = 0;
    for (const page of tablePages(edition)) {
      rowsOf(page).forEach(({ box, label }, index) => {
        const grouped = box.table.table.group !== undefined;
        const begins = grouped && !box.row.carried;
        if (grouped && !begins && index === 0) again++;
        expect(label).toBe(begins || (grouped && index === 0));
      });
    }
    expect(again).toBeGreaterThan(0);
  });

  it('Every row fits on a page and is not split', () => {
    for (const page of tablePages(edition))
      for (const { from, next } of rowsOf(page)) expect([from, next]).toEqual([0, undefined]);
  });

  it('Every theme title and every header row is followed by a row on the same page', () => {
    for (const page of edition.parts) {
      expect(page.placed.length).toBeGreaterThan(0);
      if (page.section.layout === 'table') expect(rowsOf(page).length).toBeGreaterThan(0);
    }
  });

  it('No text is outside its cell, and no row is outside its page', () => {
    for (const page of tablePages(edition)) {
      for (const { box, y, height, label, header } of rowsOf(page)) {
        expect(y + height).toBeLessThanOrEqual(bodyHeight(DESIGN_OF_1) + 1e-6);
        expect(y - (header ? box.table.headHeight : 0)).toBeGreaterThanOrEqual(0);
        const { edges } = box.table;
        expect(edges.at(-1)).toBeCloseTo(measure(DESIGN_OF_1), 6);
        const stacks = box.cells.map((stack, column) =>
          column === box.table.table.group && label ? box.group?.stack : stack,
        );
        stacks.forEach((stack, column) => {
          const inner = (edges[column + 1] ?? 0) - (edges[column] ?? 0) - 2 * DESIGN_OF_1.table.padding.side;
          for (const line of stack?.lines ?? []) expect(line.width).toBeLessThanOrEqual(inner + 1e-6);
          if (stack !== undefined && stack !== box.group?.stack)
            expect(
              heightOf(stack) + DESIGN_OF_1.table.padding.top + DESIGN_OF_1.table.padding.bottom,
            ).toBeLessThanOrEqual(height + 1e-6);
        });
      }
    }
  });

  it('Every cell is printed completely and in order, including ordinals, quotation marks and dashes', () => {
    const expected = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])),
    );
    const rows = tablePages(edition).flatMap(rowsOf);
    expect(rows.map(({ box }) => box.row.id)).toEqual(expected.map((row) => row.id));
    rows.forEach(({ box }, index) => {
      const row = expected[index];
      row?.cells.forEach(({ paragraphs }, column) => {
        const stack = box.cells[column] ?? box.group?.stack;
        if (stack === undefined) throw new Error('a cell without lines');
        const printed = stack.paragraphs.map((first, at) =>
          textOf(stack, first, stack.paragraphs[at + 1]).replace(/\s+/g, ' '),
        );
        expect(printed).toEqual(
          paragraphs.map((runs) =>
            runs
              .map((run) => run.text)
              .join('')
              .replace(/\s+/g, ' ')
              .trim(),
          ),
        );
      });
    });
  });

  it('Where a line breaks after a hyphen, no second hyphen is printed', () => {
    const lines = edition.parts.flatMap(({ title, placed }) => [
      ...title.lines,
      ...placed
        .flatMap(({ box }) => (box.kind === 'row' ? box.cells : 'stack' in box ? [box.stack] : []))
        .flatMap((stack) => stack?.lines ?? []),
    ]);
    const printed = lines.map((line) => line.pieces.map((piece) => piece.text).join(''));
    expect(printed.filter((line) => /[-\u00ad\u2010\u2011][-\u00ad]/.test(line))).toEqual([]);
    expect(printed.filter((line) => /\p{L}-$/u.test(line)).length).toBeGreaterThan(10);
  });

  it('Every link target is on the page that the pagination records for it', () => {
    const sections = new Set(document.sections.map(({ id }) => id));
    const found = new Map<string, number>();
    for (const page of edition.parts) {
      if (page.first) found.set(page.section.id, page.page);
      for (const { box, from } of page.placed) {
        const target = box.kind === 'row' ? box.row.id : box.kind === 'text' ? box.target : undefined;
        if (target !== undefined && from === 0) found.set(target, page.page);
      }
    }
    expect(Object.fromEntries(edition.pageOf)).toEqual(Object.fromEntries(found));
    expect([...sections].every((id) => found.has(id))).toBe(true);
    expect(edition.total).toBe(edition.parts.at(-1)?.page);
    for (const { placed } of edition.parts)
      for (const { box } of placed) if (box.kind === 'entry') expect(found.has(box.entry.target)).toBe(true);
  });
});

it('The events on each page of edition 1 are the expected ones', async () => {
  const lines = inLanguage('en').set.parts.map((page) => {
    const ids = rowsOf(page).map(({ box }) => box.row.id);
    return `${page.page}  ${page.section.id}${page.first ? '' : ', continued'}${ids.map((id) => `\n    ${id}`).join('')}`;
  });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../golden/expected/edition-1-pages.txt');
});

describe('Row taller than a page', () => {
  it('A row taller than a page is split between lines, and the header row and the region are repeated on each of its pages', async () => {
    const tall = words(2000);
    const { parts: pages, pageOf } = await set(
      documentOf([tableSection([['Hill Region', 'Title', tall, 'May']])]),
    );
    const parts = pages.flatMap(rowsOf);
    expect(pageOf.get('row-0')).toBe(2);
    expect(parts.length).toBeGreaterThanOrEqual(3);
    expect(parts.every(({ header, label }) => header && label)).toBe(true);
    const stack = parts[0]?.box.cells[2];
    if (stack === undefined) throw new Error('no cell');
    const shown = parts.map(({ from, next }) => linesOfPart(stack, from, next));
    expect(shown.map(({ first, end }) => textOf(stack, first, end)).join('')).toBe(tall);
    expect(shown.every(({ first, end }) => end - first >= 2)).toBe(true);
  });

  it('The row after a row taller than a page is not split', async () => {
    const rows = [
      ['A', 'Title', words(2000), 'May'],
      ['B', 'Title', words(100), 'May'],
    ] as const;
    const { parts: pages } = await set(documentOf([tableSection(rows)]));
    const after = pages.flatMap(rowsOf).filter(({ box }) => box.index === 1);
    expect(after.map(({ from, next }) => [from, next])).toEqual([[0, undefined]]);
  });

  it('A cell can contain a megabyte of text', async () => {
    const text = words(110_000);
    expect(text.length).toBeGreaterThan(1_000_000);
    const { parts: pages } = await set(documentOf([tableSection([['A', 'Title', text, 'May']])]));
    const parts = pages.flatMap(rowsOf);
    const stack = parts[0]?.box.cells[2];
    if (stack === undefined) throw new Error('no cell');
    expect(
      parts.reduce((sum, { from, next }) => {
        const { first, end } = linesOfPart(stack, from, next);
        return sum + end - first;
      }, 0),
    ).toBe(stack.lines.length);
  });

  it('If only the region cell of a row is taller than a page, the region is split across pages and not repeated', async () => {
    const region = words(800);
    const rows = [
      [region, 'Title', 'Text', 'May'],
      [null, 'Second', 'Text', 'May'],
    ] as const;
    const { parts: pages } = await set(documentOf([tableSection(rows)]));
    const parts = pages.flatMap(rowsOf);
    expect(parts.map(({ box }) => box.index)).toEqual([...parts.slice(1).map(() => 0), 1]);
    const stack = parts[0]?.box.cells[0];
    if (stack === undefined) throw new Error('no cell');
    const shown = parts.slice(0, -1).map(({ from, next }) => linesOfPart(stack, from, next));
    expect(shown.map(({ first, end }) => textOf(stack, first, end)).join('')).toBe(region);
  });
});

describe('Last row of a table', () => {
  it('Whatever the number and height of the rows, the last row is never alone on a page', async () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(lengths, async (counts) => {
        const rows = counts.map((count, index) => [`R${index}`, 'Title', words(count), 'May'] as const);
        const { parts } = await set(documentOf([tableSection(rows)]));
        const pages = parts.map((page) => rowsOf(page).map(({ box }) => box.index));
        expect(pages.flat()).toEqual(counts.map((_, index) => index));
        expect(pages.at(-1)?.length).toBeGreaterThan(1);
      }),
      { numRuns: runs(30) },
    );
  });
});

describe('Word of 300 letters', () => {
  it('A word that is wider than its column is printed completely, inside its cell', async () => {
    const word = 'abcdefghijklmnopqrstuvwxyz'.repeat(12).slice(0, 300);
    const { parts: pages } = await set(documentOf([tableSection([[word, word, word, word]])]));
    const [row] = pages.flatMap(rowsOf);
    const { edges = [] } = row?.box.table ?? {};
    row?.box.cells.forEach((stack, column) => {
      if (stack === undefined) throw new Error('no cell');
      expect(textOf(stack)).toBe(word);
      const inner = (edges[column + 1] ?? 0) - (edges[column] ?? 0) - 2 * DESIGN_OF_1.table.padding.side;
      for (const { width } of stack.lines) expect(width).toBeLessThanOrEqual(inner + 1e-6);
    });
  });
});

describe('Words in narrow columns', () => {
  it.each([
    ['en', 'in October and mid-November, internationalisation'],
    ['fr', 'en octobre et à la mi-novembre, internationalisation'],
    ['ru', 'в октябре: сельскохозяйственное сотрудничество'],
  ] as const)(
    'Words are hyphenated according to the language of the text, whatever the language of the document: %s',
    async (lang, date) => {
      for (const own of LANGS) {
        const section = tableSection([['A', 'Title', 'Text', 'x']]);
        const run = lang === own ? { text: date } : { text: date, lang };
        const blocks = section.blocks.map((block): Block => {
          if (block.kind !== 'table') return block;
          const rows = block.table.rows.map((row) => ({
            ...row,
            cells: [...row.cells.slice(0, 3), { paragraphs: [[run]] }],
          }));
          return { kind: 'table', table: { ...block.table, rows } };
        });
        const { parts: pages } = await set(documentOf([{ ...section, blocks }], own));
        const stack = pages.flatMap(rowsOf)[0]?.box.cells[3];
        const lines = stack?.lines.map((line) =>
          line.pieces
            .map(({ text }) => text)
            .join('')
            .trim()
            .replace(SOFT_HYPHEN, '='),
        );
        expect({ own, lines }).toEqual({ own, lines: HYPHENATED[lang] });
      }
    },
  );
});

it('A word that fits on a line is hyphenated only if the column is narrow', async () => {
  const text = 'in May internationally';
  const rows = [['A', 'Title', `${'in May '.repeat(7)}internationally`, text]] as const;
  const { parts: pages } = await set(documentOf([tableSection(rows)]));
  const lines = pages
    .flatMap(rowsOf)[0]
    ?.box.cells.slice(2)
    .map((stack) => stack?.lines.map((line) => line.pieces.map((piece) => piece.text).join('')));
  expect(lines?.[1]).toEqual([`in May internation${SOFT_HYPHEN}`, 'ally']);
  expect(lines?.[0]?.join('')).not.toContain(SOFT_HYPHEN);
});

const HYPHENATED: Readonly<Record<'en' | 'fr' | 'ru', readonly string[]>> = {
  en: ['in October and', 'mid-November,', 'internationalisa=', 'tion'],
  fr: ['en octobre et à la', 'mi-novembre,', 'internationalisa=', 'tion'],
  ru: ['в октябре: сель=', 'скохозяйственное', 'сотрудничество'],
};

/** The message for the user if a document cannot be laid out; otherwise the string `set`. */
async function refusal(document: Document): Promise<string> {
  return set(document).then(
    () => 'set',
    (error: unknown) => {
      if (error instanceof UserError) return error.message;
      throw error;
    },
  );
}

describe('Content that cannot be printed', () => {
  it('A character that no font contains causes an error that states the character, the event and the field', async () => {
    const document = documentOf([
      tableSection([
        ['A', 'Party 🎉 and 🎉', 'Text', 'May'],
        ['B', 'Title', 'نن ن', 'May'],
        ['C', 'Title', 'wide\u3000space', 'no\u200bwidth'],
        ['D\u0950', 'Title', 'Text', 'May'],
      ]),
    ]);
    expect((await refusal(document)).split('\n').filter((line) => !line.startsWith('  hint:'))).toEqual([
      'event row-0 · title: no glyph for U+1F389 "🎉" in "🎉" (font PTSans-Bold)',
      'event row-1 · description: no glyph for U+0646 "ن" in "نن" (font PTSans-Regular)',
      'event row-2 · description: no glyph for U+3000 "\u3000" in "wide\u3000space" (font PTSans-Regular)',
      'event row-3 · region: no glyph for U+0950 "\u0950" in "D\u0950" (font PTSans-Bold)',
    ]);
  });

  it('A character that no font contains is reported with its section if it is in a title, heading or text', async () => {
    const section = tableSection([['A', 'Title', 'Text', 'May']], 'Theme 中');
    const introduction: Section = {
      id: 'intro',
      title: [{ text: 'Introduction' }],
      layout: 'text',
      blocks: [{ kind: 'paragraph', text: [{ text: 'a 中 b' }] }],
    };
    expect(await refusal(documentOf([introduction, section]))).toBe(
      [
        'Introduction: no glyph for U+4E2D "中" in "中" (font PTSerif-Regular)',
        '  hint: replace the character, or add a font that contains it',
        'Theme 中: no glyph for U+4E2D "中" in "中" (font PTSerif-Bold)',
        '  hint: replace the character, or add a font that contains it',
      ].join('\n'),
    );
  });

  it('A title or column heading that fills a whole page causes an error', async () => {
    const section = tableSection([['A', 'Title', 'Text', 'May']], words(200));
    expect(await refusal(documentOf([section]))).toBe(
      'word0 word1 word2 word3 word4 word5 word6 word7 word8 word9…: the title has 23 lines and leaves no space on the page\n  hint: shorten it',
    );
    const [block] = section.blocks;
    if (block?.kind !== 'table') throw new Error('no table');
    const columns = block.table.columns.map((column) => ({ ...column, heading: [{ text: words(60) }] }));
    const wide: Section = {
      ...section,
      title: [{ text: 'Theme' }],
      blocks: [{ kind: 'table', table: { ...block.table, columns } }],
    };
    expect(await refusal(documentOf([wide]))).toBe(
      'Theme: a column heading has 29 lines and leaves no space on the page\n  hint: shorten it',
    );
  });
});

it.each(LANGS)(
  'In %s, no column of an index begins with the last entry of a group that has several entries',
  (lang) => {
    const { parts } = inLanguage(lang).set;
    const placed = parts.flatMap((part) => (part.section.layout === 'index' ? part.placed : []));
    const lasts = placed.flatMap(({ box, x, from }, index) =>
      box.kind === 'entry' && box.last && !box.first && from === 0 ? [x === placed[index - 1]?.x] : [],
    );
    expect(lasts.length).toBeGreaterThan(50);
    expect(lasts.filter((isBelow) => !isBelow)).toEqual([]);
  },
);

describe.each(['table', 'list'] as const)('Groups of events in a %s', (as) => {
  it('A page that begins in the middle of a group repeats the group heading, marked as continued', async () => {
    const document = presented(buildDocument(edition1, 'fr'), { as, groups: 'day' });
    const { parts } = await set(document);
    let heading = '';
    let repeated = 0;
    for (const { section, placed, top } of parts) {
      if (section.theme === undefined) continue;
      placed.forEach(({ box, again, from }, index) => {
        const isHeading = box.kind === 'text' && box.bookmark !== undefined && from === 0;
        if (isHeading) heading = box.bookmark ?? '';
        expect(again, heading).toBe(index === 0 && !isHeading && top === 0);
        if (!again) return;
        repeated++;
        const lines = box.again?.stack.lines.map(({ pieces }) => pieces.map(({ text }) => text).join(''));
        expect(lines?.join(' ')).toBe(`${heading} (suite)`);
      });
    }
    expect(repeated).toBeGreaterThan(3);
  });
});
