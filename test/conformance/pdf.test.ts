import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildDocument } from '../../src/document/build.ts';
import { A4_PORTRAIT, GROUPS, LARGE_PRINT, LETTER_PORTRAIT, LISTS } from '../support/designs.ts';
import { withParts } from '../support/parts.ts';
import { checkStructure } from '../support/pdf-check.ts';
import {
  elementsOf,
  gridOf,
  type Page,
  pagesOf,
  readPdf,
  type StructureElement,
  showsOf,
  textOf,
} from '../support/pdf-reader.ts';
import {
  comparisonSample,
  edition1,
  hostile,
  newsOptions,
  pdfOf,
  printedProof,
  programmePdf,
  redlineSample,
  regionOptions,
  repeated,
  revised,
} from '../support/pdf-samples.ts';
import { columnOfTexts, NEVER_SEEN, PRINTED, tableOfTexts } from '../support/printable-texts.ts';
import { output } from './support/tools.ts';
import { validate, veraPdf } from './support/verapdf.ts';

const programme = await edition1();
const later = revised(programme);
const strange = hostile(programme);

/** Each character, in a word that also contains an invisible character. */
const ALL_CHARACTERS = PRINTED.map((character, index) =>
  `internation${character}${NEVER_SEEN[index % NEVER_SEEN.length]}alisation ${character}`.normalize('NFC'),
);

/** Every kind of PDF that the programme writes. */
const SAMPLES: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'edition-1-en': () => programmePdf(programme, 'en'),
  'edition-with-fingerprint': () =>
    programmePdf(programme, 'en', { fingerprint: '0123456789abcdef'.repeat(4) }),
  'edition-1-fr': () => programmePdf(programme, 'fr'),
  'edition-1-ru': () => programmePdf(programme, 'ru'),
  'extract-en': () => programmePdf(programme, 'en', regionOptions(programme, 'FR-NAQ')),
  'extract-ru': () => programmePdf(programme, 'ru', regionOptions(programme, 'RU-VLG')),
  'news-en': () => programmePdf(later, 'en', newsOptions(programme, later)),
  'comparison-en': () => pdfOf(comparisonSample(programme, later, 'en')),
  'comparison-fr': () => pdfOf(comparisonSample(programme, later, 'fr')),
  'comparison-ru': () => pdfOf(comparisonSample(programme, later, 'ru')),
  'comparison-hostile': () => pdfOf(comparisonSample(programme, strange, 'en')),
  'redline-en': () => pdfOf(redlineSample(programme, later, 'en')),
  'redline-fr': () => pdfOf(redlineSample(programme, later, 'fr')),
  'redline-ru': () => pdfOf(redlineSample(programme, later, 'ru')),
  'redline-hostile': () => pdfOf(redlineSample(programme, strange, 'ru')),
  proof: () => pdfOf(printedProof(programme)),
  'proof-fr': () => pdfOf(printedProof(programme, 'fr')),
  'proof-ru': () => pdfOf(printedProof(programme, 'ru')),
  'proof-hostile-en': () => pdfOf(printedProof(strange, 'en')),
  'proof-hostile-fr': () => pdfOf(printedProof(strange, 'fr')),
  'proof-hostile-ru': () => pdfOf(printedProof(strange, 'ru')),
  'hostile-en': () => programmePdf(strange, 'en'),
  'hostile-fr': () => programmePdf(strange, 'fr'),
  'hostile-ru': () => programmePdf(strange, 'ru'),
  'a4-portrait-en': () => pdfOf(buildDocument(programme, 'en'), A4_PORTRAIT),
  'a4-portrait-fr': () => pdfOf(buildDocument(programme, 'fr'), A4_PORTRAIT),
  'a4-portrait-ru': () => pdfOf(buildDocument(programme, 'ru'), A4_PORTRAIT),
  'a4-portrait-proof': () => pdfOf(printedProof(programme), A4_PORTRAIT),
  'parts-fr': () => pdfOf(buildDocument(withParts(programme), 'fr')),
  'parts-portrait-en': () => pdfOf(buildDocument(withParts(programme), 'en'), A4_PORTRAIT),
  'letter-portrait-en': () => pdfOf(buildDocument(programme, 'en'), LETTER_PORTRAIT),
  'large-print-fr': () => pdfOf(buildDocument(programme, 'fr'), LARGE_PRINT),
  'groups-ru': () => pdfOf(buildDocument(programme, 'ru'), GROUPS),
  'lists-redline-en': () => pdfOf(redlineSample(programme, later, 'en'), LISTS),
  'all-characters': () => pdfOf(columnOfTexts(ALL_CHARACTERS)),
  'all-characters-narrow': () => pdfOf(tableOfTexts(ALL_CHARACTERS)),
  '1000-events': () => programmePdf(repeated(programme, 1000)),
};

const folder = await mkdtemp(path.join(tmpdir(), 'programme-'));
const fileOf = (name: string): string => path.join(folder, `${name}.pdf`);
for (const [name, make] of Object.entries(SAMPLES)) await writeFile(fileOf(name), await make());
afterAll(() => rm(folder, { recursive: true }));
const NAMES = Object.keys(SAMPLES);

describe.each(['ua1', '2a'])('veraPDF %s', async (flavour) => {
  const verdicts = await validate(await veraPdf(), flavour, NAMES.map(fileOf));
  for (const { file, profile, ...counts } of verdicts) {
    console.log(
      `${profile}, ${file}: ${counts.passedRules} rules passed, ${counts.failedRules} failed; ` +
        `${counts.passedChecks} checks passed, ${counts.failedChecks} failed`,
    );
  }

  it.each(NAMES)('veraPDF finds no violations in %s', (name) => {
    const verdict = verdicts.find(({ file }) => file === `${name}.pdf`);
    expect(verdict?.failures).toEqual([]);
    expect(verdict?.failedChecks).toBe(0);
    expect(verdict?.failedRules).toBe(0);
    expect(verdict?.passedRules).toBeGreaterThan(flavour === 'ua1' ? 100 : 140);
  });
});

it.each(NAMES.filter((name) => /^(?:comparison|redline|proof|hostile)/.test(name)))(
  '%s passes the structure check',
  async (name) => {
    expect(checkStructure(await readFile(fileOf(name)))).toEqual([]);
  },
);

it.each(NAMES)('qpdf finds no errors in %s', async (name) => {
  expect(await output('qpdf', ['--check', fileOf(name)])).toContain(
    'No syntax or stream encoding errors found',
  );
});

/** Words without spaces and without hyphens of line breaks, because programs differ in their spaces and line ends. */
const letters = (words: string): string => words.replace(/[\s\u00ad]/g, '');

/** The cells of all tables that `pdfinfo -struct-text` prints, row by row. */
function structureCells(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.split('\n')) {
    const words = /^\s*"(.*)"$/.exec(line)?.[1];
    const row = rows.at(-1);
    if (/^\s*TR\b/.test(line)) rows.push([]);
    else if (/^\s*T[HD]\b/.test(line)) row?.push('');
    else if (/^\s*(H\d|Sect)\b/.test(line)) rows.push([]);
    else if (words !== undefined && row !== undefined && row.length > 0)
      row[row.length - 1] = `${row.at(-1) ?? ''}${letters(words)}`;
  }
  return rows.filter((row) => row.length > 0);
}

// pdfinfo reads each page again for each piece of content, so only some files are read.
it.each(['edition-1-en', 'extract-ru', 'hostile-en'])(
  'pdfinfo reads the tables of %s cell by cell, in order',
  async (name) => {
    const pdf = readPdf(await (SAMPLES[name]?.() ?? new Uint8Array()));
    const expected = elementsOf(pdf.root, 'TR').map((row) =>
      row.kids.flatMap((cell) => (cell.kind === 'element' ? [letters(textOf(cell))] : [])),
    );
    expect(structureCells(await output('pdfinfo', ['-struct-text', fileOf(name)]))).toEqual(expected);
  },
);

/** The cells that are on one page as a whole, and their areas on it, in points from the upper left corner. */
function cellsOnPage(
  table: StructureElement,
  page: Page,
  follow: ReturnType<typeof readPdf>['follow'],
): { words: string; x: number; y: number; width: number; height: number }[] {
  const { cells, rows } = gridOf(table, follow);
  const lefts: number[] = [];
  for (const { element, column } of cells)
    for (const show of showsOf(element)) lefts[column] = Math.min(lefts[column] ?? show.x, show.x);
  return cells.flatMap(({ element, row, column, rows: count }) => {
    const line = rows[row];
    const shows = line === undefined || count > 1 || pagesOf(line).length > 1 ? [] : showsOf(line);
    if (shows[0]?.page !== page) return [];
    const size = shows[0].size;
    const top = page.height - Math.max(...shows.map((show) => show.y)) - size;
    const bottom = page.height - Math.min(...shows.map((show) => show.y)) + size / 3;
    const x = (lefts[column] ?? 0) - 2;
    const width = (lefts[column + 1] ?? page.width) - 2 - x;
    return [{ words: letters(textOf(element)), x, y: top, width, height: bottom - top }];
  });
}

it('On some pages, pdftotext finds the cells at the expected positions', async () => {
  const pdf = readPdf(await programmePdf(programme, 'en'));
  const tables = elementsOf(pdf.root, 'Table');
  for (const table of [tables[0], tables[3], tables[5]]) {
    const page = pdf.pages[(table === undefined ? 1 : (pagesOf(table)[0] ?? 1)) - 1];
    if (table === undefined || page === undefined) throw new Error('no table');
    const cells = cellsOnPage(table, page, pdf.follow);
    expect(cells.length).toBeGreaterThan(15);
    for (const { words, ...box } of cells) {
      const crop = ['x', 'y'].map((key) => [`-${key}`, String(Math.floor(box[key as 'x' | 'y']))]);
      const size = [
        ['-W', String(Math.ceil(box.width))],
        ['-H', String(Math.ceil(box.height))],
      ];
      const range = ['-f', String(page.number), '-l', String(page.number), '-r', '72'];
      const read = await output('pdftotext', [
        ...range,
        ...crop.flat(),
        ...size.flat(),
        fileOf('edition-1-en'),
        '-',
      ]);
      // pdftotext joins words that it considers hyphenated.
      expect(letters(read).replaceAll('-', '')).toBe(words.replaceAll('-', ''));
    }
  }
});
