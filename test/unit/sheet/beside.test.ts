import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InitPlan, mappingFor, planInit } from '../../../src/commands/init-plan.ts';
import type { Merge, Row, Sheet } from '../../../src/read/sheet/model.ts';
import { mappingYaml, parseMapping } from '../../../src/read/table-import/mapping.ts';

/** A sheet of lines whose cells are parted by bars; `/` is a line break. */
function sheetOf(lines: readonly string[], merges: readonly Merge[] = []): Sheet {
  const rows = lines.map((line, index): Row => {
    const cells = line.split('|').map((text) => text.trim().replaceAll(' / ', '\n'));
    return {
      number: index + 1,
      cells: new Map(cells.flatMap((text, column) => (text === '' ? [] : [[column + 1, { text }]]))),
    };
  });
  return { name: 'Plan', rows: rows.filter(({ cells }) => cells.size > 0), merges };
}

const planOf = (sheet: Sheet): InitPlan => planInit({ sheets: [sheet], notes: [] }, 'list-2030.xlsx');

const besideOf = (lines: readonly string[]): unknown =>
  mappingFor({ sheets: [sheetOf(lines)], notes: [] }).mapping.sheets[0]?.beside;

/** The events of a plan in one line each, in their order in the list. */
const eventsOf = ({ programme }: InitPlan, ...fields: string[]): string[] =>
  programme.themes.flatMap(({ events }) =>
    events.map((event) => ['title', ...fields].map((field) => String(event[field] ?? '–')).join(' | ')),
  );

const said = ({ remarks }: InitPlan): string[] => remarks.map(({ message, at }) => `${at?.cell}: ${message}`);

describe('a grid of times and places', () => {
  const lines = [
    'Samstag, 4. Mai 2030',
    'Uhrzeit|Großer Saal|Kleiner Saal|Foyer',
    '10:00|Begrüßung / Frau Muster',
    '11:00|Chor|Lesung|Schminken',
    '12:00|Orgel',
    '13:00|Kapelle|Vortrag|Glücksrad',
  ];
  const merges = [
    { top: 3, left: 2, bottom: 3, right: 4 },
    { top: 4, left: 4, bottom: 5, right: 4 },
  ];

  it('is a list: merged to the right it is in all places, merged down it lasts, further lines describe it', () => {
    const plan = planOf(sheetOf(lines, merges));
    expect(eventsOf(plan, 'uhrzeit', 'ort', 'description', 'when')).toEqual([
      'Begrüßung | 10:00 | Großer Saal, Kleiner Saal, Foyer | Frau Muster | 2030-05-04',
      'Chor | 11:00 | Großer Saal | – | 2030-05-04',
      'Lesung | 11:00 | Kleiner Saal | – | 2030-05-04',
      'Schminken | 11:00–13:00 | Foyer | – | 2030-05-04',
      'Orgel | 12:00 | Großer Saal | – | 2030-05-04',
      'Kapelle | 13:00 | Großer Saal | – | 2030-05-04',
      'Vortrag | 13:00 | Kleiner Saal | – | 2030-05-04',
      'Glücksrad | 13:00 | Foyer | – | 2030-05-04',
    ]);
    expect(plan.fates.map(({ column, field }) => `${column}: ${field}`)).toEqual([
      'A: uhrzeit',
      'B C D: title',
      ': ort',
      ': description',
    ]);
  });

  it('is read the same by its mapping, and a place that is new is named', async () => {
    const plan = planOf(sheetOf(lines, merges));
    const mapping = await parseMapping(mappingYaml(plan.mapping), 'm.yaml');
    expect(mapping).toEqual(plan.mapping);
    const again = planInit({ sheets: [sheetOf(lines, merges)], notes: [] }, 'list-2030.xlsx', mapping);
    expect(again.programme).toEqual(plan.programme);
    const more = lines.map((line, index) =>
      index === 1 ? `${line}|Hof` : index === 3 ? `${line}|Zirkus` : line,
    );
    const wider = planInit({ sheets: [sheetOf(more, merges)], notes: [] }, 'list-2030.xlsx', mapping);
    expect(said(wider)).toContain('Plan!E2: the column "Hof" is not in the mapping and not read: "Zirkus"');
  });

  it('keeps bold words of the first line and of the others apart', () => {
    const sheet = sheetOf(lines, merges);
    const cell = {
      text: 'Begrüßung\nFrau Muster',
      runs: [{ text: 'Begrüßung\nFrau ' }, { text: 'Muster', strong: true as const }],
    };
    const rows = sheet.rows.map((row) =>
      row.number === 3 ? { ...row, cells: new Map([...row.cells, [2, cell]]) } : row,
    );
    const [first] = eventsOf(planOf({ ...sheet, rows }), 'description');
    expect(first).toBe('Begrüßung | Frau **Muster**');
  });

  it('has days across', () => {
    const plan = planOf(
      sheetOf([
        'Время|4 мая 2030|5 мая 2030',
        '10:00|Открытие выставки|Экскурсия по городу',
        '12:00||Концерт хора',
        '15:00|Спектакль|Закрытие',
      ]),
    );
    expect(eventsOf(plan, 'vremya', 'when')).toEqual([
      'Открытие выставки | 10:00 | 2030-05-04',
      'Экскурсия по городу | 10:00 | 2030-05-05',
      'Концерт хора | 12:00 | 2030-05-05',
      'Спектакль | 15:00 | 2030-05-04',
      'Закрытие | 15:00 | 2030-05-05',
    ]);
  });

  it('is none where headings name what events say, or cells come again', () => {
    const lists = [
      ['Zeit|Raum|Referent', '10:00|Saal A|Anna', '11:00|Saal A|Otto', '12:00|Saal B|Ida'],
      ['Uhrzeit|Veranstaltung|Bühne', '19:30|Theater: Der Besuch|Bühne am Park', '11:00|Jazz|Biergarten'],
    ];
    for (const list of lists) expect(besideOf(list)).toBeUndefined();
  });
});

describe('columns that come again to the right', () => {
  it('have the names of the places before or behind their headings, and what all share on their left', () => {
    const plan = planOf(
      sheetOf([
        'Date|Scène Titre|Scène Artiste|Kiosque Titre|Kiosque Artiste|Remarque',
        '4 mai 2030|Bal|Trio Lune|||à confirmer avec Léa',
        '5 mai 2030|Contes|Zoé|Chorale|Les Aînés|',
        '6 mai 2030|||Slam|Ali|',
      ]),
    );
    expect(eventsOf(plan, 'when', 'artiste', 'lieu', 'remarque')).toEqual([
      'Bal | 2030-05-04 | Trio Lune | Scène | à confirmer avec Léa',
      'Contes | 2030-05-05 | Zoé | Scène | –',
      'Chorale | 2030-05-05 | Les Aînés | Kiosque | –',
      'Slam | 2030-05-06 | Ali | Kiosque | –',
    ]);
    expect(plan.mapping.sheets[0]?.beside).toEqual({
      blocks: ['B:C', 'D:E'],
      names: ['Scène', 'Kiosque'],
      into: 'ZY',
    });
  });

  it('are called after the place: each has its own times', () => {
    const plan = planOf(
      sheetOf([
        'Fête du 21 juin 2030',
        'Heure|Grande scène|Heure|Chapiteau',
        '18h|Fanfare|19h|Contes',
        '20h|Trio',
      ]),
    );
    expect(eventsOf(plan, 'heure', 'lieu')).toEqual([
      'Fanfare | 18h | Grande scène',
      'Contes | 19h | Chapiteau',
      'Trio | 20h | Grande scène',
    ]);
  });

  it('have their names in the row above', () => {
    const plan = planOf(
      sheetOf([
        'Fair, 5 May 2030',
        'Main stage|||Tent',
        'Time|Act|Host|Time|Act|Host',
        '12.00|Brass|Ann|12.30|Shanty|Bo',
        '2pm|Tides|Ann',
      ]),
    );
    expect(eventsOf(plan, 'time', 'host', 'venue')).toEqual([
      'Brass | 12.00 | Ann | Main stage',
      'Shanty | 12.30 | Bo | Tent',
      'Tides | 2pm | Ann | Main stage',
    ]);
    expect(plan.programme.config.title).toBe('Fair, 5 May 2030');
  });

  it('are none where they are languages, sides, ends of a span or people of one event', () => {
    const lists = [
      ['Titel DE|Ort DE|Titel EN|Ort EN|Datum', 'Chor|Dom|Choir||4.5.2030', 'Jazz|Aula|||5.5.2030'],
      [
        'Title|Start date|Start time|End date|End time',
        'Fair|4 May 2030|10:00|5 May 2030|18:00',
        'Run|5 May 2030|9:00||',
      ],
      ['Title|Date|Speaker|Company|Speaker|Company', 'Talk|4 May 2030|Ann|X|Bo|Y', 'Panel|5 May 2030|Cy|Z||'],
    ];
    for (const list of lists) expect(besideOf(list)).toBeUndefined();
  });

  it('law: whatever stands where, each event has the words of its place, and no cell is lost', () => {
    const title = fc.stringMatching(/^[A-Z][a-z]{3,8} [a-z]{3,8}$/);
    const row = fc.array(fc.option(title, { nil: '' }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { minLength: 3, maxLength: 8, selector: (cells) => cells.join('|') }),
        (rows) => {
          const titles = rows.flat().filter((text) => text !== '');
          fc.pre(titles.length > 3 && new Set(titles).size === titles.length);
          const lines = rows.map((cells, index) => `${10 + index}:00|${cells.join('|')}`);
          const plan = planOf(sheetOf(['Time|Room 1|Room 2|Great hall', ...lines]));
          const expected = rows.flatMap((cells, index) =>
            cells.flatMap((text, place) =>
              text === ''
                ? []
                : [`${text} | ${10 + index}:00 | ${['Room 1', 'Room 2', 'Great hall'][place]}`],
            ),
          );
          expect(eventsOf(plan, 'time', 'venue').sort()).toEqual(expected.sort());
          const empty = rows.flatMap((cells, index) =>
            cells.every((text) => text === '') ? [`${10 + index}:00`] : [],
          );
          const words = JSON.stringify(plan.remarks);
          expect(empty.filter((time) => !words.includes(time))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
