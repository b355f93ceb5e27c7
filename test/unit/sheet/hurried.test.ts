import { describe, expect, it } from 'vitest';
import { type InitPlan, planInit } from '../../../src/commands/init-plan.ts';
import type { Row, Sheet } from '../../../src/read/sheet/model.ts';

/** A sheet of lines whose cells are parted by bars; cells that are empty are none. */
function sheetOf(name: string, lines: readonly string[], wide: readonly number[] = []): Sheet {
  const rows = lines.map(
    (line, index): Row => ({
      number: index + 1,
      cells: new Map(
        line
          .split('|')
          .flatMap((text, column) => (text.trim() === '' ? [] : [[column + 1, { text: text.trim() }]])),
      ),
    }),
  );
  const merges = wide.map((row) => ({ top: row, bottom: row, left: 1, right: 3 }));
  return { name, rows: rows.filter(({ cells }) => cells.size > 0), merges };
}

const planOf = (...sheets: Sheet[]): InitPlan => planInit({ sheets, notes: [] }, 'list.xlsx');

const themesOf = ({ programme }: InitPlan): string[] =>
  programme.themes.map(
    ({ theme, events }) => `${String(theme.title)}: ${events.map(({ id }) => id).join(' ')}`,
  );

const said = ({ remarks }: InitPlan): string[] => remarks.map(({ message, at }) => `${at?.cell}: ${message}`);

describe('categories that are few and stand often', () => {
  const rows = [
    'Chor|Konzert|4.5.2030',
    'Bach|Vortrag|5.5.2030',
    'Orgel|Konzert|6.5.2030',
    'Mozart|Vortrag|7.5.2030',
  ];

  it('are the themes, and that is shown', () => {
    const plan = planOf(sheetOf('Plan', ['Titel|Kategorie|Datum', ...rows]));
    expect(themesOf(plan)).toEqual(['Konzert: chor orgel', 'Vortrag: bach mozart']);
    expect(plan.fates[1]).toMatchObject({
      field: 'theme',
      why: '2 themes; field: category in the mapping prints them',
    });
    expect(plan.programme.config.fields.map(({ id }) => id)).toEqual(['title', 'date']);
  });

  it('are a column where something else names themes, where the mapping says so, and where they are many', () => {
    const themed = planOf(
      sheetOf('Plan', ['Titel|Kategorie|Thema|Datum', ...rows.map((row) => row.replace('|', '|x|'))]),
    );
    expect(themesOf(themed)).toEqual(['Konzert: chor orgel', 'Vortrag: bach mozart']);
    const spanned = planOf(sheetOf('Plan', ['Titel|Kategorie|Datum', 'Halle A', ...rows], [2]));
    expect(themesOf(spanned)).toEqual(['Halle A: chor bach orgel mozart']);
    const sheet = sheetOf('Plan', ['Titel|Kategorie|Datum', ...rows]);
    const { mapping } = planOf(sheet);
    const columns = mapping.sheets[0]?.columns.map((column) =>
      column.field === 'theme' ? { ...column, field: 'category' } : column,
    );
    const changed = { ...mapping, sheets: [{ ...mapping.sheets[0], header: [1], columns: columns ?? [] }] };
    const printed = planInit({ sheets: [sheet], notes: [] }, 'list.xlsx', changed);
    expect(printed.programme.config.themes.map(({ columns }) => columns)).toEqual([
      ['title', 'category', 'date'],
    ]);
    const many = planOf(
      sheetOf('Plan', ['Titel|Kategorie|Datum', ...rows.map((row, index) => row.replace('|', `|${index}`))]),
    );
    expect(themesOf(many)).toEqual(['Veranstaltungen: chor bach orgel mozart']);
  });

  it('say nothing of an event whose cell is empty where each row says them again', () => {
    const lines = [
      'Titre|Type|Date',
      'a|Bal|4 mai 2030',
      'b|Bal|5 mai 2030',
      'c||6 mai 2030',
      'd|Jeu|7 mai 2030',
    ];
    const { programme } = planOf(sheetOf('Feuil1', lines));
    expect(programme.themes.flatMap(({ events }) => events.map(({ category }) => category))).toEqual([
      'Bal',
      'Bal',
      undefined,
      'Jeu',
    ]);
  });
});

describe('an export with lists besides the events', () => {
  it('has a sheet of something else: no date, other headings; it is named and not read', () => {
    const plan = planOf(
      sheetOf('Termine', ['Titel|Datum|Raum', 'Chor|4.5.2030|Aula', 'Jazz|5.5.2030|Keller']),
      sheetOf('Räume', ['Name|Raumplan|Plätze', 'Aula|A|300', 'Keller|K|40']),
    );
    expect(themesOf(plan)).toEqual(['Veranstaltungen: chor jazz']);
    expect(said(plan)).toEqual([
      'Räume!A1:C3: a table of something else, not read: "Name · Raumplan · Plätze", 2 rows: "Aula · A · 300 | Keller · K · 40"',
    ]);
    const alike = planOf(
      sheetOf('Termine', ['Titel|Datum|Raum', 'Chor|4.5.2030|Aula']),
      sheetOf('Dauerhaft', ['Titel|Raum|Preis', 'Sammlung|Turm|frei']),
    );
    expect(themesOf(alike)).toEqual(['Termine: chor', 'Dauerhaft: sammlung']);
  });

  it('has tracks that come again and again: an empty one is none, not that of the event above', () => {
    const tracks = ['A', 'B', 'A', 'C', '', 'B', 'A', 'C', 'B'];
    const plan = planOf(
      sheetOf('Plan', [
        'Title|Track|Date',
        ...tracks.map((track, index) => `Talk ${index}|${track}|4 May 2030`),
      ]),
    );
    expect(themesOf(plan).find((theme) => theme.includes('talk-4'))).toBe('Events: talk-4');
    const once = planOf(
      sheetOf('Plan', ['Title|Track|Date', 'Opening|A|4 May 2030', 'Talk||4 May 2030', 'End|B|5 May 2030']),
    );
    expect(themesOf(once)).toEqual(['A: opening talk', 'B: end']);
  });

  it('has headings of a form in another language than the cells, pictures, and a city with its districts', () => {
    const long =
      'Das ist ein Abend mit dem Chor und der Orgel, die es in der Kirche und auf dem Platz zu hören gibt.';
    const plan = planOf(
      sheetOf('Plan', [
        'Titel|Datum|Abstract|Beschreibung|Image|City|City district',
        `Chor|4.5.2030|${long}|${long}|chor.jpg|Köln|Süd`,
        `Orgel|5.5.2030|${long}|${long}|https://example.org/o.png?w=3|Köln|Nord`,
      ]),
    );
    expect(plan.programme.config.languages).toEqual(['de']);
    expect(plan.fates.map(({ field, internal, why }) => `${field} ${internal ? why : ''}`.trim())).toEqual([
      'title',
      'date',
      'description.de',
      'description.de',
      'image files of pictures',
      'city',
      'city-district',
    ]);
  });
});

describe('dates that no column has', () => {
  const whens = ({ programme }: InitPlan): string[] =>
    programme.themes.flatMap(({ events }) =>
      events.map(({ id, date, when }) => `${id}: ${String(date)}, ${when}`),
    );

  it('are the names of the sheets', () => {
    const plan = planOf(
      sheetOf('3 мая 2030', ['Время|Мероприятие|Зал', '10:00|Лекция|А']),
      sheetOf('4 мая 2030', ['Время|Мероприятие|Зал', '10:00|Показ|А']),
    );
    expect(whens(plan)).toEqual(['lektsiya: 3 мая 2030, 2030-05-03', 'pokaz: 4 мая 2030, 2030-05-04']);
    expect(plan.programme.config.themes.map(({ columns }) => columns[0])).toEqual(['date', 'date']);
    expect(said(plan)).toContain('4 мая 2030: no column has dates: "4 мая 2030" is that of all events');
  });

  it('stand in rows of their own', () => {
    const lines = [
      'Uhrzeit|Veranstaltung|Raum',
      'Samstag, 4.5.',
      '10 Uhr|Chor|A',
      'Sonntag, 5.5.',
      '11 Uhr|Lauf|B',
    ];
    const plan = planOf(sheetOf('Plan 2030', lines));
    expect(themesOf(plan)).toEqual(['Veranstaltungen: chor lauf']);
    expect(whens(plan)).toEqual(['chor: Samstag, 4.5., 2030-05-04', 'lauf: Sonntag, 5.5., 2030-05-05']);
  });

  it('are the only day that the lines above name', () => {
    const lines = [
      'Open day on 14 June 2030 at the old mill',
      '',
      'Time|What|Where',
      '10 am|Tour|Gate',
      '11 am|Talk|Hall',
    ];
    expect(whens(planOf(sheetOf('Sheet1', lines)))).toEqual([
      'tour: 14 June 2030, 2030-06-14',
      'talk: 14 June 2030, 2030-06-14',
    ]);
  });
});

describe('dates and hours as people type them', () => {
  const eventsOf = (...lines: string[]): string[] =>
    planOf(sheetOf('Plan', lines)).programme.themes.flatMap(({ events }) =>
      events.map(({ id, date, time, when }) =>
        [id, date, time, when]
          .map((one) => String(one ?? '–'))
          .join(' | ')
          .replaceAll('\u00a0', ' '),
      ),
    );

  it('stand in one column, beside another one of years', () => {
    expect(
      eventsOf(
        'Titre|Jour|Année',
        'Bal|samedi 4 mai 2030 de 20h à minuit|2030',
        'Foire|dimanche 5 mai 2030 dès 9h30|2030',
      ),
    ).toEqual([
      'bal | samedi 4 mai 2030 | de 20h à minuit | 2030-05-04',
      'foire | dimanche 5 mai 2030 | dès 9h30 | 2030-05-05',
    ]);
  });

  it('have years in two digits, over the turn of a year', () => {
    expect(eventsOf('Titel|Datum', 'Chor|30.11.29', 'Orgel|05.01.30')).toEqual([
      'chor | 30.11.29 | – | 2029-11-30',
      'orgel | 05.01.30 | – | 2030-01-05',
    ]);
  });

  it('have start and end in columns of their own: one time; the night belongs to the day before', () => {
    expect(
      eventsOf('Название|Дата|Начало|Окончание', 'Бал|4 мая 2030|19:00|21:00', 'Хор|5 мая 2030|12:00|'),
    ).toEqual(['bal | 4 мая 2030 | 19:00–21:00 | 2030-05-04', 'khor | 5 мая 2030 | 12:00 | 2030-05-05']);
    expect(
      eventsOf(
        'Title|Start|End',
        'Disco|2030-05-04 22:00|2030-05-05 02:00',
        'Camp|2030-05-04 10:00|2030-05-05 16:00',
        'Choir|2030-05-06 19:00|2030-05-06 21:00',
      ),
    ).toEqual([
      'disco | 4 May 2030 | 22:00–02:00 | 2030-05-04',
      'camp | 4–5 May 2030 | 10:00–16:00 | 2030-05-04/2030-05-05',
      'choir | 6 May 2030 | 19:00–21:00 | 2030-05-06',
    ]);
  });

  it('have their end under “bis” beside a time: the field keeps its heading', () => {
    const plan = planOf(
      sheetOf('Plan', ['Titel|Datum|Uhrzeit|bis', 'Chor|4.5.2030|19:00|21:00', 'Jazz|5.5.2030|20:00|23:00']),
    );
    expect(plan.programme.config.fields.map(({ id, heading }) => `${id}: ${String(heading)}`)).toEqual([
      'title: Titel',
      'date: Datum',
      'uhrzeit: Uhrzeit',
    ]);
    expect(plan.programme.themes[0]?.events[0]?.uhrzeit).toBe('19:00–21:00');
  });
});

describe('times of day', () => {
  const timeOf = (...lines: string[]) => {
    const plan = planOf(sheetOf('List 2030', lines));
    const { fields } = plan.programme.config;
    const times = fields.filter(({ kind }) => kind === 'time').map(({ id }) => id);
    return {
      times,
      events: plan.programme.themes.flatMap(({ events }) => events.map((one) => one[times[0] ?? ''])),
    };
  };

  it.each([
    ['Titre|Date|Horaires', ['20h30', '9h-12h / 14h-18h', 'dès 18 h', 'midi']],
    ['Titel|Datum|Beginn', ['19 Uhr', 'ab 20 Uhr', '11:00 und 14:00', '9:30']],
    ['Title|Date|When exactly', ['from 7pm', '2pm & 4pm', 'noon', '10.30am']],
    ['Название|Дата|Часы', ['с 10:00 до 18:00', 'в 18 ч.', '10:00 и 14:00', '12:00']],
  ])('are those of a column, however they are written: %s', (headings, hours) => {
    const { times, events } = timeOf(
      headings,
      ...hours.map((hour, day) => `Event ${day}|${day + 4}.05.2030|${hour}`),
    );
    expect(times.length).toBe(1);
    expect(events).toEqual(hours);
  });

  it('beside dates go into the column of times that there is', () => {
    expect(
      timeOf(
        'Titre|Date|Heure',
        'Bal|4 mai 2030|20h',
        'Foire|5 mai 2030 de 9h à 13h|',
        'Loto|6 mai 2030 à 14h|jusqu’à 18h',
      ),
    ).toEqual({ times: ['heure'], events: ['20h', 'de 9h à 13h', '14h, jusqu’à 18h'] });
  });
});

describe('headings of programs', () => {
  const headingsOf = (...lines: string[]) =>
    planOf(sheetOf('List 2030', lines)).programme.config.fields.map(({ heading }) => heading);

  it('are printed with a capital, and with their words apart', () => {
    expect(
      headingsOf(
        'titre|date|code_insee|openingHours|eventURL|Mot-clé',
        'Le bal des pompiers de la ville avec les enfants du quartier|4 mai 2030|35001|20h|https://example.org|danse',
      ),
    ).toEqual(['Titre', 'Date', 'Code insee', 'Opening hours', 'Event URL', 'Mot-clé']);
  });

  it('are those of the language where they are in another', () => {
    expect(
      headingsOf(
        'date|title|location|shortDescription',
        '4. Mai 2030|Das Osterfeuer auf der Wiese|Am Weiher|Für Jung und Alt mit Getränken und einer kleinen Feier',
        '5. Mai 2030|Das Fest der Vereine|Im Saal|Mit Musik und Tanz bis in die Nacht',
      ),
    ).toEqual(['Veranstaltung', 'Beschreibung', 'Geplanter Termin', 'Location']);
    expect(headingsOf('Datum|Event|Ort', '4. Mai 2030|Das Fest|Im Saal')).toEqual(['Event', 'Datum', 'Ort']);
  });
});

describe('letters in the look of a formula', () => {
  it('are read as plain ones, and named', () => {
    const plan = planOf(
      sheetOf('List 2030', ['Titre|Date', '𝗢𝗟𝗬𝗠𝗣𝗜𝗔𝗗𝗘𝗦 𝟮𝟬𝟯𝟬 au parc|4 mai 2030', 'Bal 🎉|5 mai 2030']),
    );
    expect(plan.programme.themes[0]?.events.map(({ title }) => title)).toEqual([
      'OLYMPIADES 2030 au parc',
      'Bal 🎉',
    ]);
    expect(plan.remarks.map(({ message }) => message)).toContain(
      'letters in the look of a formula are read as plain ones: "OLYMPIADES 2030 au parc"',
    );
  });
});

describe('a plan with numbers', () => {
  const plan = planOf(
    sheetOf('List', [
      '№|Дата и время проведения|Мероприятие|Место',
      '1|2|3|4',
      'ЯНВАРЬ',
      '1|07.01.2030 12:00|Гуляния|Площадь',
      '2|14 января|Концерт|Дом культуры',
      'ФЕВРАЛЬ',
      '3|по плану|Смотр|Школа',
      '4|по плану|Турнир|Стадион',
      '5|по плану|Выставка|Музей',
      'Итого:||5 мероприятий',
    ]),
  );

  it('of columns has no event of them', () => {
    expect(plan.programme.themes.flatMap(({ events }) => events.map(({ title }) => title))).toEqual([
      'Гуляния',
      'Концерт',
      'Смотр',
      'Турнир',
      'Выставка',
    ]);
  });

  it('of rows below months has no days of them', () => {
    expect(plan.programme.themes.flatMap(({ events }) => events.map(({ when }) => when))).toEqual([
      '2030-01-07',
      '2030-01-14',
      undefined,
      undefined,
      undefined,
    ]);
    expect(plan.fates[0]).toMatchObject({ heading: '№', internal: true, why: 'numbers of rows' });
  });
});

describe('a line above the list that says which paper it is', () => {
  const titleOf = (...lines: string[]) =>
    planOf(sheetOf('List', [...lines, 'Titel|Datum|Ort', 'Chor|4.5.2030|Aula', 'Orgel|5.5.2030|Dom']))
      .programme.config;

  it.each([
    [
      'УТВЕРЖДАЮ',
      'Министр культуры',
      '______________ И. И. Иванов',
      'План мероприятий министерства на 2030 год',
    ],
    ['Приложение № 1 к приказу от 12.01.2030 № 5', 'План мероприятий министерства на 2030 год'],
    [
      'Приложение № 1',
      'к распоряжению администрации от 12.01.2030',
      'ПЛАН городских мероприятий на 2030 год',
    ],
    ['Annexe 2', 'Programme de l’été 2030 à Exemple-sur-Mer'],
    ['PROJET', 'Programme de l’été 2030 à Exemple-sur-Mer'],
    ['Anlage 3', 'Kultursommer Beispielstadt 2030'],
    ['Stand 12.3.2030', 'Kultursommer Beispielstadt 2030'],
    ['DRAFT', 'Summer in Exampleton 2030'],
    ['Version 3, 12 March', 'Summer in Exampleton 2030'],
  ])('is no title: %s', (...lines) => {
    expect(titleOf(...lines).title).toBe(lines.at(-1));
  });

  it('goes on in small letters below the stamp of an official paper, as the title does', () => {
    const lines = [
      'УТВЕРЖДЕНО',
      'приказом от 12.01.2030 № 5',
      'КАЛЕНДАРНЫЙ ПЛАН',
      'мероприятий музея на 2030 год',
    ];
    const plan = planOf(sheetOf('List', [...lines, 'Название|Дата|Место', 'Хор|4.5.2030|Зал']));
    expect(plan.programme.config.title).toBe('КАЛЕНДАРНЫЙ ПЛАН мероприятий музея на 2030 год');
    expect(plan.remarks.map(({ message }) => message)).toEqual([
      'above the table, not in the dataset: "УТВЕРЖДЕНО"',
      'above the table, not in the dataset: "приказом от 12.01.2030 № 5"',
    ]);
    expect(titleOf('Summer in Exampleton', 'all events are free').title).toBe('Summer in Exampleton');
  });

  it('is not taken for one where the words only begin so', () => {
    expect(titleOf('Projet éducatif 2030', 'Toutes les dates').title).toBe('Projet éducatif 2030');
    expect(titleOf('Entwurf und Handwerk 2030').title).toBe('Entwurf und Handwerk 2030');
    expect(titleOf('Approved walks in Exampleton').title).toBe('Approved walks in Exampleton');
  });
});

describe('what is written once for several rows', () => {
  const rowsOf = (plan: InitPlan, ...fields: string[]): string[] =>
    plan.programme.themes.flatMap(({ events }) =>
      events.map((event) => ['title', ...fields].map((field) => String(event[field] ?? '–')).join(' | ')),
    );

  it('is the day of events that have an hour, and no total', () => {
    const plan = planOf(
      sheetOf('Feuil1', [
        'Date|Horaire|Quoi',
        'lundi 6 mai 2030|10h|Lecture',
        '|14h|Atelier',
        'mardi 7 mai 2030|10h|Contes',
        '|20h|Slam',
        'Total||4 rendez-vous',
      ]),
    );
    expect(rowsOf(plan, 'when')).toEqual([
      'Lecture | 2030-05-06',
      'Atelier | 2030-05-06',
      'Contes | 2030-05-07',
      'Slam | 2030-05-07',
    ]);
    expect(said(plan)).toEqual([
      'Feuil1!A3: the empty cell means the same as Feuil1!A2: "lundi 6 mai 2030"',
      'Feuil1!A5: the empty cell means the same as Feuil1!A4: "mardi 7 mai 2030"',
      'Feuil1!A6: not an event: "Total · 4 rendez-vous"',
    ]);
    const undated = planOf(
      sheetOf('Plan', ['Datum|Uhrzeit|Titel', '4.5.2030|19:00|Chor', '||Sammlung', '5.5.2030|20:00|Jazz']),
    );
    expect(rowsOf(undated, 'when')).toEqual(['Chor | 2030-05-04', 'Sammlung | –', 'Jazz | 2030-05-05']);
  });

  it('is the day that stands alone in the column of dates', () => {
    const plan = planOf(
      sheetOf('План', [
        'Дата|Время|Мероприятие|Место',
        '4 мая 2030',
        '|10:00|Открытие|Зал',
        '|12:00|Концерт|Двор',
        '5 мая 2030',
        '|10:00|Экскурсия|Музей',
      ]),
    );
    expect(rowsOf(plan, 'when')).toEqual([
      'Открытие | 2030-05-04',
      'Концерт | 2030-05-04',
      'Экскурсия | 2030-05-05',
    ]);
    expect(plan.programme.themes).toHaveLength(1);
  });

  it('is said by dito, idem, то же, ditto, and by marks; each is named', () => {
    const plan = planOf(
      sheetOf('Plan', [
        'Titel|Datum|Beginn|Ort|Eintritt',
        'Chor|4.5.2030|19 Uhr|Dom|12 €',
        'Orgel|5.5.2030|dito|"|-„-',
        'Jazz|6.5.2030|20 Uhr|Idem.|frei',
        'Tanz|7.5.2030|то же|—//—|ditto',
      ]),
    );
    expect(rowsOf(plan, 'beginn', 'ort', 'eintritt')).toEqual([
      'Chor | 19 Uhr | Dom | 12 €',
      'Orgel | 19 Uhr | Dom | 12 €',
      'Jazz | 20 Uhr | Dom | frei',
      'Tanz | 20 Uhr | Dom | frei',
    ]);
    expect(plan.programme.config.fields.find(({ id }) => id === 'eintritt')?.kind).toBe('price');
    expect(said(plan)[0]).toBe('Plan!C3: means the same as C2: "19 Uhr"');
  });

  it('is the month above the headings, where rows are those of the others', () => {
    const plan = planOf(
      sheetOf('Plan', [
        'Mai 2030',
        'Uhrzeit|Titel|Ort',
        '19:30|Theater|Park',
        'Juni 2030',
        '15:00|Fest|Platz',
      ]),
    );
    expect(rowsOf(plan, 'when')).toEqual(['Theater | 2030-05', 'Fest | 2030-06']);
  });
});

describe('dates as numbers, and hours under “When”', () => {
  it('are days since 1900 where the heading says date, and postcodes elsewhere', () => {
    const plan = planOf(
      sheetOf('Liste', ['Date|Titre|Code postal', '47607.8125|Bal|44000', '47608|Foire|44100']),
    );
    const events = plan.programme.themes.flatMap(({ events }) => events);
    expect(events.map(({ when, time }) => `${when} ${time ?? '–'}`)).toEqual([
      '2030-05-04 19:30',
      '2030-05-05 –',
    ]);
    expect(events.map((event) => event['code-postal'])).toEqual(['44000', '44100']);
    expect(said(plan)).toEqual([
      'Liste!A2: the number 47607.8125 is read as the date 2030-05-04, in days since 1900',
      'Liste!A3: the number 47608 is read as the date 2030-05-05, in days since 1900',
    ]);
  });

  it('are no dates where the name of the sheet is', () => {
    const plan = planOf(
      sheetOf('Fri 3 May 2030', ['When|What|Where', '6pm–8pm|Opening|Hall', 'from 9pm|Quiz|Anchor']),
    );
    expect(plan.programme.themes[0]?.events.map((event) => `${event['when-2']} ${event.when}`)).toEqual([
      '6pm–8pm 2030-05-03',
      'from 9pm 2030-05-03',
    ]);
  });
});

describe('an export of a program', () => {
  it('has dates whose order the others of the column tell', () => {
    const lines = [
      'ID|Title|startDate|endDate',
      '1|Fair|25/06/2030|29/06/2030',
      '2|Race|11/06/2030|12/06/2030',
    ];
    const plan = planOf(sheetOf('events', lines));
    expect(plan.mapping.order).toBe('day-first');
    expect(plan.programme.themes.flatMap(({ events }) => events.map(({ when }) => when))).toEqual([
      '2030-06-25/2030-06-29',
      '2030-06-11/2030-06-12',
    ]);
    const american = planOf(
      sheetOf('events', ['Title|Date', 'Fair|6/25/2030 7:30 PM', 'Race|6/11/2030 9:00 AM']),
    );
    expect(
      american.programme.themes.flatMap(({ events }) =>
        events.map(({ when, time }) => `${when} ${String(time)}`),
      ),
    ).toEqual(['2030-06-25 7:30 PM', '2030-06-11 9:00 AM']);
  });

  it('has escapes and Universal Time, and both are named', () => {
    const lines = [
      'Titre;Date_debut;Lieu',
      'Cours;20300504T120000Z;Salle 1\\, Hall\\nEtage 2',
      'Bal;20300505T120000Z;C:\\temp',
    ];
    const plan = planOf(
      sheetOf(
        'agenda',
        lines.map((line) => line.replaceAll(';', '|')),
      ),
    );
    expect(
      plan.programme.themes.flatMap(({ events }) => events.map(({ time, lieu }) => [time, lieu])),
    ).toEqual([
      ['12:00', 'Salle 1, Hall Etage 2'],
      ['12:00', 'C:\\temp'],
    ]);
    expect(said(plan)).toEqual([
      'agenda!C2: markup of web pages or signs of an export are read as text',
      'agenda!B2: the time is Universal Time (Z), and written as it stands',
      'agenda!B3: the time is Universal Time (Z), and written as it stands',
    ]);
  });
});

describe('a hurried sheet', () => {
  it('has more columns than a table has room for: its events are lists; beyond twelve, hours and prices are printed before others', () => {
    const head = 'Title|Date|A1|B1|C1|D1|E1|F1';
    const lines = (more: string, cells: string): string[] => [
      head + more,
      `Fair|4 May 2030|a|b|c|d|e|f${cells}`,
      `Race|5 May 2030|a|b|c|d|e|f${cells}`,
    ];
    const table = planOf(sheetOf('Plan', lines('', '')));
    expect([table.listed, table.programme.themes[0]?.theme.columns.length]).toEqual([false, 8]);
    const list = planOf(sheetOf('Plan', lines('|G1|H1|I1|Fee', '|g|h|i|free')));
    expect([list.listed, list.programme.themes[0]?.theme.columns.length]).toEqual([true, 12]);
    expect(list.fates.filter(({ internal }) => internal)).toEqual([]);
    const more = planOf(sheetOf('Plan', lines('|G1|H1|I1|J1|Fee', '|g|h|i|j|£9')));
    expect(more.fates.filter(({ internal }) => internal).map(({ field, why }) => `${field}: ${why}`)).toEqual(
      ['j1: more than 12 columns'],
    );
  });

  it('has a second table of something else, which is named once', () => {
    const lines = [
      'Titre|Date|Lieu',
      'Bal|4 mai 2030|Parc',
      '',
      'Partenaire|Ville|Montant',
      'Musée|Ici|1200',
      'École||800',
    ];
    expect(said(planOf(sheetOf('Feuil1', lines)))).toEqual([
      'Feuil1!A4:C6: a table of something else, not read: "Partenaire · Ville · Montant", 2 rows: "Musée · Ici · 1200 | École · 800"',
    ]);
  });

  it('has ids before the titles, and remarks under a short heading', () => {
    const lines = [
      'Event ID|Show|Date|Rmq',
      'EV-1|Red house|4 May 2030|ask Ann',
      'EV-2|Old river|5 May 2030|',
    ];
    const { programme, fates } = planOf(sheetOf('Sheet1', lines));
    expect(
      programme.themes.flatMap(({ events }) => events.map(({ id, title }) => `${id}: ${String(title)}`)),
    ).toEqual(['ev-1: Red house', 'ev-2: Old river']);
    expect(fates[3]).toMatchObject({ field: 'rmq', internal: true });
  });

  it('has towns beside organisers, which are no sides of a cooperation', () => {
    const lines = ['Titel|Datum|Stadt|Veranstalter', 'Chor|4.5.2030|Köln|Verein', 'Lauf|5.5.2030|Bonn|Club'];
    const { config } = planOf(sheetOf('Plan', lines)).programme;
    expect(config.sides).toEqual([]);
    expect(config.fields.map(({ id }) => id)).toEqual(['title', 'date', 'stadt', 'veranstalter']);
  });
});
