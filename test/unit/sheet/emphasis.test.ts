import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportSheet } from '../../../src/commands/export.ts';
import { importSheet } from '../../../src/commands/import.ts';
import { init } from '../../../src/commands/init.ts';
import { planInit } from '../../../src/commands/init-plan.ts';
import { propose } from '../../../src/commands/propose.ts';
import { pathTables, withEmphasis } from '../../../src/exchange/workbook/tables.ts';
import { writeXlsx } from '../../../src/exchange/workbook/write-xlsx.ts';
import { textOf } from '../../../src/model/event.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { readSheets } from '../../../src/read/sheet/read.ts';
import { isSameInline } from '../../../src/text/inline.ts';
import { folderWithData, replaced, scratchFolder, smallFile } from '../../support/dataset-folder.ts';
import { runs } from '../../support/property-runs.ts';
import { bookParts, zipOf } from '../../support/sheet-packages.ts';

const BOLD = '<rPr><b/></rPr>';
const ITALIC = '<rPr><i/></rPr>';
const rich = (...runs: string[]): string =>
  `<is>${runs.map((run) => `<r>${run.startsWith('<') ? run : `<t xml:space="preserve">${run}</t>`}</r>`).join('')}</is>`;
const look = (font: string, text: string): string => `${font}<t xml:space="preserve">${text}</t>`;
const plain = (text: string): string => `<is><t xml:space="preserve">${text}</t></is>`;

/** A list of events as other programs write it. */
async function bookWith(file: string, rows: readonly (readonly string[])[]): Promise<string> {
  const xml = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells
        .map((cell, column) => `<c r="${'ABCDE'[column]}${row + 1}" t="inlineStr">${cell}</c>`)
        .join('')}</row>`,
  );
  await writeFile(file, zipOf(bookParts({ sheets: { Plan: `<sheetData>${xml.join('')}</sheetData>` } })));
  return file;
}

const LIST = [
  ['Titel', 'Datum', 'Beschreibung', 'Eintritt'].map(plain),
  [
    plain('Gartenfest'),
    plain('9. Mai 2030'),
    rich('Eintritt ', look(BOLD, 'frei'), '. Nur mit ', look(ITALIC, 'Anmeldung *'), '!'),
    rich('5 €, ', look(BOLD, 'Kinder frei')),
  ],
  [rich(look(BOLD, 'Lesung')), plain('10. Mai 2030'), plain('Saal **A**, 5 * 3 m'), plain('frei')],
  [plain('Konzert'), plain('11. Mai 2030'), rich(look(BOLD, 'Neu:'), 'im Park'), plain('8 €')],
];

async function textsIn(data: string, field: string): Promise<unknown[]> {
  const { themes } = await readProgramme(data, 'draft');
  return themes.flatMap(({ events }) => events.map((event) => textOf(event, field)));
}

const quiet = { removeMissing: false, write: true, dryRun: false } as const;

describe('Third-party list that contains bold and italic words', () => {
  it('init creates a field with emphasis, escapes literal markup, and reads cells that are all bold as plain text', async () => {
    const folder = scratchFolder();
    const from = await bookWith(path.join(folder, 'plan.xlsx'), LIST);
    const data = path.join(folder, 'data');
    const { remarks } = await init({ dir: data, from });
    const { config } = await readProgramme(data, 'draft');
    expect(config.fields.filter(({ emphasis }) => emphasis).map(({ id }) => id)).toEqual(['description']);
    expect(await textsIn(data, 'description')).toEqual([
      'Eintritt **frei**. Nur mit *Anmeldung \\**!',
      'Saal \\*\\*A\\*\\*, 5 \\* 3 m',
      '**Neu:**im Park',
    ]);
    expect(await textsIn(data, 'title')).toEqual(['Gartenfest', 'Lesung', 'Konzert']);
    expect(remarks.map(({ message, at }) => [at?.cell, message])).toEqual([
      [undefined, 'bold and italic words are written with asterisks in these fields: description'],
      ['Plan!D2', 'bold text, imported as plain text: "Kinder frei"'],
    ]);
    const again = await importSheet({ ...quiet, data, file: from });
    expect([again.comparison.changes, again.files]).toEqual([[], []]);
  });

  it('Formatting that a field does not support is reported cell by cell, with the line to add to programme.yaml', async () => {
    const folder = scratchFolder();
    const from = await bookWith(
      path.join(folder, 'first.xlsx'),
      LIST.map((row, index) => (index === 0 ? row : row.with(2, plain('x')))),
    );
    const data = path.join(folder, 'data');
    await init({ dir: data, from });
    const file = await bookWith(path.join(folder, 'second.xlsx'), LIST);
    const { remarks } = await importSheet({ ...quiet, data, file });
    const found = remarks.filter(({ message }) => message.includes('imported as plain text'));
    expect(found.map(({ message, at, hint }) => ({ message, at, ...(hint && { hint }) }))).toEqual([
      {
        message: 'bold and italic text, imported as plain text: "frei … Anmeldung *"',
        at: { file, cell: 'Plan!C2' },
        hint: 'to keep the formatting, add emphasis: true to the field description in programme.yaml, and import again',
      },
      { message: 'bold text, imported as plain text: "Kinder frei"', at: { file, cell: 'Plan!D2' } },
      {
        message: 'bold text, imported as plain text: "Neu:"',
        at: { file, cell: 'Plan!C4' },
        hint: 'to keep the formatting, add emphasis: true to the field description in programme.yaml, and import again',
      },
    ]);
    expect(await textsIn(data, 'description')).toEqual([
      'Eintritt frei. Nur mit Anmeldung *!',
      'Saal **A**, 5 * 3 m',
      'Neu:im Park',
    ]);
  });
});

const EMPHASISED = replaced(
  smallFile('programme.yaml'),
  '{ id: description, kind: description, heading: Description }',
  '{ id: description, kind: description, heading: Description, emphasis: true }',
);
const music = (description: string): string =>
  replaced(
    smallFile('events/music.yaml'),
    'description: Concert of both orchestras – in the open',
    `description: ${JSON.stringify(description)}`,
  );

describe('Export of texts with emphasis', () => {
  const words = 'Concert of **both** orchestras\n*in the open* 5 \\* a';
  const dataset = (): string =>
    path.join(folderWithData({ 'programme.yaml': EMPHASISED, 'events/music.yaml': music(words) }), 'data');

  it.each(['xlsx', 'csv'])('Emphasis is unchanged after a round trip through a .%s file', async (ending) => {
    const data = dataset();
    const file = path.join(data, '..', `out.${ending}`);
    await exportSheet({ data, edition: 'draft', file });
    const { comparison, remarks, files } = await importSheet({ ...quiet, data, file });
    expect([comparison.changes, remarks, files]).toEqual([[], [], []]);
    if (ending === 'csv') return;
    const { sheets } = await readSheets(new Uint8Array(await readFile(file)), file);
    const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]));
    expect(cells.find(({ text }) => text.startsWith('Concert of'))).toEqual({
      text: 'Concert of both orchestras\nin the open 5 * a',
      runs: [
        { text: 'Concert of ' },
        { text: 'both', strong: true },
        { text: ' orchestras' },
        { text: '\n' },
        { text: 'in the open', emphasis: true },
        { text: ' 5 * a' },
      ],
    });
    const again = path.join(data, '..', 'again');
    await init({ dir: again, from: file, year: 2030 });
    expect(await textsIn(again, 'description')).toContain(
      'Concert of **both** orchestras\n*in the open* 5 * a',
    );
  });

  it('A change that affects only formatting is proposed as a typographic change', async () => {
    const data = dataset();
    const file = path.join(data, '..', 'out.xlsx');
    await exportSheet({ data, edition: 'draft', file });
    const parts = unzipSync(await readFile(file));
    const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
    const bolder = strToU8(replaced(strings, '<i/>', '<b/>'));
    await writeFile(file, zipSync({ ...parts, 'xl/sharedStrings.xml': bolder }, { level: 0 }));
    const { changes } = await propose({ data, source: file, date: '2030-02-01', write: false });
    expect(changes).toMatchObject([{ kind: 'emphasis-changed', severity: 'typographic' }]);
    const imported = await importSheet({ ...quiet, data, file });
    expect(imported.comparison.changes).toMatchObject([{ kind: 'emphasis-changed' }]);
    expect((await textsIn(data, 'description'))[0]).toBe(
      'Concert of **both** orchestras\n**in the open** 5 * a',
    );
  });

  it('If a program has saved a cell as plain text, the formatting of the draft is preserved, and this is reported', async () => {
    const data = dataset();
    const file = path.join(data, '..', 'out.xlsx');
    await exportSheet({ data, edition: 'draft', file });
    const parts = unzipSync(await readFile(file));
    const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
    const bare = strToU8(strings.replace(/<b\/>|<i\/>/g, '').replace('Autumn concert', 'Autumn feast'));
    await writeFile(file, zipSync({ ...parts, 'xl/sharedStrings.xml': bare }, { level: 0 }));
    const { comparison, remarks } = await importSheet({ ...quiet, data, file });
    expect(comparison.changes).toMatchObject([{ kind: 'title-reworded', words: { new: 'Autumn feast' } }]);
    expect(remarks.map(({ message }) => message)).toEqual([
      'the workbook no longer contains bold or italic text; unchanged cells keep the bold and italic text of the draft (1)',
    ]);
    expect((await textsIn(data, 'description'))[0]).toBe(words);
  });

  it('Links in the draft are preserved if a cell still contains their words; all other links are reported', async () => {
    const linked = 'Book [online](https://a.example/) or [by **mail**](mailto:post@a.example), [18+]';
    const file = { 'programme.yaml': EMPHASISED, 'events/music.yaml': music(linked) };
    const data = path.join(folderWithData(file), 'data');
    const sheet = path.join(data, '..', 'out.xlsx');
    await exportSheet({ data, edition: 'draft', file: sheet });
    const untouched = await importSheet({ ...quiet, data, file: sheet });
    expect([untouched.comparison.changes, untouched.remarks, untouched.files]).toEqual([[], [], []]);
    const parts = unzipSync(await readFile(sheet));
    const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
    const other = strToU8(
      replaced(replaced(strings, '>Book <', '>Please book [x](https://b.example) <'), '>by <', '>per <'),
    );
    await writeFile(sheet, zipSync({ ...parts, 'xl/sharedStrings.xml': other }, { level: 0 }));
    const { remarks } = await importSheet({ ...quiet, data, file: sheet });
    expect((await textsIn(data, 'description'))[0]).toBe(
      'Please book \\[x](https://b.example) [online](https://a.example/) or per **mail**, [18+]',
    );
    expect(remarks.map(({ message }) => message)).toEqual([
      'the link from "by mail" to mailto:post@a.example is not imported, because the cell no longer contains these words',
    ]);
  });

  it('Whatever the markup, a cell contains the same words as the text with emphasis', async () => {
    const programme = await readProgramme(dataset(), 'draft');
    const signs = fc
      .array(
        fc.constantFrom(
          '*',
          '**',
          'rose',
          ' ',
          'Ж',
          '.',
          '\\*',
          '=',
          '5',
          '\n',
          '[a](https://b.example/)',
          '[',
          '_',
        ),
        {
          minLength: 1,
          maxLength: 12,
        },
      )
      .map((pieces) => `x${pieces.join('')}x`);
    await fc.assert(
      fc.asyncProperty(fc.array(signs, { minLength: 1, maxLength: 8 }), async (texts) => {
        const events = texts.map((description, index) => ({
          id: `event-${index}`,
          bodies: {},
          regions: { north: 'not-named' as const, south: 'not-named' as const },
          title: 'Title',
          description,
        }));
        const [{ theme } = { theme: undefined }] = programme.themes;
        if (theme === undefined) throw new Error('no theme');
        const own: Programme = { ...programme, themes: [{ theme, events }] };
        const workbook = await readSheets(await writeXlsx(own), 'x.xlsx');
        const read = pathTables(workbook, 'x.xlsx', () => new Map());
        const signed = withEmphasis(read, own, 'x.xlsx');
        expect(signed.remarks).toEqual([]);
        const table = signed.tables.find(({ name }) => name === theme.id);
        const cells = table?.rows.map((row) => row.cells.get('description')?.text ?? '');
        texts.forEach((text, index) => {
          expect([text, cells?.[index], isSameInline(text, cells?.[index] ?? '')]).toEqual([
            text,
            cells?.[index],
            true,
          ]);
        });
      }),
      { numRuns: runs(20) },
    );
  });
});

it.each([
  'See the [**site**](https://a.example/) \\[not](https://b.example/)',
  'See the [site](https://a.example/)',
])('A dataset created from an exported workbook contains the links in its texts: %s', async (description) => {
  const programme = await readProgramme('test/fixtures/small-dataset');
  const fields = programme.config.fields.map((field) =>
    field.id === 'description' ? { ...field, emphasis: true as const } : field,
  );
  const themes = programme.themes.map(({ theme, events }) => ({
    theme,
    events: events.map((event) => (event.id === 'spring-concert' ? { ...event, description } : event)),
  }));
  const bytes = await writeXlsx({ ...programme, config: { ...programme.config, fields }, themes });
  const made = planInit(await readSheets(bytes, 'x.xlsx'), 'small.xlsx', { year: 2030 }).programme;
  const event = made.themes.flatMap(({ events }) => events).find(({ id }) => id === 'spring-concert');
  const field = made.config.fields.find(({ id }) => id === 'description');
  expect([field?.emphasis, event?.description]).toEqual([true, description]);
});
