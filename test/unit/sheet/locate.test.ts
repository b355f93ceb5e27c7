/** Tests a stored mapping on next season's list. */
import { describe, expect, it } from 'vitest';
import { planInit } from '../../../src/commands/init-plan.ts';
import type { Row, Sheet, Workbook } from '../../../src/read/sheet/model.ts';
import { listsOf } from '../../../src/read/table-import/layout.ts';
import { type Located, located } from '../../../src/read/table-import/locate.ts';
import { KNOWN_FIELDS } from '../../../src/read/table-import/mapping.ts';
import { eventRows } from '../../../src/read/table-import/rows.ts';

/** A sheet of lines whose cells are separated by bars. */
function sheetOf(name: string, lines: string): Sheet {
  const rows = lines.split('\n').map((line, index): Row => {
    const cells = line.split('|').map((text) => text.trim());
    return {
      number: index + 1,
      cells: new Map(cells.flatMap((text, at) => (text === '' ? [] : [[at + 1, { text }] as const]))),
    };
  });
  return { name, rows: rows.filter(({ cells }) => cells.size > 0), merges: [] };
}

const bookOf = (...sheets: Sheet[]): Workbook => ({ sheets, notes: [] });

/** The mapping of one list, found again in the list of the next season. */
function inNext(first: Workbook, next: Workbook, answers?: ReadonlyMap<string, string>): Located {
  const { mapping } = planInit(first, 'list-2030.xlsx', { answers: new Map([['year', '2030']]) });
  const { stored } = located(first, mapping);
  return located(next, stored, answers);
}

/** The cells of the events that a mapping reads from a list. */
function eventsIn(workbook: Workbook, { mapping }: Located): string[] {
  const options = { file: 'list.xlsx', fields: KNOWN_FIELDS, isTheme: () => false, isRegion: () => false };
  const { rows, problems } = eventRows(listsOf(workbook, mapping), options);
  expect(problems).toEqual([]);
  return rows.map(({ cells }) =>
    [...cells]
      .filter(([, { text }]) => text !== '')
      .map(([field, { text }]) => `${field}: ${text}`)
      .join(', '),
  );
}

const HEAD = 'Uhrzeit | Titel | Ort';

describe('Stored mapping applied to next season’s list', () => {
  it('If there is a sheet for each day, each sheet has its own date, and the program asks about any additional sheet', () => {
    const first = bookOf(
      sheetOf('Fr 3. Mai 2030', `${HEAD}\n19:00 | Eröffnung | Oper\n21:00 | Jazz | Zelt`),
      sheetOf('Sa 4. Mai 2030', `${HEAD}\n10:00 | Lauf | Park\n20:00 | Ball | Oper`),
    );
    const next = bookOf(
      sheetOf('Fr 2. Mai 2031', `${HEAD}\n19:00 | Festakt | Oper`),
      sheetOf('Sa 3. Mai 2031', `${HEAD}\n10:00 | Regatta | Fluss`),
      sheetOf('So 4. Mai 2031', `${HEAD}\n11:00 | Matinee | Oper`),
    );
    const open = inNext(first, next);
    expect(open.questions).toMatchObject([{ name: 'sheet So 4. Mai 2031', safe: false }]);
    const dates = (place: Located): unknown[] => place.mapping.sheets.map(({ name, date }) => [name, date]);
    expect(dates(open)).toEqual([
      ['Fr 2. Mai 2031', 'Fr 2. Mai 2031'],
      ['Sa 3. Mai 2031', 'Sa 3. Mai 2031'],
    ]);
    const all = inNext(first, next, new Map([['sheet So 4. Mai 2031', 'yes']]));
    expect(dates(all).at(-1)).toEqual(['So 4. Mai 2031', 'So 4. Mai 2031']);
    const none = inNext(first, next, new Map([['sheet So 4. Mai 2031', 'no']]));
    expect(dates(none)).toEqual(dates(open));
    expect(located(next, none.stored).questions).toEqual([]);
  });

  it('The date above the headings becomes the date of the list; if the next list has no such date, the program asks for it', () => {
    const first = bookOf(
      sheetOf('Liste', `Samstag, 4. Mai 2030\n\n${HEAD}\n10:00 | Lauf | Park\n20:00 | Ball | Oper`),
    );
    const next = bookOf(sheetOf('Liste', `Samstag, 3. Mai 2031\n\n${HEAD}\n10:00 | Regatta | Fluss`));
    expect(inNext(first, next).mapping.sheets[0]?.date).toBe('Samstag, 3. Mai 2031');
    const without = bookOf(sheetOf('Liste', `${HEAD}\n10:00 | Regatta | Fluss`));
    expect(inNext(first, without).questions).toMatchObject([{ name: 'date Liste' }]);
  });

  it('Tables placed one below another are found by their headings', () => {
    const table = (head: string, ...rows: string[]): string => [head, ...rows].join('\n');
    const lines = (...extra: string[]): string =>
      [
        table('Titre | Date | Lieu', 'Bal | 4 mai 2030 | Aula', ...extra),
        '',
        table(
          'Titre | Date | Salle | Public',
          'Loto | 5 mai 2030 | Foyer | Familles',
          'Quiz | 6 mai 2030 | Foyer | Tous',
        ),
      ].join('\n');
    const first = bookOf(sheetOf('Liste', lines()));
    const next = bookOf(sheetOf('Liste', lines('Concert | 7 mai 2030 | Cour', 'Bingo | 8 mai 2030 | Cour')));
    const before = eventsIn(first, located(first, inNext(first, first).stored));
    const now = eventsIn(next, inNext(first, next));
    expect(now.filter((event) => !before.includes(event))).toEqual([
      expect.stringContaining('Concert'),
      expect.stringContaining('Bingo'),
    ]);
    expect(before.filter((event) => !now.includes(event))).toEqual([]);
  });

  it('Tables placed one below another are found quickly, even in a sheet with many merged cells', () => {
    const table = 'Titre | Date | Lieu\nBal | 4 mai 2030 | Aula';
    const second = 'Titre | Date | Salle | Public\nQuiz | 6 mai 2030 | Foyer | Tous';
    const book = bookOf(sheetOf('Liste', `${table}\n\n${second}`));
    const { stored } = inNext(book, book);
    const [upper, lower] = stored.sheets;
    if (upper === undefined || lower === undefined) throw new Error('two tables are expected');
    const inTwoRows = { ...stored, sheets: [upper, { ...lower, header: [4, 5] }] };
    const count = 8000;
    const next = sheetOf(
      'Liste',
      `${table}\n${'Loto | 5 mai 2030 | Foyer\n'.repeat(count)}\n${second.replace('\n', '\n | | | Age\n')}`,
    );
    const merges = Array.from({ length: count }, (_, index) => ({
      top: index + 3,
      bottom: index + 3,
      left: 1,
      right: 2,
    }));
    const began = process.cpuUsage();
    const { mapping } = located(bookOf({ ...next, merges }), inTwoRows);
    expect(process.cpuUsage(began).user).toBeLessThan(1_500_000);
    expect(mapping.sheets.map(({ header }) => header)).toEqual([[1], [count + 4, count + 5]]);
  });

  it('A column without a heading is found even if columns are inserted, and the program asks about a repeated heading', () => {
    const first = bookOf(
      sheetOf(
        'Liste',
        ' | Title | Date\nMusic | Choir | 4 May 2030\nMusic | Organ | 5 May 2030\nDance | Tango | 6 May 2030',
      ),
    );
    const next = bookOf(
      sheetOf('Liste', 'No | | Title | Date\n1 | Music | Choir | 4 May 2030\n2 | Dance | Tango | 6 May 2030'),
    );
    expect(inNext(first, next).mapping.sheets[0]?.columns.map(({ column }) => column)).toEqual([
      'B',
      'C',
      'D',
    ]);
    const twice = bookOf(
      sheetOf(
        'Liste',
        ' | Title | Date | Date\nMusic | Choir | 4 May 2030 | 1 May 2030\nDance | Tango | 6 May 2030 | 1 May 2030',
      ),
    );
    expect(inNext(first, twice).questions).toMatchObject([
      { name: 'renamed Date', answers: [{ value: 'column C' }, { value: 'column D' }, { value: 'none' }] },
    ]);
  });

  it('A grid of times and rooms is found even if a column is inserted before it', () => {
    const grid = (before: string): string =>
      [
        `${before} | Saal | Zelt | Hof`,
        `${before} 10:00 | Chor | Jazz | Tanz`,
        `${before} 11:00 | Orgel | Rock | Zirkus`,
        `${before} 12:00 | Lesung | Pop | Spiel`,
      ].join('\n');
    const first = bookOf(sheetOf('Sa 4. Mai 2030', grid('')));
    const next = bookOf(sheetOf('Sa 4. Mai 2030', grid(' | ').replace(/^ \| {2}/gm, 'x | ')));
    const words = (events: readonly string[]): string[] =>
      events.map((event) => event.replace(/x, /, '')).sort();
    expect(words(eventsIn(next, inNext(first, next)))).toEqual(words(eventsIn(first, inNext(first, first))));
  });

  it('A column that is missing from one list stays in the mapping for later lists', () => {
    const first = bookOf(
      sheetOf(
        'Liste',
        'Titre | Date | Salle | Contact\nBal | 4 mai 2030 | Aula | Anne\nLoto | 5 mai 2030 | Foyer | Luc',
      ),
    );
    const next = bookOf(sheetOf('Liste', 'Titre | Date | Salle\nBal | 4 mai 2030 | Aula'));
    const { stored, missing } = inNext(first, next);
    expect(missing).toEqual(['Contact']);
    expect(located(first, stored).mapping.sheets[0]?.columns.at(-1)).toMatchObject({
      column: 'D',
      field: 'contact',
    });
  });

  it.each([
    [
      'Titre | Date | Autres informations | Informations',
      'Bal | 4 mai 2030 | Entrée libre | code du portail',
      'Titre | Date | Accueil du public | Informations',
      'Autres informations',
    ],
    [
      'Titel | Datum | Weitere Hinweise | Hinweise',
      'Chor | 4. Mai 2030 | Eintritt frei | Schlüssel holen',
      'Titel | Datum | Für Besucher | Hinweise',
      'Weitere Hinweise',
    ],
    [
      'Titel | Beginn Datum | Ende Datum | Ort',
      'Messe | 4. Mai 2030 | 6. Mai 2030 | Aula',
      'Titel | Datum | Bis | Ort',
      'Beginn Datum',
    ],
  ])(
    'A heading that equals only the end of a stored heading is not assigned to the stored column: %s',
    (head, event, now, lacking) => {
      const first = bookOf(sheetOf('Liste', `${head}\n${event}`));
      const next = bookOf(sheetOf('Liste', `${now}\n${event}`));
      expect(inNext(first, next).questions[0]?.name).toBe(`renamed ${lacking}`);
    },
  );

  it('Headings in two rows are found even if columns are inserted and the upper heading is only above the first of its columns', () => {
    const list = (x: string, head: string): Workbook =>
      bookOf(
        sheetOf(
          'Liste',
          `Titel |${head} Datum | | Ort\n |${head} Beginn | Ende\nMesse |${x} 4. Mai 2030 | 6. Mai 2030 | Aula`,
        ),
      );
    const [before, now] = [list('', ''), list(' Musik |', ' Sparte |')];
    expect(inNext(before, now)).toMatchObject({ questions: [], missing: [] });
    expect(eventsIn(now, inNext(before, now))).toEqual(eventsIn(before, inNext(before, before)));
  });

  it.each([
    ['Titel | Datum | Ort', '4. Mai 2030 | Tanz | Halle', ['Nom', 'Jour', 'Salle'], 'Jour | Nom | Salle'],
    ['Titre | Date | Lieu', '4 mai 2030 | Bal | Aula', ['Was', 'Wann', 'Wo'], 'Wann | Was | Wo'],
  ])(
    'If none of the stored headings occurs, the program asks, and does not identify columns by position: %s',
    (head, event, own, now) => {
      const names = head.split(' | ');
      const [date, title, place] = event.split(' | ');
      const first = bookOf(sheetOf('Liste', `${head}\n${title} | ${date} | ${place}`));
      const next = bookOf(sheetOf('Liste', `${now}\n${event}`));
      const open = inNext(first, next);
      expect(open.questions.map(({ name }) => name)).toEqual(names.map((name) => `renamed ${name}`));
      expect(eventsIn(next, open)).toEqual([]);
      const answers = new Map(names.map((name, index) => [`renamed ${name}`, own[index] ?? '']));
      expect(eventsIn(next, inNext(first, next, answers))).toEqual([
        expect.stringContaining(`title: ${title}`),
      ]);
    },
  );

  it('An answer that does not name a column is rejected', () => {
    const first = bookOf(sheetOf('Liste', 'Titel | Datum | Ort\nTanz | 4. Mai 2030 | Halle'));
    const next = bookOf(sheetOf('Liste', 'Titel | Datum | Saal\nTanz | 4. Mai 2030 | Halle'));
    expect(() => inNext(first, next, new Map([['renamed Ort', 'Sall']]))).toThrow('renamed Ort=Sall');
  });

  it('Two renamed columns cannot be assigned to the same column', () => {
    const first = bookOf(
      sheetOf('Liste', 'Titel | Datum | Ort | Veranstalter\nTanz | 4. Mai 2030 | Halle | Verein'),
    );
    const next = bookOf(
      sheetOf('Liste', 'Titel | Datum | Saal | Träger\nTanz | 4. Mai 2030 | Halle | Verein'),
    );
    const renamed = (place: string, organiser: string): Located =>
      inNext(
        first,
        next,
        new Map([
          ['renamed Ort', place],
          ['renamed Veranstalter', organiser],
        ]),
      );
    expect(() => renamed('Saal', 'Saal')).toThrow('renamed Veranstalter=Saal');
    expect(eventsIn(next, renamed('Saal', 'Träger'))).toEqual([
      expect.stringContaining('ort: Halle, veranstalter: Verein'),
    ]);
  });

  it('If a column is not in the mapping, the remark on it states its headings in both rows', () => {
    const list = (group: string, heading: string, cell: string): Workbook =>
      bookOf(
        sheetOf(
          'Liste',
          `Veranstaltung |${group} Datum | | Ort\nTitel |${heading} Beginn | Ende\nMesse |${cell} 4. Mai 2030 | 6. Mai 2030 | Aula`,
        ),
      );
    const [first, next] = [list('', '', ''), list(' Presse |', ' Foto |', ' Archiv |')];
    const { mapping } = inNext(first, next);
    const options = { file: 'list.xlsx', fields: KNOWN_FIELDS, isTheme: () => false, isRegion: () => false };
    const { remarks } = eventRows(listsOf(next, mapping), options);
    expect(remarks.map(({ message }) => message)).toContain(
      'the column "Presse Foto" is not in the mapping, so it is not read: "Archiv"',
    );
  });
});
