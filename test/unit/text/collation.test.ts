import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGS, type Lang } from '../../../languages/index.ts';
import { compareNames } from '../../../src/text/collation.ts';

const ordered = (lang: Lang, names: string[]): string[] => [...names].sort(compareNames(lang));

describe('compareNames', () => {
  test('Accented letters sort next to their base letters', () => {
    expect(
      ordered('fr', ['Évreux', 'Zonza', 'Étretat', 'Dijon', 'Île-de-France', 'Irkoutsk', 'Evian']),
    ).toEqual(['Dijon', 'Étretat', 'Evian', 'Évreux', 'Île-de-France', 'Irkoutsk', 'Zonza']);
  });

  test('Accents and case affect the order only of names that are otherwise equal', () => {
    expect(ordered('en', ['Béziers', 'nice', 'Beziers', 'Nice', 'Beziert'])).toEqual([
      'Beziers',
      'Béziers',
      'Beziert',
      'nice',
      'Nice',
    ]);
  });

  test('ё sorts next to е, and Cyrillic names sort before Latin ones only in Russian', () => {
    expect(ordered('ru', ['Яр', 'Paris', 'Ёлка', 'Жело', 'Елец'])).toEqual([
      'Елец',
      'Ёлка',
      'Жело',
      'Яр',
      'Paris',
    ]);
    expect(ordered('fr', ['Яр', 'Paris'])).toEqual(['Paris', 'Яр']);
  });

  test('Numbers sort by value', () => {
    expect(ordered('en', ['Gymnasium 171', 'Gymnasium 9'])).toEqual(['Gymnasium 9', 'Gymnasium 171']);
  });

  test('In German ä sorts next to a, and ß sorts as ss, or after it in otherwise equal names', () => {
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

  test('In Russian й is a separate letter, ё is not, and spaces and hyphens sort before letters', () => {
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

  test('compareNames is a total order of any names in any language', () => {
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
