import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGS, LANGUAGES, type Lang } from '../../../languages/index.ts';
import { exportCorrections } from '../../../src/commands/export.ts';
import { readWorkbook } from '../../../src/commands/import-source.ts';
import { importVerdicts } from '../../../src/commands/import-verdicts.ts';
import { propose } from '../../../src/commands/propose.ts';
import { review } from '../../../src/commands/review.ts';
import { reviewDraft } from '../../../src/commands/review-draft.ts';
import { draftSubject, proposalSubject, writeReviewSheet } from '../../../src/commands/review-subject.ts';
import type { Change } from '../../../src/compare/change.ts';
import { compare } from '../../../src/compare/compare.ts';
import { LOCK_FILE } from '../../../src/edition/lock.ts';
import { regionAnswer, regionQuestion, verdictCells } from '../../../src/exchange/verdicts/cells.ts';
import { verdictsIn } from '../../../src/exchange/verdicts/read.ts';
import { readDataset } from '../../../src/read/dataset.ts';
import type { Cell, Workbook } from '../../../src/read/sheet/model.ts';
import { folderWithData, replaced, smallFile } from '../../support/dataset-folder.ts';
import { editFile, holdEdition } from '../../support/frozen.ts';
import { edited, newRow, rowOf } from '../../support/word-edits.ts';

const DATE = '2030-03-04';
const CALL = { by: 'A. Editor', date: DATE };
const PICTURE = readFileSync('test/fixtures/pictures/grey.jpg');

/** programme.yaml of the small dataset with another main language, a part and more fields. */
function programmeIn(lang: Lang): string {
  const other = lang === 'fr' ? 'en' : 'fr';
  return smallFile('programme.yaml')
    .replace('language: en\nlanguages: [en, fr]', `language: ${lang}\nlanguages: [${lang}, ${other}]`)
    .replace('  en: Year', `  ${lang}: Year`)
    .replace('  fr: Année', `  ${other}: Année`)
    .replace(
      'fields:\n',
      'parts:\n  - cover\n  - foreword\n  - introduction\n  - contents\n  - themes\n  - indexes\nfields:\n',
    )
    .replace(
      '  - { id: date, kind: date',
      '  - { id: photo, kind: picture, heading: Photo }\n  - { id: note, kind: text, internal: true }\n  - { id: date, kind: date',
    )
    .replace('kind: description,', 'kind: description, emphasis: true,');
}

function musicIn(lang: Lang): string {
  const other = lang === 'fr' ? 'en' : 'fr';
  return smallFile('events/music.yaml')
    .replace('    en: Autumn', `    ${lang}: Autumn`)
    .replace('    fr: Concert', `    ${other}: Concert`)
    .replace('date: Quarter 3', 'date: Quarter 3\n  when: "2030-35"')
    .replace('title: Choir of the choirs', 'title: Choir of the choirs\n  note: call them')
    .replace('– in the open', '– in the *open*\n  photo: The hall (pictures/hall.jpg)');
}

/** A dataset with an edition 1 that equals its draft, without published files. */
function dataIn(lang: Lang): string {
  const data = path.join(
    folderWithData({
      'programme.yaml': programmeIn(lang),
      'events/music.yaml': musicIn(lang),
      'reference/regions.yaml': smallFile('reference/regions.yaml').replace(
        /^( *)en: (.*)$/gm,
        '$1en: $2\n$1de: $2\n$1es: $2\n$1it: $2',
      ),
      [`texts/foreword.${lang}.md`]: '# Foreword\n\nWelcome to **all**.\n\nCome and see.\n',
      'pictures/hall.jpg': PICTURE,
    }),
    'data',
  );
  holdEdition(data);
  return data;
}

/** Changes of all kinds with a value in the last edition. */
function changeWords(data: string, lang: Lang): void {
  const at = (name: string): string => path.join(data, name);
  const other = lang === 'fr' ? 'en' : 'fr';
  editFile(at('events/sport.yaml'), 'date: June', 'date: July\n  when: "2030-07"\n  status: cancelled');
  editFile(at('events/sport.yaml'), 'north: Hillton', 'north: Hilltown');
  editFile(
    at('events/music.yaml'),
    'region: Hill Region\n  bodies:\n    north: Hillton\n    south',
    'region: Low Region\n  bodies:\n    south',
  );
  editFile(at('events/music.yaml'), 'south: not-named', 'south: [BB-POR]');
  editFile(at('events/music.yaml'), 'Concert d’automne', 'Concert de l’automne');
  editFile(at('events/music.yaml'), 'when: "2030-35"', 'when: "2030-09"');
  editFile(at('events/music.yaml'), '– in the *open*', '– in the *rain*');
  editFile(at('events/music.yaml'), 'The hall (pictures/hall.jpg)', 'The house (pictures/house.jpg)');
  rmSync(at('pictures/hall.jpg'));
  writeFileSync(at('pictures/house.jpg'), PICTURE);
  const music = readFileSync(at('events/music.yaml'), 'utf8');
  writeFileSync(at('events/music.yaml'), music.slice(0, music.indexOf('- id: choir')));
  editFile(at('programme.yaml'), 'period: "2030"', 'period: "2030/2031"');
  editFile(at('programme.yaml'), 'title: "Theme: sport"', 'title: "Theme: games"');
  editFile(at('programme.yaml'), 'columns: [north, south, title, date]', 'columns: [south, title, date]');
  editFile(at('programme.yaml'), 'heading: Body in the north', 'heading: Northern body');
  editFile(at('programme.yaml'), `  ${other}: Année des petites choses`, `  ${other}: Année des choses`);
  editFile(at(`texts/foreword.${lang}.md`), 'Come and see.', 'Come, look and see.');
}

/** Changes of kinds without a value in the last edition. */
function addAndMove(data: string): void {
  const sport = path.join(data, 'events/sport.yaml');
  const added = readFileSync(sport, 'utf8')
    .replace('id: regatta', 'id: rowing')
    .replace('title: Regatta', 'title: Rowing');
  writeFileSync(sport, `${readFileSync(sport, 'utf8')}\n${added}`);
  const music = path.join(data, 'events/music.yaml');
  const events = readFileSync(music, 'utf8').trimEnd().split('\n\n');
  writeFileSync(music, `${events.toReversed().join('\n\n')}\n`);
}

/** The sheet of the changes since the last edition. */
async function ownSheet(data: string): Promise<Workbook> {
  const call = { data, date: DATE };
  const subject = draftSubject(await reviewDraft(call), call);
  const file = path.join(data, '..', 'own.xlsx');
  if (subject === undefined) throw new Error('no edition');
  await writeReviewSheet(file, subject, data);
  return readWorkbook(file, {});
}

type Filled = Partial<Record<'verdict' | 'why' | 'new' | 'change', string>>;

/** The sheet with filled cells, addressed by the text of their rows and the names of the columns. */
function filled(book: Workbook, fill: (row: Readonly<Record<string, string>>) => Filled): Workbook {
  const [sheet, ...others] = book.sheets;
  const [head, ...rows] = sheet?.rows ?? [];
  if (sheet === undefined || head === undefined) throw new Error('no sheet');
  const names = [...head.cells].map(
    ([column, { text }]) => [column, (text.split('\n').at(-1) ?? '').split(' ')[0]] as const,
  );
  const now = rows.map((row) => {
    const own = Object.fromEntries(names.map(([column, name]) => [name, row.cells.get(column)?.text ?? '']));
    const cells = new Map<number, Cell>(row.cells);
    for (const [name, text] of Object.entries(fill(own))) {
      const column = names.find(([, known]) => known === name)?.[0] ?? 0;
      if (text === '') cells.delete(column);
      else cells.set(column, { text });
    }
    return { ...row, cells };
  });
  return { ...book, sheets: [{ ...sheet, rows: [head, ...now] }, ...others] };
}

async function imported(
  data: string,
  book: Workbook,
  fill: (row: Readonly<Record<string, string>>) => Filled,
) {
  const sheet = verdictsIn(filled(book, fill), 'verdicts.xlsx');
  if (sheet === undefined) throw new Error('no sheet of verdicts');
  return importVerdicts(sheet, { data, ...CALL });
}

async function changesSince(data: string): Promise<readonly Change[]> {
  return compare(await readDataset(data, '1'), await readDataset(data)).changes;
}

const inOrder = (list: readonly string[]): string[] => [...list].sort();

describe.each(LANGS)('Review sheet with the changes since the last edition, in %s', (lang) => {
  const { accept, refuse } = LANGUAGES[lang].review.verdicts;

  test('Rejecting all changes restores the last edition, including its internal fields and pictures', async () => {
    const data = dataIn(lang);
    changeWords(data, lang);
    const before = await changesSince(data);
    const kinds = new Set(before.map(({ kind }) => kind));
    expect(inOrder([...kinds])).toEqual([
      'body-changed',
      'date-changed',
      'description-reworded',
      'event-removed',
      'heading-changed',
      'part-changed',
      'period-changed',
      'picture-changed',
      'programme-title-changed',
      'region-changed',
      'status-changed',
      'theme-columns-changed',
      'theme-renamed',
      'title-reworded',
    ]);
    const { refused, problems, open, files } = await imported(data, await ownSheet(data), () => ({
      verdict: refuse,
      why: 'no',
    }));
    expect([problems, open, refused.length]).toEqual([[], 0, before.length]);
    const [last, now] = [await readDataset(data, '1'), await readDataset(data)];
    expect(compare(last, now)).toMatchObject({ changes: [], untracked: [] });
    expect(now.themes.map(({ events }) => events)).toEqual(last.themes.map(({ events }) => events));
    expect(files.map((file) => path.basename(file))).toContain('hall.jpg');
    const { verdicts } = await reviewDraft({ data, date: DATE });
    expect(new Set([...verdicts.values()].map(({ verdict, note }) => `${verdict} ${note}`))).toEqual(
      new Set(['refused no']),
    );
  });

  test('Each change in the sheet can be rejected, accepted, edited or left open', async () => {
    const data = dataIn(lang);
    changeWords(data, lang);
    addAndMove(data);
    const book = await ownSheet(data);
    const open = (await changesSince(data)).length;
    const fills: Record<string, Filled> = {
      Hilltown: { verdict: refuse },
      'Low Region': { verdict: accept.toUpperCase(), why: 'They called.' },
      'Concert de l’automne': { new: 'Concert\nd’octobre' },
      'Northern body': { verdict: accept, new: 'Body of the north' },
    };
    const result = await imported(data, book, ({ new: now = '' }) => fills[now] ?? {});
    expect([result.problems, result.remarks]).toEqual([[], []]);
    expect(
      [result.accepted, result.refused, result.edited].map((list) => list.map(({ words }) => words)),
    ).toEqual([['Low Region'], ['Hillton'], ['Body of the north', 'Concert\nd’octobre']]);
    expect(result.open).toBe(open - 4);
    const changes = (await reviewDraft({ data, date: DATE })).comparison?.changes ?? [];
    const approved = changes.filter(({ approval }) => approval !== undefined);
    expect(inOrder(approved.map(({ words, approval }) => `${words.new} ${approval?.note ?? ''}`))).toEqual([
      'Body of the north ',
      'Concert\nd’octobre ',
      'Low Region They called.',
    ]);
    // Importing the same sheet again changes nothing and reports that the changes were already decided.
    const again = await imported(data, book, ({ new: now = '' }) => fills[now] ?? {});
    expect([again.accepted, again.refused, again.edited, again.problems, again.files]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(again.open).toBe(open - 4);
  });
});

test('The addition or move of an event cannot be rejected', async () => {
  const data = dataIn('de');
  addAndMove(data);
  const found = await reviewDraft({ data, date: DATE });
  const changes = found.comparison?.changes ?? [];
  expect(changes.map((change) => [change.kind, found.canRefuse(change)])).toEqual([
    ['event-moved', false],
    ['event-moved', false],
    ['event-added', false],
  ]);
  const { refused, problems, open, files } = await imported(data, await ownSheet(data), () => ({
    verdict: 'ablehnen',
  }));
  expect([refused, problems.length, open, files]).toEqual([[], 3, 3, []]);
});

test('If the draft has been edited since the export, a verdict on an outdated change is reported with all its cells', async () => {
  const data = dataIn('de');
  changeWords(data, 'de');
  const book = await ownSheet(data);
  editFile(
    path.join(data, 'events/sport.yaml'),
    'date: July\n  when: "2030-07"',
    'date: August\n  when: "2030-08"',
  );
  const { refused, problems, files } = await imported(data, book, ({ new: now = '' }) =>
    now.startsWith('July') ? { verdict: 'ablehnen', why: 'Too early.' } : {},
  );
  expect([refused, files]).toEqual([[], []]);
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/Regatta.* because the draft was edited .*refuse \(Too early\.\)$/),
  ]);
  expect(readFileSync(path.join(data, 'events/sport.yaml'), 'utf8')).toContain('date: August');
});

test('If a date is edited, its EDTF date is derived from the new words or read from the text next to them', async () => {
  const data = dataIn('en');
  changeWords(data, 'en');
  const book = await ownSheet(data);
  const { edited } = await imported(data, book, ({ new: now = '' }) =>
    now.startsWith('July') ? { new: now.replace('July', '3 August') } : {},
  );
  expect(edited).toHaveLength(1);
  const sport = path.join(data, 'events/sport.yaml');
  expect(readFileSync(sport, 'utf8')).toContain('date: 3 August\n  when: "2030-08-03"\n');
  const again = await imported(data, await ownSheet(data), ({ new: now = '' }) =>
    now.startsWith('3 August') ? { new: now.replace('2030-08-03', '2030-08') } : {},
  );
  expect(again.problems).toEqual([]);
  expect(readFileSync(sport, 'utf8')).toContain('date: 3 August\n  when: "2030-08"\n');
});

test('The text of an added event can be edited one field at a time', async () => {
  const data = dataIn('en');
  addAndMove(data);
  const { edited, problems } = await imported(data, await ownSheet(data), ({ new: now = '' }) =>
    now.includes('Rowing') ? { new: now.replace('Rowing', 'Rowing race').replace('Portville', 'Port') } : {},
  );
  expect([problems, edited.map(({ words }) => words)]).toEqual([[], ['Rowing race']]);
  const { themes } = await readDataset(data);
  expect(themes[1]?.events[1]).toMatchObject({
    id: 'rowing',
    title: 'Rowing race',
    bodies: { north: 'Hillton', south: 'Port' },
  });
});

test('Regions can be entered as codes, or as full or shortened names, and entering the current regions does not count as an edit', async () => {
  const data = dataIn('en');
  changeWords(data, 'en');
  const book = await ownSheet(data);
  const withRegions = (words: string) =>
    imported(data, book, ({ new: now = '' }) => (now === 'Port Region (BB-POR)' ? { new: words } : {}));
  for (const same of ['Port Region', 'BB-POR', 'Port Region(BB-POR)'])
    expect(await withRegions(same)).toMatchObject({ edited: [], files: [] });
  expect((await withRegions('Port Region, Atlantis')).problems).toHaveLength(1);
  const { edited } = await withRegions('national-body');
  expect(edited.map(({ words }) => words)).toEqual(['national-body']);
  expect(readFileSync(path.join(data, 'events/music.yaml'), 'utf8')).toContain('south: national-body');
});

test('Cells that cannot be imported are reported with their text, and all other cells are imported', async () => {
  const data = dataIn('en');
  changeWords(data, 'en');
  const fills: Record<string, Filled> = {
    Hilltown: { verdict: 'refuse', new: 'Hillville' },
    'Low Region': { verdict: 'accept', new: '' },
    'Northern body': { new: 'Body, northern' },
    Cancelled: { new: 'perhaps' },
    cancelled: { new: 'perhaps' },
  };
  const { problems, edited } = await imported(data, await ownSheet(data), ({ new: now = '', old = '' }) =>
    old.includes('Choir') ? { new: 'Choir of all choirs' } : (fills[now] ?? {}),
  );
  expect(edited.map(({ words }) => words)).toEqual(['Body, northern']);
  expect(inOrder(problems.map(({ message }) => message.replace(/^.*?: /, '')))).toEqual([
    expect.stringMatching(/^the change is refused, but its text was edited: "Hillville"$/),
    expect.stringMatching(/^the edited text "" cannot be used: the cell is empty$/),
    expect.stringMatching(
      /^the edited text "Choir of all choirs" cannot be used: the change proposes no text$/,
    ),
    expect.stringMatching(/^the edited text "perhaps" cannot be used: "perhaps" is not a valid value$/),
  ]);
});

test('Edited words of a foreword are changed in its Markdown, except in a paragraph that contains bold words', async () => {
  const data = dataIn('en');
  changeWords(data, 'en');
  const book = await ownSheet(data);
  const bold = await imported(data, book, ({ new: now = '' }) =>
    now.includes('Come, look') ? { new: now.replace('all', 'everybody') } : {},
  );
  expect(bold.problems.map(({ message }) => message)).toEqual([expect.stringContaining('bold words')]);
  const plain = await imported(data, book, ({ new: now = '' }) =>
    now.includes('Come, look') ? { new: now.replace('Come, look', 'Look') } : {},
  );
  expect([plain.problems, plain.edited.length]).toEqual([[], 1]);
  expect(readFileSync(path.join(data, 'texts/foreword.en.md'), 'utf8')).toBe(
    '# Foreword\n\nWelcome to **all**.\n\nLook and see.\n',
  );
});

test('If a change is in two rows, it is decided only if their verdicts agree', async () => {
  const data = dataIn('en');
  changeWords(data, 'en');
  const book = await ownSheet(data);
  const change = (await changesSince(data)).find(({ words }) => words.new === 'Hilltown')?.fingerprint ?? '';
  const [sheet] = book.sheets;
  const own = sheet?.rows.find(({ cells }) => cells.get(1)?.text === change);
  if (sheet === undefined || own === undefined) throw new Error('no row');
  const doubled: Workbook = {
    ...book,
    sheets: [{ ...sheet, rows: [...sheet.rows, { ...own, number: 99 }] }],
  };
  const verdicts = ['refuse', 'accept'];
  const differ = await imported(data, doubled, ({ change: id }) =>
    id === change ? { verdict: verdicts.shift() ?? '' } : {},
  );
  expect([differ.refused, differ.accepted, differ.problems.length]).toEqual([[], [], 1]);
  const agree = await imported(data, doubled, ({ change: id }) =>
    id === change ? { verdict: 'refuse' } : {},
  );
  expect([agree.refused.length, agree.problems]).toEqual([1, []]);
});

test('Rejecting a proposed change that was accepted undoes it, and edited words are applied', async () => {
  const data = dataIn('en');
  const copy = path.join(data, '..', 'copy');
  cpSync(data, copy, { recursive: true });
  changeWords(copy, 'en');
  addAndMove(copy);
  const { changes } = await propose({ data, source: copy, date: DATE, write: true });
  const body = changes.find(({ theirs }) => theirs === 'Hilltown')?.id ?? '';
  await review({ data, name: 'copy', accept: [body], ...CALL });
  const call = { data, date: DATE };
  const reviewed = await review({ ...call, name: 'copy' });
  const { proposal } = reviewed;
  const file = path.join(data, '..', 'copy.xlsx');
  await writeReviewSheet(file, proposalSubject(reviewed, call), data);
  const book = await readWorkbook(file, {});
  const result = await imported(data, book, ({ change, new: now = '' }) => {
    if (change === body) return { verdict: 'refuse', why: 'It is Hillton.' };
    if (now.includes('Rowing')) return { verdict: 'accept', new: now.replace('Rowing', 'Rowing race') };
    return now.startsWith('July') ? { new: now.replace('July', 'August') } : {};
  });
  expect(result.problems).toEqual([]);
  expect([result.refused, result.edited].map((list) => list.map(({ words }) => words))).toEqual([
    ['Hillton'],
    ['August', 'Rowing race'],
  ]);
  expect(result.open).toBe(proposal.changes.length - 3);
  const sport = readFileSync(path.join(data, 'events/sport.yaml'), 'utf8');
  expect(sport).toContain('title: Rowing race');
  expect(sport).toContain('date: August\n  when: "2030-08"');
  const ids = result.edited.map(({ id }) => id);
  await review({ data, name: 'copy', reopen: ids, ...CALL });
  expect(readFileSync(path.join(data, 'events/sport.yaml'), 'utf8')).toBe(smallFile('events/sport.yaml'));
});

test('If an event was added in Word, its unknown regions can be entered in a sheet or on the command line', async () => {
  const data = path.join(folderWithData(), 'data');
  const source = path.join(data, '../back.docx');
  await exportCorrections({ data, edition: 'draft', file: source });
  const row = newRow(['', '', 'Hillton', '–', 'Winter ball', '', 'December']);
  const bytes = edited(new Uint8Array(readFileSync(source)), (document) => {
    const { end } = rowOf(document, 'choir');
    return document.slice(0, end) + row + document.slice(end);
  });
  writeFileSync(source, bytes);
  await propose({ data, source, date: DATE, write: true });
  const call = { data, date: DATE };
  const reviewed = await review({ ...call, name: 'back' });
  const { draft, comparison } = reviewed;
  const [cells] = verdictCells(comparison, 'en');
  if (cells === undefined) throw new Error('no change');
  expect(regionQuestion(cells)).toBe('Regions: North: To be determined | Regions: South: To be determined');
  const regionsIn = (line: string) => {
    const edit = regionAnswer(line, cells, { comparison, draft, lang: 'en' });
    if (edit === undefined || 'why' in edit) return edit;
    return edit.fields
      ?.filter(({ field }) => field.startsWith('regions.'))
      .map(({ field, words }) => [field, words]);
  };
  expect(regionsIn('Regions: North: Hill Region | Regions: South: To be determined')).toEqual([
    ['regions.north', 'AA-HIL'],
    ['regions.south', 'to-be-determined'],
  ]);
  expect(regionsIn('Regions: North: Atlantis')).toMatchObject({
    why: { code: 'edit-not-understood', parameters: { words: 'Atlantis' } },
  });
  expect(regionsIn('Hill Region')).toMatchObject({ why: { code: 'edit-without-field' } });
  expect(regionsIn(regionQuestion(cells) ?? '')).toBeUndefined();
  const file = path.join(data, '../verdicts.xlsx');
  await writeReviewSheet(file, proposalSubject(reviewed, call), data);
  const result = await imported(data, await readWorkbook(file, {}), ({ new: now = '' }) => ({
    verdict: 'accept',
    new: now.replace('North: To be determined', 'North: AA-HIL'),
  }));
  expect(result.problems).toEqual([]);
  const { themes } = await readDataset(data);
  expect(themes[0]?.events.at(-1)).toMatchObject({
    id: 'winter-ball',
    regions: { north: ['AA-HIL'], south: 'to-be-determined' },
  });
});

test('A review sheet with the changes since an edition other than the last one is rejected', async () => {
  const data = dataIn('en');
  changeWords(data, 'en');
  const sheet = verdictsIn(await ownSheet(data), 'verdicts.xlsx');
  cpSync(path.join(data, 'editions/1'), path.join(data, 'editions/2'), { recursive: true });
  const lock = path.join(data, 'editions/2', LOCK_FILE);
  writeFileSync(lock, replaced(readFileSync(lock, 'utf8'), '"edition": "1"', '"edition": "2"'));
  if (sheet === undefined) throw new Error('no sheet');
  await expect(importVerdicts(sheet, { data, ...CALL })).rejects.toThrow(
    'lists the changes since edition 1, but the last edition is 2',
  );
});

test('A second column of change ids in a review sheet is reported', () => {
  const row = (number: number, ...texts: string[]) => ({
    number,
    cells: new Map(texts.map((text, index): [number, Cell] => [index + 1, { text }])),
  });
  const rows = [
    row(1, 'change spring', 'verdict', 'change summer'),
    row(2, '0123456789ab', '', 'ba9876543210'),
  ];
  const read = verdictsIn({ sheets: [{ name: 'Changes', rows, merges: [] }], notes: [] }, 'v.xlsx');
  expect(read?.subject).toBe('spring');
  expect(read?.remarks.map(({ code, at }) => [code, at?.cell])).toContainEqual([
    'verdict-ids-twice',
    'Changes!C1',
  ]);
});
