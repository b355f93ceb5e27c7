import { describe, expect, it } from 'vitest';
import type { InitPlan } from '../../../src/commands/init-plan.ts';
import { areDescribedBelow, withDescriptions } from '../../../src/read/table-import/below.ts';
import { planOf, sheetOf } from './lines.ts';

const eventsOf = ({ programme }: InitPlan): string[] =>
  programme.themes.flatMap(({ events }) =>
    events.map(({ title, description = '' }) => `${String(title)} = ${String(description)}`),
  );

const said = ({ remarks }: InitPlan): string[] => remarks.map(({ message, at }) => `${at?.cell}: ${message}`);

describe('a row that describes the event above it', () => {
  it.each([
    [
      'Programm',
      'Datum|Uhrzeit|Titel|Ort',
      '4.5.2030|19 Uhr|Chor|Aula',
      '||mit Liedern aus vier Ländern|',
      '5.5.2030|11 Uhr|Orgel zur Marktzeit|Dom',
      '||Eine halbe Stunde Musik bei freiem Eintritt.|',
      [
        'Chor = mit Liedern aus vier Ländern',
        'Orgel zur Marktzeit = Eine halbe Stunde Musik bei freiem Eintritt.',
      ],
    ],
    [
      'Programme',
      'Date|Heure|Titre|Lieu',
      '4 mai 2030|20h|Bal|Salle des fêtes',
      '||(avec l’orchestre du lundi)|',
      '5 mai 2030|9h|Brocante|Place',
      '5 mai 2030|15h|Visite du moulin|Moulin',
      '||Le meunier raconte cent ans de farine.|',
      [
        'Bal = (avec l’orchestre du lundi)',
        'Brocante = ',
        'Visite du moulin = Le meunier raconte cent ans de farine.',
      ],
    ],
    [
      'План',
      'Дата|Время|Название|Место',
      '4 мая 2030|19:00|Концерт хора|Дом культуры',
      '||Песни четырёх стран и хоровод.|',
      '5 мая 2030|12:00|Экскурсия|Набережная',
      '||для школьников и их родителей|',
      ['Концерт хора = Песни четырёх стран и хоровод.', 'Экскурсия = для школьников и их родителей'],
    ],
  ])('is read with it: %s', (name, ...rest) => {
    const events = rest.pop();
    const plan = planOf(name, ...(rest as string[]));
    expect(eventsOf(plan)).toEqual(events);
    expect(said(plan).filter((words) => words.includes('description')).length).toBe(2);
    expect(plan.mapping.sheets[0]?.below).toEqual({ of: 'C', into: 'E' });
  });

  it('joins the column of descriptions, and leaves the day of the events below it alone', () => {
    const plan = planOf(
      'Days',
      'Day|Time|Title|Place|Description',
      'Sat 4 May|10:00|Walk|Marsh|Easy',
      '||bring boots|',
      '|12:00|Picnic|Mill|',
      '||Cakes are sold by the school.|',
      'Sun 5 May|10:00|Choir|Church|',
    );
    expect(eventsOf(plan)).toEqual([
      'Walk = Easy\nbring boots',
      'Picnic = Cakes are sold by the school.',
      'Choir = ',
    ]);
    expect(plan.programme.themes[0]?.events.map(({ when }) => when)).toEqual([
      '2030-05-04',
      '2030-05-04',
      '2030-05-05',
    ]);
  });

  it('is another event, and named, where it reads like a title', () => {
    const plan = planOf(
      'List',
      'Date|Time|Title|Place',
      '4 May 2030|20:00|Example Brothers|Club',
      '||Second Band|',
      '5 May 2030|20:00|Trio|Club',
      '||Fourth Band|',
    );
    expect(eventsOf(plan).length).toBe(4);
    expect(said(plan).filter((words) => words.includes('nothing but a title'))).toEqual([
      'List!C3: nothing but a title below an event, read as another event: "Second Band"',
      'List!C5: nothing but a title below an event, read as another event: "Fourth Band"',
    ]);
  });

  const rows = (...lines: string[]) => [{ rows: sheetOf('', lines).rows, title: 3 }];

  it('is not looked for where titles read so too, where rows hold little, or where one does', () => {
    const sentence = '||Songs of four countries.|';
    expect(areDescribedBelow(rows('4 May|1|Choir|Hall', sentence, '5 May|2|Ball|Hall', sentence))).toBe(true);
    expect(areDescribedBelow(rows('4 May|1|Choir|Hall', sentence, '5 May|2|Ball|Hall'))).toBe(false);
    expect(areDescribedBelow(rows('4 May|1|how to sing|Hall', sentence, '5|2|on balls|Hall', sentence))).toBe(
      false,
    );
    expect(areDescribedBelow(rows('4 May||Choir', sentence, '5 May||Ball', sentence))).toBe(false);
    expect(
      areDescribedBelow(
        rows('4|1|Choir|Hall', sentence, '||Duo', '||Trio', '||Band', '5|2|Ball|Hall', sentence),
      ),
    ).toBe(false);
  });

  it('stands right below: nothing is taken over a blank row, below another such row, or from headings', () => {
    const lines = [
      'Day|Time|Title|Place',
      '||begins here|',
      '4|1|Choir|Hall',
      '||songs|',
      '||and dances|',
      '5|2|Ball|Hall',
    ];
    const sheet = sheetOf('A', [...lines, '', '||late|']);
    const list = withDescriptions(sheet, [1], { of: 'C', into: 'E' });
    expect(list.rows.map(({ number, through }) => [number, through])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, 4],
      [5, undefined],
      [6, undefined],
      [8, undefined],
    ]);
    expect(list.rows[2]?.cells.get(5)).toEqual({ text: 'songs', from: 3 });
  });
});

describe('the date in the name of a sheet', () => {
  it.each([
    ['Day 1 - Thu 9 May 2030', '2030-05-09'],
    ['2. Tag – Freitag, 10. Mai 2030', '2030-05-10'],
    ['Festivaltag 2: 10.5.2030', '2030-05-10'],
    ['Jour 3 (samedi 11 mai 2030)', '2030-05-11'],
    ['День 1 — 9 мая 2030', '2030-05-09'],
    ['9 May 2030', '2030-05-09'],
  ])('stands behind the number of the day: %s', (name, when) => {
    const plan = planOf(name, 'Time|Title|Room', '10:00|Choir|Hall', '12:00|Ball|Hall');
    expect(plan.programme.themes[0]?.events.map((event) => event.when)).toEqual([when, when]);
  });

  it('is none where the number of the day may be one of the date', () => {
    const plan = planOf('Stage 1 - 9 May 2030', 'Time|Title|Room', '10:00|Choir|Hall', '12:00|Ball|Hall');
    expect(plan.programme.themes[0]?.events.map((event) => event.when)).toEqual([undefined, undefined]);
  });
});
