import { describe, expect, test } from 'vitest';
import { dateWords, periodHeading } from '../../../src/text/dates/words.ts';

/** `_` is a no-break space. */
const printed = (words: string) => words.replaceAll('_', '\u00a0');

describe('dateWords', () => {
  test.each([
    ['2021', '2021', '2021', '2021_год'],
    ['2021-02', 'February 2021', 'février 2021', 'февраль 2021_г.'],
    ['2021-02-01', '1_February 2021', '1er_février 2021', '1_февраля 2021_г.'],
    ['2021-08-02', '2_August 2021', '2_août 2021', '2_августа 2021_г.'],
    ['2021-33', 'Quarter_1 2021', '1er_trimestre 2021', 'I_квартал 2021_г.'],
    ['2021-35', 'Quarter_3 2021', '3e_trimestre 2021', 'III_квартал 2021_г.'],
    ['2021-41', 'Semester_2 2021', '2e_semestre 2021', 'II_полугодие 2021_г.'],
    ['2021-12-09/2021-12-19', '9–19_December 2021', 'du 9 au 19_décembre 2021', '9–19_декабря 2021_г.'],
    ['2021-06-01/2021-06-03', '1–3_June 2021', 'du 1er au 3_juin 2021', '1–3_июня 2021_г.'],
    [
      '2021-11-28/2021-12-02',
      '28_November – 2_December 2021',
      'du 28_novembre au 2_décembre 2021',
      '28_ноября — 2_декабря 2021_г.',
    ],
    [
      '2021-12-28/2022-01-03',
      '28_December 2021 – 3_January 2022',
      'du 28_décembre 2021 au 3_janvier 2022',
      '28_декабря 2021_г. — 3_января 2022_г.',
    ],
    ['2021-04/2021-09', 'April–September 2021', 'd’avril à septembre 2021', 'апрель — сентябрь 2021_г.'],
    [
      '2021-12/2022-01',
      'December 2021 – January 2022',
      'de décembre 2021 à janvier 2022',
      'декабрь 2021_г. — январь 2022_г.',
    ],
    ['2021/2022', '2021–2022', 'de 2021 à 2022', '2021–2022_гг.'],
    ['2021/2022-03', '2021 – March 2022', 'de 2021 à mars 2022', '2021_г. — март 2022_г.'],
    ['2021-03/..', 'from March 2021', 'à partir de mars 2021', 'с марта 2021_г.'],
    ['2021-10-01/..', 'from 1_October 2021', 'à partir du 1er_octobre 2021', 'с 1_октября 2021_г.'],
    ['../2021-06', 'until June 2021', 'jusqu’en juin 2021', 'по июнь 2021_г.'],
    ['../2021-06-30', 'until 30_June 2021', 'jusqu’au 30_juin 2021', 'по 30_июня 2021_г.'],
    [
      '{2021-03-03,2021-04-19..2021-04-23}',
      '3_March and 19–23_April 2021',
      '3_mars et 19–23_avril 2021',
      '3_марта и 19–23_апреля 2021_г.',
    ],
    [
      '{2021-06-01,2021-06-05,2021-06-10..2021-06-12}',
      '1, 5 and 10–12_June 2021',
      '1er, 5 et 10–12_juin 2021',
      '1, 5 и 10–12_июня 2021_г.',
    ],
    [
      '{2021-12-31,2022-01}',
      '31_December 2021 and January 2022',
      '31_décembre 2021 et janvier 2022',
      '31_декабря 2021_г. и январь 2022_г.',
    ],
    [
      '2021-06~',
      'June 2021 (approximate)',
      'juin 2021 (date approximative)',
      'июнь 2021_г. (ориентировочно)',
    ],
    ['2021-06?', 'June 2021 (to be confirmed)', 'juin 2021 (à confirmer)', 'июнь 2021_г. (уточняется)'],
    [
      '2021-08~/2021-09~',
      'August–September 2021 (approximate)',
      'd’août à septembre 2021 (date approximative)',
      'август — сентябрь 2021_г. (ориентировочно)',
    ],
    [
      '2021-06-03/2021-08%',
      '3_June – August 2021 (end approximate, end to be confirmed)',
      'du 3_juin à août 2021 (fin approximative, fin à confirmer)',
      '3_июня — август 2021_г. (окончание ориентировочно, окончание уточняется)',
    ],
  ])('The date %s is written in every language', (edtf, en, fr, ru) => {
    expect([dateWords(edtf, 'en'), dateWords(edtf, 'fr'), dateWords(edtf, 'ru')]).toEqual(
      [en, fr, ru].map(printed),
    );
  });

  test('dateWords rejects invalid EDTF', () => {
    expect(() => dateWords('2021-02-30', 'en')).toThrow(
      '2021-02-30 is not a date: it does not exist in the calendar',
    );
  });
});

describe('periodHeading', () => {
  test.each([
    ['2021-12-09/2021-12-19', 'December 2021', 'Décembre 2021', 'Декабрь 2021_г.'],
    ['2021-04/2021-09', 'April 2021', 'Avril 2021', 'Апрель 2021_г.'],
    ['2021-08~', 'August 2021', 'Août 2021', 'Август 2021_г.'],
    ['2021-35', 'Quarter_3 2021', '3e_trimestre 2021', 'III_квартал 2021_г.'],
    ['2021-40', 'Semester_1 2021', '1er_semestre 2021', 'I_полугодие 2021_г.'],
    ['2021', '2021', '2021', '2021_год'],
  ])('The heading for %s is written in every language', (edtf, en, fr, ru) => {
    expect([periodHeading(edtf, 'en'), periodHeading(edtf, 'fr'), periodHeading(edtf, 'ru')]).toEqual(
      [en, fr, ru].map(printed),
    );
  });
});
