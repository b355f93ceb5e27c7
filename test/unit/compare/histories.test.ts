import { expect, test } from 'vitest';
import { compare } from '../../../src/compare/compare.ts';
import { isOpenTitle } from '../../../src/compare/open-title.ts';
import type { Event } from '../../../src/model/event.ts';
import type { Field } from '../../../src/model/field.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { edition1, withEvents } from '../support/programmes.ts';

type Written = Omit<Event, 'id' | 'regions' | 'bodies'> & { body: string; region?: string };

/** A programme with only these events. Their ids have no meaning: the letter of the list and a number. */
function programmeOf(list: string, events: readonly Written[]): Programme {
  return withEvents(edition1, (_, theme) =>
    theme === 'culture'
      ? events.map(({ body, region, ...event }, index) => ({
          ...event,
          id: `${list}-${index + 1}`,
          bodies: { french: body },
          regions: region === undefined ? {} : { french: [region] },
        }))
      : [],
  );
}

/** The matched pairs of events, the added events and the removed events. */
function found(
  before: readonly Written[],
  after: readonly Written[],
): { pairs: string[]; added: string[]; removed: string[] } {
  const { changes } = compare(programmeOf('a', before), programmeOf('b', after));
  const ids = (kind: string): string[] =>
    changes.filter((change) => change.kind === kind).map(({ id }) => id ?? '');
  return {
    pairs: changes
      .filter(({ kind }) => kind === 'id-changed')
      .map(({ words }) => `${words.old} ${words.new}`)
      .sort(),
    added: ids('event-added'),
    removed: ids('event-removed'),
  };
}

const LONG =
  'Over three days craftsmen of both shores show how boats are built, sails are sewn and nets are mended; children may try, and in the evening there is music at the harbour, a procession with lanterns and a supper for everybody who helped.';

const harbour: Written = {
  body: 'Port authority of Quimper',
  region: 'FR-BRE',
  title: 'Festival of old boats',
  date: '3–5 July 2021',
};
const choir: Written = {
  body: 'Choir school of Dole',
  region: 'FR-BFC',
  title: 'Concert for two choirs',
  date: '9 May 2021',
};
const chess: Written = {
  body: 'Chess club of Menton',
  region: 'FR-PAC',
  title: 'Tournament of young chess players',
  date: 'October 2021',
};
const museum: Written = {
  body: 'Museum of lace, Alençon',
  region: 'FR-NOR',
  title: 'Lace and birch bark',
  description: 'Patterns of two crafts side by side.',
  date: 'Autumn 2021',
};

test('An event with a new description, a new id and a slightly changed title is matched', () => {
  const after = [
    chess,
    { ...harbour, title: 'International festival of old boats', description: LONG },
    museum,
  ];
  expect(found([harbour, chess, museum], after)).toEqual({
    pairs: ['a-1 b-2', 'a-2 b-1', 'a-3 b-3'],
    added: [],
    removed: [],
  });
});

test.each([
  'To be determined',
  'Title TBC',
  'À préciser',
  'Мероприятие (название уточняется)',
  'Titel noch offen',
])(
  'An event with the placeholder title %j is still matched after it has been given a real title',
  (title) => {
    const before = [{ ...choir, title }, chess, museum];
    const after = [museum, { ...choir, description: LONG }, chess];
    expect(found(before, after)).toEqual({
      pairs: ['a-1 b-2', 'a-2 b-3', 'a-3 b-1'],
      added: [],
      removed: [],
    });
  },
);

test('An untitled event is not matched if two new events are equally similar to it', () => {
  const open = { ...choir, title: 'To be determined' };
  const after = [
    { ...choir, title: 'Evening of psalms' },
    { ...choir, title: 'Workshop for organists' },
  ];
  expect(found([open], after)).toEqual({ pairs: [], added: ['b-1', 'b-2'], removed: ['a-1'] });
});

test('A removed event is not matched with a different event of the same body on the same day', () => {
  const after = [
    { ...harbour, title: 'Regatta of dinghies' },
    { ...choir, title: 'Organ building explained' },
    chess,
  ];
  expect(found([harbour, choir, chess], after)).toEqual({
    pairs: ['a-3 b-3'],
    added: ['b-1', 'b-2'],
    removed: ['a-1', 'a-2'],
  });
});

test('A removed event of a series is not matched with an added event of the series', () => {
  const evening = (day: number): Written => ({
    ...choir,
    title: 'Choir evening',
    date: `${day} May 2021`,
    when: `2021-05-${day}`,
  });
  expect(found([evening(10), evening(11), evening(12)], [evening(11), evening(12), evening(13)])).toEqual({
    pairs: ['a-2 b-1', 'a-3 b-2'],
    added: ['b-3'],
    removed: ['a-1'],
  });
});

test.each(['Lunch', 'Обед', 'Accueil', 'Kaffeepause'])(
  'Identical events titled %j without date, time and description are matched only if none of them was added or removed',
  (title) => {
    const pause: Written = { body: 'Museum of lace, Alençon', title };
    const other = { ...pause, title: `${title} – concert` };
    expect(found([pause, pause, museum], [pause, pause, museum]).pairs).toEqual([
      'a-1 b-1',
      'a-2 b-2',
      'a-3 b-3',
    ]);
    expect(found([pause, pause, pause, museum], [other, pause, pause, museum])).toEqual({
      pairs: ['a-4 b-4'],
      added: ['b-1', 'b-2', 'b-3'],
      removed: ['a-1', 'a-2', 'a-3'],
    });
  },
);

test('Identical events that have a description are matched even if one of them was removed', () => {
  expect(found([museum, museum, chess], [museum, chess])).toEqual({
    pairs: ['a-1 b-1', 'a-3 b-2'],
    added: [],
    removed: ['a-2'],
  });
});

test('A title that many events share is not evidence of a match', () => {
  const culture = (body: string, description: string): Written => ({ body, title: 'Culture', description });
  const before = [
    culture('Nîmes', 'Concert of the state orchestra in the arena.'),
    culture('Arles', 'Photographs of rivers, shown in the cloister.'),
    culture('Sète', 'Poets read by the sea.'),
  ];
  const after = [
    culture('Arles', 'Photographs of rivers and lakes, shown in the cloister.'),
    culture('Albi', 'A school exchange.'),
    culture('Sète', 'Poets read by the sea.'),
  ];
  expect(found(before, after)).toEqual({ pairs: ['a-2 b-1', 'a-3 b-3'], added: ['b-2'], removed: ['a-1'] });
});

test('An event is matched even if its date was changed and its body was corrected', () => {
  const after = [{ ...museum, date: 'Winter 2021' }, { ...chess, body: 'Chess circle of Menton' }, harbour];
  expect(found([harbour, chess, museum], after)).toEqual({
    pairs: ['a-1 b-3', 'a-2 b-2', 'a-3 b-1'],
    added: [],
    removed: [],
  });
});

test.each([
  ['To be confirmed', true],
  ['Event to be announced', true],
  ['Événement à définir', true],
  ['Название уточняется', true],
  ['TBC', true],
  ['Concert (to be confirmed)', false],
  ['Project Odyssey', false],
  ['Festival of old boats', false],
])('%j is a placeholder title: %s', (title, open) => {
  expect(isOpenTitle(title)).toBe(open);
});

test('An event whose place has changed is matched if its title and date are unique', () => {
  const lunch = (day: number, body: string): Written => ({
    body,
    title: 'Lunch',
    date: `${day} May 2021, 13:00`,
  });
  const before = [lunch(4, 'Salon A'), lunch(5, 'Salon A'), harbour];
  const after = [lunch(4, 'West lawn'), lunch(5, 'West lawn'), harbour];
  expect(found(before, after).pairs).toEqual(['a-1 b-1', 'a-2 b-2', 'a-3 b-3']);
});

test('Titles that have only a date and a time in common are not evidence of a match', () => {
  const before = [{ ...choir, body: 'Friends of the piano', title: 'Open table on 13 October 2021, 7 pm' }];
  const after = [{ ...choir, body: 'The town', title: 'Recital by Ann Fictive on 13 October 2021, 7 pm' }];
  expect(found(before, after)).toEqual({ pairs: [], added: ['b-1'], removed: ['a-1'] });
});

const FIELDS: readonly Field[] = [
  { id: 'title', kind: 'title' },
  { id: 'description', kind: 'description' },
  { id: 'date', kind: 'date' },
  { id: 'time', kind: 'time' },
  { id: 'speaker', kind: 'text' },
  { id: 'room', kind: 'text' },
  { id: 'language', kind: 'text' },
];

/** The matches between the events of two programmes of talks. */
function talksFound(
  before: readonly Record<string, string>[],
  after: readonly Record<string, string>[],
  fields: readonly Field[] = FIELDS,
) {
  const programme = (list: string, talks: readonly Record<string, string>[]): Programme => {
    const theme = { id: 'talks', title: 'Talks', columns: [], carry: false };
    const events = talks.map((talk, index): Event => {
      const { body, ...own } = talk;
      return {
        id: `${list}-${index + 1}`,
        regions: {},
        bodies: body === undefined ? {} : { french: body },
        ...own,
      };
    });
    return {
      ...edition1,
      config: { ...edition1.config, fields: [...fields], themes: [theme] },
      themes: [{ theme, events }],
    };
  };
  const { changes } = compare(programme('a', before), programme('b', after));
  return changes
    .filter(({ kind }) => kind === 'id-changed')
    .map(({ words }) => `${words.old} ${words.new}`)
    .sort();
}

const at = (day: number, time: string, room: string) => ({
  date: `${day} May 2021`,
  time,
  room,
  language: 'English',
});

test('The only talk of a speaker on a given day, at a given time and in a given place is matched even if its title and language have changed', () => {
  const before = [
    { ...at(4, '10:00', 'Room 1'), title: 'Bees in the city', speaker: 'Ann Fictive' },
    { ...at(4, '11:00', 'Room 1'), title: 'Soil without ploughs', speaker: 'Bo Invented' },
    { ...at(4, '12:00', 'Room 2'), title: 'Reading rivers', speaker: 'Cy Madeup' },
  ];
  const after = [
    { ...at(4, '10 am', 'Room 1'), title: 'Urbane Imkerei heute', speaker: 'Ann Fictive' },
    { ...at(4, '11:00', 'Room 1'), title: 'Почва и плуг', speaker: 'Bo Invented' },
    { ...at(4, '12:00', 'Room 2'), title: 'Keynote of the afternoon', speaker: 'Di Another' },
  ];
  expect(talksFound(before, after)).toEqual(['a-1 b-1', 'a-2 b-2']);
});

test('The only event of a body on a given day, at a given time and in a given place is matched even if its title has changed', () => {
  const slot = { ...at(9, '19:30', 'Old mill'), body: 'Choir school of Dole' };
  expect(talksFound([{ ...slot, title: 'Evening of psalms' }], [{ ...slot, title: 'Abendmusik' }])).toEqual([
    'a-1 b-1',
  ]);
  const noPlace = { date: '9 May 2021', time: '19:30', body: 'Choir school of Dole' };
  expect(
    talksFound([{ ...noPlace, title: 'Evening of psalms' }], [{ ...noPlace, title: 'Abendmusik' }]),
  ).toEqual([]);
});

test('Room, time and language alone are not evidence of a match', () => {
  const slot = at(4, '10:00', 'Room 1');
  expect(talksFound([{ ...slot, title: 'Registration' }], [{ ...slot, title: 'Pottery for all' }])).toEqual(
    [],
  );
});

test('An event is not matched by its body, day, time and place if a different event in the second list has its title', () => {
  const host = { ...at(4, '16:00', 'Winter garden'), body: 'Guild of gardeners, Dole' };
  const grafting = { ...host, title: 'Grafting of pear trees' };
  const hives = { ...host, title: 'Painting of hives' };
  const nextDay = { ...hives, date: at(5, '16:00', 'Winter garden').date };
  expect(talksFound([grafting, nextDay], [hives, nextDay])).toEqual(['a-2 b-2']);
  expect(talksFound([hives, nextDay], [grafting, nextDay])).toEqual(['a-2 b-2']);
  const unnamed = { ...host, date: nextDay.date, title: 'To be announced' };
  expect(talksFound([{ ...host, title: 'To be announced' }, nextDay], [grafting, unnamed])).toContain(
    'a-1 b-1',
  );
});

test('A speaker is not evidence of a match if the speaker has two events at the same time, or if the day or time is unknown', () => {
  const slot = { ...at(4, '10:00', 'Room 1'), speaker: 'Ann Fictive' };
  const two = [
    { ...slot, title: 'Bees in the city' },
    { ...slot, title: 'Wasps and figs' },
  ];
  expect(talksFound(two, [{ ...slot, title: 'Urbane Imkerei' }])).toEqual([]);
  const noHour = { date: slot.date, room: slot.room, speaker: slot.speaker };
  const another = { ...at(5, '14:00', 'Room 2'), speaker: 'Ben Fictive', title: 'Music of the spheres' };
  expect(
    talksFound(
      [{ ...noHour, title: 'Bees in the city' }, another],
      [{ ...noHour, title: 'Urbane Imkerei' }, another],
    ),
  ).not.toContain('a-1 b-1');
});

test('An event with a new title is matched if half of its long description is unchanged, unless it is another performance by the same ensemble', () => {
  const half = LONG;
  const rest = (words: string): string => `${half} ${words}`;
  const own =
    'Visitors row from quay to quay, taste smoked eel, learn eight knots from retired pilots, and vote which vessel has been restored with most patience since last winter.';
  const other =
    'Schoolchildren paint flags, a brass band plays shanties, divers clean the basin, and the ferry company offers free crossings until late in the night for all who bring a lamp.';
  const before = [
    { ...harbour, body: 'Port', title: 'Festival of old boats', description: rest(own) },
    chess,
  ];
  const after = [chess, { ...harbour, body: 'Port', title: 'Hafenfest', description: rest(other) }];
  expect(found(before, after).pairs).toEqual(['a-1 b-2', 'a-2 b-1']);
  const elsewhen = [
    chess,
    { ...harbour, body: 'Port', title: 'Hafenfest', date: '9 October 2021', description: rest(other) },
  ];
  expect(found(before, elsewhen).pairs).toEqual(['a-2 b-1']);
});

test('Identical placeholder descriptions are not evidence that events are similar', () => {
  const before = [
    { ...choir, body: 'A', title: 'State of the harbour', date: 'May 2021', description: 'TBC' },
  ];
  const after = [{ ...choir, body: 'B', title: 'Natural state', date: 'July 2021', description: 'TBC' }];
  expect(found(before, after)).toEqual({ pairs: [], added: ['b-1'], removed: ['a-1'] });
});

test('An event in the same hall as another event is not reported as split off from it', () => {
  const before = [{ ...harbour, title: 'Registration', description: 'Ballroom of the old exchange' }];
  const after = [
    { ...harbour, title: 'Registration', description: 'Hall' },
    { ...harbour, body: 'Port', title: 'Break', description: 'Ballroom of the old exchange', date: '9 July' },
  ];
  const { changes } = compare(programmeOf('a', before), programmeOf('b', after));
  expect(changes.map(({ kind }) => kind)).not.toContain('event-split');
});

test('A field with a Cyrillic heading is recognised as the speaker field by its transliterated id', () => {
  const fields: Field[] = [
    { id: 'title', kind: 'title' },
    { id: 'date', kind: 'date' },
    { id: 'vremya', kind: 'time', heading: 'Время' },
    { id: 'dokladchik', kind: 'text', heading: 'Докладчик' },
  ];
  const slot = { date: '4 мая 2021', vremya: '10:00', dokladchik: 'Анна Вымышленная' };
  const [before, after] = [[{ ...slot, title: 'Тема уточняется' }], [{ ...slot, title: 'Пчёлы в городе' }]];
  expect(talksFound(before, after, fields)).toEqual(['a-1 b-1']);
});

test('Talks in a list without days or times are matched by their remaining fields', () => {
  const talk = (title: string, speaker: string, room: string) => ({ title, speaker, room });
  const before = [
    talk('Kernels and cages', 'Ann Fictive', 'V1'),
    talk('Kernels, cages and more', 'Ann Fictive, Bo Invented', 'W2'),
  ];
  const after = [talk('A house in a house', 'Ann Fictive', 'V1'), talk('Bees', 'Bo Invented', 'W2')];
  expect(talksFound(before, after)).toEqual(['a-1 b-1']);
});

test.each(['11:30 noch frei', 'N. N.', 'Free slot', 'Créneau libre', 'Свободный слот'])(
  'A free slot named %s is matched with the talk that fills it, but a talk is not matched with a slot that becomes free',
  (title) => {
    const free = { ...at(4, '11:30', 'Room 3'), title };
    const talk = { ...at(4, '11:30', 'Room 3'), title: 'Software among friends', speaker: 'Ann Fictive' };
    const other = { ...at(4, '12:30', 'Room 3'), title: 'Reading rivers', speaker: 'Cy Madeup' };
    expect(talksFound([free, other], [talk, other])).toContain('a-1 b-1');
    expect(talksFound([talk, other], [free, other])).not.toContain('a-1 b-1');
    expect(talksFound([free, { ...free }], [talk])).toEqual([]);
  },
);

test('A break is not matched with a talk at the same time on a day with many events', () => {
  const fields: Field[] = [...FIELDS, { id: 'part', kind: 'text' }];
  const on = (title: string, time: string, speaker?: string) => ({
    title,
    time,
    part: 'day 2',
    ...(speaker !== undefined && { speaker }),
  });
  const rest = [on('Break', '09:00'), on('Break', '12:00'), on('Break', '15:00'), on('Break', '17:00')];
  const before = [on('How not to publish', '11:00', 'Ann Fictive'), ...rest];
  const after = [on('Break', '11:00'), ...rest];
  expect(talksFound(before, after, fields)).not.toContain('a-1 b-1');
});

test('Talks of different speakers are not matched if their titles share only words that other events also have', () => {
  const talk = (time: string, title: string, speaker: string) => ({
    ...at(4, time, 'Room 1'),
    title,
    speaker,
  });
  const rest = [
    talk('14:00', 'Machine learning for gardeners', 'Ann Fictive'),
    talk('15:00', 'The limits of machine learning', 'Bo Invented'),
  ];
  const before = [talk('11:00', 'Machine learning without maths', 'Cy Madeup'), ...rest];
  const after = [talk('12:00', 'Professions in machine learning: how to start?', 'Di Another'), ...rest];
  expect(talksFound(before, after)).toEqual(['a-2 b-2', 'a-3 b-3']);
});

test('A talk with a new speaker is matched if most of its title is unchanged', () => {
  const slot = at(4, '11:00', 'Room 1');
  const before = [{ ...slot, title: 'Machine learning without maths', speaker: 'Cy Madeup' }];
  const after = [{ ...slot, title: 'Machine learning without any maths', speaker: 'Di Another' }];
  expect(talksFound(before, after)).toEqual(['a-1 b-1']);
});

test.each([
  ['Кинотеатр «Волна» приглашает на показ. Билеты в кассе кинотеатра и на сайте', 'Старый мост', 'Снег идёт'],
  ['Séance au cinéma Le Phare. Billets à la caisse du cinéma et en ligne, page', 'Le vieux pont', 'Il neige'],
  ['Vorstellung im Kino am Hafen. Karten an der Kinokasse und im Netz, Seite', 'Die alte Brücke', 'Schnee'],
])(
  'A description that a cinema repeats for each film is not evidence of a match: %s',
  (template, old, now) => {
    const film = (day: number, title: string) => ({
      ...at(day, '19:30', 'Cinema'),
      title,
      description: `${template} ${title}.`,
    });
    const rest = [film(11, 'Rivers'), film(12, 'The lighthouse')];
    const matched = talksFound([film(4, old), ...rest], [...rest, film(18, now)]);
    expect(matched).toEqual(['a-2 b-1', 'a-3 b-2']);
  },
);

test('The name of a series is not evidence that events with different subjects and days match', () => {
  const evening = (day: number, title: string) => ({ ...at(day, '20:15', 'Old mill'), title });
  const rest = [evening(9, 'Chess'), evening(10, 'Choir')];
  const before = [evening(4, 'Kitchen talks: sourdough and rye'), ...rest];
  const after = [...rest, evening(25, 'Kitchen talks: pickled lemons')];
  expect(talksFound(before, after)).toEqual(['a-2 b-1', 'a-3 b-2']);
});

test('A talk whose speaker is known is not treated as a free slot', () => {
  const slot = at(4, '13:00', 'Room 1');
  const other = { ...at(4, '14:00', 'Room 1'), title: 'Reading rivers', speaker: 'Cy Madeup' };
  const open = { ...slot, title: 'To be announced', speaker: 'Ann Fictive' };
  const taken = { ...slot, title: 'Bees in the city', speaker: 'Bo Invented' };
  expect(talksFound([open, other], [taken, other])).toEqual(['a-2 b-2']);
  expect(talksFound([{ ...open, speaker: 'TBA' }, other], [taken, other])).toEqual(['a-1 b-1', 'a-2 b-2']);
});
