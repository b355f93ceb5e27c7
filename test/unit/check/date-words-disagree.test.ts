import { expect, it } from 'vitest';
import { findingsOf, programmeWith } from './programmes.ts';

it('If the words of a date disagree with its EDTF date, the hints suggest correcting either of them', () => {
  const programme = programmeWith([{ date: '3 May 2021', when: '2021-05-03/2021-05-05' }]);
  expect(findingsOf('date-words-disagree', programme).map(({ hint }) => hint)).toEqual([
    'if the printed date is correct, change the date for calendars to 2021-05-03; if not, print “3–5 May 2021”',
  ]);
});
