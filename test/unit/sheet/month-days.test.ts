import { describe, expect, it } from 'vitest';
import { areDaysOfMonths, dayOfMonth, monthOfCell } from '../../../src/read/table-import/cell-text.ts';

describe('Day below a month heading', () => {
  it('A day below a month heading becomes a date in that month, written in the language of the list', () => {
    const may = { month: 5, year: 2030 };
    expect(dayOfMonth('Sat 4', may, 'en')).toBe('Sat 4\u00a0May 2030');
    expect(dayOfMonth('sam. 4', may, 'fr')).toBe('sam. 4\u00a0mai 2030');
    expect(dayOfMonth('Sa 4.', may, 'de')).toBe('Sa 4.\u00a0Mai 2030');
    expect(dayOfMonth('Сб 4', may, 'ru')).toBe('Сб 4\u00a0мая 2030\u00a0г.');
    expect(dayOfMonth('Sa 4. – So 5.', may, 'de')).toBe('Sa 4. – So 5.\u00a0Mai 2030');
    expect(dayOfMonth('4', { month: 5 }, 'de')).toBe('4\u00a0Mai');
    expect(dayOfMonth('Sa 4., 19 Uhr', may, 'de')).toBe('Sa 4.\u00a0Mai 2030, 19 Uhr');
  });

  it('A complete date, an impossible day and a day with the wrong weekday are not read as days below a month heading', () => {
    const may = { month: 5, year: 2030 };
    expect(dayOfMonth('4.5.', may, 'de')).toBeUndefined();
    expect(dayOfMonth('Sa 4. Mai', may, 'de')).toBeUndefined();
    expect(dayOfMonth('samedi', may, 'fr')).toBeUndefined();
    expect(dayOfMonth('31', { month: 6, year: 2030 }, 'en')).toBeUndefined();
    expect(dayOfMonth('Hall 4', may, 'en')).toBeUndefined();
    expect(dayOfMonth('19:30', may, 'en')).toBeUndefined();
    expect(dayOfMonth('Fri 4', may, 'en')).toBe('contradicted');
    expect(dayOfMonth('Fri 4', { month: 5 }, 'en')).toBe('Fri 4\u00a0May');
  });

  it('Only a cell that consists of a month, with or without a year, is read as a month heading', () => {
    expect(monthOfCell({ text: 'Mai 2030' }, 'de')).toEqual({ month: 5, year: 2030 });
    expect(monthOfCell({ text: 'ИЮНЬ' }, 'ru')).toEqual({ month: 6 });
    expect(monthOfCell({ text: '1.5.2030', date: '2030-05' })).toEqual({ month: 5, year: 2030 });
    expect(monthOfCell({ text: '4 mai 2030' }, 'fr')).toBeUndefined();
    expect(monthOfCell({ text: 'May Fair' }, 'en')).toBeUndefined();
    const cells = ['May', 'Sat 4', 'Sun 5', '6'].map((text) => ({ text }));
    expect(areDaysOfMonths(cells, 'en')).toBe(true);
    expect(areDaysOfMonths([...cells, { text: 'Tue 7 May' }], 'en')).toBe(false);
  });
});
