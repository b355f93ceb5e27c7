import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportSheet } from '../../../../src/commands/export.ts';
import { importSheet } from '../../../../src/commands/import.ts';
import { init } from '../../../../src/commands/init.ts';
import { propose } from '../../../../src/commands/propose.ts';
import { review } from '../../../../src/commands/review.ts';
import { readProgramme } from '../../../../src/read/dataset.ts';
import { scratchFolder } from '../../../support/dataset-folder.ts';
import { editFile } from '../../../support/frozen.ts';
import { runInProcess } from '../../../support/run-programme.ts';
import { type CellEdit, editCells } from '../../../support/workbook-edits.ts';

const FESTIVAL = 'examples/festival-musterstadt';
const SECRET = 'Betreuung';

/** A copy of a dataset, and its workbook with settings, which is exported once. */
async function office(dataset = FESTIVAL): Promise<{ folder: string; data: string; file: string }> {
  const folder = scratchFolder();
  const data = path.join(folder, 'data');
  cpSync(dataset, data, { recursive: true });
  const file = path.join(folder, 'office.xlsx');
  const known = workbooks.get(dataset);
  if (known === undefined) await exportSheet({ data, file, settings: true });
  else writeFileSync(file, known);
  workbooks.set(dataset, known ?? readFileSync(file));
  return { folder, data, file };
}

/** The unchanged workbooks, by dataset. */
const workbooks = new Map<string, Uint8Array>();

/** The same copy with an internal field. */
async function withSecret(): Promise<{ folder: string; data: string; file: string }> {
  const made = await office();
  const price = '  - { id: price, kind: price, heading: Eintritt }\n';
  editFile(
    path.join(made.data, 'programme.yaml'),
    price,
    `${price}  - { id: contact, kind: text, heading: ${SECRET}, internal: true }\n`,
  );
  const events = path.join(made.data, 'events/konzerte.yaml');
  writeFileSync(
    events,
    readFileSync(events, 'utf8').replace('\n  title:', '\n  contact: Anna Muster\n  title:'),
  );
  await exportSheet({ data: made.data, file: made.file, settings: true });
  return made;
}

function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file), readFileSync(file, 'latin1')];
    }),
  );
}

const wordsIn = (file: string): string =>
  Object.values(unzipSync(readFileSync(file)))
    .map((part) => strFromU8(part))
    .join('\n');

const programme = (row: string, words: string): CellEdit => ({
  sheet: 'Programm',
  row,
  column: 'programme.text',
  words,
});
const design = (row: string, words: string): CellEdit => ({
  sheet: 'Gestaltung',
  row,
  column: 'design.value',
  words,
});
const text = (row: string, words: string): CellEdit => ({
  sheet: 'Texte',
  row,
  column: 'texts.text',
  words,
});
const field = (row: string, column: string, words: string): CellEdit => ({
  sheet: 'Felder',
  row,
  column: `fields.${column}`,
  words,
});

describe('Workbook that includes settings', () => {
  it.each([
    'data',
    'test/fixtures/small-dataset',
    ...readdirSync('examples').map((name) => `examples/${name}`),
  ])('Importing an unchanged export of %s does not change any file', async (dataset) => {
    const { data, file } = await office(dataset);
    const before = filesOf(data);
    const { comparison, remarks, files } = await importSheet({ data, file, write: true });
    expect({ changes: comparison.changes, remarks, files }).toEqual({ changes: [], remarks: [], files: [] });
    expect(filesOf(data)).toEqual(before);
  });

  it('Exporting the same dataset twice produces the same bytes', async () => {
    const { data, file } = await withSecret();
    const again = `${file}.again.xlsx`;
    await exportSheet({ data, file: again, settings: true });
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
  });

  it('An export without settings contains neither internal fields nor texts of parts nor the design', async () => {
    const { data, file } = await withSecret();
    const forPartners = path.join(path.dirname(file), 'partner.xlsx');
    await exportSheet({ data, file: forPartners });
    const markers = [
      SECRET,
      'Anna Muster',
      'Liebe Gäste',
      '#0d5c6b',
      'flusstage.svg',
      'Kulturamt',
      'internal',
    ];
    const [partner, own] = [wordsIn(forPartners), wordsIn(file)];
    expect(markers.filter((words) => partner.includes(words))).toEqual([]);
    expect(markers.filter((words) => !own.includes(words))).toEqual(['Anna Muster']);
    expect(own).toContain('Diese Mappe enthält interne Namen.');
  });

  it('Each changed cell counts as one change, and is stored as typed', async () => {
    const { data, file } = await office();
    await editCells(file, [
      programme('title', 'Uferfest'),
      programme('author', 'Stadt Ufer'),
      programme('date', '2031-03-20'),
      text('foreword.2', 'Liebe Nachbarn,'),
      design('color.primary', '#7a1020'),
      design('paper', 'A5'),
      design('logo.path', 'stadt.png'),
      field('venue', 'index', 'no'),
      field('neu', 'kind', 'price'),
      field('neu', 'heading', 'Spende'),
    ]);
    const { comparison, files } = await importSheet({ data, file, write: true });
    expect(comparison.changes.map(({ kind, field: name, words }) => [kind, name, words.new])).toEqual([
      ['settings', 'fields.spende', '{"id":"spende","kind":"price","heading":"Spende"}'],
      ['settings', 'fields.venue.index', 'false'],
      ['settings', 'date', '"2031-03-20"'],
      ['settings', 'design.paper', '"A5"'],
      ['settings', 'design.color.primary', '"#7a1020"'],
      ['settings', 'design.logo.path', '"pictures/stadt.png"'],
      ['programme-title-changed', 'title', 'Uferfest'],
      ['publisher-changed', 'author', 'Stadt Ufer'],
      ['part-changed', 'parts.foreword', expect.stringContaining('Liebe Nachbarn,')],
      ['heading-changed', 'columns.spende', 'Spende'],
    ]);
    expect(files.map((name) => path.relative(data, name))).toEqual([
      'programme.yaml',
      'texts/foreword.de.md',
      'design.yaml',
    ]);
    const again = await importSheet({ data, file });
    expect(again.comparison.changes).toEqual([]);
  });

  it('Languages, the address and texts for parts that have none yet can be added by an import or by a proposal', async () => {
    const folder = scratchFolder();
    const from = path.join(folder, 'list.csv');
    writeFileSync(from, 'Title,Date\nFair,9 May 2030\nWalk,3 May 2030\n');
    const [data, other] = [path.join(folder, 'data'), path.join(folder, 'other')];
    await init({ dir: data, from });
    cpSync(data, other, { recursive: true });
    const file = path.join(folder, 'office.xlsx');
    await exportSheet({ data, file, settings: true });
    const inSheet = (sheet: string, row: string, column: string, words: string): CellEdit => ({
      sheet,
      row,
      column,
      words,
    });
    await editCells(file, [
      inSheet('Programme', 'languages', 'programme.text', 'en, de'),
      inSheet('Programme', 'address', 'programme.text', 'https://example.org/fair/'),
      inSheet('Texts', 'foreword.1', 'texts.text', 'Dear neighbours'),
      inSheet('Texts', 'practical-information.1', 'texts.text', 'Admission is free.'),
    ]);
    await importSheet({ data, file, write: true });
    const { config, texts = [] } = await readProgramme(data, 'draft');
    expect(config).toMatchObject({ languages: ['en', 'de'], address: 'https://example.org/fair/' });
    expect(config.parts).toEqual([
      ...['cover', 'foreword', 'introduction', 'contents', 'whats-new', 'themes'],
      ...['practical-information', 'indexes'],
    ]);
    expect(texts.map(({ part, lang, source }) => [part, lang, source])).toEqual([
      ['foreword', 'en', 'Dear neighbours\n'],
      ['practical-information', 'en', 'Admission is free.\n'],
    ]);
    const { name } = await propose({ data: other, source: file, write: true });
    await review({ data: other, name, acceptAll: true, by: 'A. Editor' });
    expect((await readProgramme(other, 'draft')).config).toEqual(config);
    expect((await readProgramme(other, 'draft')).texts).toEqual(texts);
  });

  it('Replacing a placeholder text counts as one change, not as two', async () => {
    const { folder, data, file } = await office();
    const config = path.join(data, 'programme.yaml');
    writeFileSync(config, `${readFileSync(config, 'utf8')}placeholders: [author]\n`);
    await exportSheet({ data, file, settings: true });
    await editCells(file, [programme('author', 'Kulturamt')]);
    const { stdout } = await runInProcess(['import', file, '--data', data], { cwd: folder });
    expect(stdout).toContain('1 change (');
    expect(stdout).not.toContain('placeholders');
  });

  it('Importing settings preserves the comments and other keys of the design file', async () => {
    const { data, file } = await office();
    const design_ = path.join(data, 'design.yaml');
    const before = readFileSync(design_, 'utf8');
    const commented = `# Unser Haus\n${before.replace('paper: A4\n', 'paper: A4 # immer\n')}`;
    writeFileSync(design_, commented);
    await exportSheet({ data, file, settings: true });
    await editCells(file, [design('paper', 'A5'), design('color.secondary', '#404040')]);
    await importSheet({ data, file, write: true });
    expect(readFileSync(design_, 'utf8')).toBe(
      commented
        .replace('paper: A4 # immer', 'paper: A5 # immer')
        .replace('leaf: "#3f7d4e" } }', 'leaf: "#3f7d4e" }, secondary: "#404040" }'),
    );
  });

  it('The paragraph in a new row is inserted after that of the row above, and the paragraph of an emptied cell is removed', async () => {
    const { data, file } = await office();
    const source = path.join(data, 'texts/practical-information.de.md');
    const before = readFileSync(source, 'utf8');
    await editCells(file, [text('foreword.2', ''), text('neu', 'Noch ein Satz.')]);
    await importSheet({ data, file, write: true });
    expect(readFileSync(path.join(data, 'texts/foreword.de.md'), 'utf8')).not.toContain('Liebe Gäste');
    expect(readFileSync(source, 'utf8')).toBe(before);
    expect(readFileSync(path.join(data, 'texts/back-cover.de.md'), 'utf8')).toMatch(/\n\nNoch ein Satz\.\n$/);
  });

  it('Changed settings in a proposal can be accepted one at a time', async () => {
    const { data, file } = await office();
    await editCells(file, [
      programme('title', 'Uferfest'),
      design('color.primary', '#7a1020'),
      design('paper', 'A5'),
    ]);
    const { changes, unplaced, name } = await propose({ data, source: file, write: true });
    expect(changes.map(({ field: own, base, theirs }) => [own, base, theirs])).toEqual([
      ['design.paper', '"A4"', '"A5"'],
      ['design.color.primary', '"#0d5c6b"', '"#7a1020"'],
      ['title', 'Musterstädter Flusstage', 'Uferfest'],
    ]);
    expect(unplaced).toEqual([]);
    const accept = changes.filter(({ field: own }) => own !== 'design.paper').map(({ id }) => id);
    await review({ data, name, accept, by: 'A. Editor' });
    expect(readFileSync(path.join(data, 'design.yaml'), 'utf8')).toMatch(/^paper: A4\n.*primary: "#7a1020"/s);
    expect(readFileSync(path.join(data, 'programme.yaml'), 'utf8')).toContain('\ntitle: Uferfest\n');
  });

  it('A setting that was also changed in the draft keeps the value of the draft, and its cell is reported', async () => {
    const { data, file } = await office();
    editFile(path.join(data, 'design.yaml'), '#0d5c6b', '#102030');
    const [cell] = await editCells(file, [design('color.primary', '#7a1020'), design('paper', 'A5')]);
    const { conflicts, comparison } = await importSheet({ data, file, write: true });
    expect(conflicts.map(({ at, message }) => [at?.cell, message])).toEqual([
      [cell, expect.stringContaining('#7a1020')],
    ]);
    expect(comparison.changes.map(({ field: own }) => own)).toEqual(['design.paper']);
    expect(readFileSync(path.join(data, 'design.yaml'), 'utf8')).toContain('#102030');
  });

  it.each<[CellEdit, string]>([
    [design('logo.path', '../logo.png'), '"../logo.png" is not the name of a picture file'],
    [design('logo.path', 'https://example.org/a.png'), 'is not the name of a picture file'],
    [design('logo.path', 'a/b.png'), 'is not the name of a picture file'],
    [design('logo.path', 'C:\\a.png'), 'is not the name of a picture file'],
    [design('logo.path', '=A1'), 'is not the name of a picture file'],
    [design('logo.path', 'missing.png'), 'the picture "missing.png" is in none of these folders'],
    [design('color.primary', 'bordeaux'), 'bordeaux'],
    [design('paper', 'A17'), 'A17'],
    [design('orientation', 'quer'), 'portrait'],
    [design('colour', '#000000'), 'colour'],
    [programme('titel', 'Uferfest'), 'titel'],
    [text('vorwort.1', 'Hallo'), 'vorwort'],
    [field('venue', 'kind', 'ort'), 'ort'],
    [field('venue', 'internal', 'vielleicht'), 'vielleicht'],
  ])(
    'If the setting %j has a wrong value, an error states its cell, and nothing is written',
    async (edit, message) => {
      const { data, file } = await office();
      const before = filesOf(data);
      const isNew = ['colour', 'titel', 'vorwort.1'].includes(edit.row);
      const id = { ...edit, column: `${edit.column.split('.')[0]}.id`, words: edit.row };
      const cells = await editCells(file, isNew ? [{ ...id, row: edit.row }] : [edit]);
      if (isNew) await editCells(file, [edit]);
      const error = await importSheet({ data, file, write: true }).catch((reason: unknown) => reason);
      const [problem] = (error as { problems: { message: string; at?: { cell?: string } }[] }).problems;
      expect(problem?.message).toContain(message);
      expect([problem?.at?.cell, problem?.at?.cell?.replace(/B(?=\d+$)/, 'A')]).toContain(cells[0]);
      expect(filesOf(data)).toEqual(before);
    },
  );

  it('A logo in the folder of the workbook is copied into the dataset', async () => {
    const { folder, data, file } = await office();
    cpSync(path.join(data, 'pictures/stadt.png'), path.join(folder, 'neu.png'));
    await editCells(file, [design('logo.path', 'neu.png')]);
    const shown = await importSheet({ data, file });
    expect(readdirSync(path.join(data, 'pictures'))).not.toContain('neu.png');
    expect(shown.files.map((name) => path.relative(data, name))).toEqual(['design.yaml', 'pictures/neu.png']);
    await importSheet({ data, file, write: true });
    expect(readFileSync(path.join(data, 'design.yaml'), 'utf8')).toContain('path: pictures/neu.png');
  });

  it('A picture file is rejected if it is not a picture or would replace a different picture of the dataset', async () => {
    const { folder, data, file } = await office();
    cpSync(path.join(data, 'pictures/stadt.png'), path.join(folder, 'radio.png'));
    writeFileSync(path.join(folder, 'fake.png'), 'words');
    await editCells(file, [design('logo.path', 'radio.png')]);
    await expect(importSheet({ data, file, write: true })).rejects.toThrow('differs from the one in');
    await editCells(file, [design('logo.path', 'fake.png')]);
    await expect(importSheet({ data, file, write: true })).rejects.toThrow('the file is not a picture');
  });

  it('An internal field becomes public only after the user has answered a question', async () => {
    const { folder, data, file } = await withSecret();
    await editCells(file, [field('contact', 'internal', 'nein')]);
    const before = filesOf(data);
    for (const flags of [['--write'], ['--write', '--yes'], ['--propose']]) {
      const asked = await runInProcess(['import', file, '--data', data, ...flags], { cwd: folder });
      expect(asked.code).toBe(2);
      expect(asked.stderr).toContain(`should the internal field "${SECRET}" be published? (Anna Muster)`);
    }
    expect(filesOf(data)).toEqual(before);
    const answered = (value: string): Promise<unknown> =>
      importSheet({ data, file, write: true, answers: new Map([['publish contact', value]]) });
    await answered('no');
    expect(filesOf(data)).toEqual(before);
    await answered('yes');
    expect(readFileSync(path.join(data, 'programme.yaml'), 'utf8')).toContain(
      `- { id: contact, kind: text, heading: ${SECRET} }`,
    );
  });

  it('A dataset created from the workbook has the titles and fields of the workbook, and sheets that are not imported are listed', async () => {
    const { folder, data, file } = await office('examples/patrimoine-ville-exemple');
    const dir = path.join(folder, 'new');
    const { remarks } = await init({ dir, from: file });
    expect(remarks.map(({ at }) => at?.cell)).toEqual(expect.arrayContaining(['Textes', 'Mise en page']));
    const [made, original] = [await readProgramme(dir), await readProgramme(data)];
    expect(made.config).toMatchObject({ title: original.config.title, author: original.config.author });
  });

  it.each([
    ['office.csv', 'draft'],
    ['office.docx', 'draft'],
    ['office.xlsx', '1'],
  ])('The settings cannot be exported to the file %s from the version %s', async (file, edition) => {
    const folder = scratchFolder();
    const { code, stderr } = await runInProcess(
      ['export', path.join(folder, file), edition, '--settings', '--data', path.resolve('data')],
      { cwd: folder },
    );
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('settings can be exported only from the whole draft'),
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('Sheet with the list of places', () => {
  const place = (row: string, column: string, words: string): CellEdit => ({
    sheet: 'Orte',
    row,
    column: `places.${column}`,
    words,
  });
  const listOf = (data: string): string => readFileSync(path.join(data, 'reference/places.yaml'), 'utf8');

  it('In the sheet for places, a changed row changes the data of its place, a new row adds a place, and the text of other places is unchanged', async () => {
    const { data, file } = await office();
    const list =
      '# Orte\n\n- id: saal\n  name: Saal # groß\n  coordinates: [51.05, 13.74]\n- { name: Park, town: Musterstadt }\n\n# Ende\n';
    writeFileSync(path.join(data, 'reference/places.yaml'), list);
    await exportSheet({ data, file, settings: true });
    await editCells(file, [
      place('saal', 'coordinates', '51,06; 13,75'),
      place('saal', 'aliases', 'Stadtsaal\nAula'),
      place('new', 'name', 'Zelt'),
      place('new', 'postcode', '01067'),
      place('new', 'town', 'Park'),
    ]);
    await importSheet({ data, file, write: true });
    expect(listOf(data)).toBe(
      '# Orte\n\n- id: saal\n  name: Saal # groß\n  coordinates: [51.06, 13.75]\n  aliases: [Stadtsaal, Aula]\n- { name: Park, town: Musterstadt }\n- id: zelt\n  name: Zelt\n  postcode: "01067"\n  town: Park\n\n# Ende\n',
    );
    expect((await importSheet({ data, file, write: true })).files).toEqual([]);
  });

  it('Invalid coordinates are reported with the names of their cells', async () => {
    const { data, file } = await office();
    await editCells(file, [place('museumshof', 'coordinates', '48')]);
    await expect(importSheet({ data, file })).rejects.toThrow(
      'expected latitude and longitude in degrees, such as 48.8530, 2.3499, found "48"',
    );
    await editCells(file, [place('museumshof', 'coordinates', '48.5, 2.5'), place('museumshof', 'name', '')]);
    await expect(importSheet({ data, file })).rejects.toThrow('Orte!B10: missing value');
  });

  it('The first row that is entered in the sheet for places creates the list of places', async () => {
    const { data, file } = await office();
    writeFileSync(path.join(data, 'reference/places.yaml'), '# Orte\n[]\n');
    await exportSheet({ data, file, settings: true });
    await editCells(file, [place('new', 'name', 'Museumshof'), place('new', 'address', 'Am Markt 1')]);
    await importSheet({ data, file, write: true });
    expect(listOf(data)).toBe('# Orte\n- id: museumshof\n  name: Museumshof\n  address: Am Markt 1\n');
    expect((await importSheet({ data, file, write: true })).files).toEqual([]);
  });

  it('Changes in the sheet with the list of places can be stored as a proposal and accepted', async () => {
    const { data, file } = await office();
    await editCells(file, [place('museumshof', 'address', 'Hofgasse 2')]);
    const { comparison } = await importSheet({ data, file });
    expect(comparison.changes.map(({ kind, field }) => [kind, field])).toEqual([
      ['place-changed', 'places.address.Museumshof'],
    ]);
    const { changes, name } = await propose({ data, source: file, write: true });
    expect(changes.map(({ field }) => field)).toEqual(['places.museumshof.address']);
    await review({ data, name, accept: changes.map(({ id }) => id), by: 'A. Editor' });
    expect(listOf(data)).toContain('- { name: Museumshof, town: Musterstadt, address: Hofgasse 2 }\n');
  });
});
