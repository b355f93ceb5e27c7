import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookmarkName } from '../../../src/document/bookmarks.ts';

describe('Bookmark for an event', () => {
  it('The name of a bookmark is derived from the event id', () => {
    expect(bookmarkName('nancy-krasnodar-saint-nicolas')).toBe('ev_nancy_krasnodar_saint_nicolas');
    expect(bookmarkName('_theme-sport')).toBe('_theme_sport');
  });

  it('A long bookmark name is shortened and ends with part of the hash of the full name', () => {
    expect(bookmarkName('grand-est-samara-cooperation-agreement')).toBe(
      'ev_grand_est_samara_coopera_9ccbc11b9d27',
    );
  });

  it('Every bookmark name is unique and allowed in Word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '9'), minLength: 1, maxLength: 30 });
    const id = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('-'));
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(id, fc.string()), { minLength: 2, maxLength: 30 }), (ids) => {
        const names = ids.map(bookmarkName);
        for (const name of names) expect(name).toMatch(/^[a-z_][a-z0-9_]{0,39}$/);
        expect(new Set(names).size).toBe(ids.length);
      }),
    );
  });
});
