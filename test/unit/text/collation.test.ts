import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGS, type Lang } from '../../../languages/index.ts';
import { compareNames } from '../../../src/text/collation.ts';

const ordered = (lang: Lang, names: string[]): string[] => [...names].sort(compareNames(lang));

describe('compareNames', () => {
  test('Letters with accents are sorted next to their base letters', () => {
    expect(
      ordered('fr', ['Évreux', 'Zonza', 'Étretat', 'Dijon', 'Île-de-France', 'Irkoutsk', 'Evian']),
    ).toEqual(['Dijon', 'Étretat', 'Evian', 'Évreux', 'Île-de-France', 'Irkoutsk', 'Zonza']);
  });

  test('Accents and case determine the order only of names that are otherwise equal', () => {
    expect(ordered('en', ['Béziers', 'nice', 'Beziers', 'Nice', 'Beziert'])).toEqual([
      'Beziers',
      'Béziers',
      'Beziert',
      'nice',
      'Nice',
    ]);
  });

  test('ё is sorted next to е, and Cyrillic names are sorted before Latin names only in Russian', () => {
    expect(ordered('ru', ['Яр', 'Paris', 'Ёлка', 'Жело', 'Елец'])).toEqual([
      'Елец',
      'Ёлка',
      'Жело',
      'Яр',
      'Paris',
    ]);
    expect(ordered('fr', ['Яр', 'Paris'])).toEqual(['Paris', 'Яр']);
  });

  test('Numbers are sorted by their values', () => {
    expect(ordered('en', ['Gymnasium 171', 'Gymnasium 9'])).toEqual(['Gymnasium 9', 'Gymnasium 171']);
  });

  test('In German, ä is sorted next to a, and ß is sorted as ss, or after it if names are otherwise equal', () => {
    const names = ['Zürich', 'Äpfel', 'Straße', 'Apfel', 'Strasse', 'Straßen', 'Ärger', 'Apfelbaum', 'Azur'];
    expect(ordered('de', names)).toEqual([
      'Apfel',
      'Äpfel',
      'Apfelbaum',
      'Ärger',
      'Azur',
      'Strasse',
      'Straße',
      'Straßen',
      'Zürich',
    ]);
  });

  test('In Russian, й is a separate letter but ё is not, and spaces and hyphens are sorted before letters', () => {
    expect(ordered('ru', ['Йорк', 'Иж', 'Ияр', 'Ёлка', 'Елань', 'Елкин'])).toEqual([
      'Елань',
      'Ёлка',
      'Елкин',
      'Иж',
      'Ияр',
      'Йорк',
    ]);
    expect(ordered('fr', ['Saintes', 'Saint-Denis', 'Saint Denis', 'Œuvre', 'Oe', 'Of', '1er'])).toEqual([
      '1er',
      'Oe',
      'Œuvre',
      'Of',
      'Saint Denis',
      'Saint-Denis',
      'Saintes',
    ]);
  });

  test('In any language, compareNames defines a total order of names', () => {
    const name = fc.string({ unit: fc.constantFrom(...'aÄäßéеёйЙ1 0-’Zz'), maxLength: 5 });
    fc.assert(
      fc.property(fc.constantFrom(...LANGS), name, name, name, (lang, a, b, c) => {
        const compare = compareNames(lang);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) || 0);
        expect(compare(a, b) === 0).toBe(a === b);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
