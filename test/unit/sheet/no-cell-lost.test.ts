import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InitPlan, planInit } from '../../../src/commands/init-plan.ts';
import { UserError } from '../../../src/errors.ts';
import { mappingYaml } from '../../../src/read/mapping-text.ts';
import type { Cell, Row, Sheet, Workbook } from '../../../src/read/sheet/model.ts';
import { columnFates } from '../../../src/read/table-import/column-report.ts';
import { listsOf } from '../../../src/read/table-import/layout.ts';
import { located } from '../../../src/read/table-import/locate.ts';
import { parseMapping, withoutLetters } from '../../../src/read/table-import/mapping.ts';
import { OpenQuestions } from '../../../src/read/table-import/questions.ts';
import { foldName } from '../../../src/reference/fold.ts';
import { runs } from '../../support/property-runs.ts';

/** Known and unknown headings in four languages, some of them on several lines or long; some columns have none. */
const HEADINGS = [
  'Title',
  'Titre',
  'Veranstaltung',
  'Название',
  'Date',
  'Datum',
  'Description',
  'Lieu',
  'Preis',
  'Контакты',
  'Speaker',
  'Topic',
  'Type',
  'Code postal',
  'Status',
  'Horaire',
  'E-Mail',
  'xyz',
  'Lieu\nde rendez-vous',
  `Ort ${'der Begegnung '.repeat(8)}`,
  'Title, as printed',
  '',
];
const cellText = fc.oneof(
  fc.constantFrom(
    '19:30',
    '12 €',
    '2030-05-04',
    'à confirmer',
    '31000',
    'name@example.org',
    '+33 1 23 45 67 89',
    '4',
  ),
  fc.stringMatching(/^[a-zé]{2,7}(?: [a-zé]{2,9}){0,3}$/),
);
const table = fc.array(fc.constantFrom(...HEADINGS), { minLength: 2, maxLength: 9 }).chain((headings) =>
  fc.record({
    headings: fc.constant<readonly string[]>([
      'Title',
      ...headings.filter((heading) => heading !== 'Title'),
      'Datum 2030',
    ]),
    above: fc.array(cellText, { maxLength: 2 }),
    rows: fc.array(fc.array(fc.option(cellText, { nil: '', freq: 3 }), { minLength: 8, maxLength: 11 }), {
      minLength: 1,
      maxLength: 8,
    }),
    notes: fc.array(cellText, { maxLength: 2 }),
  }),
);

const rowOf = (number: number, texts: readonly string[]): Row => ({
  number,
  cells: new Map(texts.flatMap((text, index) => (text === '' ? [] : [[index + 1, { text }] as const]))),
});

function workbookOf(parts: {
  headings: readonly string[];
  above: string[];
  rows: string[][];
  notes: string[];
}): Workbook {
  const { headings, above, rows, notes } = parts;
  const lines = [
    ...above.map((text) => [text]),
    headings,
    ...rows,
    [],
    ...notes.map((text) => ['', '', text]),
  ];
  const filled = lines.map((texts, index) => rowOf(index + 1, texts)).filter(({ cells }) => cells.size > 0);
  return { sheets: [{ name: 'List', rows: filled, merges: [] }], notes: [] };
}

/** All words of a value of any type. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(wordsIn) : [];
}

/**
 * The plan of a list. Two kinds of list are skipped because no dataset is created from them: those with open questions,
 * and those without events whose headings are repeated, because they look like parallel blocks.
 */
function planOf(workbook: Workbook, headings: readonly string[]): InitPlan {
  try {
    return planInit(workbook, 'events-2030.xlsx');
  } catch (error) {
    const isWithoutEvents =
      error instanceof UserError && error.problems.every(({ code }) => code === 'sheet-without-events');
    fc.pre(!(error instanceof OpenQuestions));
    fc.pre(!(isWithoutEvents && new Set(headings).size < headings.length));
    throw error;
  }
}

describe('Dataset created from a spreadsheet', () => {
  it('The text of each cell is either in the dataset or in the report', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (parts) => {
        const workbook = workbookOf(parts);
        fc.pre(parts.rows.some(([title = '']) => /\p{L}{2}/u.test(title)));
        const {
          programme,
          mapping,
          remarks,
          preview: { columns: fates },
        } = planOf(workbook, parts.headings);
        const headings = fates.map(({ heading }) => heading);
        const said = [...wordsIn(programme), ...remarks.flatMap(wordsIn), ...headings].map(foldName);
        for (const { number, cells } of workbook.sheets[0]?.rows ?? [])
          for (const [column, { text }] of cells) {
            const day = /^2030-05-04$/.test(text) ? '4 may 2030' : undefined;
            const found = said.some(
              (words) => words.includes(foldName(text)) || (day !== undefined && words.includes(day)),
            );
            expect(found, `row ${number}, column ${column}: "${text}"`).toBe(true);
          }
        const left = fates.filter(({ field }) => field === undefined).flatMap(({ samples }) => samples);
        for (const text of left)
          expect(
            said.some((words) => words.includes(foldName(text))),
            text,
          ).toBe(true);
        // The mapping is complete: reading it back results in the same columns.
        const again = await parseMapping(mappingYaml(mapping), 'mapping.yaml');
        expect(again).toEqual(withoutLetters(mapping));
        expect(located(workbook, again)).toEqual({
          mapping,
          stored: again,
          questions: [],
          missing: [],
        });
        const { programme: same } = planInit(workbook, 'events-2030.xlsx', { mapping: again });
        expect(same).toEqual(programme);
        expect(columnFates(listsOf(workbook, mapping), same.config.fields)).toEqual(fates);
      }),
      { numRuns: runs(150) },
    );
  });

  it.each([
    ['Titre', 'Date 2030', 'Atelier de chant', 'nom@example.org', 'Thème'],
    ['Titel', 'Datum 2030', 'Orgel und Chor', 'name@example.org', 'Thema'],
  ])(
    'A row of words below the headings is read as an event, not as a second row of headings: %s',
    (...words) => {
      const [title = '', date = '', called = '', mail = '', other = ''] = words;
      const workbook = workbookOf({
        headings: [title, '', date],
        above: [],
        rows: [[called, '', '', mail, other]],
        notes: ['19:30'],
      });
      expect(
        planInit(workbook, 'events-2030.xlsx').programme.themes.flatMap(({ events }) => events),
      ).toMatchObject([{ title: called }]);
    },
  );

  it.each([
    ['Контакты', '+33 1 23 45 67 89', 'nach Anmeldung'],
    ['Speaker', 'name@example.org', 'Anna'],
    ['xyz', '4', 'viele'],
    ['Lien', 'https://example.org', 'à venir'],
  ])(
    'If the title of an event is taken from its description, no cell of its row is lost, even if a text does not fit the kind of its column: %s',
    (heading, value, misfit) => {
      const workbook = workbookOf({
        headings: ['Title', 'Description', heading, 'Uhrzeit', 'Datum 2030'],
        above: [],
        rows: [
          ['Lesung', '', value, '', '2030-05-04'],
          ['Konzert', '', value, '', '2030-05-05'],
          ['', 'Pause', misfit, '19:30', '2030-05-05'],
        ],
        notes: [],
      });
      const { programme, remarks } = planInit(workbook, 'events-2030.xlsx');
      expect([...wordsIn(programme), ...remarks.flatMap(wordsIn)]).toContain(misfit);
    },
  );

  it('Columns of contact addresses, attendance numbers, remarks and machine-readable data are internal, each with a reason', () => {
    const lines = [
      [
        'Titel',
        'Datum',
        'Ort',
        'Ansprechpartner',
        'Rückfragen an',
        'Erreichbar',
        'Geometrie',
        'Beginn',
        'Eintritt',
      ],
      [
        'Chor',
        '4.5.2030',
        'Aula',
        'Anna',
        'a@example.org',
        '0351 1234567',
        '{"a":[1]}',
        '19:30 Uhr',
        '12,50 €',
      ],
      ['Lauf', '5.5.2030', 'Park', 'Otto', 'o@example.org', '+49 351 7654321', '{"a":[2]}', '9 Uhr', 'frei'],
    ];
    const sheets = [{ name: 'Plan', rows: lines.map((texts, index) => rowOf(index + 1, texts)), merges: [] }];
    const {
      preview: { columns: fates },
      programme,
    } = planInit({ sheets, notes: [] }, 'plan.xlsx');
    expect(fates.map(({ column, field, internal, why }) => [column, field, internal, why?.code])).toEqual([
      ['A', 'title', false, undefined],
      ['B', 'date', false, undefined],
      ['C', 'ort', false, undefined],
      ['D', 'ansprechpartner', true, 'contacts-or-remarks'],
      ['E', 'ruckfragen-an', true, 'email-addresses'],
      ['F', 'erreichbar', true, 'phone-numbers'],
      ['G', 'geometrie', true, 'machine-data'],
      ['H', 'beginn', false, undefined],
      ['I', 'eintritt', false, undefined],
    ]);
    expect(programme.config.fields.map(({ id, kind, heading }) => `${id} ${kind} ${heading}`)).toEqual([
      'title title Titel',
      'date date Datum',
      'ort text Ort',
      'ansprechpartner text Ansprechpartner',
      'ruckfragen-an email Rückfragen an',
      'erreichbar phone Erreichbar',
      'geometrie text Geometrie',
      'beginn time Beginn',
      'eintritt price Eintritt',
    ]);
    expect(programme.config.themes.map(({ columns }) => columns)).toEqual([
      ['title', 'date', 'ort', 'beginn', 'eintritt'],
    ]);
  });

  it('Cells that are hidden, struck out or commented on are reported, and are not printed like other cells', () => {
    const title = (text: string, extra: Partial<Cell> = {}): Cell => ({ text, ...extra });
    const row = (number: number, cells: Cell[], hidden?: true): Row => ({
      number,
      cells: new Map(cells.map((cell, index) => [index + 1, cell])),
      ...(hidden ? { hidden } : {}),
    });
    const sheet: Sheet = {
      name: 'Plan',
      rows: [
        row(
          1,
          ['Titre', 'Date', 'Lieu', 'Secret'].map((text) => title(text)),
        ),
        row(2, [
          title('Bal'),
          title('2030-05-04', { date: '2030-05-04', time: '19:30' }),
          title('Halle'),
          title('x1'),
        ]),
        row(3, [
          title('Course', { struck: true }),
          title('2030-05-05', { date: '2030-05-05' }),
          title('Parc'),
          title('x2'),
        ]),
        row(4, [
          title('Jeu'),
          title('2030-05-06', { date: '2030-05-06' }),
          title('Parc', { struck: true }),
          title('x3'),
        ]),
        row(5, [title('Caché'), title('2030-05-07', { date: '2030-05-07' }), title('Cave')], true),
      ],
      merges: [],
      hiddenColumns: new Set([4]),
      comments: [
        { row: 2, column: 3, text: 'Anne : trop petit ?' },
        { row: 9, column: 1, text: 'ailleurs' },
      ],
    };
    const { programme, remarks } = planInit({ sheets: [sheet], notes: [] }, 'plan.xlsx');
    expect(programme.themes.flatMap(({ events }) => events)).toEqual([
      {
        id: 'bal',
        title: 'Bal',
        date: '4\u00a0mai 2030',
        time: '19:30',
        lieu: 'Halle',
        secret: 'x1',
        'cell-comments': 'C2: Anne : trop petit ?',
        when: '2030-05-04',
        bodies: {},
        regions: {},
      },
      expect.objectContaining({ id: 'course', lieu: 'Parc', status: 'cancelled' }),
      expect.not.objectContaining({ lieu: 'Parc' }),
    ]);
    const internal = programme.config.fields.filter((field) => field.internal).map(({ id }) => id);
    expect(internal).toEqual(['secret', 'cell-comments']);
    expect(remarks.map(({ message, at }) => `${at?.cell}: ${message}`).sort()).toEqual([
      'Plan!A3: struck-out row, imported as cancelled',
      'Plan!A5: hidden row, not imported: "Caché · 2030-05-07 · Cave"',
      'Plan!A9: comment, not imported: "ailleurs"',
      'Plan!C4: struck-out text, not imported: "Parc"',
      'undefined: 1 event has a time, but no time zone, so calendars omit it',
      'undefined: the column "Lieu" contains the names of places',
    ]);
  });
});
