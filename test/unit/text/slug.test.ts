import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idMaker, isDevice, uniqueNames } from '../../../src/text/slug.ts';

it('An id consists of the first words of a title; if it is already used, more words or else the smallest unused number is added', () => {
  const newId = idMaker(['fair', 'fair-2', 'fair-4'], 'event');
  expect(newId(['Fair'])).toBe('fair-3');
  expect(newId(['Fair', 'Hillton'])).toBe('fair-hillton');
  expect(newId(['Fair', 'Hillton'])).toBe('fair-5');
  expect(newId(['展'])).toBe('event');
  expect(newId([])).toBe('event-2');
});

it('Every id is unique and different from existing ids', () => {
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

it('Ids are made for a hundred thousand rows with the same title', () => {
  const newId = idMaker([], 'event');
  const ids = Array.from({ length: 100_000 }, () => newId(['Fair']));
  expect(ids.at(-1)).toBe('fair-100000');
});

/** A name in the form that a file system compares if it ignores case and composes letters. */
const onDisk = (name: string): string => name.normalize('NFC').toLowerCase();

it('The first of several equal names is unchanged, and adding a number to a name never makes it equal to another name', () => {
  expect(uniqueNames(['hall', 'hall', 'hall-2', 'hall-2'])).toEqual(['hall', 'hall-3', 'hall-2', 'hall-2-2']);
  expect(uniqueNames(['hall', 'HALL', 'saal', 'de-by'], ['Saal', 'DE-BY'])).toEqual([
    'hall',
    'HALL-2',
    'saal-2',
    'de-by-2',
  ]);
  expect(uniqueNames(['e\u0301te\u0301', 'été'])).toEqual(['e\u0301te\u0301', 'été-2']);
});

it('uniqueNames returns names that differ on any file system, also from used names, and changes no name unnecessarily', () => {
  const name = fc.constantFrom(
    'a',
    'A',
    'a-2',
    'a-3',
    'A-2',
    'a-2-2',
    'é',
    'e\u0301',
    'É',
    'con',
    'value',
    'value-2',
  );
  fc.assert(
    fc.property(fc.array(name, { maxLength: 30 }), fc.array(name, { maxLength: 5 }), (wanted, taken) => {
      const names = uniqueNames(wanted, taken);
      expect(names).toHaveLength(wanted.length);
      expect(new Set(names.map(onDisk)).size).toBe(names.length);
      expect(names.filter((one) => taken.map(onDisk).includes(onDisk(one)))).toEqual([]);
      const alike = (one: string): number =>
        [...wanted, ...taken].filter((other) => onDisk(other) === onDisk(one)).length;
      wanted.forEach((one, index) => {
        if (alike(one) === 1) expect(names[index]).toBe(one);
      });
    }),
  );
});

it('No id is a device name that Windows reserves', () => {
  const newId = idMaker([], 'event');
  expect(['CON', 'Aux', 'COM1', 'Con Brio', 'Nul'].map((title) => newId([title]))).toEqual([
    'con-2',
    'aux-2',
    'com1-2',
    'con-brio',
    'nul-2',
  ]);
  expect(['con', 'LPT9', 'aux.2', 'console', 'com10', '2'].map(isDevice)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
