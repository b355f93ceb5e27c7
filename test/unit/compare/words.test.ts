import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordTokens } from '../../../src/compare/words.ts';
import { LANGS } from '../../../src/model/text.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { runs } from '../../support/property-runs.ts';

const words = (text: string, lang: (typeof LANGS)[number]): string[] =>
  wordTokens(text, lang).filter((token) => /[\p{L}\p{N}]/u.test(token));

test('A French noun and its elided article are two words, but "aujourd’hui" is one', () => {
  expect(words("l'art d’aujourd’hui, qu'il jusqu’à Côte d'Azur", 'fr')).toEqual([
    "l'",
    'art',
    'd’',
    'aujourd’hui',
    "qu'",
    'il',
    'jusqu’',
    'à',
    'Côte',
    "d'",
    'Azur',
  ]);
});

test('An English contraction or possessive is one word', () => {
  expect(words("the city's people don’t", 'en')).toEqual(['the', "city's", 'people', 'don’t']);
});

test('A hyphenated word or a range is one word, but words between dashes are separate', () => {
  expect(words('Saint-Nicolas COVID-19 9-19 late-early Paris – Moscow', 'en')).toEqual([
    'Saint-Nicolas',
    'COVID-19',
    '9-19',
    'late-early',
    'Paris',
    'Moscow',
  ]);
  expect(words('l’Île-de-France', 'fr')).toEqual(['l’', 'Île-de-France']);
  expect(words('Санкт-Петербург — из-за 1-й', 'ru')).toEqual(['Санкт-Петербург', 'из-за', '1-й']);
});

test('The tokens of any text, when concatenated, equal the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), fc.constantFrom(...LANGS), (text, lang) => {
      expect(wordTokens(text, lang).join('')).toBe(text);
    }),
  );
});

test('The tokens of a long text are the tokens of its parts, in order', () => {
  const word = fc.constantFrom(
    'art',
    'l’été',
    'из-за',
    'COVID-19',
    '9-19',
    'e\u0301',
    '–',
    '«a»',
    '👩‍👧',
    '🇫🇷',
    '1,000.5',
    '\n',
  );
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 300, maxLength: 2000 }),
      fc.constantFrom(...LANGS),
      (list, lang) => {
        const alone = list.flatMap((one) => [...wordTokens(one, lang), ' ']);
        expect(wordTokens(list.map((one) => `${one} `).join(''), lang)).toEqual(alone);
      },
    ),
    { numRuns: runs(20) },
  );
});

test('A text of half a megabyte without spaces is split into tokens without loss', () => {
  for (const text of [
    '1-'.repeat(250_000),
    'a'.repeat(500_000),
    '\u0301'.repeat(500_000),
    '👩‍👧'.repeat(60_000),
  ])
    expect(wordTokens(text, 'fr').join('') === text).toBe(true);
});
