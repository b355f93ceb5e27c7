import { describe, expect, it } from 'vitest';
import type { InitPlan } from '../../../src/commands/init-plan.ts';
import { areDaysOfMonths, dayOfMonth, monthOfCell } from '../../../src/read/table-import/month-days.ts';
import { planOf } from './lines.ts';

const datesOf = ({ programme }: InitPlan): string[] =>
  programme.themes.flatMap(({ events }) =>
    events.map(({ date, when }) => `${String(date)} = ${when}`.replaceAll('\u00a0', ' ')),
  );

const said = ({ remarks }: InitPlan): string[] => remarks.map(({ message, at }) => `${at?.cell}: ${message}`);

describe('a day below a month', () => {
  it('is a date of that month, in the words of the language', () => {
    const may = { month: 5, year: 2030 };
    expect(dayOfMonth('Sat 4', may, 'en')).toBe('Sat 4\u00a0May 2030');
    expect(dayOfMonth('sam. 4', may, 'fr')).toBe('sam. 4\u00a0mai 2030');
    expect(dayOfMonth('Sa 4.', may, 'de')).toBe('Sa 4.\u00a0Mai 2030');
    expect(dayOfMonth('Сб 4', may, 'ru')).toBe('Сб 4\u00a0мая 2030\u00a0г.');
    expect(dayOfMonth('Sa 4. – So 5.', may, 'de')).toBe('Sa 4. – So 5.\u00a0Mai 2030');
    expect(dayOfMonth('4', { month: 5 }, 'de')).toBe('4\u00a0Mai');
    expect(dayOfMonth('Sa 4., 19 Uhr', may, 'de')).toBe('Sa 4.\u00a0Mai 2030, 19 Uhr');
  });

  it('is none where it is whole, is no day of it, or is another day of the week', () => {
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

  it('has a heading that says a month and nothing else', () => {
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

describe('months in rows of their own', () => {
  it('are those of the days in the column of dates, whatever its heading, in each language', () => {
    const sheets = [
      ['Date|Title|Place', 'May 2030', 'Sat 4|Choir|Hall', 'June 2030', 'Sat 1|Fair|Park'],
      ['Quel jour|Titre|Lieu', 'Mai 2030', 'sam. 4|Chœur|Salle', 'Juin 2030', 'sam. 1|Foire|Parc'],
      ['Titel|Tag|Ort', 'Mai 2030', 'Chor|Sa 4.|Dom', 'Juni 2030', 'Fest|Sa 1.|Park'],
      ['Дата|Название|Место', 'Май 2030', 'Сб 4|Хор|Зал', 'Июнь 2030', 'Сб 1|Ярмарка|Парк'],
    ];
    expect(sheets.map((lines) => datesOf(planOf('1', ...lines)))).toEqual([
      ['Sat 4 May 2030 = 2030-05-04', 'Sat 1 June 2030 = 2030-06-01'],
      ['sam. 4 mai 2030 = 2030-05-04', 'sam. 1 juin 2030 = 2030-06-01'],
      ['Sa 4. Mai 2030 = 2030-05-04', 'Sa 1. Juni 2030 = 2030-06-01'],
      ['Сб 4 мая 2030 г. = 2030-05-04', 'Сб 1 июня 2030 г. = 2030-06-01'],
    ]);
  });

  it('are said, with the words of the cells; what is of another day of the week stays', () => {
    const plan = planOf('1', 'Datum|Titel', 'Mai 2030', 'Sa 4.|Chor', 'Mo 5.|Lauf');
    expect(datesOf(plan)).toEqual(['Sa 4. Mai 2030 = 2030-05-04', 'Mo 5. = undefined']);
    expect(said(plan)).toEqual([
      '1!A3: "Sa 4." below "Mai 2030" is read as "Sa 4. Mai 2030"',
      '1!A4: "Mo 5." is another day of the week in "Mai 2030": it is kept as words',
      '1!A4: the date "Mo 5." is kept as words: the number 5 is not a date',
    ]);
  });

  it('are said once of a day that cells below it mean too', () => {
    const plan = planOf(
      '1',
      'Date|Heure|Titre',
      'Mai 2030',
      'sam. 4|10h|Chœur',
      '|14h|Foire',
      'dim. 5|9h|Bal',
    );
    expect(datesOf(plan)).toEqual([
      'sam. 4 mai 2030 = 2030-05-04',
      'sam. 4 mai 2030 = 2030-05-04',
      'dim. 5 mai 2030 = 2030-05-05',
    ]);
    expect(said(plan)).toEqual([
      '1!A3: "sam. 4" below "Mai 2030" is read as "sam. 4 mai 2030"',
      '1!A4: the empty cell means the same as 1!A3: "sam. 4"',
      '1!A5: "dim. 5" below "Mai 2030" is read as "dim. 5 mai 2030"',
    ]);
  });

  it('may have days in rows of their own below them, or stand above the headings or in the name of the sheet', () => {
    const rows = ['Time|Title|Place', 'May 2030', 'Sat 4', '10:00|Choir|Hall', 'Sun 5', '9:00|Run|Wood'];
    const days = ['Sat 4 May 2030 = 2030-05-04', 'Sun 5 May 2030 = 2030-05-05'];
    expect(datesOf(planOf('1', ...rows))).toEqual(days);
    const list = ['Day|Title|Place', 'Sat 4|Choir|Hall', 'Sun 5|Run|Wood'];
    expect(datesOf(planOf('May 2030', ...list))).toEqual(days);
    expect(datesOf(planOf('1', 'May 2030', ...list))).toEqual(days);
  });

  it('leave whole dates and numbers that count something else alone', () => {
    const whole = planOf('1', 'Datum|Titel', 'Mai 2030', 'Sa 4.5.|Chor', '|Lauf');
    expect(datesOf(whole)).toEqual(['Sa 4.5. = 2030-05-04', 'Mai 2030 = 2030-05']);
    const numbers = planOf('1', 'Nr|Titel|Ort', 'Mai 2030', '1|Chor|Dom', '2|Lauf|Wald');
    expect(datesOf(numbers)).toEqual(['Mai 2030 = 2030-05', 'Mai 2030 = 2030-05']);
  });
});
