import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportSheet } from '../../src/commands/export.ts';
import { type ImportSheetResult, importSheet } from '../../src/commands/import.ts';
import { readProgramme } from '../../src/read/dataset.ts';
import { eventsText } from '../../src/read/events-text.ts';
import { readSheets } from '../../src/read/sheet/read.ts';
import { bundledProgramme } from '../support/dist.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sheets-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** The file that LibreOffice opens and saves again, in the folder of the original. */
async function saved(file: string, ending: string, filter: string, infilter?: string): Promise<string> {
  const out = path.join(folder, 'saved');
  execFileSync(
    'soffice',
    [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      ...(infilter === undefined ? [] : [`--infilter=${infilter}`]),
      '--convert-to',
      filter === '' ? ending : `${ending}:${filter}`,
      '--outdir',
      out,
      file,
    ],
    { stdio: 'ignore' },
  );
  const target = path.join(folder, `saved-${path.basename(file, path.extname(file))}.${ending}`);
  await rename(path.join(out, `${path.basename(file, path.extname(file))}.${ending}`), target);
  return target;
}

const XLSX = 'Calc MS Excel 2007 XML';
/** LibreOffice's CSV filter: semicolon or comma, quotation mark, UTF-8, from line 1, every column as text. */
const csvFilter = (separator: string): string =>
  `CSV:${separator.charCodeAt(0)},34,76,1,${Array.from({ length: 30 }, (_, index) => `${index + 1}/2`).join('/')},0,true,false`;

async function dataset(name: string): Promise<string> {
  const data = path.join(folder, name);
  await cp('data', data, { recursive: true });
  return data;
}

async function filesOf(dir: string): Promise<Record<string, string>> {
  const names = await readdir(path.join(dir, 'events'));
  const texts = names.map(
    async (name) => [name, await readFile(path.join(dir, 'events', name), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}

async function imported(data: string, file: string): Promise<ImportSheetResult> {
  return importSheet({ data, file, removeMissing: true, write: true, dryRun: false });
}

describe('Workbook saved by LibreOffice', () => {
  it.each(['draft', '1'])(
    'Importing a workbook of %s that LibreOffice has saved results in no changes',
    async (edition) => {
      const data = await dataset(`same-${edition}`);
      if (edition === '1') await cp('data/editions/1/events', path.join(data, 'events'), { recursive: true });
      const before = await filesOf(data);
      const file = path.join(folder, `same-${edition}.xlsx`);
      await exportSheet({ data, edition, file });
      const result = await imported(data, await saved(file, 'xlsx', XLSX));
      expect(result).toMatchObject({ problems: [], missing: [], files: [] });
      expect(result.comparison.changes).toEqual([]);
      expect(await filesOf(data)).toEqual(before);
    },
  );

  it('Importing a workbook that was saved twice and converted to .ods and back results in no changes', async () => {
    const data = await dataset('twice');
    const file = path.join(folder, 'twice.xlsx');
    await exportSheet({ data, edition: 'draft', file });
    const ods = await saved(file, 'ods', '');
    const result = await imported(data, await saved(ods, 'xlsx', XLSX));
    expect(result).toMatchObject({ problems: [], missing: [], files: [] });
  });

  it('Importing a workbook edited in LibreOffice results in exactly the changes made there', async () => {
    const data = await dataset('edited');
    const before = await filesOf(data);
    const file = path.join(folder, 'edited.xlsx');
    await exportSheet({ data, edition: 'draft', file });
    const once = await saved(file, 'xlsx', XLSX);
    // One title and one date are changed in the file that LibreOffice wrote.
    const parts = unzipSync(new Uint8Array(await readFile(once)));
    const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
    const { themes } = await readProgramme(data, 'draft');
    const event = themes[0]?.events.find(({ id }) => id === 'bordeaux-saint-petersburg-france-russia-week');
    const [title, date] = [String(event?.title), String(event?.date)];
    expect(strings.split(`>${title}<`)).toHaveLength(2);
    parts['xl/sharedStrings.xml'] = strToU8(
      strings.replace(`>${title}<`, `>=${title} again<`).replace(`>${date}<`, '>10–20 November 2021<'),
    );
    await writeFile(once, zipSync(parts));
    const result = await imported(data, await saved(once, 'xlsx', XLSX));
    expect(result.problems).toEqual([]);
    expect(result.files).toEqual([path.join(data, 'events', 'partnerships.yaml')]);
    expect(result.comparison.changes.map(({ id, field }) => [id, field])).toEqual([
      [event?.id, 'title'],
      [event?.id, 'date'],
    ]);
    const after = await filesOf(data);
    const lines = (before['partnerships.yaml'] ?? '').split('\n');
    const changed = (after['partnerships.yaml'] ?? '')
      .split('\n')
      .filter((line, index) => line !== lines[index]);
    expect(changed).toEqual([
      `  title: =${title} again`,
      '  date: 10–20 November 2021',
      '  when: "2021-11-10/2021-11-20"',
    ]);
    expect({ ...after, 'partnerships.yaml': '' }).toEqual({ ...before, 'partnerships.yaml': '' });
  });

  it('Text that looks like a formula remains text in the workbook and in CSV', async () => {
    const data = await dataset('formulas');
    const events = path.join(data, 'events', 'sport.yaml');
    const text = await readFile(events, 'utf8');
    const lines = ['=1+1', '+33 1 23', '-5', '@SUM(A1)', "'=quoted", '=HYPERLINK("http://localhost","x")'];
    const first = text.indexOf('- id:');
    const added = lines.map(
      (words, index) =>
        `- id: formula-${index}\n  regions: { french: not-named, russian: not-named }\n  title: ${JSON.stringify(words)}\n\n`,
    );
    await writeFile(events, text.slice(0, first) + added.join('') + text.slice(first));
    const before = await filesOf(data);

    const workbook = path.join(folder, 'formulas.xlsx');
    await exportSheet({ data, edition: 'draft', file: workbook });
    const resaved = await saved(workbook, 'xlsx', XLSX);
    const parts = unzipSync(new Uint8Array(await readFile(resaved)));
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    const computed = sheets.filter(([, bytes]) => /<f[ />]/.test(strFromU8(bytes)));
    expect(computed.map(([name]) => name)).toEqual([]);
    expect(await imported(data, resaved)).toMatchObject({ problems: [], files: [] });

    const csv = path.join(folder, 'formulas.csv');
    await exportSheet({ data, edition: 'draft', file: csv });
    // The file is opened as a user would open it, without declaring columns as text.
    const opened = await saved(csv, 'xlsx', XLSX, 'CSV:44,34,76,1,,0,false,true');
    const {
      sheets: [sheet],
    } = await readSheets(new Uint8Array(await readFile(opened)), opened);
    const titles = sheet?.rows.flatMap(({ cells }) => [...cells.values()].map((cell) => cell.text));
    for (const words of lines) expect(titles).toContain(`'${words}`);
    expect(await filesOf(data)).toEqual(before);
  });

  it('Importing a CSV file that LibreOffice opened as text and saved results in no changes', async () => {
    const data = await dataset('csv');
    const file = path.join(folder, 'csv.csv');
    await exportSheet({ data, edition: 'draft', file });
    const once = await saved(file, 'ods', '', csvFilter(','));
    const result = await imported(
      data,
      await saved(once, 'csv', 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false'),
    );
    expect(result).toMatchObject({ problems: [], missing: [], files: [] });
  });
});

describe('Workbook', () => {
  it('Microsoft’s Open XML validator accepts the workbook', async () => {
    const file = path.join(folder, 'valid.xlsx');
    await exportSheet({ data: 'data', edition: 'draft', file });
    const { default: validate } = await import('@ooxml-tools/validate');
    expect(await validate(new Uint8Array(await readFile(file)), 'xlsx', 'Microsoft365')).toEqual([]);
  });
});

describe('10,000 events', () => {
  it.each(['xlsx', 'csv'])(
    'Exporting 10,000 events to %s and importing them with a heap of 256 MB results in no changes',
    async (ending) => {
      const data = await dataset(`large-${ending}`);
      const { themes } = await readProgramme('data', 'draft');
      const times = Math.ceil(10_000 / themes.flatMap(({ events }) => events).length);
      for (const { theme, events } of themes) {
        const many = Array.from({ length: times }, (_, index) =>
          events.map((event) => ({ ...event, id: `${event.id.slice(0, 70)}-${index}` })),
        );
        await writeFile(path.join(data, 'events', `${theme.id}.yaml`), await eventsText(many.flat()));
      }
      const before = await filesOf(data);
      const programme = await bundledProgramme();
      const file = path.join(folder, `large.${ending}`);
      const run = (...call: string[]): string =>
        execFileSync(process.execPath, ['--max-old-space-size=256', programme, ...call, '--data', data], {
          encoding: 'utf8',
        });
      run('export', file);
      run('import', file, '--write', '--remove-missing');
      expect(await filesOf(data)).toEqual(before);
    },
  );
});
