import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEdtf } from '../../../src/model/edtf.ts';
import type { Lang } from '../../../src/model/text.ts';
import { datesIn } from '../../../src/text/dates/find.ts';
import { runs } from '../../support/property-runs.ts';

/** The words found and their EDTF dates, in a programme for 2021. */
function found(text: string, lang: Lang): string[] {
  return datesIn(text, { lang, year: 2021 }).map(({ words, edtf }) => `${words} = ${edtf}`);
}

describe('datesIn', () => {
  test.each<[Lang, string, string[]]>([
    // The 2021 programme
    ['en', 'in France (11-15 May 2021)', ['11-15 May 2021 = 2021-05-11/2021-05-15']],
    [
      'en',
      '"Linguistic Rainbow" on 3 March 2021 at Udmurt State University. Olympiad of regional studies - 19-23 April 2021 at',
      ['3 March 2021 = 2021-03-03', '19-23 April 2021 = 2021-04-19/2021-04-23'],
    ],
    [
      'en',
      'Exhibition from the 13 November to 23 December at the Bibliothèque Louis Nucéra',
      ['from the 13 November to 23 December = 2021-11-13/2021-12-23'],
    ],
    [
      'en',
      'History of Relations” (April-September 2021) (description',
      ['April-September 2021 = 2021-04/2021-09'],
    ],
    [
      'en',
      'held in late August/early September over two days',
      ['late August/early September = 2021-08-21~/2021-09-10~'],
    ],
    [
      'en',
      'before the Forum INNOPRUM (20/21 June). The idea is to invite between 10 and 15 French startups',
      ['20/21 June = 2021-06-20/2021-06-21'],
    ],
    [
      'en',
      'the opening ceremony on 5 February. Moreover, the Forum planned for April 2021, a Youth Forum in autumn 2021',
      ['5 February = 2021-02-05', 'April 2021 = 2021-04'],
    ],
    ['en', 'a Christmas village in December with Saint Petersburg', ['December = 2021-12']],
    ['en', 'ahead of the 2024 Olympic Games', ['2024 = 2024']],
    ['en', 'held in Moscow every year since 2017 and organized by', ['since 2017 = 2017/..']],
    ['en', '7,000 participants in 2017 from 17 countries and 36 Russian regions', ['2017 = 2017']],
    ['en', 'In November 2015, building on COP21 in Paris', ['November 2015 = 2015-11']],
    // No dates
    ['en', 'a Russian writer may visit if conditions allow', []],
    ['en', 'may 20 artists come? They march 5 miles', []],
    ['en', 'the 45 th anniversary, a 12 th conference, the 21 st century, the XXIV Festival', []],
    ['en', 'the online COVID-19 May project', []],
    ['en', 'Gymnasium 171, room 2021A, a 2021-based plan, 3.5 million, 1/12 of them', []],
    ['en', 'the second half of the match, the first quarter of it, Q3', []],
    ['en', 'March is a month and so is May', []],
    ['en', 'the summer of 2021 and Spring 2022', []],
    ['en', '12.05 euros for 12 people, from 5 to 10 pupils', []],
    // The evidence that running text needs
    ['en', 'In May 20 artists come', ['May = 2021-05']],
    ['en', 'On 5 May 2021, 20 people and 2030 goals', ['5 May 2021 = 2021-05-05', '2030 = 2030']],
    ['en', 'On 5 February, 20 people', ['5 February = 2021-02-05']],
    [
      'en',
      'on 3, 4 and 5 June, and on 7 July',
      ['3, 4 and 5 June = {2021-06-03,2021-06-04,2021-06-05}', '7 July = 2021-07-07'],
    ],
    [
      'en',
      'On June 9, 2021 and June 9–19, 2021',
      ['June 9, 2021 = 2021-06-09', 'June 9–19, 2021 = 2021-06-09/2021-06-19'],
    ],
    ['en', 'on 5 February and 3 March 2022', ['5 February and 3 March 2022 = {2022-02-05,2022-03-03}']],
    ['en', 'in April and May', ['April and May = {2021-04,2021-05}']],
    ['en', 'in the third quarter of 2021', ['third quarter of 2021 = 2021-35']],
    ['en', 'The exhibition starts in May 2021.', ['May 2021 = 2021-05']],
    ['en', 'on 09/12/2021 or 19.12.2021 at 18:00', ['19.12.2021 at 18:00 = 2021-12-19']],
    [
      'fr',
      'le Festival (du 9 au 19 décembre) et le 1er juin',
      ['du 9 au 19 décembre = 2021-12-09/2021-12-19', '1er juin = 2021-06-01'],
    ],
    [
      'fr',
      'L’exposition a été prévue en mars 2021, au cours du 2e semestre 2021 et à l’automne 2021',
      ['mars 2021 = 2021-03', '2e semestre 2021 = 2021-41'],
    ],
    [
      'fr',
      'les concerts des 3 et 5 juin, le vendredi 19 mars à 18h',
      ['3 et 5 juin = {2021-06-03,2021-06-05}', 'vendredi 19 mars à 18h = 2021-03-19'],
    ],
    ['fr', 'le Champ-de-Mars, un mai fleuri, la mi-temps, 19 élèves', []],
    [
      'ru',
      'Фестиваль пройдёт с 9 по 19 декабря 2021 г. в Самаре, а 26 ноября — концерт',
      ['с 9 по 19 декабря 2021 г. = 2021-12-09/2021-12-19', '26 ноября = 2021-11-26'],
    ],
    [
      'ru',
      'в мае, в III квартале 2021 года и осенью 2021 года',
      ['мае = 2021-05', 'III квартале 2021 года = 2021-35'],
    ],
    ['ru', 'по 5 человек с каждой стороны, май — месяц, г. Самара', []],
    ['ru', 'Указ от 5 мая 2021 г.', ['5 мая 2021 г. = 2021-05-05']],
  ])('The dates in a text are found (%s): %s', (lang, text, expected) => {
    expect(found(text, lang)).toEqual(expected);
  });

  test('Each date found has its offset, precision and weekdays', () => {
    expect(datesIn('On Friday 19 March 2021 and in 2022.', { lang: 'en' })).toEqual([
      {
        start: 3,
        end: 23,
        words: 'Friday 19 March 2021',
        edtf: '2021-03-19',
        precision: 'day',
        weekdays: [{ date: '2021-03-19', weekday: 5 }],
      },
      { start: 31, end: 35, words: '2022', edtf: '2022', precision: 'year' },
    ]);
  });

  test('If the programme has no year, only dates that state a year are found', () => {
    expect(datesIn('on 5 February, 3 March 2021', { lang: 'en' }).map(({ edtf }) => edtf)).toEqual([
      '2021-03-03',
    ]);
  });

  test('If no language is given, dates in all languages are found, each of them once', () => {
    const text = 'on 3 March 2021, du 9 au 19 décembre 2021, 26 ноября 2021 г., 19.03.2021, 2024';
    expect(datesIn(text).map(({ words }) => words)).toEqual([
      '3 March 2021',
      'du 9 au 19 décembre 2021',
      '26 ноября 2021 г.',
      '19.03.2021',
      '2024',
    ]);
  });

  test('Dates found in any text are valid and ordered, and their offsets are correct', () => {
    const words = fc.constantFrom(
      ...'from 1 9 31 2021 to – - / . , ( ) and May in mai мая late semester II quarter 19.03.2021 г. с по du au Friday a 18:00 autumn'.split(
        ' ',
      ),
    );
    const texts = fc
      .array(fc.tuple(words, fc.constantFrom(' ', ' ', '')), { maxLength: 25 })
      .map((pairs) => pairs.flat().join(''));
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const date of datesIn(text, { year: 2021 })) {
          expect(isEdtf(date.edtf)).toBe(true);
          expect(date.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(date.start, date.end)).toBe(date.words);
          end = date.end;
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  test('An impossible quarter is not read as a date, not even at the end of a period', () => {
    expect(datesIn('from 2021 31 quarter ', { lang: 'en' })).toEqual([]);
  });
});
