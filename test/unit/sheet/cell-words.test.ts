import { describe, expect, it } from 'vitest';
import { LANGS, LANGUAGES } from '../../../languages/index.ts';
import { planInit } from '../../../src/commands/init-plan.ts';
import { formatCode, shownNumber } from '../../../src/read/sheet/number-format.ts';
import { readSheets } from '../../../src/read/sheet/read.ts';
import {
  dated,
  holdsPrivate,
  isTakenBack,
  kindOfCells,
  noOf,
  withoutRegion,
  yesOf,
} from '../../../src/read/table-import/cell-text.ts';
import { NO_OWN_NAMES, readHeading } from '../../../src/read/table-import/headings.ts';
import { foldName } from '../../../src/reference/fold.ts';
import { isClocks } from '../../../src/text/dates/clock.ts';

describe('Yes and no', () => {
  it.each(LANGS)('Yes and no are recognised in %s, in upper and lower case', (lang) => {
    const { yes, no } = LANGUAGES[lang].cells;
    for (const word of yes.split('|'))
      expect([yesOf(word), yesOf(` ${word.toUpperCase()} `)]).toEqual([true, true]);
    for (const word of no.split('|')) expect([noOf(word), yesOf(word)]).toEqual([true, false]);
  });
});

describe('Words stating that an event is cancelled or postponed', () => {
  it.each([
    ['ABGESAGT: Konzert im Park', 'de'],
    ['Fällt leider aus!', 'de'],
    ['Lesung entfällt.', 'de'],
    ['12. Mai 2030 (verschoben)', 'de'],
    ['Annulé pour cause de grève', 'fr'],
    ['reporté au 3 juin', 'fr'],
    ['Concert – annulé', 'fr'],
    ['Cancelled due to illness', 'en'],
    ['[POSTPONED] Summer fair', 'en'],
    ['Suspendido por lluvia', 'es'],
    ['Spettacolo annullato', 'it'],
    ['Концерт отменён', 'ru'],
  ] as const)('“%s” states that an event is cancelled or postponed (language: %s)', (words, lang) => {
    expect(isTakenBack(words, lang)).toBe(true);
  });

  it.each([
    ['Reportage photo', 'fr'],
    ['Concert annuel, entrée gratuite', 'fr'],
    ['Free cancellation until the day before', 'en'],
    ['Bei Regen fällt das Konzert nicht aus, sondern findet im Saal statt', 'de'],
    ['Los suspensos de la escuela', 'es'],
  ] as const)('“%s” does not state that an event is cancelled or postponed (language: %s)', (words, lang) => {
    expect(isTakenBack(words, lang)).toBe(false);
  });

  it('A cell that states a cancellation is reported if the event does not have the status of a cancelled event', async () => {
    const list =
      'Titel;Datum;Bemerkungen;Status\nLesung;5.5.2030;entfällt;\nKino;6.5.2030;verlegt;bestätigt\nFest;7.5.2030;;\n';
    const { remarks } = planInit(await readSheets(Buffer.from(list), 'liste.csv'), 'liste.csv', {
      year: 2030,
    });
    expect(remarks.filter(({ code }) => code === 'words-say-status')).toMatchObject([
      { parameters: { words: 'entfällt' }, at: { cell: 'C2' } },
    ]);
  });
});

describe('Headings', () => {
  it.each([
    'Do not publish',
    'Not for publication',
    'Nicht veröffentlichen',
    'Nicht zur Veröffentlichung',
    'Ne pas diffuser',
    'Не для печати',
    'No publicar',
    'Non pubblicare',
  ])('A column whose heading states that it is not to be published is internal: %s', (words) => {
    expect(readHeading(words, NO_OWN_NAMES).role).toBe('internal');
  });

  it.each([
    ['Performers fee', 'internal'],
    ['Speaker fees', 'internal'],
    ['Admission fee', 'other'],
  ])('A fee for artists is internal, but an entrance fee for visitors is not: %s', (words, role) => {
    expect(readHeading(words, NO_OWN_NAMES).role).toBe(role);
  });

  it.each(['Veröffentlichung', 'Veröffentlicht am', 'Veröffentlichungsdatum', 'Published'])(
    'A publication day is not read as a day of the event: %s',
    (words) => {
      expect(readHeading(words, NO_OWN_NAMES).role).toBe('deadline');
    },
  );
});

describe('Unknown body or region', () => {
  it.each([
    'to be announced',
    'TBA',
    'Host city not yet known',
    'yet to be chosen',
    'à annoncer',
    'A DEFINIR',
    'Ville hôte en cours de désignation',
    'sera communiquée ultérieurement',
    'wird noch bekannt gegeben',
    'Ort steht noch nicht fest',
    'N.N.',
    'noch nicht bekannt',
    'wird noch geklärt',
    'будет объявлено',
    'будут объявлены позже',
    'уточняется',
    'пока не известно',
    'на согласовании',
  ])('A cell with the text "%s" is read as a region that is still to be determined', (words) => {
    expect(withoutRegion(words, false)).toBe('to-be-determined');
  });

  it.each(LANGS)('The %s index label for undetermined regions is recognised in a list', (lang) => {
    expect(withoutRegion(LANGUAGES[lang].labels.withoutRegion['to-be-determined'], false)).toBe(
      'to-be-determined',
    );
  });

  it.each([
    'Stadt Bonn',
    'Ville de Tours',
    'Город Тула',
    'Town of Bath',
    'TBAir e. V.',
    'Notre Dame',
    'В уточке',
  ])('The name of a body is not read as an undetermined region: %s', (words) => {
    expect(withoutRegion(words, false)).toBeUndefined();
  });
});

describe('All regions on a side', () => {
  it.each([
    'all regions',
    'in all of the regions',
    'Every region',
    'Toutes les régions',
    'dans toutes les REGIONS',
    'l’ensemble des régions',
    'alle Regionen',
    'in allen Bundesländern',
    'sämtliche Kantone',
    'все регионы',
    'во всех регионах',
    'каждый регион',
  ])('A cell with this text is read as all regions: %s', (words) => {
    expect(withoutRegion(words, true)).toBe('all-regions');
  });

  it.each(LANGS)('The %s index label for all regions is recognised in a list', (lang) => {
    expect(withoutRegion(LANGUAGES[lang].labels.withoutRegion['all-regions'], false)).toBe('all-regions');
  });

  it.each([
    'alle Regionen außer Bayern',
    'Toutes les régions sauf la Corse',
    'Île-de-France, à confirmer',
    'small regions',
    'Hallenregionen',
  ])('A cell that also contains other words is not read as all regions: %s', (words) => {
    expect(withoutRegion(words, true)).toBeUndefined();
  });
});

describe('Regions in a third-party list', () => {
  /** The regions of each event on each side. */
  const regionsIn = async (csv: string): Promise<unknown[]> => {
    const { programme } = planInit(await readSheets(Buffer.from(csv), 'list.csv'), 'list.csv', {
      year: 2030,
    });
    return programme.themes.flatMap(({ events }) => events.map(({ regions }) => Object.values(regions)));
  };

  it.each([
    [
      'English',
      'Title,City in France,City in Germany,Date\nConcert,Paris,Host to be announced,4 May 2030\nFair,All regions,Berlin,5 May 2030\n',
    ],
    [
      'French',
      'Titre;Ville en France;Ville en Allemagne;Date\nConcert;Paris;à désigner;4 mai 2030\nFoire;Toutes les régions;Berlin;5 mai 2030\n',
    ],
    [
      'German',
      'Titel;Stadt in Frankreich;Stadt in Deutschland;Datum\nKonzert;Paris;wird noch bekannt gegeben;4. Mai 2030\nMesse;alle Regionen;Berlin;5. Mai 2030\n',
    ],
    [
      'Russian',
      'Название;Город во Франции;Город в Германии;Дата\nКонцерт;Париж;будет объявлено;4 мая 2030\nЯрмарка;все регионы;Берлин;5 мая 2030\n',
    ],
  ])('In a list in %s, the reason why an event has no region on a side is recognised', async (_, csv) => {
    const [first, second] = await regionsIn(csv);
    expect([first, second]).toEqual([
      expect.arrayContaining(['to-be-determined']),
      expect.arrayContaining(['all-regions']),
    ]);
  });
});

describe('Times of day in cells', () => {
  it.each([
    'at 7.45',
    'from 9:00 to noon',
    'à 20h30',
    'dès 18h',
    'de 9h à midi',
    'um 19.30 Uhr',
    '9-17 Uhr',
    'ab 20 Uhr',
    'в 19:00',
    'с 10:00 до ночи',
    '9 – 17 ч',
    "10 o'clock",
    '7:30 p.m.',
    '7 p.m.',
    '7pm',
    '10 o’clock',
  ])('A time of day is recognised: %s', (words) => {
    expect(isClocks(words)).toBe(true);
  });

  it.each([
    ['4.5.2030 19:30 Uhr', '19:30 Uhr'],
    ['04/05/2030 à 20h30', '20h30'],
    ['04.05.2030 в 19:30 ч.', '19:30 ч.'],
    ['04/05/2030, at 7:30 pm', '7:30 pm'],
  ])('A time of day that follows a date is recognised: %s', (text, time) => {
    expect(dated({ text }).time).toBe(time);
  });
});

describe('Amounts in cells', () => {
  it.each([
    [['12 €', '7 Euro', 'EUR 5'], 'price'],
    [['12 euros', 'gratuit'], 'price'],
    [['Fr. 20', 'CHF 15'], 'price'],
    [['500 рублей', '1000 руб.', 'руб. 300'], 'price'],
    [['7 Europameister', '3 Eurasier'], 'text'],
  ])('The cells %j are of the kind %s', (cells, kind) => {
    expect(kindOfCells(cells)).toBe(kind);
  });

  it.each([
    ['0.00" руб."', '12,50 руб.'],
    ['0.00" euros"', '12,50 euros'],
    ['"Fr. "0.00', 'Fr. 12.50'],
    ['0.00" pounds"', '12.50 pounds'],
  ])('An amount has the decimal separator that is used with its currency symbol: %s', (code, shown) => {
    expect(shownNumber(12.5, formatCode(164, code))).toBe(shown);
  });
});

describe('Town names', () => {
  it.each([
    ['Ste-Maxime', 'Sainte-Maxime'],
    ['St. Albans', 'Saint Albans'],
  ])('%s and %s are the same town', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });
});

it.each([
  '07./08.09.2029',
  '2029-09-01/2029-09-07',
  '05.09.2029 12:53:37',
  'https://example.org/06/03/1780533900',
])('%s is not recognised as a telephone number', (words) => {
  expect(holdsPrivate(words)).toBe(false);
});

it.each([
  '0351 1234567',
  '0351/1234567',
  '03/12345678',
  '+49 (0)351 123456',
  '01 23 45 67 89',
  '8 (495) 123-45-67',
])('%s is recognised as a telephone number', (words) => {
  expect(holdsPrivate(words)).toBe(true);
});
