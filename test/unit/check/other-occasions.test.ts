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
])(
  'A date in a text that belongs to another occasion is not compared with the date column: %s',
  (description, words) => {
    expect(wordsOf('date-in-text-disagrees', on18June(description))).toEqual(words);
  },
);

it('If most texts disagree with the date column, a single note is reported, because the column has a different purpose', () => {
  const minutes = Array.from({ length: 5 }, (_, day) =>
    on18June(`Minutes of the meeting on ${day + 2} June.`),
  );
  expect(wordsOf('date-in-text-disagrees', ...minutes.slice(1))).toHaveLength(4);
  expect(findingsOf('date-in-text-disagrees', programmeWith(minutes))).toMatchObject([
    {
      severity: 'note',
      code: 'dates-disagree-in-most',
      parameters: { count: 5, all: 5 },
      at: { field: 'fields.4' },
    },
  ]);
});

it.each([
  // 5 May 2021 is a Wednesday; the year before it is a Tuesday, the year after a Thursday.
  ['Tuesday 5 May', []],
  ['Thursday 5 May', []],
  ['Friday 5 May', ['Friday 5 May']],
  ['Tuesday 5 May 2021', ['Tuesday 5 May 2021']],
])(
  'A weekday in the text of an undated event may belong to the previous or the next year: %s',
  (date, words) => {
    const event = { description: `The choir sings on ${date}.`, date: undefined, when: undefined };
    expect(wordsOf('weekday-wrong', event)).toEqual(words);
  },
);

it('Two spellings of one name are reported as variants, but the names of two people are not', () => {
  const by = (who: string): EventParts => ({ description: `A concert with ${who} at the piano.` });
  expect(wordsOf('word-variant', by('Benoît Masson'), by('Benoit Dupont'))).toEqual([]);
  expect(wordsOf('word-variant', by('Benoît Masson'), by('Benoit Masson'))).toEqual(['Benoit Masson']);
});

it.each([
  ['repeated-words', 'Seminars, equestrian sport, seminars.', ['seminars']],
  ['repeated-words', 'Meet at the school, 21, Dijon, Dijon, France.', []],
  ['repeated-words', 'Waltzes: waltzes, tangos and polkas.', []],
  ['punctuation', 'Bring a chair,, please.', [',,']],
  ['punctuation', 'A lesson on base::sum for beginners.', []],
  ['small-words', 'A choir of at least ten singers.', []],
  ['small-words', 'A choir of at ten singers.', ['of at']],
])('The rule %s reports the expected words in "%s": %j', (rule, description, words) => {
  expect(wordsOf(rule, { description })).toEqual(words);
});

it.each([
  ['lookalike-letters', 'Кто правит, C или C++?', []],
  ['lookalike-letters', 'Вокальные a cappella выступления', []],
  ['lookalike-letters', 'Концерт c оркестром', ['c']],
  ['other-language', 'Показ фильма La torta del presidente во дворе', []],
  [
    'other-language',
    'Концерт: the choir of the town is invited to the hall',
    ['the choir of the town is invited to the hall'],
  ],
])('The rule %s reports the expected words in the Russian text "%s": %j', (rule, description, words) => {
  const programme = programmeWith([{ title: 'Концерт', description, date: undefined, when: undefined }], {
    language: 'ru',
    languages: ['ru'],
  });
  expect(findingsOf(rule, programme).map((finding) => finding.words)).toEqual(words);
});

it('A single note reports the number of events in another language, and French rules skip these events', () => {
  const talk = { description: 'Where is the choir of the town? It is in the hall; we will meet it there.' };
  const french = { description: 'Où est la chorale? Elle est dans la salle.' };
  const of = (rule: string, ...events: EventParts[]): string[] =>
    findingsOf(rule, programmeWith(events, { language: 'fr', languages: ['fr'] })).map(
      ({ severity, message }) => `${severity}: ${message}`,
    );
  expect(of('other-language', talk, french)).toEqual(['note: English words in a French text']);
  expect(of('other-language', talk, talk, talk, french)).toEqual([
    'note: 3 texts contain sentences in another language, such as English',
  ]);
  expect(of('french-spacing', talk, french)).toHaveLength(1);
});

it('A sentence in another language within a text is reported as a warning, and a whole paragraph as a note', () => {
  const of = (description: string): string[] =>
    findingsOf('other-language', programmeWith([{ description }], { language: 'de', languages: ['de'] })).map(
      ({ severity }) => severity,
    );
  const german = 'Der Chor singt in der Halle.';
  const english = 'The choir of the school sings with its guests.';
  expect(of(`${german} ${english}`)).toEqual(['warning']);
  expect(of(`${german}\n\n${english}`)).toEqual(['note']);
  expect(of(`${german}\n\nEach child may join us, no matter how young. ${english}`)).toEqual(['note']);
});
