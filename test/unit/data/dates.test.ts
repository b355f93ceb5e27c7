import { describe, expect, it } from 'vitest';
import { EDITION_1, readConfig, readEvents } from './dataset.ts';

/** The EDTF date of each printed date in edition 1; a city in the date column is not a date. */
const DATES: Record<string, string> = {
  'Throughout the year 2020': '2020',
  'Throughout the year 2021': '2021',
  'Throughout 2021': '2021',
  'Semester 1': '2021-40',
  'Semester 2': '2021-41',
  'See Semester 2': '2021-41',
  '2021 Semester 2:': '2021-41',
  'Quarter 2 2021': '2021-34',
  'Quarter 3 2021': '2021-35',
  'Semester 1: February 2021': '2021-02',
  'Semester 1: February 2021 (webinar only)': '2021-02',
  '1 February 2021 - 28 February 2021': '2021-02-01/2021-02-28',
  'Semester 1: 20 – 21 June 2021': '2021-06-20/2021-06-21',
  '2021 Semester 2: late August-early September': '2021-08~/2021-09~',
  'Semester 2 2021: 6-9 September': '2021-09-06/2021-09-09',
  'Semester 2: December 2021': '2021-12',
  'December 2021': '2021-12',
  'Semester 2: 9-19 December 2021': '2021-12-09/2021-12-19',
};

/** Dates that are only in the title or the description. */
const DATES_IN_TEXT: Record<string, string> = {
  'paris-astrakhan-oriental-languages': '2021-04/2021-05',
  'grenoble-astrakhan-philology': '2021-09',
  'nice-nizhny-novgorod-medicine': '2021-05-11/2021-05-15',
  'nantes-yekaterinburg-july': '2021-07',
  'nice-tolstoy-museum-russian-writers': '2021-11-13/2021-12-23',
  'avignon-leningrad-siberia-france-exhibition': '2021-04/2021-09',
  'clermont-ferrand-udmurtia-linguistic-rainbow': '{2021-03-03,2021-04-19..2021-04-23}',
  'bressuire-ryazan-forum-of-ancient-cities': '2021-09-21/2021-09-25',
  'ile-de-france-leningrad-tourism-fair': '2021-09',
};

const events = readConfig(EDITION_1).themes.flatMap((theme) => readEvents(EDITION_1, theme.id));

describe('Dates of edition 1', () => {
  it('The EDTF date of an event expresses its printed date or, failing that, a date in its text; without either, the event has no EDTF date', () => {
    const meant = events.map(({ id, date }) => [id, DATES[String(date)] ?? DATES_IN_TEXT[id]]);
    expect(events.map(({ id, when }) => [id, when])).toEqual(meant);
  });

  it('The date cells without an EDTF date are exactly those that contain the name of a town', () => {
    const printed = new Set(events.flatMap(({ date }) => (date === undefined ? [] : [String(date)])));
    expect([...printed].filter((words) => DATES[words] === undefined)).toEqual([
      'Angers',
      'Nice',
      'Paris',
      'Grenoble',
    ]);
  });

  it('47 of the 77 events of edition 1 have an EDTF date', () => {
    expect(events.filter(({ when }) => when !== undefined)).toHaveLength(47);
  });
});
