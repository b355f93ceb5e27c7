import { expect, it } from 'vitest';
import { findingsOf, programmeWith } from './programmes.ts';

/** Whether a date is reported as outside 2021. */
const isOutside = (when: string): boolean =>
  findingsOf('date-outside-period', programmeWith([{ when }])).length > 0;

it.each([
  '2021',
  '2021-05-03',
  '../2021-08-31',
  '2021-09-01/..',
  '{2021-05-03,2021-06-03}',
  '2021-12-30/2022-01-02',
])('A date is not reported if at least part of it could be within the period of the programme: %s', (when) =>
  expect(isOutside(when)).toBe(false),
);

it.each([
  '2020',
  '2021-06-01/2031-06-30',
  '../2020-08-31',
  '../2022-08-31',
  '2020-09-01/..',
  '2022-01-01/..',
])('A date is reported if one of its days is certainly outside the period of the programme: %s', (when) =>
  expect(isOutside(when)).toBe(true),
);
