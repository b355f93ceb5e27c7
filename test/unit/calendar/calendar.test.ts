import ICAL from 'ical.js';
import { sync as nodeIcal } from 'node-ical';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../src/commands/data-files.ts';
import { whichExtract } from '../../../src/commands/extracts.ts';
import type { Event } from '../../../src/model/event.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { LANGS, type Lang } from '../../../src/model/text.ts';
import { occurrencesOf } from '../../../src/text/dates/occurrences.ts';
import { momentOf } from '../../../src/text/dates/zones.ts';
import { programmeWith } from '../check/programmes.ts';
import { draft, edition1, withEvents } from '../support/programmes.ts';

const written = (programme: Programme, lang: Lang = 'en', earlier: Programme[] = []) =>
  calendarOf({ programme, lang, earlier, stem: 'test' });
const textOf = (programme: Programme, lang: Lang = 'en', earlier: Programme[] = []): string =>
  Buffer.from(written(programme, lang, earlier).bytes).toString('utf8');

/** The properties of each entry that a calendar parser finds. */
function entries(ics: string) {
  return new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      start: event.startDate.toString(),
      end: component.hasProperty('dtend') ? event.endDate.toString() : undefined,
      sequence: event.sequence,
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      status: component.getFirstPropertyValue('status'),
      description: event.description,
    };
  });
}

/** The small programme of other tests with a time zone, a field of times, and the given events. */
function timed(events: readonly Partial<Event>[], timezone?: string): Programme {
  const times = new Map(events.map(({ id, time }) => [id, time]));
  const plain = programmeWith(events.map(({ time: _, ...event }) => event));
  const { config } = plain;
  return {
    ...withEvents(plain, (all) => all.map((event) => ({ ...event, time: times.get(event.id) }))),
    config: {
      ...config,
      fields: [...config.fields, { id: 'time', kind: 'time', heading: 'Time' }],
      ...(timezone === undefined ? {} : { timezone }),
    },
  };
}

describe('Calendar file of the draft', () => {
  it('Each event with an exact day has a calendar entry, and all other events are reported', () => {
    const { events, leftOut } = written(draft);
    const all = draft.themes.flatMap((theme) => theme.events);
    expect(events + leftOut.length).toBe(all.length);
    expect(leftOut.every(({ reason }) => reason === 'date')).toBe(true);
    const ids = new Set(leftOut.map(({ id }) => id));
    const exact = all.filter(({ id }) => !ids.has(id)).map(({ when }) => when ?? '');
    expect(exact.length).toBeGreaterThan(5);
    expect(exact.filter((when) => !/^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$|^\{/.test(when))).toEqual([]);
    for (const { title } of leftOut)
      expect(textOf(draft).replace(/\r\n /g, '')).toContain(title.split(/[,;]/)[0]);
  });

  it('Two independent calendar parsers read the same content in every language', () => {
    for (const lang of LANGS) {
      const ics = textOf(draft, lang);
      const first = entries(ics);
      const second = Object.values(nodeIcal.parseICS(ics)).filter((item) => item?.type === 'VEVENT');
      expect(second.map((item) => item?.type === 'VEVENT' && item.uid).sort()).toEqual(
        first.map(({ uid }) => uid).sort(),
      );
    }
  });

  it('An all-day entry ends at midnight after its last day', () => {
    const week = entries(textOf(draft)).find(({ uid }) =>
      uid.startsWith('bordeaux-saint-petersburg-france-russia-week@'),
    );
    expect(week).toMatchObject({
      uid: 'bordeaux-saint-petersburg-france-russia-week@programme-2021',
      start: '2021-12-09',
      end: '2021-12-20',
      sequence: 0,
      stamp: `${draft.config.date}T00:00:00Z`,
      status: 'CONFIRMED',
    });
  });

  it('Calendar lines end with CRLF, are at most 75 octets long, and are the same in each build', () => {
    const ics = textOf(edition1, 'ru');
    expect(ics).toMatch(/^BEGIN:VCALENDAR\r\n.*END:VCALENDAR\r\n$/s);
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...ics.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(textOf(edition1, 'ru')).toBe(ics);
  });

  it('The calendar of an extract contains only the events of the extract', () => {
    const extract = whichExtract(draft, { by: 'region', value: 'FR-NAQ' });
    const { events, leftOut } = calendarOf({
      programme: draft,
      lang: 'fr',
      extract,
      earlier: [],
      stem: 'test',
    });
    expect(events + leftOut.length).toBe(extract.events.size);
  });
});

describe('Calendar entries across editions', () => {
  const dated = (programme: Programme, date: string): Programme => ({
    ...programme,
    config: { ...programme.config, date },
  });
  const before = dated(
    programmeWith([
      { id: 'a', when: '2021-05-01' },
      { id: 'b', when: '2021-05-02' },
    ]),
    '2021-01-01',
  );
  const now = dated(
    withEvents(before, (events) =>
      events.filter(({ id }) => id === 'a').map((event) => ({ ...event, when: '2021-05-03' })),
    ),
    '2021-02-01',
  );
  const story = (programme: Programme, earlier: Programme[]) =>
    entries(textOf(programme, 'en', earlier)).map(({ uid, sequence, stamp, status }) => [
      uid,
      sequence,
      stamp,
      status,
    ]);

  it('The entry of a changed event has a higher sequence number, and the entry of a removed event is marked as cancelled', () => {
    expect(story(now, [before])).toEqual([
      ['a@test', 1, '2021-02-01T00:00:00Z', 'CONFIRMED'],
      ['b@test', 1, '2021-02-01T00:00:00Z', 'CANCELLED'],
    ]);
    const later = dated(now, '2021-03-01');
    expect(story(later, [before, now])).toEqual(story(now, [before]));
    expect(story(dated(before, '2021-04-01'), [before, now])).toEqual([
      ['a@test', 2, '2021-04-01T00:00:00Z', 'CONFIRMED'],
      ['b@test', 2, '2021-04-01T00:00:00Z', 'CONFIRMED'],
    ]);
  });

  it('A cancelled event stays in the calendar with the status CANCELLED', () => {
    const off = withEvents(now, (events) =>
      events.map((event) => ({ ...event, status: 'cancelled' as const })),
    );
    expect(story(off, [now])[0]).toEqual(['a@test', 1, '2021-02-01T00:00:00Z', 'CANCELLED']);
  });
});

describe('Dates and times in calendar entries', () => {
  it.each([
    ['2021-05-09', [['2021-05-09', '2021-05-10']]],
    ['2021-12-30/2022-01-02', [['2021-12-30', '2022-01-03']]],
    [
      '{2021-03-03,2021-04-19..2021-04-23}',
      [
        ['2021-03-03', '2021-03-04'],
        ['2021-04-19', '2021-04-24'],
      ],
    ],
    ['2021-05', []],
    ['2021-41', []],
    ['2021-05-09~', []],
    ['2021-05-09?', []],
    ['2021-05-09/..', []],
    ['2021-05/2021-06', []],
  ])('An event with the date %s has the calendar entries %j', (when, spans) => {
    const found = entries(textOf(programmeWith([{ when }])));
    expect(found.map(({ start, end }) => [start, end])).toEqual(spans);
  });

  it('Times in the time zone of the programme are converted to UTC, in summer and in winter', () => {
    const events = [
      { id: 'summer', when: '2021-07-01', time: '19:30' },
      { id: 'winter', when: '2021-12-01', time: '19h30 – 21h' },
      { id: 'night', when: '2021-12-01', time: '11 pm – 1 am' },
      { id: 'several', when: '2021-12-01', time: '10:00 and 14:00' },
      { id: 'days', when: '2021-12-01/2021-12-03', time: '10:00' },
    ];
    const found = entries(textOf(timed(events, 'Europe/Lisbon')));
    expect(found.map(({ uid, start, end }) => [uid.split('@')[0], start, end])).toEqual([
      ['summer', '2021-07-01T18:30:00Z', undefined],
      ['winter', '2021-12-01T19:30:00Z', '2021-12-01T21:00:00Z'],
      ['night', '2021-12-01T23:00:00Z', '2021-12-02T01:00:00Z'],
      ['several', '2021-12-01T10:00:00Z', undefined],
      ['several.1-2', '2021-12-01T14:00:00Z', undefined],
      ['days', '2021-12-01', '2021-12-04'],
    ]);
    expect(found[3]?.description).toContain('Time: 10:00 and 14:00');
  });

  it('An event with a time but no time zone has no calendar entry', () => {
    const { events, leftOut } = written(timed([{ id: 'a', when: '2021-07-01', time: '19:30' }]));
    expect([events, leftOut]).toEqual([0, [expect.objectContaining({ id: 'a', reason: 'timezone' })]]);
    const days = { id: 'a', when: '2021-07-01/2021-07-02', time: '10:00–18:00' };
    expect(written(timed([days])).leftOut).toEqual([]);
  });

  it('The time zone of an event overrides the time zone that all its sides share, which overrides the time zone of the programme', () => {
    const noon = { when: '2021-07-01', time: '12:00', bodies: {}, regions: {} };
    const programme = timed(
      [
        { ...noon, id: 'own', bodies: { french: 'Nice' }, timezone: 'Asia/Tokyo' },
        { ...noon, id: 'french', bodies: { french: 'Nice' } },
        { ...noon, id: 'russian', regions: { russian: ['RU-OMS'] } },
        { ...noon, id: 'both', bodies: { french: 'Nice', russian: 'Omsk' } },
        { ...noon, id: 'none' },
      ],
      'Europe/Lisbon',
    );
    const sides = programme.config.sides.map((side) => ({
      ...side,
      timezone: side.id === 'french' ? 'Europe/Paris' : 'Asia/Omsk',
    }));
    const zoned = { ...programme, config: { ...programme.config, sides } };
    expect(entries(textOf(zoned)).map(({ uid, start }) => [uid.split('@')[0], start])).toEqual([
      ['own', '2021-07-01T03:00:00Z'],
      ['french', '2021-07-01T10:00:00Z'],
      ['russian', '2021-07-01T06:00:00Z'],
      ['none', '2021-07-01T11:00:00Z'],
    ]);
    expect(written(zoned).leftOut.map(({ id, reason }) => [id, reason])).toEqual([['both', 'timezone']]);
  });

  it.each<[string, string, (readonly [string, string, string?])[]]>([
    ['2021-12-01', 'doors 18, start 19', [['a', '2021-12-01T19:00:00Z']]],
    ['2021-12-01', 'doors 7 pm', [['a', '2021-12-01T19:00:00Z']]],
    ['2021-12-01', '22 h – 2 h', [['a', '2021-12-01T22:00:00Z', '2021-12-02T02:00:00Z']]],
    ['2021-12-01', 'Einlass 23.30 Uhr, Beginn 0.30 Uhr', [['a', '2021-12-02T00:30:00Z']]],
    ['2021-12-01', 'midnight', [['a', '2021-12-02T00:00:00Z']]],
    ['2021-12-01', '0:00', [['a', '2021-12-01T00:00:00Z']]],
    ['2021-12-01', 'until 6 pm', [['a', '2021-12-01', '2021-12-02']]],
    ['2021-12-01', 'after dusk', [['a', '2021-12-01', '2021-12-02']]],
    [
      '2021-12-01',
      '10–12 u. 14–16 Uhr',
      [
        ['a', '2021-12-01T10:00:00Z', '2021-12-01T12:00:00Z'],
        ['a.1-2', '2021-12-01T14:00:00Z', '2021-12-01T16:00:00Z'],
      ],
    ],
    [
      '{2021-12-04,2021-12-05}',
      'Sat 10 am and 2 pm, Sun 11 am',
      [
        ['a', '2021-12-04T10:00:00Z'],
        ['a.1-2', '2021-12-04T14:00:00Z'],
        ['a.2', '2021-12-05T11:00:00Z'],
      ],
    ],
    [
      '2021-12-04/2021-12-05',
      'samedi 14h-18h, dimanche 10h-18h',
      [
        ['a', '2021-12-04T14:00:00Z', '2021-12-04T18:00:00Z'],
        ['a.2', '2021-12-05T10:00:00Z', '2021-12-05T18:00:00Z'],
      ],
    ],
    ['2021-12-01/2022-02-01', 'Di–So 10–18 Uhr', [['a', '2021-12-01', '2022-02-02']]],
    ['2021-12-03/2021-12-05', '18:00–12:00', [['a', '2021-12-03T18:00:00Z', '2021-12-05T12:00:00Z']]],
    ['2021-12-03/2021-12-04', 'de 9 h à 9 h', [['a', '2021-12-03T09:00:00Z', '2021-12-04T09:00:00Z']]],
    ['2021-12-03/2021-12-04', 'с 22 до 8 часов', [['a', '2021-12-03', '2021-12-05']]],
    ['2021-12-03/2021-12-04', '10–18 Uhr', [['a', '2021-12-03', '2021-12-05']]],
    ['2021-12-04/2021-12-05', 'Sa 10 Uhr – So 16 Uhr', [['a', '2021-12-04', '2021-12-06']]],
    [
      '2021-12-03/2021-12-05',
      '9–18 Uhr, So 10–16 Uhr',
      [
        ['a', '2021-12-03T09:00:00Z', '2021-12-03T18:00:00Z'],
        ['a.2', '2021-12-04T09:00:00Z', '2021-12-04T18:00:00Z'],
        ['a.3', '2021-12-05T10:00:00Z', '2021-12-05T16:00:00Z'],
      ],
    ],
  ])('An event with the date %s and the time %s has the calendar entries %j', (when, time, expected) => {
    const found = entries(textOf(timed([{ id: 'a', when, time }], 'Europe/Lisbon')));
    expect(found.map(({ uid, start, end }) => [uid.split('@')[0], start, ...(end ? [end] : [])])).toEqual(
      expected,
    );
  });

  it.each<[string, string, string[][]]>([
    ['2030-05-04', 'Sa 4.5.2030, 20 Uhr', [['a', '2030-05-04T20:00:00Z']]],
    ['2030-05-15', 'le 15 mai 2030, de 10 h à 16 h', [['a', '2030-05-15T10:00:00Z', '2030-05-15T16:00:00Z']]],
    ['2030-07-03', 'July 3, 2030 - 7pm', [['a', '2030-07-03T19:00:00Z']]],
    [
      '{2030-05-04,2030-05-05}',
      'Sa 4.5.2030 10–12 Uhr, So 5.5.2030 14–16 Uhr',
      [
        ['a', '2030-05-04T10:00:00Z', '2030-05-04T12:00:00Z'],
        ['a.2', '2030-05-05T14:00:00Z', '2030-05-05T16:00:00Z'],
      ],
    ],
    [
      '{2030-05-18,2030-05-19}',
      'samedi 18 mai 10h-18h et dimanche 19 mai 10h-17h',
      [
        ['a', '2030-05-18T10:00:00Z', '2030-05-18T18:00:00Z'],
        ['a.2', '2030-05-19T10:00:00Z', '2030-05-19T17:00:00Z'],
      ],
    ],
    [
      '{2030-05-04,2030-05-05}',
      '4. und 5. Mai 2030, 25 Uhr',
      [
        ['a', '2030-05-04', '2030-05-05'],
        ['a.2', '2030-05-05', '2030-05-06'],
      ],
    ],
    [
      '2030-05-03/2030-05-05',
      'vom Fr 3. (18 Uhr) bis So 5. Mai 2030 (12 Uhr)',
      [['a', '2030-05-03T18:00:00Z', '2030-05-05T12:00:00Z']],
    ],
    [
      '2029-12-31/2030-01-01',
      'Dec 31, 2029 10pm – Jan 1, 2030 2am',
      [['a', '2029-12-31T22:00:00Z', '2030-01-01T02:00:00Z']],
    ],
    [
      '2030-05-03/2030-05-05',
      '3.–5. Mai 2030, 18–12 Uhr',
      [['a', '2030-05-03T18:00:00Z', '2030-05-05T12:00:00Z']],
    ],
    [
      '2030-05-04/2030-05-05',
      '4.5. 22:00 – 5.5. 02:00',
      [['a', '2030-05-04T22:00:00Z', '2030-05-05T02:00:00Z']],
    ],
    [
      '2030-05-03/2030-05-05',
      'du vendredi 3 mai à 18 h au dimanche 5 mai à 12 h',
      [['a', '2030-05-03T18:00:00Z', '2030-05-05T12:00:00Z']],
    ],
    [
      '2030-12-31/2031-01-01',
      '31 декабря 22:00 – 1 января 03:00',
      [['a', '2030-12-31T22:00:00Z', '2031-01-01T03:00:00Z']],
    ],
    [
      '2030-12-31/2031-01-01',
      '31 de diciembre 22:00 – 1 de enero 03:00',
      [['a', '2030-12-31T22:00:00Z', '2031-01-01T03:00:00Z']],
    ],
    [
      '2030-05-04/2030-05-05',
      'Sat 4 May 9am – Sun 5 May 5.30pm',
      [['a', '2030-05-04T09:00:00Z', '2030-05-05T17:30:00Z']],
    ],
    [
      '2030-05-03/2030-05-05',
      'du 3 mai 14h au 5 mai 18h',
      [['a', '2030-05-03T14:00:00Z', '2030-05-05T18:00:00Z']],
    ],
    [
      '2030-05-03/2030-05-05',
      '3 мая (9:30) – 5 мая (18:00)',
      [['a', '2030-05-03T09:30:00Z', '2030-05-05T18:00:00Z']],
    ],
    [
      '2030-05-03/2030-05-05',
      '05/03/2030, 9:00 AM – 05/05/2030, 5:00 PM',
      [['a', '2030-05-03T09:00:00Z', '2030-05-05T17:00:00Z']],
    ],
    [
      '2030-05-04/2030-05-05',
      'night of 4–5 May 2030, 22:00–5:00',
      [['a', '2030-05-04T22:00:00Z', '2030-05-05T05:00:00Z']],
    ],
    ['2030-05-04/2030-05-05', 'Night of 4–5 May 2030, 2am', [['a', '2030-05-04', '2030-05-06']]],
    ['2030-05-04/2030-05-05', '4 May 8pm / 5 May 3pm', [['a', '2030-05-04', '2030-05-06']]],
    ['2030-05', 'May 2030', []],
  ])('Times in the words of a date are used in the calendar entry: %s, %s', (when, date, expected) => {
    const programme = programmeWith([{ id: 'a', when, date }], { timezone: 'Etc/UTC' });
    const found = entries(textOf(programme));
    expect(found.map(({ uid, start, end }) => [uid.split('@')[0], start, ...(end ? [end] : [])])).toEqual(
      expected,
    );
  });

  it.each(['Gates open', 'Saalöffnung', 'Accueil', 'Apertura de puertas', 'Ingresso', 'Сбор гостей'])(
    'A field with the heading %s contains the times at which doors open',
    (heading) => {
      const programme = timed([{ id: 'a', when: '2021-12-01', time: '19:00–21:00' }], 'Europe/London');
      const { config } = programme;
      const gates = { id: 'gates', kind: 'time', heading } as const;
      const [event] = programme.themes.flatMap((theme) => theme.events);
      const withGates = { ...config, fields: [...config.fields, gates] };
      expect(occurrencesOf({ ...(event as Event), gates: '18:15' }, withGates, 'en')).toMatchObject([
        { date: '2021-12-01', doors: 1095, start: 1140, end: 1260 },
      ]);
    },
  );

  it.each([
    ['ночь 5/6 июня', '2021-06-05'],
    ['5/6 июня', '2021-06-05'],
    ['5 на 6 июня', '2021-06-05'],
    ['5–6 июня', '2021-06-05/2021-06-06'],
    ['05/06 по 06/06', '2021-06-05/2021-06-06'],
  ])('Times after midnight on “%s” apply to %s', (date, first) => {
    const programme = timed([{ id: 'a', date, when: '2021-06-05/2021-06-06', time: '21:00–03:00' }]);
    const [event] = programme.themes.flatMap((theme) => theme.events);
    const config = { ...programme.config, language: 'ru' } as const;
    expect(occurrencesOf(event as Event, config, 'ru')).toMatchObject([{ date: first }]);
  });

  it('Explicit occurrences override the dates and times of the event', () => {
    const occurrences = [
      '2021-12-04 doors 18:00 19:00-22:00',
      '2021-12-05 10:00 Europe/Berlin',
      '2021-12-06/2021-12-07 18:00-12:00',
      '2021-12-06/2021-12-07 22:00-02:00',
    ];
    const event = { id: 'a', when: '2021-12-04/2021-12-07', time: 'after dusk', occurrences };
    const found = entries(textOf(timed([event], 'Europe/Lisbon')));
    expect(found.map(({ uid, start, end }) => [uid.split('@')[0], start, end])).toEqual([
      ['a', '2021-12-04T19:00:00Z', '2021-12-04T22:00:00Z'],
      ['a.2', '2021-12-05T09:00:00Z', undefined],
      ['a.3', '2021-12-06T18:00:00Z', '2021-12-07T12:00:00Z'],
      ['a.3-2', '2021-12-06', '2021-12-08'],
    ]);
  });

  it('Local times are converted to UTC correctly on days when the clocks change', () => {
    const at = (day: string, hour: number, minute: number): string =>
      new Date(momentOf({ day, minutes: hour * 60 + minute }, 'Europe/Berlin')).toISOString();
    expect(at('2021-03-28', 1, 59)).toBe('2021-03-28T00:59:00.000Z');
    expect(at('2021-03-28', 3, 0)).toBe('2021-03-28T01:00:00.000Z');
    expect(at('2021-10-31', 2, 30)).toBe('2021-10-31T00:30:00.000Z');
    expect(at('2021-10-31', 3, 0)).toBe('2021-10-31T02:00:00.000Z');
  });
});

it('A calendar entry links to its event if the programme has a web address', () => {
  const plain = programmeWith([{ id: 'a', when: '2021-05-09' }]);
  const config = { ...plain.config, address: 'https://example.org/x' };
  expect(textOf(plain)).not.toContain('URL');
  expect(textOf({ ...plain, config })).toContain('URL;VALUE=URI:https://example.org/x/test.html#a\r\n');
});

it('A calendar parser reads titles and descriptions unchanged', () => {
  const hostile = 'A, b; c\\n "d" \\, END:VEVENT\nBEGIN:VEVENT € 😀 Ж'.repeat(20);
  const [found] = entries(
    textOf(programmeWith([{ when: '2021-05-09', title: hostile, description: hostile }])),
  );
  expect(found?.summary).toBe(hostile.replaceAll('\n', ' '));
  expect(found?.description).toContain(hostile);
});
