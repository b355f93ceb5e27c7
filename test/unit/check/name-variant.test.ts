import { expect, it } from 'vitest';
import { findingsOf, programmeWith } from './programmes.ts';

it('The name of a place that ends with a quotation mark is correct in a text', () => {
  const programme = {
    ...programmeWith([{ description: 'A play in Theatre “Seagull”.' }]),
    reference: { regions: [], places: [{ name: 'Theatre “Seagull”' }] },
  };
  expect(findingsOf('name-variant', programme)).toEqual([]);
});
