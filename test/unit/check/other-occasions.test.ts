import { expect, it } from 'vitest';
import { type EventParts, findingsOf, programmeWith } from './programmes.ts';

/** An event on 18 June 2021, a Friday, with a description. */
const on18June = (description: string): EventParts => ({
  description,
  date: '18 June 2021',
  when: '2021-06-18',
});

const wordsOf = (rule: string, ...events: readonly EventParts[]): string[] =>
  findingsOf(rule, programmeWith(events)).map(({ words }) => words);

it.each([
  ['The concert on 16 June opens the season.', ['16 June']],
  ['The concert on 18 July opens the season.', ['18 July']],
  ['The concert in May 2021 opens the season.', ['May 2021']],
  ['The concert on 18 June, with a rehearsal on 16 June.', []],
  ['The choir sang on 2 March and in Dijon on 9 June.', []],
  ['The choir sang for the mayor on 2 March.', []],
  ['Strawberries ripen in July.', []],
])('The date of another occasion does not disagree with the date column: %s', (description, words) => {
  expect(wordsOf('date-in-text-disagrees', on18June(description))).toEqual(words);
});

it('If most texts disagree, the date column has another purpose, and no text is reported', () => {
  const minutes = Array.from({ length: 5 }, (_, day) =>
    on18June(`Minutes of the meeting on ${day + 2} June.`),
  );
  expect(wordsOf('date-in-text-disagrees', ...minutes.slice(1))).toHaveLength(4);
  expect(wordsOf('date-in-text-disagrees', ...minutes)).toEqual([]);
});

it.each([
  // 5 May 2021 is a Wednesday; the year before it is a Tuesday, the year after a Thursday.
  ['Tuesday 5 May', []],
  ['Thursday 5 May', []],
  ['Friday 5 May', ['Friday 5 May']],
  ['Tuesday 5 May 2021', ['Tuesday 5 May 2021']],
])('Without a date of the event, a weekday may be of the year before or after: %s', (date, words) => {
  const event = { description: `The choir sings on ${date}.`, date: undefined, when: undefined };
  expect(wordsOf('weekday-wrong', event)).toEqual(words);
});

it('Names of different persons are no spellings of one word, but a name with two spellings is', () => {
  const by = (who: string): EventParts => ({ description: `A concert with ${who} at the piano.` });
  expect(wordsOf('word-variant', by('Benoît Masson'), by('Benoit Dupont'))).toEqual([]);
  expect(wordsOf('word-variant', by('Benoît Masson'), by('Benoit Masson'))).toEqual(['Benoit Masson']);
});
