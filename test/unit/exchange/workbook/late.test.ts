import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportSheet } from '../../../../src/commands/export.ts';
import { importSheet } from '../../../../src/commands/import.ts';
import { init } from '../../../../src/commands/init.ts';
import { propose } from '../../../../src/commands/propose.ts';
import { readProgramme } from '../../../../src/read/dataset.ts';
import { folderWithData } from '../../../support/dataset-folder.ts';
import { editFile, FIT, freezeDraft } from '../../../support/frozen.ts';
import { runInProcess } from '../../../support/run-programme.ts';

let folder: string;
let start: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'late-'));
  start = path.join(folder, 'start');
  const from = path.join(folder, 'start.csv');
  await writeFile(
    from,
    'Title,Date,Place\nFair,"9 May 2030",Hall\nLecture,"2 May 2030",Old mill\nWalk,"3 May 2030",Harbour\n',
  );
  await init({ dir: start, from });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

type Edits = readonly (readonly [string, string])[];

/** Imports a workbook that was exported from a dataset, after both were edited by replacing words. */
async function late(name: string, ours: Edits, theirs: Edits): Promise<{ data: string; file: string }> {
  const data = path.join(folder, name);
  await cp(start, data, { recursive: true });
  const file = path.join(folder, `${name}.xlsx`);
  await exportSheet({ data, edition: 'draft', file });
  await rewrite(data, ours);
  const parts = unzipSync(await readFile(file));
  const items = textOf(parts, 'xl/sharedStrings.xml').match(/<si>.*?<\/si>/gs) ?? [];
  const sheet = 'xl/worksheets/sheet2.xml';
  const edited = theirs.reduce(
    (xml, [from, to]) => {
      const number = items.findIndex((item) => item.includes(`>${from}<`));
      return xml.replaceAll(`t="s"><v>${number}</v>`, `t="inlineStr"><is><t>${to}</t></is>`);
    },
    textOf(parts, sheet),
  );
  await writeFile(file, zipSync({ ...parts, [sheet]: strToU8(edited) }, { level: 0 }));
  return { data, file };
}

function textOf(parts: Record<string, Uint8Array>, name: string): string {
  return strFromU8(parts[name] ?? new Uint8Array());
}

/** The events files of such a dataset. */
const EVENTS = 'events/events.yaml';

async function rewrite(data: string, edits: Edits): Promise<void> {
  const file = path.join(data, EVENTS);
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    edits.reduce((words, [from, to]) => words.replace(from, to), text),
  );
}

async function eventsOf(data: string): Promise<string[]> {
  const { themes } = await readProgramme(data, 'draft');
  return themes.flatMap(({ events }) =>
    events.map(({ title, date, when, place }) => [title, date, when, place].join(' | ')),
  );
}

const take = { removeMissing: false, write: true, dryRun: false } as const;

describe('Workbook that is imported after the draft has changed', () => {
  it('Changes made in the workbook are imported, and later changes in the draft are preserved', async () => {
    const { data, file } = await late('both', [['Old mill', 'New mill']], [['Harbour', 'Lighthouse']]);
    const { remarks, notes } = await importSheet({ ...take, data, file });
    expect([remarks, notes]).toEqual([[], []]);
    expect(await eventsOf(data)).toEqual([
      'Fair | 9 May 2030 | 2030-05-09 | Hall',
      'Lecture | 2 May 2030 | 2030-05-02 | New mill',
      'Walk | 3 May 2030 | 2030-05-03 | Lighthouse',
    ]);
    expect((await importSheet({ ...take, data, file })).files).toEqual([]);
  });

  it('A cell that was changed in both the workbook and the draft results in a conflict, and the draft stays unchanged', async () => {
    const { data, file } = await late('clash', [['Old mill', 'New mill']], [['Old mill', 'Mill of 1890']]);
    const { conflicts: clashes, files } = await importSheet({ ...take, data, file });
    expect(clashes.map(({ message }) => message)).toEqual([
      'the text "Old mill" was changed to "Mill of 1890" in the file and to "New mill" in the draft; the draft is not changed',
    ]);
    expect(clashes[0]?.at?.cell).toMatch(/!.3$/);
    expect(files).toEqual([]);
    const { code, stderr } = await runInProcess(['import', file, '--write', '--data', data], { cwd: folder });
    expect([code, stderr]).toEqual([1, expect.stringContaining('to "New mill" in the draft')]);
    const reported = await runInProcess(['import', file, '--json', '--data', data], { cwd: folder });
    expect(reported.code).toBe(1);
    expect(JSON.parse(reported.stdout)).toMatchObject({ conflicts: clashes });
    const { changes, conflicts } = await propose({ data, source: file, date: '2030-01-01', write: false });
    expect(changes.map(({ base, theirs }) => [base, theirs])).toEqual([['Old mill', 'Mill of 1890']]);
    expect(conflicts).toEqual(changes.map(({ id }) => id));
  });

  it('Only changes made in the workbook are proposed', async () => {
    const { data, file } = await late('proposed', [['Old mill', 'New mill']], [['Harbour', 'Lighthouse']]);
    const found = await propose({ data, source: file, date: '2030-01-01', write: false });
    expect(found.changes.map(({ base, theirs }) => [base, theirs])).toEqual([['Harbour', 'Lighthouse']]);
    expect([found.conflicts, found.notes]).toEqual([[], []]);
  });

  it('If the words of a date or its EDTF date were changed in both the workbook and the draft, the draft keeps its own', async () => {
    const { data, file } = await late(
      'dates',
      [['9 May 2030', '10 May 2030']],
      [
        ['9 May 2030', '11 May 2030'],
        ['2030-05-09', '2030-05-11'],
      ],
    );
    const { conflicts } = await importSheet({ ...take, data, file });
    expect(conflicts.filter(({ message }) => message.startsWith('the text "'))).toHaveLength(2);
    expect((await eventsOf(data))[0]).toBe('Fair | 10 May 2030 | 2030-05-09 | Hall');
  });

  it('Importing an older workbook does not undo moves, removals and additions of events made in the draft since the export', async () => {
    const { data, file } = await late('moved', [], [['Harbour', 'Lighthouse']]);
    const events = path.join(data, EVENTS);
    const blocks = (await readFile(events, 'utf8')).split(/^(?=- id:)/m);
    const [fair, walk] = [blocks.find((b) => b.includes('Fair')), blocks.find((b) => b.includes('Walk'))];
    const added = fair?.replace('id: fair', 'id: ball').replace('Fair', 'Ball');
    const head = blocks.filter((block) => !block.startsWith('- id:'));
    await writeFile(events, [...head, walk, added, fair].join(''));
    const { missing } = await importSheet({ ...take, removeMissing: true, data, file });
    expect(missing).toEqual([]);
    expect((await eventsOf(data)).map((event) => event.split(' | ')[0])).toEqual(['Walk', 'Ball', 'Fair']);
    expect((await eventsOf(data))[0]).toContain('Lighthouse');
  });

  describe('Workbook whose rows were reordered', () => {
    const titles = async (data: string): Promise<string[]> =>
      (await eventsOf(data)).map((event) => event.split(' | ')[0] ?? '');
    /** The draft with its events in another order. */
    const reorder = async (data: string, ...order: number[]): Promise<void> => {
      const file = path.join(data, EVENTS);
      const [head = '', ...blocks] = (await readFile(file, 'utf8')).split(/^(?=- id:)/m);
      await writeFile(file, [head, ...order.map((at) => blocks[at])].join(''));
    };
    /** The workbook with the rows of two events exchanged. */
    const exchange = async (file: string, one: number, other: number): Promise<void> => {
      const parts = unzipSync(await readFile(file));
      const name = 'xl/worksheets/sheet2.xml';
      const xml = textOf(parts, name);
      const row = (number: number): string =>
        new RegExp(`<row r="${number}"[^>]*>.*?</row>`, 's').exec(xml)?.[0] ?? '';
      const as = (text: string, from: number, to: number): string =>
        text.replace(new RegExp(`(r="[A-Z]*)${from}"`, 'g'), `$1${to}"`);
      const swapped = xml
        .replace(row(one), () => as(row(other), other, one))
        .replace(row(other), () => as(row(one), one, other));
      await writeFile(file, zipSync({ ...parts, [name]: strToU8(swapped) }, { level: 0 }));
    };
    /** First row of an event in the workbook. */
    const FIRST = 2;

    it('The order of the rows in the workbook is imported if the order in the draft has not changed', async () => {
      const { data, file } = await late('reordered', [], []);
      await exchange(file, FIRST, FIRST + 1);
      const { remarks } = await importSheet({ ...take, data, file });
      expect(remarks).toEqual([]);
      expect(await titles(data)).toEqual(['Lecture', 'Fair', 'Walk']);
    });

    it('If the order was changed in both the workbook and the draft, the order in the draft is kept, and this is reported', async () => {
      const { data, file } = await late('disordered', [], []);
      await exchange(file, FIRST, FIRST + 1);
      await reorder(data, 1, 2, 0);
      const { changes, conflicts } = await propose({ data, source: file, date: '2030-01-01', write: false });
      expect(changes.map(({ kind, of }) => [kind, of])).toEqual([['event-moved', 'fair']]);
      expect(conflicts).toEqual(changes.map(({ id }) => id));
      const { conflicts: clashes, files } = await importSheet({ ...take, data, file });
      expect(clashes.map(({ message }) => message)).toEqual([
        'the file and the draft order the events of "events" differently; the draft is not changed',
      ]);
      expect(files).toEqual([]);
    });

    it('If the order was changed in the same way in the workbook and the draft, nothing is changed', async () => {
      const { data, file } = await late('alike', [], []);
      await exchange(file, FIRST, FIRST + 1);
      await reorder(data, 1, 0, 2);
      const { remarks, files } = await importSheet({ ...take, data, file });
      expect([remarks, files]).toEqual([[], []]);
    });
  });

  it('A cell in a CSV file is reported if it contains the text of the last edition and the draft has changed since', async () => {
    const data = path.join(folderWithData(FIT), 'data');
    const file = path.join(folder, 'older.csv');
    await exportSheet({ data, edition: 'draft', file });
    await freezeDraft(data, '1');
    editFile(path.join(data, 'events/sport.yaml'), 'title: Regatta', 'title: Great regatta');
    await writeFile(file, (await readFile(file, 'utf8')).replace('Spring concert', 'Concert of May'));
    const { remarks } = await importSheet({ ...take, write: false, data, file });
    expect(remarks.map(({ message, at, hint }) => [message, at?.cell, hint])).toEqual([
      [
        'the cell contains the text of edition 1, but the draft has changed since then',
        expect.stringMatching(/^[A-Z]+5$/),
        'to use the text of the draft, write it into the cell: Great regatta',
      ],
    ]);
    const found = await propose({ data, source: file, date: '2030-01-01', write: false });
    expect(
      found.remarks.filter(({ message }) => message.includes('contains the text of edition 1')),
    ).toHaveLength(1);
  });

  it.each([
    ['with a record', (book: string) => book],
    ['without a record', (book: string) => book.replace(/<sheet name="programme-sent"[^>]*>/, '')],
  ])(
    'In a workbook %s, a cell whose formula has no value is reported and does not change the draft',
    async (name, edit) => {
      const { data, file } = await late(`formula ${name}`, [], [['Harbour', 'Lighthouse']]);
      const parts = unzipSync(await readFile(file));
      const sheet = 'xl/worksheets/sheet2.xml';
      const xml = textOf(parts, sheet).replace(
        /<c r="([A-Z]+2)"[^>]*?(?:\/>|>.*?<\/c>)/g,
        (cell, ref: string) => (ref === 'A2' ? cell : `<c r="${ref}"><f>A1</f></c>`),
      );
      const book = strToU8(edit(textOf(parts, 'xl/workbook.xml')));
      await writeFile(
        file,
        zipSync({ ...parts, [sheet]: strToU8(xml), 'xl/workbook.xml': book }, { level: 0 }),
      );
      const { notes, problems } = await importSheet({ ...take, data, file });
      expect(problems).toEqual([]);
      expect(notes.filter((note) => note.code === 'formula-without-value').length).toBeGreaterThan(3);
      expect(await eventsOf(data)).toEqual([
        'Fair | 9 May 2030 | 2030-05-09 | Hall',
        'Lecture | 2 May 2030 | 2030-05-02 | Old mill',
        'Walk | 3 May 2030 | 2030-05-03 | Lighthouse',
      ]);
    },
  );

  it('A workbook that lost its snapshot is reported, and every difference from the draft is treated as a change', async () => {
    const { data, file } = await late('dropped', [['Old mill', 'New mill']], []);
    const parts = unzipSync(await readFile(file));
    const book = textOf(parts, 'xl/workbook.xml').replace(/<sheet name="programme-sent"[^>]*>/, '');
    await writeFile(file, zipSync({ ...parts, 'xl/workbook.xml': strToU8(book) }, { level: 0 }));
    const { notes } = await importSheet({ ...take, data, file });
    expect(notes).toHaveLength(1);
    expect(notes[0]?.message).toMatch(/^the file does not record the texts that were exported/);
    const again = await importSheet({ ...take, data, file });
    expect(again.notes.map(({ message }) => message)).toEqual([
      'the draft already contains all changes in the file; there is nothing to do',
    ]);
    expect((await eventsOf(data))[1]).toContain('Old mill');
  });
});
