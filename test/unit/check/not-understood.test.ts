import { expect, it } from 'vitest';
import { findingsOf, programmeWith } from './programmes.ts';

const TIMED = {
  fields: [
    { id: 'title', kind: 'title', heading: 'Title' },
    { id: 'description', kind: 'description', heading: 'Description' },
    { id: 'date', kind: 'date', heading: 'Date' },
    { id: 'time', kind: 'time', heading: 'Time' },
  ],
  themes: [{ id: 'culture', title: 'Culture', columns: ['title', 'description', 'date', 'time'] }],
};

it.each([
  ['date-not-understood', { date: '2021-22', when: undefined }, 'the date is not understood: 2021-22'],
  [
    'time-not-understood',
    { time: 'sunrise' },
    'the time is not understood: sunrise; calendars, the web page and the open data show an all-day event',
  ],
])('A message states only once that a date or time is not understood: %s %o', (rule, event, message) => {
  const found = findingsOf(rule, programmeWith([event], TIMED));
  expect(found.map((finding) => finding.message)).toEqual([message]);
});
