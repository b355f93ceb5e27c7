import { describe, expect, test } from 'vitest';
import { LANGS, type Lang } from '../../../../src/model/text.ts';
import { datesIn } from '../../../../src/text/dates/find.ts';
import { parseDatePhrase } from '../../../../src/text/dates/parse.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { DateGrammar } from './grammar.ts';
import { it as italian } from './it.ts';
import { ru } from './ru.ts';

/** A language of the publisher without a grammar here does not compile. */
const GRAMMARS: Readonly<Record<Lang, DateGrammar>> = { de, en, es, fr, it: italian, ru };

const two = (number: number): string => String(number).padStart(2, '0');

describe.each(LANGS)('%s', (lang) => {
  const grammar = GRAMMARS[lang];
  /** The result of reading a phrase: EDTF, or the reason after `!`. */
  const read = (words: string): string => {
    const phrase = parseDatePhrase(words, { lang, year: 2021 });
    return 'edtf' in phrase ? phrase.edtf : `!${phrase.why.message}`;
  };
  const readAll = (rows: readonly (readonly [string, string])[]) =>
    rows.map(([words]) => [words, read(words)]);

  test('The test data for the language covers all months, all weekdays and each kind of date', () => {
    expect([grammar.months.length, grammar.days.length, grammar.weekdays.length]).toEqual([12, 12, 7]);
    expect(Object.values(grammar).filter((rows) => rows.length === 0)).toEqual([]);
  });

  test('Month names are read in every grammatical case and abbreviation', () => {
    const rows = grammar.months.flatMap((spellings, index) =>
      spellings.map((words): [string, string] => [words, `2021-${two(index + 1)}`]),
    );
    expect(readAll(rows)).toEqual(rows);
  });

  test('Days followed or preceded by a month are read', () => {
    const rows = grammar.days.map((words, index): [string, string] => [words, `2021-${two(index + 1)}-05`]);
    expect(readAll(rows)).toEqual(rows);
  });

  test('Weekdays are read', () => {
    for (const [index, spellings] of grammar.weekdays.entries()) {
      const edtf = `2021-03-${15 + index}`;
      for (const words of spellings) {
        expect({ words, ...parseDatePhrase(words, { lang, year: 2021 }) }).toEqual({
          words,
          edtf,
          weekdays: [{ date: edtf, weekday: index + 1 }],
        });
      }
    }
  });

  test.each([
    'ranges',
    'lists',
    'open',
    'quarters',
    'semesters',
    'years',
    'rough',
    'times',
    'digits',
    'uncertain',
  ] as const)('Dates of the kind “%s” are read', (concept) => {
    expect(readAll(grammar[concept])).toEqual(grammar[concept]);
  });

  test('Words that cannot be read as a date are rejected with the expected reason', () => {
    expect(readAll(grammar.refused)).toEqual(grammar.refused.map(([words, why]) => [words, `!${why}`]));
  });

  const found = (text: string): string[] => [
    text,
    ...datesIn(text, { lang, year: 2021 }).map(({ edtf }) => edtf),
  ];

  test('Dates in running text are found', () => {
    expect(grammar.texts.map(([text]) => found(text))).toEqual(grammar.texts);
  });

  test.each(['names', 'deadlines'] as const)(
    'In running text, %s are not read as dates of an event',
    (concept) => {
      expect(grammar[concept].map(found)).toEqual(grammar[concept].map((text) => [text]));
    },
  );
});
