import { describe, expect, test } from 'vitest';
import { compareNames } from '../../../src/text/collation.ts';

const ordered = (lang: 'en' | 'fr' | 'ru', names: string[]): string[] => [...names].sort(compareNames(lang));

describe('compareNames', () => {
  test('puts accented letters beside plain ones', () => {
    expect(
      ordered('fr', ['Évreux', 'Zonza', 'Étretat', 'Dijon', 'Île-de-France', 'Irkoutsk', 'Evian']),
    ).toEqual(['Dijon', 'Étretat', 'Evian', 'Évreux', 'Île-de-France', 'Irkoutsk', 'Zonza']);
  });

  test('counts accents and case only between names that are otherwise equal', () => {
    expect(ordered('en', ['Béziers', 'nice', 'Beziers', 'Nice', 'Beziert'])).toEqual([
      'Beziers',
      'Béziers',
      'Beziert',
      'nice',
      'Nice',
    ]);
  });

  test('puts ё beside е, and Cyrillic before Latin names in Russian only', () => {
    expect(ordered('ru', ['Яр', 'Paris', 'Ёлка', 'Жело', 'Елец'])).toEqual([
      'Елец',
      'Ёлка',
      'Жело',
      'Яр',
      'Paris',
    ]);
    expect(ordered('fr', ['Яр', 'Paris'])).toEqual(['Paris', 'Яр']);
  });

  test('orders numbers by value', () => {
    expect(ordered('en', ['Gymnasium 171', 'Gymnasium 9'])).toEqual(['Gymnasium 9', 'Gymnasium 171']);
  });
});
