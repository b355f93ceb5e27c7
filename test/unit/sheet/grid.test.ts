import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planInit } from '../../../src/commands/init-plan.ts';
import { UserError } from '../../../src/errors.ts';
import type { Cell, Merge, Sheet } from '../../../src/read/sheet/model.ts';
import { runs } from '../../support/property-runs.ts';

interface Placed {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Non-overlapping cells of a grid, some of them merged. */
const cells = (rows: number, columns: number): fc.Arbitrary<Placed[]> =>
  fc
    .array(
      fc.record({
        top: fc.nat(rows - 1),
        left: fc.nat(columns - 1),
        height: fc.constantFrom(1, 1, 1, 2, 3),
        width: fc.constantFrom(1, 1, 1, 2, columns),
      }),
      { minLength: 8, maxLength: 30 },
    )
    .map((all) => {
      const taken = new Set<string>();
      return all.flatMap(({ top, left, height, width }): Placed[] => {
        const [bottom, right] = [Math.min(top + height, rows) - 1, Math.min(left + width, columns) - 1];
        const own: string[] = [];
        for (let row = top; row <= bottom; row++)
          for (let column = left; column <= right; column++) own.push(`${row} ${column}`);
        if (own.some((one) => taken.has(one))) return [];
        for (const one of own) taken.add(one);
        return [{ top, left, bottom, right }];
      });
    });

const WORDS = ['Amber', 'Birch', 'Cedar', 'Dune', 'Ember', 'Fjord', 'Grove', 'Heath', 'Islet', 'Jetty'];
/** A title that occurs in no other cell. */
const titleOf = ({ top, left }: Placed): string => `${WORDS[top % WORDS.length]} ${WORDS[left]} evening`;

/** A grid with names in one or two rows above it, and in one or two columns on its left. */
function sheetOf(
  above: readonly (readonly string[])[],
  left: readonly (readonly string[])[],
  placed: readonly Placed[],
): Sheet {
  const [top, start] = [above.length, left[0]?.length ?? 0];
  const texts = new Map<number, Map<number, Cell>>();
  const put = (row: number, column: number, text: string): void => {
    if (text !== '') texts.set(row, (texts.get(row) ?? new Map()).set(column, { text }));
  };
  above.forEach((names, row) => {
    names.forEach((name, column) => {
      put(row + 1, start + column + 1, name);
    });
  });
  left.forEach((axis, row) => {
    axis.forEach((text, column) => {
      put(top + row + 1, column + 1, text);
    });
  });
  for (const one of placed) put(top + one.top + 1, start + one.left + 1, titleOf(one));
  const merges = placed.map(
    (one): Merge => ({
      top: top + one.top + 1,
      bottom: top + one.bottom + 1,
      left: start + one.left + 1,
      right: start + one.right + 1,
    }),
  );
  return {
    name: 'Plan',
    rows: [...texts]
      .sort(([a], [b]) => a - b)
      .map(([number, row]) => ({ number, cells: new Map([...row].sort(([a], [b]) => a - b)) })),
    merges: merges.filter((merge) => merge.top < merge.bottom || merge.left < merge.right),
  };
}

/** Title, day, time and place of each event. */
function eventsOf(sheet: Sheet): string[] {
  const { programme } = planInit({ sheets: [sheet], notes: [] }, 'grid-2030.xlsx');
  return programme.themes
    .flatMap(({ events }) =>
      events.map((event) => [event.title, event.when ?? '', event.time ?? '', event.venue ?? ''].join(' | ')),
    )
    .sort();
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
const hour = (row: number): string => `${9 + row}:00`;
const hours = ({ top, bottom }: Placed, rows: number): string =>
  bottom > top && bottom + 1 < rows ? `${hour(top)}–${hour(bottom + 1)}` : hour(top);

const ROOMS = ['Red room', 'Old Mill room', 'Room 12', 'Attic room'];
const DAYS = ['6 May 2030', '7 May 2030', '8 May 2030', '9 May 2030'];
const ISO = ['2030-05-06', '2030-05-07', '2030-05-08', '2030-05-09'];
const ROWS = 6;

/** Whether there are enough names to recognize a grid: cells in most of its columns. */
const isFull = (placed: readonly Placed[], columns: number): boolean =>
  new Set(placed.map(({ left }) => left)).size === columns && placed.length > columns;

describe('Events in a grid', () => {
  it('In a grid with times as rows and rooms as columns, each cell is read as an event at the times and in the rooms that it spans', () => {
    fc.assert(
      fc.property(cells(ROWS, ROOMS.length), (placed) => {
        fc.pre(isFull(placed, ROOMS.length));
        const sheet = sheetOf(
          [ROOMS],
          range(0, ROWS - 1).map((row) => [hour(row)]),
          placed,
        );
        const expected = placed.map((one) =>
          [titleOf(one), '', hours(one, ROWS), ROOMS.slice(one.left, one.right + 1).join(', ')].join(' | '),
        );
        expect(eventsOf(sheet)).toEqual(expected.sort());
      }),
      { numRuns: runs(30) },
    );
  });

  it('In a grid with times as rows and days as columns, each cell is read as an event at the times that it spans, on each day that it spans', () => {
    fc.assert(
      fc.property(cells(ROWS, DAYS.length), (placed) => {
        fc.pre(isFull(placed, DAYS.length));
        const sheet = sheetOf(
          [DAYS],
          range(0, ROWS - 1).map((row) => [`${9 + row}–${10 + row}`]),
          placed,
        );
        const expected = placed.flatMap((one) =>
          range(one.left, one.right).map((day) =>
            [titleOf(one), ISO[day], `${hour(one.top)}–${hour(one.bottom + 1)}`, ''].join(' | '),
          ),
        );
        expect(eventsOf(sheet)).toEqual(expected.sort());
      }),
      { numRuns: runs(30) },
    );
  });

  it('If the days of a grid are placed one below another, each cell is read as an event at the times that it spans, on each day that it spans', () => {
    fc.assert(
      fc.property(cells(DAYS.length, ROWS), (placed) => {
        fc.pre(isFull(placed, ROWS));
        const sheet = sheetOf(
          [range(0, ROWS - 1).map(hour)],
          DAYS.map((day) => [day]),
          placed,
        );
        const expected = placed.flatMap((one) =>
          range(one.top, one.bottom).map((day) =>
            [titleOf(one), ISO[day], hours({ ...one, top: one.left, bottom: one.right }, ROWS), ''].join(
              ' | ',
            ),
          ),
        );
        expect(eventsOf(sheet)).toEqual(expected.sort());
      }),
      { numRuns: runs(30) },
    );
  });

  it('If the days of a grid are placed above the rooms, a cell is read as an event on each day that it spans, in the rooms that it spans on that day', () => {
    fc.assert(
      fc.property(cells(ROWS, 4), (placed) => {
        fc.pre(isFull(placed, 4));
        const rooms = ['Red room', 'Attic room', 'Red room', 'Attic room'];
        const days = [DAYS[0] ?? '', '', DAYS[1] ?? '', ''];
        const sheet = sheetOf(
          [days, rooms],
          range(0, ROWS - 1).map((row) => [hour(row)]),
          placed,
        );
        const expected = placed.flatMap((one) =>
          [0, 1].flatMap((day) => {
            const own = range(one.left, one.right).filter((column) => Math.floor(column / 2) === day);
            const named = own.map((column) => rooms[column]).join(', ');
            return own.length === 0 ? [] : [[titleOf(one), ISO[day], hours(one, ROWS), named].join(' | ')];
          }),
        );
        expect(eventsOf(sheet)).toEqual(expected.sort());
      }),
      { numRuns: runs(30) },
    );
  });

  it('If days are merged cells in the first column of a grid, no event extends into the next day', () => {
    fc.assert(
      fc.property(cells(3, 3), cells(3, 3), (first, second) => {
        fc.pre(isFull(first, 3) && second.length > 2);
        const placed = [
          ...first,
          ...second.map((one) => ({ ...one, top: one.top + 3, bottom: one.bottom + 3 })),
        ];
        const axis = range(0, 5).map((row) => [DAYS[Math.floor(row / 3)] ?? '', hour(row % 3)]);
        const plan = sheetOf(
          [['Red room', 'Room 12', 'Attic room']],
          axis.map(([day = '', time = ''], row) => [row % 3 === 0 ? day : '', time]),
          placed,
        );
        const days = [0, 1].map(
          (day): Merge => ({ left: 1, right: 1, top: 2 + day * 3, bottom: 4 + day * 3 }),
        );
        const sheet = { ...plan, merges: [...plan.merges, ...days] };
        const expected = placed.map((one) => {
          const [from, to] = [one.top % 3, one.bottom % 3];
          const rooms = ['Red room', 'Room 12', 'Attic room'].slice(one.left, one.right + 1).join(', ');
          return [
            titleOf(one),
            ISO[Math.floor(one.top / 3)],
            hours({ ...one, top: from, bottom: to }, 3),
            rooms,
          ].join(' | ');
        });
        expect(eventsOf(sheet)).toEqual(expected.sort());
      }),
      { numRuns: runs(30) },
    );
  });
});

/** Rooms; the name of one contains a word that is a heading for titles. */
const ROOMS_LIKE_HEADINGS = [
  ['Salón de actos', 'Claustro', 'Biblioteca'],
  ['Claustro', 'Biblioteca', 'Teatro del Evento'],
  ['Hof', 'Projektraum', 'Turm'],
  ['Saal der Begegnung', 'Foyer Veranstaltungen', 'Turm'],
  ['Salle des événements', 'Théâtre Action', 'Cour'],
  ['Sala eventi', 'Teatro Azione', 'Biblioteca'],
  ['Event Hall', 'Yard', 'Library'],
  ['Двор', 'Студия событий', 'Библиотека'],
];

/** Title, time and place of each event of a list in any language; the field ids depend on the language. */
function valuesOf(sheet: Sheet): string[] {
  const { programme } = planInit({ sheets: [sheet], notes: [] }, 'grid-2030.xlsx');
  return programme.themes
    .flatMap(({ events }) =>
      events.map(({ id, ...event }) =>
        Object.values(event)
          .filter((value) => typeof value === 'string')
          .join(' | '),
      ),
    )
    .sort();
}

describe('Grid whose room names contain the word of a heading', () => {
  it.each(ROOMS_LIKE_HEADINGS.flatMap((rooms) => ['', 'Time'].map((corner) => [corner, rooms] as const)))(
    'If the column of times has the heading "%s" and the rooms are %j, each cell is read as an event in its room',
    (corner, rooms) => {
      fc.assert(
        fc.property(cells(ROWS, rooms.length), (placed) => {
          fc.pre(isFull(placed, rooms.length));
          const plan = sheetOf(
            [rooms],
            range(0, ROWS - 1).map((row) => [hour(row)]),
            placed,
          );
          const [names, ...others] = plan.rows;
          const headed = new Map([
            ...(corner === '' ? [] : [[1, { text: corner }] as const]),
            ...(names?.cells ?? []),
          ]);
          const sheet = { ...plan, rows: [{ number: 1, cells: headed }, ...others] };
          const expected = placed.map((one) =>
            [titleOf(one), hours(one, ROWS), rooms.slice(one.left, one.right + 1).join(', ')].join(' | '),
          );
          expect(valuesOf(sheet)).toEqual(expected.sort());
        }),
        { numRuns: runs(9) },
      );
    },
  );

  it.each([[['Club Aktion', 'Saal 1', 'Turm']], [['Espace Projets', 'Cour', 'Salle des fêtes']]])(
    'If the column of times has no heading, each cell is read as an event in its room, provided that another room is recognised: %j',
    (rooms) => {
      const placed = [
        [0, 0],
        [0, 1],
        [1, 1],
        [1, 2],
        [2, 0],
        [2, 2],
      ].map(([top = 0, left = 0]): Placed => ({ top, left, bottom: top, right: left }));
      const sheet = sheetOf([rooms], [['9:00'], ['10:00'], ['11:00']], placed);
      const expected = placed.map((one) => [titleOf(one), hour(one.top), rooms[one.left]].join(' | '));
      expect(valuesOf(sheet)).toEqual(expected.sort());
    },
  );

  it.each([
    ['Event / Studio', 'Speakers'],
    ['Name of the event', 'Main hall'],
    ['Event', 'Event hall'],
    ['Activité proposée', 'Salle de classe'],
  ])('A list whose headings are "%s" and "%s" is not read as a grid', (title, other) => {
    const rows = [
      ['Time', title, other],
      ['9:00', 'Amber', 'B12'],
      ['10:00', 'Birch', 'C13'],
      ['11:00', 'Cedar', 'D14'],
    ].map((texts, row) => ({
      number: row + 1,
      cells: new Map(texts.map((text, column) => [column + 1, { text }])),
    }));
    const list = { name: 'Plan', rows, merges: [] };
    expect(eventsOf(list).map((event) => event.split(' | ')[0])).toEqual(['Amber', 'Birch', 'Cedar']);
  });
});

/** Words that occur in no other cell of a sheet, in cells anywhere in and around a grid. */
const wild = fc.record({
  above: fc.constantFrom(
    ROOMS,
    DAYS,
    ['10:00', '12:00', '14:00', '16:00'],
    ['Amber', 'Birch', 'Cedar', 'Dune'],
  ),
  corner: fc.constantFrom('', 'Time', 'Hour of the day'),
  axis: fc.constantFrom('hours', 'bare', 'days', 'words'),
  stray: fc.array(
    fc.record({
      row: fc.nat(14),
      column: fc.nat(9),
      height: fc.constantFrom(1, 1, 2),
      width: fc.constantFrom(1, 1, 3),
    }),
    { minLength: 4, maxLength: 40 },
  ),
});

describe('Cells in a grid and around it', () => {
  it('The words of each cell are either in the dataset or in the report', () => {
    fc.assert(
      fc.property(wild, ({ above, corner, axis, stray }) => {
        const rows = new Map<number, Map<number, Cell>>();
        const put = (row: number, column: number, text: string): void => {
          const cells = rows.get(row) ?? new Map<number, Cell>();
          if (text !== '' && !cells.has(column)) rows.set(row, cells.set(column, { text }));
        };
        put(1, 1, 'Plan of 4 May 2030');
        [corner, ...above].forEach((text, column) => {
          put(3, column + 1, text);
        });
        for (const row of range(0, 5))
          put(
            4 + row,
            1,
            {
              hours: hour(row),
              bare: `${9 + row}–${10 + row}`,
              days: `${6 + row} May 2030`,
              words: `part ${row}`,
            }[axis] ?? '',
          );
        const merges: Merge[] = [];
        const taken = new Set<string>();
        for (const { row, column, height, width } of stray) {
          const places = range(row, row + height - 1).flatMap((one) =>
            range(column, column + width - 1).map((other) => `${one + 1} ${other + 1}`),
          );
          if (
            places.some(
              (place) =>
                taken.has(place) || rows.get(Number(place.split(' ')[0]))?.has(Number(place.split(' ')[1])),
            )
          )
            continue;
          for (const place of places) taken.add(place);
          put(row + 1, column + 1, `word${row}x${column} evening`);
          if (places.length > 1)
            merges.push({ top: row + 1, bottom: row + height, left: column + 1, right: column + width });
        }
        const sheet: Sheet = {
          name: 'Plan',
          rows: [...rows]
            .sort(([a], [b]) => a - b)
            .map(([number, cells]) => ({ number, cells: new Map([...cells].sort(([a], [b]) => a - b)) })),
          merges,
        };
        let found: string;
        try {
          const { programme, remarks, mapping } = planInit({ sheets: [sheet], notes: [] }, 'grid-2030.xlsx', {
            year: 2030,
          });
          const headings = mapping.sheets.flatMap(({ columns }) => columns.map(({ heading }) => heading));
          found = JSON.stringify([programme, remarks, headings]);
        } catch (error) {
          if (error instanceof UserError) return;
          throw error;
        }
        const lost = sheet.rows.flatMap(({ number, cells }) =>
          [...cells.values()].flatMap(({ text }) =>
            /^word/.test(text) && !found.includes(text) ? `${number}: ${text}` : [],
          ),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });
});

/** A sheet of rows, from its first row on. */
function rowsOf(name: string, rows: readonly (readonly string[])[]): Sheet {
  return {
    name,
    rows: rows.map((texts, index) => ({
      number: index + 1,
      cells: new Map(texts.flatMap((text, at) => (text === '' ? [] : [[at + 1, { text }] as const]))),
    })),
    merges: [],
  };
}

describe('Other sheets next to a grid', () => {
  it.each([
    ['Nom', 'Tél', 'Mail', 'Salle 1', 'Salle 2'],
    ['Name', 'Handy', 'Verein', 'Saal 1', 'Saal 2'],
  ])(
    'A sheet that lists people and has no times of day is not imported as events: %s, %s, %s',
    (...words) => {
      const [name = '', phone = '', other = '', first = '', second = ''] = words;
      const grid = rowsOf('A', [
        ['', first, second],
        ['9:00', 'Amber morning', 'Birch walk'],
        ['10:00', 'Cedar talk', 'Dune dance'],
        ['11:00', 'Ember choir', 'Fjord film'],
      ]);
      const people = rowsOf('B', [
        [name, phone, other],
        ['Ada Lovelace', '+49 30 123456', 'x'],
        ['Emmy Noether', '+49 30 123457', 'y'],
      ]);
      const { programme, remarks } = planInit({ sheets: [grid, people], notes: [] }, 'list.xlsx');
      const titles = programme.themes.flatMap(({ events }) => events.map(({ title }) => title));
      expect(titles).toHaveLength(6);
      expect(titles).not.toContain('Ada Lovelace');
      expect(remarks.map(({ message }) => message).join()).toContain('table without events, not imported');
    },
  );

  it('If a grid lacks headings, they are added in the language of the whole list', () => {
    const day = (name: string, ...texts: string[]): Sheet =>
      rowsOf(name, [
        ['', 'Alpha', 'Beta'],
        ...[0, 2, 4].map((at) => [`${9 + at}:00`, texts[at] ?? '', texts[at + 1] ?? '']),
      ]);
    const german = day(
      'Eins',
      'Der Wald und das Moor',
      'Wege in die Stadt',
      'Das Buch und der Film',
      'Musik für alle',
      'Tanz mit der Gruppe',
      'Essen bei uns',
    );
    const few = day('Zwei', 'Di Canio live', 'Rosso', 'Il Duo', 'Nero', 'Verde', 'Blu');
    const { programme } = planInit({ sheets: [german, few], notes: [] }, 'list.xlsx');
    const { language, fields } = programme.config;
    expect([language, fields.map(({ id }) => id)]).toEqual(['de', ['title', 'uhrzeit', 'ort']]);
  });
});
