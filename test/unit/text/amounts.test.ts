import { describe, expect, it } from 'vitest';
import { amountsIn } from '../../../src/text/amounts.ts';

describe('Amounts of money', () => {
  it.each(['1,000 EUR', 'EUR 1,000', 'CHF 2.500', '2.500 CHF', '£1,250', 'EUR 1,000.50'])(
    'An amount with three digits after a comma or full stop is ambiguous and therefore not read: %s',
    (words) => {
      expect(amountsIn(words)).toEqual([]);
    },
  );

  it.each([
    ['12,50 €', 12.5],
    ['EUR 1 000', 1000],
    ['CHF 20.– bis', 20],
    ['Eintritt: 5 €, ermäßigt frei', 5],
  ])('The value of an amount is read: %s', (words, value) => {
    expect(amountsIn(words).map((one) => one.value)).toEqual([value]);
  });
});
