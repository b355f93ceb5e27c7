import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName, tokensOf } from '../../../src/reference/fold.ts';

describe('foldName', () => {
  test.each([
    ['Île-de-France', 'ile de france'],
    ['ILE DE FRANCE', 'ile de france'],
    ['I\u0302le\u2011de\u2013France', 'ile de france'],
    ["Provence-Alpes-Côte d'Azur", 'provence alpes cote d azur'],
    ['Provence-Alpes-Côte d’Azur', 'provence alpes cote d azur'],
    ['  Saint   Petersburg ', 'saint petersburg'],
    ['St. Petersburg', 'saint petersburg'],
    ['St-Pétersbourg', 'saint petersbourg'],
    ['Ste-Anne', 'sainte anne'],
    ['Эврё', 'эвре'],
    ['Нижний Новгород', 'нижнии новгород'],
    ['Овернь — Рона — Альпы', 'овернь рона альпы'],
    ['Sacré-Cœur', 'sacre coeur'],
    ['Théâtre «Ромэн»', 'theatre ромэн'],
    ['Republic of Sakha (Yakutia)', 'republic of sakha yakutia'],
    ['Nov\u00adgorod', 'novgorod'],
    ['Gymnasium 171', 'gymnasium 171'],
    ['', ''],
    ['—, (!)', ''],
  ])('%j is folded to %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  test('Folding a folded name does not change it', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
    );
  });

  test('Differences in case and Unicode normalisation do not affect the folded name', () => {
    const names = fc.string({ unit: fc.constantFrom(...'abéèïôœçšäñйёжяЖЯÉÔ -’') });
    void fc.assert(
      fc.property(names, (name) => {
        expect(foldName(name.toUpperCase())).toBe(foldName(name));
        expect(foldName(name.normalize('NFD'))).toBe(foldName(name));
      }),
    );
  });
});

describe('tokensOf', () => {
  test('tokensOf returns words and marks with their offsets', () => {
    expect(tokensOf('Tikhvine, Leningrad region')).toEqual([
      { word: 'tikhvine', start: 0, end: 8, capital: true },
      { word: ',', start: 8, end: 9, capital: false },
      { word: 'leningrad', start: 10, end: 19, capital: true },
      { word: 'region', start: 20, end: 26, capital: false },
    ]);
  });

  test('Words do not overlap, and no letters are left between them', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let end = 0;
        for (const token of tokensOf(text)) {
          expect(text.slice(end, token.start)).not.toMatch(/[\p{L}\p{N}]/u);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
        expect(text.slice(end)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
