import { describe, expect, it } from 'vitest';
import { OccurrenceSchema, readOccurrence } from '../../../src/model/occurrence.ts';

describe('Occurrence as written in a dataset', () => {
  it.each([
    ['2030-12-09', { date: '2030-12-09' }],
    ['2030-12-09/2030-12-19', { date: '2030-12-09/2030-12-19' }],
    ['2030-12-09 19:00', { date: '2030-12-09', start: 19 * 60 }],
    ['2030-12-09 19:00-22:30', { date: '2030-12-09', start: 19 * 60, end: 22 * 60 + 30 }],
    ['2030-12-09 22:00-02:00', { date: '2030-12-09', start: 22 * 60, end: 26 * 60 }],
    ['2030-12-09 24:00', { date: '2030-12-09', start: 24 * 60 }],
    ['2030-12-09 doors 18:00', { date: '2030-12-09', doors: 18 * 60 }],
    [
      '2030-12-09 doors 23:30 00:30-04:00 Europe/Lisbon',
      {
        date: '2030-12-09',
        doors: 23 * 60 + 30,
        start: 24 * 60 + 30,
        end: 28 * 60,
        timezone: 'Europe/Lisbon',
      },
    ],
  ])('The occurrence %s is read', (text, occurrence) => {
    expect(readOccurrence(text)).toEqual(occurrence);
    expect(OccurrenceSchema.safeParse(text).success).toBe(true);
  });

  it.each([
    '',
    '19:00',
    '2030-13-09',
    '2030-12-09 19',
    '2030-12-09 -22:00',
    '2030-12-09 25:75',
    '2030-12-09 19:00 Nowhere/City',
  ])('The occurrence %j is rejected', (text) => {
    expect(OccurrenceSchema.safeParse(text).success).toBe(false);
  });
});
