import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idMaker } from '../../../src/read/table-import/slug.ts';

it('an id is made of the first words, of more of them, and at last with the smallest number that is free', () => {
  const newId = idMaker(['fair', 'fair-2', 'fair-4'], 'event');
  expect(newId(['Fair'])).toBe('fair-3');
  expect(newId(['Fair', 'Hillton'])).toBe('fair-hillton');
  expect(newId(['Fair', 'Hillton'])).toBe('fair-5');
  expect(newId(['展'])).toBe('event');
  expect(newId([])).toBe('event-2');
});

it('no id is given twice, nor one that was there', () => {
  const words = fc.array(fc.constantFrom('Fair', 'Fair 2', 'Ярмарка', '', '…', 'fair-2'), { maxLength: 3 });
  const ids = fc.uniqueArray(fc.constantFrom('fair', 'fair-2', 'fair-3', 'event', 'event-2', 'yarmarka'));
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), ids, (rows, taken) => {
      const newId = idMaker(taken, 'event');
      const all = [...taken, ...rows.map(newId)];
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});

it('a hundred thousand rows of one title have ids', () => {
  const newId = idMaker([], 'event');
  const ids = Array.from({ length: 100_000 }, () => newId(['Fair']));
  expect(ids.at(-1)).toBe('fair-100000');
});
