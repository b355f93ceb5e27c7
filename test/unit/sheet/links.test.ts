import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportSheet } from '../../../src/commands/export.ts';
import { importSheet } from '../../../src/commands/import.ts';
import { init } from '../../../src/commands/init.ts';
import { propose } from '../../../src/commands/propose.ts';
import { review } from '../../../src/commands/review.ts';
import { audienceOf } from '../../../src/compare/index.ts';
import { columnLetters } from '../../../src/model/cell-name.ts';
import { readSheets } from '../../../src/read/sheet/read.ts';
import { proposalNotes } from '../../../src/report/proposal-text.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';
import { bookParts, inline, zipOf } from '../../support/sheet-packages.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEADINGS = ['Titel', 'Datum', 'Ort', 'Beschreibung'];

/** A list as Excel writes it, with links by cell reference. */
function list(
  rows: readonly (readonly string[])[],
  links: Readonly<Record<string, string>> = {},
): Uint8Array {
  const xml = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells
        .map((words, column) =>
          words.startsWith('<c ') ? words : inline(`${'ABCDE'[column]}${row + 1}`, words),
        )
        .join('')}</row>`,
  );
  const hyperlinks = Object.keys(links).map((ref) => `<hyperlink ref="${ref}" r:id="r${ref}"/>`);
  const relations = Object.entries(links).map(
    ([ref, address]) =>
      `<Relationship Id="r${ref}" Type="${OFFICE}/hyperlink" Target="${address}" TargetMode="External"/>`,
  );
  const sheet = `<sheetData>${xml.join('')}</sheetData><hyperlinks xmlns:r="${OFFICE}">${hyperlinks.join('')}</hyperlinks>`;
  return zipOf([
    ...bookParts({ sheets: { Plan: sheet } }),
    {
      name: 'xl/worksheets/_rels/sheet1.xml.rels',
      content: `<Relationships>${relations.join('')}</Relationships>`,
    },
  ]);
}

const formula = (ref: string, code: string, words: string): string =>
  `<c r="${ref}" t="str"><f>${code.replaceAll('"', '&quot;')}</f><v>${words}</v></c>`;

const EVENTS = [
  HEADINGS,
  ['Herbstkonzert', '12.10.2027', 'Stadthalle', 'Karten * gibt es * hier'],
  ['Rock * Pop', '13.10.2027', 'Werft', 'Ohne [alles](x), *so*'],
  ['Lesung', '14.10.2027', 'Bücherei', 'example.org/lesung'],
];
const LINKS = {
  A2: 'https://example.org/herbst',
  D2: 'https://example.org/karten',
  B4: 'https://example.org/tag',
  D4: 'https://example.org/lesung',
};

async function dataset(rows = EVENTS): Promise<{ folder: string; data: string }> {
  const folder = await scratchFolder();
  const from = path.join(folder, 'liste.xlsx');
  writeFileSync(from, list(rows));
  const data = path.join(folder, 'data');
  await init({ dir: data, from });
  return { folder, data };
}

const eventsOf = (data: string): string =>
  readFileSync(path.join(data, 'events/veranstaltungen.yaml'), 'utf8').replace(/^#.*\n+/, '');

describe('Hyperlinks in cells', () => {
  test('If cells contain links, their text field allows emphasis and its literal markup is escaped, and links in titles become a separate field', async () => {
    const { folder, data } = await dataset();
    const file = path.join(folder, 'neu.xlsx');
    writeFileSync(file, list(EVENTS, LINKS));
    const options = { data, file, removeMissing: false, write: true, dryRun: false };
    const { remarks } = await importSheet(options);
    expect(remarks.map(({ message }) => message)).toEqual([
      'new field of the programme: link',
      'cells contain links, so links and bold and italic text are now allowed in these fields (emphasis: true): description',
      'link imported as plain text: "14.10.2027" to https://example.org/tag',
    ]);
    const written = eventsOf(data);
    expect(written).toContain('description: "[Karten * gibt es * hier](https://example.org/karten)"');
    expect(written).toContain('link: https://example.org/herbst');
    expect(written).toContain('description: Ohne \\[alles](x), \\*so\\*');
    expect(written).toContain('title: Rock * Pop');
    expect(written).toContain('description: example.org/lesung');
    expect((await importSheet(options)).files).toEqual([]);
    expect(eventsOf(data)).toBe(written);
  });

  test('init converts links in cells into link fields', async () => {
    const folder = await scratchFolder();
    const from = path.join(folder, 'liste.xlsx');
    writeFileSync(
      from,
      list(
        [
          HEADINGS,
          ['Konzert', '1.10.2027', formula('C2', 'HYPERLINK("https://example.org/w","Werft")', 'Werft'), 'x'],
        ],
        {
          A2: 'https://example.org/k',
        },
      ),
    );
    const data = path.join(folder, 'data');
    await init({ dir: data, from });
    expect(eventsOf(data)).toContain('link: https://example.org/k');
    expect(eventsOf(data)).toContain('ort: "[Werft](https://example.org/w)"');
  });

  test('In a proposal, the new settings for links come before the texts that contain links, and both can be rejected, accepted and undone', async () => {
    const { folder, data } = await dataset();
    const source = path.join(folder, 'neu.xlsx');
    writeFileSync(source, list(EVENTS, { D2: 'https://example.org/karten' }));
    const call = { data, date: '2027-01-02', by: 'A. Editor' };
    const { changes, unplaced } = await propose({ data, source, date: call.date, write: true });
    expect([changes.map(({ field, theirs }) => [field, theirs]), unplaced]).toEqual([
      [
        ['fields.description.emphasis', 'true'],
        ['mappings.neu-xlsx', expect.stringContaining('"file":"neu.xlsx"')],
        ['description', '[Karten * gibt es * hier](https://example.org/karten)'],
      ],
      [],
    ]);
    const [setting = '', mapping = '', words = ''] = changes.map(({ id }) => id);
    const refused = await review({ ...call, name: 'neu', refuse: [setting, mapping], accept: [words] });
    expect([refused.files.length, refused.problems.map(({ message }) => message)]).toEqual([
      1,
      ['the change requires the setting "fields.description.emphasis", which was refused'],
    ]);
    const reader = audienceOf(refused.comparison, 'de', false);
    expect(
      changes.slice(2).flatMap((own) => proposalNotes(own, reader, refused.standings.get(words))),
    ).toEqual([
      'CONFLICT: it requires the setting fields.description.emphasis, which was refused; accept both, or refuse this change',
    ]);
    const before = readFileSync(path.join(data, 'programme.yaml'), 'utf8');
    const events = eventsOf(data);
    expect((await review({ ...call, name: 'neu', accept: [setting, words] })).problems).toEqual([]);
    expect(eventsOf(data)).toContain('description: "[Karten * gibt es * hier](https://example.org/karten)"');
    expect(eventsOf(data)).toContain('description: Ohne \\[alles](x), \\*so\\*');
    expect((await review({ ...call, name: 'neu', reopen: [setting] })).problems).toHaveLength(1);
    expect((await review({ ...call, name: 'neu', reopen: [setting, words] })).problems).toEqual([]);
    expect([readFileSync(path.join(data, 'programme.yaml'), 'utf8'), eventsOf(data)]).toEqual([
      before,
      events,
    ]);
  });

  describe('Exported workbook to which links were added', () => {
    /** The workbook of a dataset with a link on a title and one on words of a description. */
    async function exported(data: string, folder: string): Promise<string> {
      const file = path.join(folder, 'export.xlsx');
      await exportSheet({ data, edition: 'draft', file });
      const { sheets } = await readSheets(readFileSync(file), file);
      const at = sheets.findIndex(({ name }) => name === 'veranstaltungen');
      const [head, row] = sheets[at]?.rows ?? [];
      const cellOf = (name: string): string => {
        const [column] = [...(head?.cells ?? [])].find(([, { text }]) => text.endsWith(`\n${name}`)) ?? [0];
        return `${columnLetters(column)}${row?.number}`;
      };
      const parts = unzipSync(readFileSync(file));
      const sheet = `xl/worksheets/sheet${at + 1}.xml`;
      const links = {
        [cellOf('title')]: 'https://example.org/t',
        [cellOf('description')]: 'https://example.org/d',
      };
      const hyperlinks = Object.keys(links).map((ref) => `<hyperlink ref="${ref}" r:id="r${ref}"/>`);
      const relations = Object.entries(links).map(
        ([ref, address]) =>
          `<Relationship Id="r${ref}" Type="${OFFICE}/hyperlink" Target="${address}" TargetMode="External"/>`,
      );
      const xml = strFromU8(parts[sheet] ?? new Uint8Array()).replace(
        '</sheetData>',
        `</sheetData><hyperlinks xmlns:r="${OFFICE}">${hyperlinks.join('')}</hyperlinks>`,
      );
      const rels = `<Relationships>${relations.join('')}</Relationships>`;
      const name = `xl/worksheets/_rels/sheet${at + 1}.xml.rels`;
      writeFileSync(file, zipSync({ ...parts, [sheet]: strToU8(xml), [name]: strToU8(rels) }, { level: 0 }));
      return file;
    }

    test('Links are imported into their fields, even if the draft has changed since the export', async () => {
      for (const isLate of [false, true]) {
        const { folder, data } = await dataset();
        const file = await exported(data, folder);
        const events = path.join(data, 'events/veranstaltungen.yaml');
        if (isLate) writeFileSync(events, readFileSync(events, 'utf8').replace('Stadthalle', 'Rathaus [1]'));
        const options = { data, file, removeMissing: false, write: true, dryRun: false };
        const { remarks, conflicts } = await importSheet(options);
        expect([remarks.map(({ message }) => message), conflicts]).toEqual([
          [
            'cells contain links, so links and bold and italic text are now allowed in these fields (emphasis: true): title, description',
          ],
          [],
        ]);
        const written = eventsOf(data);
        expect(written).toContain('title: "[Herbstkonzert](https://example.org/t)"');
        expect(written).toContain('description: "[Karten * gibt es * hier](https://example.org/d)"');
        expect(written).toContain('description: Ohne \\[alles](x), \\*so\\*');
        expect(written).toContain(isLate ? 'ort: Rathaus [1]' : 'ort: Stadthalle');
        expect((await importSheet(options)).files).toEqual([]);
      }
    });

    test('Links on titles are imported if the programme has a link field', async () => {
      const rows = [
        [...HEADINGS, 'Webseite'],
        ['Herbstkonzert', '12.10.2027', 'Stadthalle', 'Karten', ''],
        ['Lesung', '14.10.2027', 'Bücherei', 'Saal', 'https://example.org/lesung'],
      ];
      const { folder, data } = await dataset(rows);
      const file = await exported(data, folder);
      await importSheet({ data, file, removeMissing: false, write: true, dryRun: false });
      expect(eventsOf(data)).toContain('title: Herbstkonzert\n');
      expect(eventsOf(data)).toMatch(/: https:\/\/example\.org\/t\n/);
      expect(eventsOf(data)).toContain('description: "[Karten](https://example.org/d)"');
    });
  });

  test('The value of a cell in a link column is the URL, whatever text is displayed', async () => {
    const rows = [
      ['Titel', 'Datum', 'Webseite'],
      ['Konzert', '1.10.2027', 'https://example.org/a'],
      ['Lesung', '2.10.2027', 'https://example.org/b'],
    ];
    const { folder, data } = await dataset(rows);
    const file = path.join(folder, 'neu.xlsx');
    const now = rows.with(2, ['Lesung', '2.10.2027', 'zur Seite']);
    writeFileSync(file, list(now, { C3: 'https://example.org/c' }));
    await importSheet({ data, file, removeMissing: false, write: true, dryRun: false });
    expect(eventsOf(data)).toContain('https://example.org/c');
    expect(eventsOf(data)).not.toContain('zur Seite');
  });

  test('Links are read from formulas and ranges, internal links are ignored, and computed URLs are reported', async () => {
    const bytes = list(
      [
        [formula('A1', 'HYPERLINK("https://example.org/?q=""x""","A")', 'A'), 'B', 'C'],
        [formula('A2', 'HYPERLINK(B1,"D")', 'D'), 'E', formula('C2', 'HYPERLINK("#Plan!A1","F")', 'F')],
      ],
      { 'B1:B2': 'https://example.org/b' },
    );
    const { sheets, notes } = await readSheets(bytes, 'x.xlsx');
    const links = sheets.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => [...cells.values()].map(({ text, runs }) => [text, runs?.[0]?.link])),
    );
    expect(links).toEqual([
      ['A', 'https://example.org/?q="x"'],
      ['B', 'https://example.org/b'],
      ['C', undefined],
      ['D', undefined],
      ['E', 'https://example.org/b'],
      ['F', undefined],
    ]);
    expect(notes.map(({ message }) => message)).toEqual([
      'Plan!A2 has a link whose address is computed by a formula; the link is not read',
      'Plan!C2 has a link whose address is computed by a formula; the link is not read',
    ]);
  });

  test('Links are read from OpenDocument files, even if they cover only part of a cell', async () => {
    const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:xlink="l"><office:body><office:spreadsheet><table:table table:name="Plan"><table:table-row><table:table-cell><text:p>Karten <text:a xlink:href="https://example.org/k">hier</text:a>.</text:p></table:table-cell><table:table-cell table:formula="of:=HYPERLINK(&quot;https://example.org/f&quot;;&quot;Werft&quot;)"><text:p>Werft</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
    const bytes = zipOf([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
      { name: 'content.xml', content },
    ]);
    const { sheets } = await readSheets(bytes, 'x.ods');
    expect([...(sheets[0]?.rows[0]?.cells.values() ?? [])]).toEqual([
      {
        text: 'Karten hier.',
        runs: [{ text: 'Karten ' }, { text: 'hier', link: 'https://example.org/k' }, { text: '.' }],
      },
      { text: 'Werft', runs: [{ text: 'Werft', link: 'https://example.org/f' }] },
    ]);
  });
});
