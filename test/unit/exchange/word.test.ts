import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../../src/commands/build.ts';
import { exportCorrections } from '../../../src/commands/export.ts';
import { propose } from '../../../src/commands/propose.ts';
import { review } from '../../../src/commands/review.ts';
import { normalWords } from '../../../src/compare/fields.ts';
import { UserError } from '../../../src/errors.ts';
import { messageOf } from '../../../src/exchange/messages.ts';
import { folderWithData, replaced, smallFile } from '../../support/dataset-folder.ts';
import { editFile, FIT, freezeDraft } from '../../support/frozen.ts';
import { broughtBy } from '../../support/incoming.ts';
import { runs } from '../../support/property-runs.ts';
import {
  deletedRow,
  editCell,
  edited,
  newRow,
  rowOf,
  settledXml,
  tracked,
  untracked,
  withPart,
} from '../../support/word-edits.ts';

const SMALL = path.resolve('test/fixtures/small-dataset');
let sent: Uint8Array;

/** The bytes that an export of a dataset writes. */
async function exported(
  data: string,
  folder: string,
  options: { lang?: 'fr' | 'ru'; region?: string } = {},
): Promise<Uint8Array> {
  const file = path.join(folder, 'corrections.docx');
  const extract = options.region === undefined ? {} : { extract: { by: 'region', value: options.region } };
  await exportCorrections({ data, file, ...extract, lang: options.lang });
  return new Uint8Array(readFileSync(file));
}

beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'programme-test-'));
  sent = await exported(SMALL, folder);
  rmSync(folder, { recursive: true });
});

/** The changes that a file with these bytes proposes for a dataset. */
async function found(bytes: Uint8Array, data = SMALL) {
  const folder = mkdtempSync(path.join(tmpdir(), 'programme-test-'));
  try {
    const file = path.join(folder, 'back.docx');
    writeFileSync(file, bytes);
    return await broughtBy(data, file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const short = (changes: readonly Awaited<ReturnType<typeof found>>['changes'][number][]) =>
  changes.map(({ kind, of, field, base, theirs }) => [kind, of, field, base, theirs]);

describe('Word file that is exported for corrections', () => {
  test('Importing an unchanged Word file results in no proposed changes', async () => {
    const { changes, unplaced, comments, byHand, notes } = await found(sent);
    expect({ changes, unplaced, comments, byHand, notes }).toEqual({
      changes: [],
      unplaced: [],
      comments: [],
      byHand: [],
      notes: [],
    });
  });

  test('A Word file for corrections contains no internal data, and Word tracks the changes made in it', async () => {
    const folder = folderWithData({
      'programme.yaml': replaced(
        smallFile('programme.yaml'),
        '  - { id: category, kind: category }\n',
        '  - { id: category, kind: category }\n  - { id: contact, kind: text, heading: Keptname, internal: true }\n',
      ),
      'events/sport.yaml': `${smallFile('events/sport.yaml')}  contact: Keptwords\n`,
    });
    const files = unzipSync(await exported(path.join(folder, 'data'), folder));
    const texts = Object.values(files).map((bytes) => Buffer.from(bytes).toString('utf8'));
    expect(texts.filter((text) => /Keptname|Keptwords|contact/.test(text))).toEqual([]);
    expect(Buffer.from(files['word/settings.xml'] ?? []).toString()).toContain('<w:trackRevisions/>');
  });

  test('Tracked and untracked edits are assigned to their fields, with author and date', async () => {
    const bytes = edited(sent, (document) => {
      const one = editCell(document, 'spring-concert', 'title', tracked('Spring & summer\nin two halls'));
      const two = editCell(one, 'regatta', 'date', tracked('1 July 2030'));
      return editCell(two, 'choir', 'bodies.south', untracked('Portville and Quay'));
    });
    const { changes, unplaced } = await found(bytes);
    expect(unplaced).toEqual([]);
    expect(short(changes)).toEqual([
      ['title-reworded', 'spring-concert', 'title', 'Spring concert', 'Spring & summer\nin two halls'],
      ['body-changed', 'choir', 'bodies.south', 'Portville', 'Portville and Quay'],
      ['date-changed', 'regatta', 'date', 'June', '1 July 2030'],
    ]);
    expect(changes.map(({ by, date, untracked: silent, when }) => [by, date, silent, when])).toEqual([
      ['Ada', '2030-02-03', undefined, undefined],
      [undefined, undefined, true, undefined],
      ['Ada', '2030-02-03', undefined, { theirs: '2030-07-01' }],
    ]);
  });

  test('Filling an empty cell and emptying a filled cell are read as changes', async () => {
    const bytes = edited(sent, (document) =>
      editCell(
        editCell(document, 'choir', 'date', tracked('May')),
        'spring-concert',
        'description',
        untracked(''),
      ),
    );
    expect(short((await found(bytes)).changes)).toEqual([
      [
        'description-reworded',
        'spring-concert',
        'description',
        'Concert of both orchestras – in the open',
        undefined,
      ],
      ['date-changed', 'choir', 'date', undefined, 'May'],
    ]);
  });

  test('Removing, adding and moving a row are read as changes', async () => {
    const bytes = edited(sent, (document) => {
      const { start, end } = rowOf(document, 'spring-concert');
      const row = document.slice(start, end);
      const without = document.slice(0, start) + document.slice(end);
      const last = rowOf(without, 'choir');
      const moved =
        without.slice(0, last.start) +
        deletedRow(without.slice(last.start, last.end)) +
        row +
        newRow(['', 'Hill Region', 'Hillton', '–', 'Winter ball', '', 'December']) +
        without.slice(last.end);
      return moved;
    });
    const { changes, unplaced } = await found(bytes);
    expect(unplaced).toEqual([]);
    expect(changes.map(({ kind, of, spot }) => [kind, of, spot])).toEqual([
      ['event-moved', 'spring-concert', { theme: 'music', after: 'autumn-concert' }],
      ['event-added', 'winter-ball', { theme: 'music', after: 'spring-concert' }],
      ['event-removed', 'choir', undefined],
    ]);
    const added = changes.find(({ kind }) => kind === 'event-added');
    expect(added?.fields?.map(({ field, words }) => [field, words])).toEqual([
      ['region', 'Hill Region'],
      ['bodies.north', 'Hillton'],
      ['regions.north', 'to-be-determined'],
      ['regions.south', 'to-be-determined'],
      ['title', 'Winter ball'],
      ['date', 'December'],
      ['when', '2030-12'],
    ]);
  });

  test('A row that was moved by cut and paste with tracked changes, and lost its bookmarks, retains its unprinted fields', async () => {
    const bytes = edited(sent, (document) => {
      const { start, end } = rowOf(document, 'spring-concert');
      const row = document.slice(start, end);
      const cells = [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
        [...cell.matchAll(/<w:t [^>]*>(.*?)<\/w:t>/g)].map(([, words]) => words).join(''),
      );
      const last = rowOf(document, 'choir');
      return (
        document.slice(0, start) +
        deletedRow(row) +
        document.slice(end, last.end) +
        newRow(cells.map((words, index) => (index === 0 ? '' : words))) +
        document.slice(last.end)
      );
    });
    expect(short((await found(bytes)).changes)).toEqual([
      ['event-moved', 'spring-concert', undefined, undefined, undefined],
    ]);
  });

  test('Without bookmarks and without the export record, events are identified by numbers, headings and titles', async () => {
    const bytes = edited(
      sent,
      (document) => {
        const changed = editCell(document, 'regatta', 'title', tracked('Grand regatta'));
        const other = editCell(changed, 'autumn-concert', 'date', tracked('Quarter 4'));
        return other.replace(/<w:bookmark(?:Start|End)[^>]*>/g, '');
      },
      { 'customXml/item1.xml': null },
    );
    const { changes, notes } = await found(bytes);
    expect(short(changes)).toEqual([
      ['date-changed', 'autumn-concert', 'date', 'Quarter 3', 'Quarter 4'],
      ['title-reworded', 'regatta', 'title', 'Regatta', 'Grand regatta'],
    ]);
    expect(notes).toHaveLength(1);
  });

  test.each(['de', 'ru'] as const)(
    'Importing a Word file in %s that was built from a programme without translations results in no changes and no unplaced text',
    async (lang) => {
      const data = path.join(folderWithData(), 'data');
      const out = path.join(data, '../printed');
      await build({ edition: 'draft', data, formats: ['docx'], langs: [lang], out });
      const [file = ''] = readdirSync(out);
      const { changes, unplaced } = await broughtBy(data, path.join(out, file));
      expect([changes, unplaced]).toEqual([[], []]);
    },
  );

  test('If a file was exported from an older edition, has no metadata and has reordered rows, only real edits are proposed', async () => {
    const data = path.join(folderWithData(FIT), 'data');
    await freezeDraft(data, '1');
    const file = path.join(data, '../old.docx');
    await exportCorrections({ data, edition: '1', file });
    // Since the edition, words in the draft and the numbers of its events have changed.
    editFile(path.join(data, 'events/sport.yaml'), 'title: Regatta', 'title: Regatta of the four');
    const music = path.join(data, 'events/music.yaml');
    const [head = '', ...events] = readFileSync(music, 'utf8').split(/^(?=- id:)/m);
    writeFileSync(music, [head, ...events.reverse().map((event) => `${event.trimEnd()}\n\n`)].join(''));
    const bytes = edited(
      new Uint8Array(readFileSync(file)),
      (document) => {
        const changed = editCell(document, 'autumn-concert', 'date', untracked('Quarter 4'));
        const { start, end } = rowOf(changed, 'choir');
        const first = rowOf(changed, 'spring-concert').start;
        const moved =
          changed.slice(0, first) +
          changed.slice(start, end) +
          changed.slice(first, start) +
          changed.slice(end);
        return moved.replace(/<w:bookmark(?:Start|End)[^>]*>/g, '');
      },
      { 'customXml/item1.xml': null, 'docProps/custom.xml': null },
    );
    const { changes, unplaced, from } = await found(bytes, data);
    expect(from.message).toBe('edition 1');
    expect(short(changes)).toEqual([
      ['event-moved', 'choir', undefined, undefined, undefined],
      ['date-changed', 'autumn-concert', 'date', 'Quarter 3', 'Quarter 4'],
    ]);
    expect(unplaced).toEqual([]);
  });

  test('Edited programme texts that contain bold passages are imported, and unplaced text is listed in full', async () => {
    const bytes = edited(sent, (document) =>
      replaced(
        replaced(document, 'This is its programme.', 'This is its whole programme.'),
        '</w:body>',
        '<w:p><w:r><w:t>Please call me: 555.</w:t></w:r></w:p></w:body>',
      ),
    );
    const { changes, unplaced } = await found(bytes);
    expect(short(changes)).toEqual([
      [
        'introduction-changed',
        undefined,
        'introduction',
        'The **Year of small things** has four events.\nThis is its programme.',
        'The **Year of small things** has four events.\nThis is its whole programme.',
      ],
    ]);
    expect(unplaced.map(({ words }) => words)).toEqual(['Please call me: 555.']);
  });
});

describe('Random edits', () => {
  const CELLS: readonly [string, string][] = [
    ['spring-concert', 'title'],
    ['spring-concert', 'description'],
    ['autumn-concert', 'date'],
    ['autumn-concert', 'bodies.north'],
    ['choir', 'title'],
    ['regatta', 'bodies.south'],
  ];
  const words = fc
    .array(fc.constantFrom('Hill', 'концерт', 'l’été', '“x”', '–', '2030', 'a&b', '<i>', '\n', 'Portville'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => normalWords(`x ${parts.join(' ')}`));
  const edits = fc.uniqueArray(
    fc.record({ cell: fc.constantFrom(...CELLS), words, isTracked: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 4,
      selector: ({ cell }) => cell.join(' '),
    },
  );

  test('Each edit is read as a change to its field, even after tracked edits have been accepted; if all tracked edits are rejected, there are no changes', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        const write = (document: string): string =>
          list.reduce(
            (text, { cell: [event, field], words: now, isTracked }) =>
              editCell(text, event, field, isTracked ? tracked(now) : untracked(now)),
            document,
          );
        const wished = list.map(({ cell, words: now }) => [...cell, now].join('|')).sort();
        const places = (changes: Awaited<ReturnType<typeof found>>['changes']): string[] =>
          changes.map(({ of, field, theirs }) => [of, field, theirs].join('|')).sort();
        const back = edited(sent, write);
        expect(places((await found(back)).changes)).toEqual(wished);
        const accepted = edited(back, (document) => settledXml(document, 'ins'));
        expect(places((await found(accepted)).changes)).toEqual(wished);
        if (list.some(({ isTracked }) => !isTracked)) return;
        const rejected = edited(back, (document) => settledXml(document, 'del'));
        expect((await found(rejected)).changes).toEqual([]);
      }),
      { numRuns: runs(12) },
    );
  });
});

test('Text in page headers and words that were struck out or hidden by hand are listed', async () => {
  const files = unzipSync(sent);
  const header = strFromU8(files['word/header2.xml'] ?? new Uint8Array());
  const bytes = edited(
    sent,
    (document) =>
      editCell(document, 'regatta', 'title', (cell) =>
        cell.replace(
          '</w:p>',
          '<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space="preserve"> on the lake</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> at noon</w:t></w:r></w:p>',
        ),
      ),
    {
      'word/header2.xml': header.replace(
        '</w:hdr>',
        '<w:p><w:r><w:t>Please ring me on Monday</w:t></w:r></w:p></w:hdr>',
      ),
    },
  );
  const { changes, unplaced } = await found(bytes);
  expect(short(changes)).toEqual([
    ['title-reworded', 'regatta', 'title', 'Regatta', 'Regatta on the lake at noon'],
  ]);
  expect(unplaced).toEqual([
    { words: 'on the lake', where: messageOf('left-struck-out'), event: 'regatta', field: 'title' },
    { words: 'at noon', where: messageOf('left-hidden'), event: 'regatta', field: 'title' },
    { words: 'Please ring me on Monday', where: messageOf('left-margin') },
  ]);
});

test('A file whose parts were renamed is read through its relationships', async () => {
  const files = unzipSync(
    edited(sent, (document) => editCell(document, 'regatta', 'title', tracked('Great regatta'))),
  );
  const renamed = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name.replace('document.xml', 'document2.xml'),
      /(?:rels|Types\].xml)$/.test(name)
        ? strToU8(strFromU8(content).replaceAll('document.xml', 'document2.xml'))
        : content,
    ]),
  );
  const { changes } = await found(zipSync(renamed, { level: 0 }));
  expect(short(changes)).toEqual([['title-reworded', 'regatta', 'title', 'Regatta', 'Great regatta']]);
});

test.each([
  ['with tracked changes', tracked, {}, 0],
  // Without a record, the first file may take back the date from the second one.
  ['without a record and tracked changes', untracked, { 'customXml/item1.xml': null }, 1],
] as const)(
  'If two partners send files %s, and the first file is sent twice, there is one conflict',
  async (_, write, parts, conflicts) => {
    const folder = folderWithData();
    const data = path.join(folder, 'data');
    const one = path.join(folder, 'one.docx');
    const two = path.join(folder, 'two.docx');
    writeFileSync(
      one,
      edited(sent, (document) => editCell(document, 'regatta', 'title', write('First regatta')), parts),
    );
    writeFileSync(
      two,
      edited(
        sent,
        (document) =>
          editCell(
            editCell(document, 'regatta', 'title', write('Second regatta')),
            'choir',
            'date',
            write('May'),
          ),
        parts,
      ),
    );
    const judge = { by: 'A. Editor', date: '2030-01-02' };
    const keep = (source: string) => propose({ data, source, date: '2030-01-02', write: true });
    const first = await keep(one);
    await review({ data, name: first.name, acceptAll: true, ...judge });
    const second = await keep(two);
    expect([second.changes.length, second.conflicts.length]).toEqual([2, 1]);
    await review({ data, name: second.name, acceptAll: true, ...judge });
    expect(readFileSync(path.join(data, 'events/sport.yaml'), 'utf8')).toBe(
      replaced(smallFile('events/sport.yaml'), 'title: Regatta', 'title: First regatta'),
    );
    const again = await keep(one);
    expect([again.file, again.changes.length, again.conflicts.length]).toEqual([
      undefined,
      conflicts,
      conflicts,
    ]);
  },
);

test('If an accepted change removes the whole title, the error states what is missing', async () => {
  const folder = folderWithData();
  const data = path.join(folder, 'data');
  const source = path.join(folder, 'back.docx');
  writeFileSync(
    source,
    edited(sent, (document) => editCell(document, 'regatta', 'title', untracked(''))),
  );
  const { name } = await propose({ data, source, date: '2030-01-02', write: true });
  const judge = { by: 'A. Editor', date: '2030-01-02' };
  await expect(review({ data, name, acceptAll: true, ...judge })).rejects.toMatchObject({
    problems: [
      {
        message: 'missing value: expected a text, or a group of keys',
        hint: 'accept the change with a different text, or refuse it',
        at: { event: 'regatta', field: 'title' },
      },
    ],
  });
});

describe('Corrections by two partners', () => {
  const judge = { by: 'A. Editor', date: '2030-01-02' };
  const fill = (event: string, field: string, words: string) =>
    edited(sent, (document) => editCell(document, event, field, untracked(words)));

  /** Accepts the changes of the first file and rejects the changes of the second. */
  async function oneAfterTheOther(first: Uint8Array, second: Uint8Array) {
    const folder = folderWithData();
    const data = path.join(folder, 'data');
    const keep = (name: string, bytes: Uint8Array) => {
      const source = path.join(folder, name);
      writeFileSync(source, bytes);
      return propose({ data, source, date: '2030-01-02', write: true });
    };
    const one = await keep('one.docx', first);
    await review({ data, name: one.name, acceptAll: true, ...judge });
    return { data, second: await keep('two.docx', second) };
  }

  test('If two partners fill the same empty cell, there is a conflict only if their words differ', async () => {
    const first = fill('choir', 'date', 'May');
    const { second } = await oneAfterTheOther(first, fill('choir', 'date', 'July'));
    const [conflict = ''] = second.conflicts;
    expect([second.changes.length, second.standings.get(conflict)]).toEqual([
      1,
      { state: 'conflict', ours: 'May' },
    ]);
    const agreed = await oneAfterTheOther(first, fill('choir', 'date', 'May'));
    expect([agreed.second.changes, agreed.second.done]).toEqual([[], 1]);
  });

  /** The file with a new row in the music table: region, bodies, title, date. */
  const withRow = (...cells: string[]) =>
    edited(sent, (document) => {
      const { end } = rowOf(document, 'choir');
      return document.slice(0, end) + newRow(['', ...cells]) + document.slice(end);
    });
  const BALL = ['Hill Region', 'Hillton', '–', 'Winter ball', '', 'December'];

  test('If both partners add the same event, it is added once, and its differing fields are proposed as separate changes', async () => {
    const { second, data } = await oneAfterTheOther(
      withRow(...BALL),
      withRow('Hill Region', 'Hillton', '–', 'Winter  Ball', 'With a band', 'December'),
    );
    expect(second.notes.map(({ message }) => message)).toEqual([
      'the new row "Winter  Ball" is already in the draft, as winter-ball',
    ]);
    expect(short(second.changes)).toEqual([
      ['description-reworded', 'winter-ball', 'description', undefined, 'With a band'],
    ]);
    expect(second.conflicts).toEqual([]);
    await review({ data, name: second.name, acceptAll: true, ...judge });
    const music = readFileSync(path.join(data, 'events/music.yaml'), 'utf8');
    expect(music.match(/Winter ball/g)).toHaveLength(1);
    expect(music).toContain('description: With a band');
  });

  test('If both partners add the same event with different words, there is a conflict', async () => {
    const { second } = await oneAfterTheOther(
      withRow('Hill Region', 'Hillton', '–', 'Winter ball', 'Without a band', 'December'),
      withRow('Hill Region', 'Hillton', '–', 'Winter ball', 'With a band', 'December'),
    );
    expect(second.conflicts).toHaveLength(1);
    expect(short(second.changes)).toEqual([
      ['description-reworded', 'winter-ball', 'description', undefined, 'With a band'],
    ]);
  });

  test('Two added events with the same title are separate if they differ in place or day', async () => {
    for (const other of [
      ['Hill Region', 'Portville', '–', 'Winter ball', '', 'December'],
      ['Hill Region', 'Hillton', '–', 'Winter ball', '', 'November'],
    ]) {
      const { second } = await oneAfterTheOther(withRow(...BALL), withRow(...other));
      expect(short(second.changes).map(([kind, of]) => [kind, of])).toEqual([
        ['event-added', expect.stringMatching(/^winter-ball-/)],
      ]);
    }
  });

  test('If a file is saved again and sent a second time, its new event is added only once', async () => {
    const again = withRow(...BALL);
    const { second } = await oneAfterTheOther(again, zipSync(unzipSync(again), { level: 9 }));
    expect([second.changes, second.unplaced]).toEqual([[], []]);
    expect(second.notes.map(({ message }) => message)).toEqual([
      'the new row "Winter ball" is already in the draft, as winter-ball',
    ]);
  });
});

describe('Content missing from a returned file', () => {
  const stripped = (bytes: Uint8Array, edit: (document: string) => string) =>
    edited(bytes, (document) => edit(document).replace(/<w:bookmark(?:Start|End)[^>]*>/g, ''), {
      'customXml/item1.xml': null,
    });
  const withoutRow = (document: string, event: string): string => {
    const { start, end } = rowOf(document, event);
    return document.slice(0, start) + document.slice(end);
  };
  /** The document without the paragraph that contains given words. */
  const withoutParagraph = (document: string, words: string): string => {
    const at = document.indexOf(`>${words}</w:t>`);
    return (
      document.slice(0, Math.max(document.lastIndexOf('<w:p>', at), document.lastIndexOf('<w:p ', at))) +
      document.slice(document.indexOf('</w:p>', at) + '</w:p>'.length)
    );
  };
  const listedIn = async (bytes: Uint8Array) =>
    (await found(bytes)).unplaced.map(({ words, where, event }) => [words, where, event]);

  test('A missing row is proposed as a removal if the file contains the export record; otherwise it is listed', async () => {
    const edit = (document: string) => withoutRow(document, 'choir');
    expect(short((await found(edited(sent, edit))).changes)).toEqual([
      ['event-removed', 'choir', undefined, undefined, undefined],
    ]);
    const { changes, unplaced } = await found(stripped(sent, edit));
    expect(changes).toEqual([]);
    expect(unplaced).toEqual([
      {
        words: 'Choir of the choirs',
        where: messageOf('left-row-missing'),
        event: 'choir',
      },
    ]);
  });

  test('A missing theme heading is listed, whether or not the file has bookmarks', async () => {
    const edit = (document: string) => withoutParagraph(document, 'Theme: sport');
    const listed = [['Theme: sport', messageOf('left-theme-heading-missing'), undefined]];
    expect(await listedIn(edited(sent, edit))).toEqual(listed);
    expect(await listedIn(stripped(sent, edit))).toEqual(listed);
  });

  test('A reworded theme heading without a bookmark is identified by its position above the table, and the new words are proposed', async () => {
    const { changes, unplaced } = await found(
      stripped(sent, (document) => document.replace('>Theme: sport</w:t>', '>Sports and games</w:t>')),
    );
    expect(short(changes)).toEqual([['theme-renamed', 'sport', 'title', 'Theme: sport', 'Sports and games']]);
    expect(unplaced).toEqual([]);
  });

  test('A missing column and a missing header row are listed', async () => {
    const tables = (document: string) => [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([own]) => own);
    const sport = tables(Buffer.from(unzipSync(sent)['word/document.xml'] ?? []).toString()).find((own) =>
      own.includes('Regatta'),
    );
    const rows = [...(sport ?? '').matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([own]) => own);
    const withoutDates = rows.reduce((table, row) => {
      const cells = [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([own]) => own);
      return table.replace(row, row.replace(cells.at(-1) ?? '', ''));
    }, sport ?? '');
    const without = (table: string) => edited(sent, (document) => document.replace(sport ?? '', () => table));
    expect(await listedIn(without(withoutDates))).toEqual([
      ['Date', messageOf('left-column-missing', { theme: 'Theme: sport' }), undefined],
    ]);
    expect(await listedIn(without((sport ?? '').replace(rows[0] ?? '', '')))).toEqual([
      [
        expect.stringMatching(/Date$/),
        messageOf('left-headings-missing', { theme: 'Theme: sport' }),
        undefined,
      ],
    ]);
  });

  test('A column that has neither a heading nor bookmarks is identified by its text', async () => {
    const { changes, unplaced } = await found(
      stripped(sent, (document) => document.replaceAll('>Date</w:t>', '>When it is</w:t>')),
    );
    expect(short(changes)).toEqual([['heading-changed', undefined, 'columns.date', 'Date', 'When it is']]);
    expect(unplaced).toEqual([]);
  });

  test('If the first theme heading after a text part is missing, the table of the theme is not read as part of the text', async () => {
    const { changes, unplaced } = await found(
      edited(sent, (document) => withoutParagraph(document, 'Theme: music')),
    );
    expect(changes).toEqual([]);
    expect(unplaced.map(({ words }) => words)).toEqual(['Theme: music']);
  });
});

describe('Files of other kinds', () => {
  const refusal = async (bytes: Uint8Array, data = SMALL): Promise<string> => {
    const error: unknown = await found(bytes, data).catch((thrown: unknown) => thrown);
    return error instanceof UserError ? (error.problems[0]?.message ?? '') : String(error);
  };

  test('A file that cannot be imported as corrections to the programme is rejected, and the error states the reason', async () => {
    const other = folderWithData({
      'programme.yaml': smallFile('programme.yaml').replace('name: small', 'name: great'),
    });
    expect(await refusal(sent, path.join(other, 'data'))).toBe(
      'the file belongs to the programme small, but the dataset belongs to great',
    );
    expect(await refusal(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe(
      'the file is password-protected or in the old format .doc',
    );
    expect(await refusal(Buffer.from('%PDF-1.7'))).toBe('the file is not a Word file');
    expect(await refusal(edited(sent, (document) => document, { 'word/vbaProject.bin': 'x' }))).toBe(
      'the file contains macros',
    );
    // A file with macros whose extension and part names do not show it.
    const types = strFromU8(unzipSync(sent)['[Content_Types].xml'] ?? new Uint8Array());
    const enabled = types.replace(
      /(officedocument\.wordprocessingml\.)document(\.main)/,
      'ms-word.document.macroEnabled$2',
    );
    expect(enabled).not.toBe(types);
    expect(await refusal(edited(sent, (document) => document, { '[Content_Types].xml': enabled }))).toBe(
      'the file contains macros',
    );
    expect(await refusal(withPart(sent, 'vbaProject', 'other.bin', 'x'))).toBe('the file contains macros');
    expect(await refusal(sent.subarray(0, sent.length / 2))).toBe(
      'the file is incomplete: the directory at its end is missing',
    );
    expect(
      await refusal(edited(sent, (document) => document.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'))),
    ).toBe(
      'the part word/document.xml has a document type definition (DOCTYPE), which is not allowed because it can contain entity bombs',
    );
    const letter = edited(sent, (document) => document.replace(/<w:tbl>.*<\/w:tbl>/s, ''), {
      'customXml/item1.xml': null,
    });
    expect(await refusal(letter)).toMatch(
      /^none of the \d+ events of this programme is in the file: 0 tables and \d+ paragraphs were searched/,
    );
  });
});
