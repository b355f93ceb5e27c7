import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EditedSettings, settingsOfTables } from '../../../../src/exchange/workbook/programme-sheets.ts';
import { pathTables } from '../../../../src/exchange/workbook/tables.ts';
import { writeXlsx } from '../../../../src/exchange/workbook/write-xlsx.ts';
import { FIELD_KINDS } from '../../../../src/model/field-kinds.ts';
import { type Programme, type ProgrammeFile, ProgrammeFileSchema } from '../../../../src/model/programme.ts';
import { readProgramme } from '../../../../src/read/dataset.ts';
import { rewriteProgramme } from '../../../../src/read/programme-text.ts';
import type { Cell, Row, Sheet, Workbook } from '../../../../src/read/sheet/model.ts';
import { readSheets } from '../../../../src/read/sheet/read.ts';
import { parseYaml } from '../../../../src/read/yaml.ts';
import { runs } from '../../../support/property-runs.ts';

const FILE = 'data/programme.yaml';
const TEXT = readFileSync(FILE, 'utf8');
let config: ProgrammeFile;
let reference: Programme['reference'];
let workbook: Workbook;
beforeAll(async () => {
  const programme = await readProgramme('data', 'draft');
  ({ config, reference } = programme);
  workbook = await readSheets(await writeXlsx(programme, programme), 'out.xlsx');
});

type Cells = Readonly<Record<number, string>>;

/** The workbook with other rows in one of its sheets: after the headings, in the given order. */
function withRows(book: Workbook, name: string, change: (rows: Cells[]) => readonly Cells[]): Workbook {
  const sheets = book.sheets.map((sheet): Sheet => {
    const [head, ...rows] = sheet.rows;
    if (sheet.name !== name || head === undefined) return sheet;
    const cells = rows.map(
      (row): Cells => Object.fromEntries([...row.cells].map(([column, { text }]) => [column, text])),
    );
    const changed = change(cells).map(
      (row, index): Row => ({
        number: head.number + 1 + index,
        cells: new Map(
          Object.entries(row)
            .filter(([, text]) => text !== '')
            .map(([column, text]): [number, Cell] => [Number(column), { text }]),
        ),
      }),
    );
    return { ...sheet, rows: [head, ...changed] };
  });
  return { ...book, sheets };
}

const read = (book: Workbook, from = config): EditedSettings =>
  settingsOfTables(
    pathTables(book, 'out.xlsx', () => new Map()),
    { config: from, reference },
    'out.xlsx',
  );
const said = ({ problems }: EditedSettings): string[] =>
  problems.map(({ message, at }) => `${at?.cell}: ${message}`);

describe('Sheets for the programme and the themes', () => {
  it('Importing unchanged sheets changes nothing', () => {
    expect(read(workbook)).toEqual({
      config,
      places: reference.places,
      problems: [],
      remarks: [],
      sheets: ['Programme', 'Texts', 'Themes', 'Fields', 'Sides', 'Places'],
    });
    expect(read(workbook).config).toBe(config);
  });

  it('A translated title, a moved theme and a new theme are imported, and the comments and layout of the file are preserved', async () => {
    const words = withRows(workbook, 'Programme', ([title, ...rows]) => [
      { ...title, 2: 'The year' },
      ...rows,
    ]);
    const edited = withRows(words, 'Themes', ([first, second, ...rows]) => [
      { ...second },
      { ...first },
      { 2: 'Kites', 3: 'title, date' },
      ...rows,
    ]);
    const after = read(edited);
    expect(said(after)).toEqual([]);
    expect(after.config.title).toEqual({
      en: 'The year',
      fr: 'Année de la coopération décentralisée franco-russe',
    });
    expect(after.config.themes.map(({ id }) => id).slice(0, 3)).toEqual([
      'academic',
      'partnerships',
      'kites',
    ]);
    expect(after.config.themes[2]).toEqual({
      id: 'kites',
      title: 'Kites',
      columns: ['title', 'date'],
      carry: false,
    });
    const text = await rewriteProgramme(`# Above\n${TEXT}`, config, after.config, FILE);
    expect(text.startsWith('# Above\n')).toBe(true);
    const line = '  - { id: region, kind: region, heading: Region }\n';
    expect([TEXT.includes(line), text.includes(line)]).toEqual([true, true]);
    expect(text).toContain(
      'title:\n  fr: Année de la coopération décentralisée franco-russe\n  en: The year\n',
    );
    expect(text).toContain('  - id: kites\n    title: Kites\n    columns: [title, date]\n');
  });

  it('A row that is missing from the sheet for the programme or the themes is reported, and nothing is removed', () => {
    const edited = read(withRows(workbook, 'Themes', (rows) => rows.filter((_, index) => index !== 1)));
    expect(edited.config).toBe(config);
    expect(edited.remarks.map(({ message }) => message)).toEqual([
      '"academic" has no row in the file, but is not removed; to remove it, delete it from programme.yaml',
    ]);
  });

  it('Each problem in the sheet for the programme or the themes is reported with the name of its cell', () => {
    const themes = withRows(workbook, 'Themes', ([first, ...rows]) => [
      { ...first, 2: '', 4: 'perhaps' },
      ...rows,
    ]);
    expect(said(read(themes))).toEqual([
      'Themes!D2: expected yes, no or an empty cell, found "perhaps"',
      'Themes!B2: missing value: expected a text, or a group of keys',
    ]);
    const fields = withRows(workbook, 'Fields', (rows) => [...rows, { 1: 'audience', 2: 'crowd' }]);
    expect(said(read(fields))).toEqual([
      `Fields!B7: expected one of ${FIELD_KINDS.join(', ')}, found "crowd"`,
    ]);
    const programme = withRows(workbook, 'Programme', (rows) => [...rows, { 1: 'motto', 2: 'Onward' }]);
    expect(said(read(programme))).toEqual(['Programme!A12: the programme has no text "motto"']);
    const twice = withRows(workbook, 'Sides', ([first, ...rows]) => [{ ...first }, { ...first }, ...rows]);
    expect(said(read(twice))).toEqual(['Sides!A3: the id "french" is used twice']);
  });

  it.each([
    ['1. Juni 2030', 'Juni – August 2030', '2030-06-01', '2030-06/2030-08'],
    ['1 juin 2030', 'juin 2030', '2030-06-01', '2030-06'],
    ['1 июня 2030 г.', '1 июня – 3 июля 2030 г.', '2030-06-01', '2030-06-01/2030-07-03'],
    ['2030-06-01', '2030-05/2030-09', '2030-06-01', '2030-05/2030-09'],
  ])('Dates can be entered in words: %s, %s', (date, period, day, span) => {
    const edited = withRows(workbook, 'Programme', (rows) =>
      rows.map((row) =>
        row[1] === 'date' ? { ...row, 2: date } : row[1] === 'period' ? { ...row, 2: period } : row,
      ),
    );
    expect(said(read(edited))).toEqual([]);
    expect(read(edited).config).toMatchObject({ date: day, period: span });
  });

  it('The sheet for the programme has a row for the time zone, even if that row is empty', () => {
    const { timezone: _, ...without } = config;
    const zone = (words: string) =>
      withRows(workbook, 'Programme', (rows) =>
        rows.map((row) => (row[1] === 'timezone' ? { ...row, 2: words } : row)),
      );
    expect(read(zone('Europe/Paris'), without).config.timezone).toBe('Europe/Paris');
    expect(read(zone(''), without).config).toBe(without);
    expect(said(read(zone('Paris time'), without))).toEqual([
      'Programme!B9: expected the IANA name of a time zone, such as Europe/Lisbon, found "Paris time"',
    ]);
  });

  it('A date that is not a single day is reported', () => {
    const edited = withRows(workbook, 'Programme', (rows) =>
      rows.map((row) => (row[1] === 'date' ? { ...row, 2: 'June 2030' } : row)),
    );
    expect(said(read(edited))).toEqual([
      'Programme!B7: expected a calendar date, YYYY-MM-DD, found "June 2030"',
    ]);
  });

  it('If a setting has one value for all languages, cells filled in for other languages are reported', () => {
    const filled = (...ids: string[]) =>
      withRows(workbook, 'Programme', (rows) =>
        rows.map((row) => (ids.includes(row[1] ?? '') ? { ...row, 3: 'La ville' } : row)),
      );
    expect(said(read(filled('author', 'timezone')))).toEqual([
      'Programme!B4: "author" has one value for all languages',
      'Programme!B9: "timezone" has one value for all languages',
    ]);
    expect(said(read(filled('subject')))).toEqual([]);
  });

  it('A setting is no longer a placeholder after it has been edited', () => {
    const open = { ...config, placeholders: ['title' as const, 'author' as const] };
    const edited = withRows(workbook, 'Programme', (rows) =>
      rows.map((row) => (row[1] === 'author' ? { ...row, 2: 'The city of Examplia' } : row)),
    );
    expect(read(edited, open).config.placeholders).toEqual(['title']);
  });
});

describe('Random edits that are imported twice', () => {
  const words = fc.stringMatching(/^[a-zé Ж&:#"'-]{0,8}[a-z]$/);
  const edits = fc.record({
    title: words,
    introduction: words,
    heading: words,
    theme: words,
    renamed: words,
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
    dropped: fc.nat(5),
  });
  it('Importing twice produces the same programme and the same file text as importing once', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async ({ title, introduction, heading, theme, renamed, order, dropped }) => {
        let book = withRows(workbook, 'Programme', (rows) =>
          rows.map((row) =>
            row[1] === 'title'
              ? { ...row, 2: title }
              : row[1] === 'introduction'
                ? { ...row, 2: introduction }
                : row,
          ),
        );
        book = withRows(book, 'Themes', (rows) => [
          ...order
            .map((index) => ({ ...rows[index], ...(index === 0 ? { 2: renamed } : {}) }))
            .filter((_, at) => at !== dropped),
          { 2: `new ${theme}`, 3: 'title, date' },
        ]);
        book = withRows(book, 'Fields', (rows) => [...rows, { 2: 'text', 3: heading }]);
        const once = read(book);
        expect(said(once)).toEqual([]);
        expect(read(book, once.config).config).toBe(once.config);
        const text = await rewriteProgramme(TEXT, config, once.config, FILE);
        expect(ProgrammeFileSchema.parse(await parseYaml(text, FILE))).toEqual(once.config);
        expect(await rewriteProgramme(text, once.config, once.config, FILE)).toBe(text);
      }),
      { numRuns: runs(60) },
    );
  });
});
