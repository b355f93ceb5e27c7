/** Dates as people write them in a programme for 2027, by type; `!` precedes the reason why words are not a date. */
import { describe, expect, test } from 'vitest';
import { isEdtf } from '../../../src/model/edtf.ts';
import type { Lang } from '../../../src/model/text.ts';
import type { DateOptions } from '../../../src/text/dates/date-cursor.ts';
import { firstDayOf } from '../../../src/text/dates/first-day.ts';
import { isNamedDay } from '../../../src/text/dates/named-days.ts';
import { dayOrderOf } from '../../../src/text/dates/order.ts';
import { parseDatePhrase } from '../../../src/text/dates/parse.ts';

type Row = readonly [lang: Lang, words: string, expected: string];

const read = (words: string, options: DateOptions): string => {
  const phrase = parseDatePhrase(words, { year: 2027, century: 2000, ...options });
  return 'edtf' in phrase ? phrase.edtf : `!${phrase.why.message}`;
};

const CLASSES: Readonly<Record<string, readonly Row[]>> = {
  'day and month with a slash': [
    ['fr', 'ven. 9/4', '2027-04-09'],
    ['fr', 'du 9/4 au 2/5', '2027-04-09/2027-05-02'],
    ['fr', 'les 1/6 et 8/6', '{2027-06-01,2027-06-08}'],
    ['de', 'Fr 9/4', '2027-04-09'],
    ['ru', 'пт 9/4', '2027-04-09'],
    ['en', '9/4', '!day and month could be swapped: write the month as a word'],
    ['en', '4/4', '2027-04-04'],
    ['fr', 'les 7/8 mai', '2027-05-07/2027-05-08'],
    ['de', '7/8.5.', '2027-05-07/2027-05-08'],
    ['de', '7./8.5.', '2027-05-07/2027-05-08'],
    ['fr', 'les 1/2 et 8/9 mai', '!one slash is part of a date, and another separates dates'],
  ],
  'the name of a month between signs': [
    ['fr', '7-févr', '2027-02-07'],
    ['fr', '7-févr.-2028', '2028-02-07'],
    ['en', '07-Feb-28', '2028-02-07'],
    ['en', '7/Feb/2028', '2028-02-07'],
    ['en', '12-15-Feb', '2027-02-12/2027-02-15'],
    ['de', '7-Feb', '2027-02-07'],
    ['ru', '7-фев-2028', '2028-02-07'],
    ['fr', 'févr.-2028', '2028-02'],
    ['en', 'Feb-27', '!a range from a month to a number, which may be a day or a year'],
    ['de', 'Feb/2028', '2028-02'],
  ],
  'days of the week by their number in the month': [
    ['en', 'third Thursday in April', '2027-04-15'],
    ['en', 'the last Sunday of August 2028', '2028-08-27'],
    [
      'en',
      '1st and 3rd Wednesday of the month, September to October',
      '{2027-09-01,2027-09-15,2027-10-06,2027-10-20}',
    ],
    ['en', 'every Friday in July except the second Friday', '{2027-07-02,2027-07-16,2027-07-23,2027-07-30}'],
    ['en', 'in July except the first Sunday', '{2027-07-01..2027-07-03,2027-07-05..2027-07-31}'],
    ['en', 'fifth Monday in May', '!not understood: fifth'],
    ['en', '5th Monday in June', '!no day remains after the exclusions'],
    ['en', 'last weekend in June', '!not understood: last weekend in June'],
    ['en', 'second Thursday', '!days of the week without a period'],
    ['fr', 'le 3e jeudi d’avril', '2027-04-15'],
    ['fr', 'dernier dimanche d’août 2028', '2028-08-27'],
    ['fr', 'les premiers et troisièmes mercredis de septembre', '{2027-09-01,2027-09-15}'],
    ['fr', 'chaque 2e vendredi du mois, de mai à juin', '{2027-05-14,2027-06-11}'],
    ['de', 'dritter Donnerstag im April', '2027-04-15'],
    ['de', 'am letzten Sonntag im August 2028', '2028-08-27'],
    ['de', 'jeden 1. und 3. Mittwoch im September', '{2027-09-01,2027-09-15}'],
    ['de', '2. Dienstag, 3. Mittwoch Juni', '!not understood: Dienstag, 3. Mittwoch Juni'],
    ['de', 'Di 1., Mi 2. Juni', '{2027-06-01,2027-06-02}'],
    ['ru', 'третий четверг апреля', '2027-04-15'],
    ['ru', 'последнее воскресенье августа 2028', '2028-08-27'],
    ['ru', 'в первую и третью среду сентября', '{2027-09-01,2027-09-15}'],
    ['ru', 'каждая последняя пятница мая', '2027-05-28'],
    // Ambiguous: every other Friday, or the second one of the month.
    ['en', 'every second Friday in May', '!not understood: every second Friday in May'],
    ['de', 'jeden zweiten Freitag im Mai', '!not understood: jeden zweiten Freitag im Mai'],
    ['ru', 'каждая вторая пятница мая', '!not understood: каждая вторая пятница мая'],
    ['en', 'every second Friday of the month, May to June', '{2027-05-14,2027-06-11}'],
    ['de', 'jeden zweiten Freitag im Monat Mai', '2027-05-14'],
  ],
  'months in Roman numbers': [
    ['fr', '14.VII.2028', '2028-07-14'],
    ['de', '14.VII.', '2027-07-14'],
    ['de', '14. VII. 2028', '2028-07-14'],
    ['ru', '14.II.2028', '2028-02-14'],
    ['en', '14/XI/28', '2028-11-14'],
    ['fr', '14 XI 2028', '2028-11-14'],
    ['ru', 'II квартал', '2027-34'],
    ['fr', 'Salle X', '!not a date'],
  ],
  'the order of day and month where the calendar or the day of the week tells it': [
    ['en', '05/23/2027', '2027-05-23'],
    ['en', '5/23', '2027-05-23'],
    ['en', 'Sat 6/5/2027', '2027-06-05'],
    ['en', 'Thursday 6/5/2027', '2027-05-06'],
    ['en', 'Monday 6/5/2027', '!day and month could be swapped: write the month as a word'],
    ['fr', '05/23/2027', '!a year has no month 23'],
  ],
  'quarters with a sign before the year': [
    ['en', 'Q2/2028', '2028-34'],
    ['en', 'Q2/28', '2028-34'],
    ['fr', 'T4-2028', '2028-36'],
    ['de', 'Q1/2028', '2028-33'],
    ['ru', 'III квартал/2028', '2028-35'],
  ],
  'years first, without noughts': [
    ['en', '2028-5-3', '2028-05-03'],
    ['ru', '2028/5/13', '2028-05-13'],
  ],
  'more or less': [
    ['en', 'on or around 3 June', '2027-06-03~'],
    ['fr', 'aux alentours du 3 juin', '2027-06-03~'],
    ['de', 'so um den 3. Juni', '2027-06-03~'],
    ['ru', 'ок. 3 июня', '2027-06-03~'],
  ],
  'a named day beside its date': [
    ['en', 'Whit Monday (17 May)', '2027-05-17'],
    ['en', 'Christmas Eve 24 December', '2027-12-24'],
    ['en', '11 November, Armistice Day', '2027-11-11'],
    ['fr', 'lundi de Pentecôte (17/05)', '2027-05-17'],
    ['fr', 'le jeudi de l’Ascension 6 mai', '2027-05-06'],
    ['fr', 'Toussaint : 1er novembre', '2027-11-01'],
    ['de', 'Pfingstmontag, 17.5.', '2027-05-17'],
    ['de', '26.3. (Karfreitag)', '2027-03-26'],
    ['ru', 'День Победы (9 мая)', '2027-05-09'],
    ['ru', '1 января, Новый год', '2027-01-01'],
    ['en', 'Easter 2027', '!a holiday, a night or a part of the day without an exact date'],
    ['de', 'Pfingsten im Mai', '!a holiday, a night or a part of the day without an exact date'],
    ['fr', 'Toussaint, 11 novembre', '!the named holiday falls on another date'],
    ['de', 'Karfreitag, Ostermontag, 1. Mai', '!the named holiday falls on another date'],
    ['en', 'Ascension Day (13 May)', '!the named holiday falls on another date'],
    ['de', 'Weihnachten, 24.–26.12.', '2027-12-24/2027-12-26'],
    ['de', 'Muttertag (9. Mai)', '2027-05-09'],
    ['de', 'Muttertag, 9. Mai', '!not understood: Muttertag, 9. Mai'],
    ['fr', 'avant Pâques (28 mars)', '!not understood: avant'],
  ],
  'a part of the day beside its date': [
    ['en', 'evening of 3 June', '2027-06-03'],
    ['en', '3 June, in the afternoon', '2027-06-03'],
    ['fr', 'matinée du 3 juin', '2027-06-03'],
    ['fr', 'jeudi après-midi 3 juin', '2027-06-03'],
    ['fr', '3 et 4 juin, en soirée', '{2027-06-03,2027-06-04}'],
    ['de', 'Donnerstagabend, 3. Juni', '2027-06-03'],
    ['de', '3.6. nachmittags', '2027-06-03'],
    ['ru', '3 июня утром', '2027-06-03'],
    ['ru', 'вечером 3 июня', '2027-06-03'],
    ['en', 'mornings in June', '!a holiday, a night or a part of the day without an exact date'],
  ],
  'a night is two days': [
    ['en', 'overnight 3–4 June', '2027-06-03/2027-06-04'],
    ['fr', 'dans la nuit du 30 au 31 octobre', '2027-10-30/2027-10-31'],
    ['de', 'Nacht vom 30. auf den 31. Oktober', '2027-10-30/2027-10-31'],
    ['ru', 'в ночь с 31 декабря на 1 января 2028', '2027-12-31/2028-01-01'],
    ['de', 'Nacht vom 3. auf den 5. Juni', '!the days are not consecutive'],
    ['de', 'Nacht auf den 4. Juni', '!not understood: Nacht auf den 4. Juni'],
    ['ru', 'в ночь на 4 июня', '!not understood: в ночь на 4 июня'],
  ],
  'recurring days of the week in a known period': [
    ['en', 'every Wednesday in February', '{2027-02-03,2027-02-10,2027-02-17,2027-02-24}'],
    ['en', 'Mondays, 7–21 June', '{2027-06-07,2027-06-14,2027-06-21}'],
    [
      'en',
      'weekends in February',
      '{2027-02-06..2027-02-07,2027-02-13..2027-02-14,2027-02-20..2027-02-21,2027-02-27..2027-02-28}',
    ],
    ['en', 'weekends in July', '!a weekend that spans two months: write the dates'],
    ['fr', 'tous les mercredis de février', '{2027-02-03,2027-02-10,2027-02-17,2027-02-24}'],
    ['fr', 'du 7 au 21 juin, tous les lundis', '{2027-06-07,2027-06-14,2027-06-21}'],
    ['de', 'mittwochs im Februar', '{2027-02-03,2027-02-10,2027-02-17,2027-02-24}'],
    ['de', '7.–21. Juni (nur montags)', '{2027-06-07,2027-06-14,2027-06-21}'],
    ['ru', 'каждую среду февраля', '{2027-02-03,2027-02-10,2027-02-17,2027-02-24}'],
    ['ru', 'по понедельникам с 7 по 21 июня', '{2027-06-07,2027-06-14,2027-06-21}'],
    ['de', 'dienstags und donnerstags vom 1. bis 10. Juni', '{2027-06-01,2027-06-03,2027-06-08,2027-06-10}'],
    ['en', 'Tuesdays 1, 8 and 15 June', '{2027-06-01,2027-06-08,2027-06-15}'],
    ['en', 'Tuesdays 1, 9 and 15 June', '!9 June 2027 does not fall on any of these days of the week'],
    ['en', 'every Wednesday', '!days of the week without a period'],
    ['en', 'every first Wednesday in February', '2027-02-03'],
    ['en', 'every other Wednesday in February', '!not understood: other'],
    ['en', 'Wednesdays from 3 February', '!days of the week in a period whose dates are not known'],
    ['fr', 'les mardis 2027', '!days of the week in a period whose dates are not known'],
    [
      'fr',
      'mardi et jeudi du 1er au 20 juin',
      '{2027-06-01,2027-06-03,2027-06-08,2027-06-10,2027-06-15,2027-06-17}',
    ],
    [
      'de',
      'Mo–Fr, 5.–23. Juli',
      '!days of the week are written in front of a period of more than a week: it is unclear whether only these days are meant',
    ],
    ['de', 'Wochenende 10./11. Juli', '2027-07-10/2027-07-11'],
  ],
  'days that are left out': [
    ['en', '3–6 May, closed 5 May', '{2027-05-03..2027-05-04,2027-05-06}'],
    ['en', '5–19 July except Mondays', '{2027-07-06..2027-07-11,2027-07-13..2027-07-18}'],
    ['fr', 'du 3 au 6 mai sauf le 5', '{2027-05-03..2027-05-04,2027-05-06}'],
    ['fr', 'du 5 au 19 juillet, fermé le lundi', '{2027-07-06..2027-07-11,2027-07-13..2027-07-18}'],
    ['de', '3.–6. Mai außer 5.5.', '{2027-05-03..2027-05-04,2027-05-06}'],
    ['de', '5.–19. Juli, montags geschlossen', '{2027-07-06..2027-07-11,2027-07-13..2027-07-18}'],
    ['ru', 'с 3 по 6 мая, кроме 5 мая', '{2027-05-03..2027-05-04,2027-05-06}'],
    ['ru', '5–19 июля (кроме понедельников)', '{2027-07-06..2027-07-11,2027-07-13..2027-07-18}'],
    ['en', '3 May, not 4 May', '!4 May 2027 is excluded, but is not one of the days'],
    ['de', 'nicht 5.5.', '!not a date'],
  ],
  'signs and words between and behind': [
    ['de', '3./4./5. Juni', '2027-06-03/2027-06-05'],
    ['en', '3/4/5 June', '2027-06-03/2027-06-05'],
    ['de', '3./5./6. Juni', '!the days are not consecutive'],
    ['fr', '3/06 → 5/06', '2027-06-03/2027-06-05'],
    ['fr', 'merc. 5 mai', '2027-05-05'],
    ['de', '3.–5.6. tgl. 10–18 Uhr', '2027-06-03/2027-06-05'],
    ['de', '3.6. früh', '2027-06-03'],
    ['en', '3 June, free admission', '2027-06-03'],
    ['de', '3. Juni, 10–12 Uhr, kostenlos', '2027-06-03'],
    ['ru', '3 июня, вход свободный', '2027-06-03'],
    ['en', '3 June, cancelled', '!not understood: cancelled'],
    ['en', '3 June till 5', '!not understood: till 5'],
    ['de', '3. Juni bis 5', '!not understood: bis 5'],
    ['de', '3. Juni bis 5.', '2027-06-03/2027-06-05'],
    ['en', 'June 3 to 5', '2027-06-03/2027-06-05'],
  ],
  'the number of a day before its date': [
    ['en', 'Day 1 (3 June)', '2027-06-03'],
    ['de', 'Tag 2: 4. Juni', '2027-06-04'],
    ['fr', 'Jour 1 – 3 juin', '2027-06-03'],
    ['ru', 'День 3, 5 июня', '2027-06-05'],
    ['en', 'Day 3 June', '!not understood: Day'],
    ['de', 'Montag 3 abc', '!not understood: abc'],
  ],
  'a third date is not that of the event': [
    ['en', '3 June, 8 pm (apply by 20 April)', '2027-06-03'],
    ['en', '3 and 5 June; registration closes 20 April', '{2027-06-03,2027-06-05}'],
    ['en', '3–5 June – RSVP 20 April', '2027-06-03/2027-06-05'],
    ['en', '3 June (updated 20 April)', '2027-06-03'],
    ['fr', '3 juin (candidatures jusqu’au 20 avril)', '2027-06-03'],
    ['fr', '3 juin, réservation avant le 20/04', '2027-06-03'],
    ['fr', '3 juin – publié le 20 avril', '2027-06-03'],
    ['de', '3.6., Anmeldeschluss 20.4.', '2027-06-03'],
    ['de', 'ab 3.6. (Bewerbung bis 20.4.)', '2027-06-03/..'],
    ['de', '3.6. (Stand 20.4.)', '2027-06-03'],
    ['ru', '3 июня (заявки до 20 апреля)', '2027-06-03'],
    ['ru', '3 июня; приём заявок до 20 апреля', '2027-06-03'],
    ['ru', '3 июня (обновлено 20 апреля)', '2027-06-03'],
    ['en', 'registration until 20 April', '!not understood: registration'],
    ['de', 'Anmeldung bis 20.4., 3.6.', '!not understood: Anmeldung'],
    ['de', '3.6.; Anmeldung bis 20.4., 5.6.', '!not understood: Anmeldung'],
    ['en', '3 June (rain date 10 June)', '2027-06-03'],
    ['fr', '3 juin (reporté du 20 avril)', '!not understood: reporté'],
  ],
};

describe.each(Object.entries(CLASSES))('%s', (_, rows) => {
  test.each(rows)('In %s, "%s" is read as %s', (lang, words, expected) => {
    expect(read(words, { lang })).toBe(expected);
    if (!expected.startsWith('!')) expect(isEdtf(expected)).toBe(true);
  });
});

describe('Year of a date without a year', () => {
  test.each<Row>([
    ['de', 'Fr 17.9.', '2027-09-17'],
    ['fr', '15 janvier', '2028-01-15'],
    ['ru', '28 декабря – 3 января', '2027-12-28/2028-01-03'],
    ['en', 'May', '2028-05'],
    ['en', '24 July', '!the year is missing'],
    ['en', '1 September', '2027-09-01'],
  ])(
    'A date that occurs only once in the season gets its year from the season: %s, %s',
    (lang, words, expected) => {
      const phrase = parseDatePhrase(words, { lang, period: '2027-09/2028-06' });
      expect('edtf' in phrase ? phrase.edtf : `!${phrase.why.message}`).toBe(expected);
    },
  );

  test('A date that occurs twice in the season gets its year from its weekday', () => {
    const period = '2027-05/2028-07';
    expect(parseDatePhrase('4 June', { lang: 'en', period })).toHaveProperty('why.code', 'year-missing');
    expect(parseDatePhrase('Sun 4 June', { lang: 'en', period })).toHaveProperty('edtf', '2028-06-04');
    expect(parseDatePhrase('Mon 4 June', { lang: 'en', period })).toHaveProperty('why.code', 'year-missing');
  });
});

describe('Easter', () => {
  test.each([
    ['easter', ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25', '2100-03-28']],
    ['pascha', ['2024-05-05', '2025-04-20', '2026-04-12', '2027-05-02', '2030-04-28', '2100-05-02']],
  ] as const)('%s falls on the dates given in the church calendar', (church, days) => {
    expect(days.filter((day) => isNamedDay(day, `${church}+0`))).toEqual(days);
  });

  test('Days relative to Easter are counted even across the end of a month', () => {
    expect(isNamedDay('2027-05-06', 'easter+39')).toBe(true);
    expect(isNamedDay('2027-02-10', 'easter-46')).toBe(true);
    expect(isNamedDay('2027-05-07', 'easter+39')).toBe(false);
  });
});

describe('First of several numbered days', () => {
  test.each<[string, readonly string[], string | undefined]>([
    ['day 1 has a date', ['Day 1 (3 June)', 'Day 2', 'Day 3'], '2027-06-03'],
    ['another day has a date', ['Day 1', '2nd day: 4 June'], '2027-06-03'],
    ['contradictory days do not determine it', ['Day 1: 3 June', 'Day 2: 5 June'], undefined],
    ['numbers without a date do not determine it', ['Day 1', 'Day 2'], undefined],
    ['weekdays do not determine it', ['Montag 3. Juni'], undefined],
  ])('The date of the first day in a series of numbered days is determined: %s', (_, texts, first) => {
    expect(firstDayOf(texts, { year: 2027 })).toBe(first);
  });
});

describe('Order of day and month in a list', () => {
  test.each<[string, readonly string[], ReturnType<typeof dayOrderOf>]>([
    ['a date exists in only one order', ['05/04/2027', '05/20/2027'], 'month-first'],
    ['the end of a range exists in only one order', ['05/04/2027', '20/04/2027 – 02/05/2027'], 'day-first'],
    ['contradictory dates are mixed', ['05/20/2027', '20/05/2027'], 'mixed'],
    ['two days of a month do not determine it', ['12/13 juin', '12-15 mai', '05/04/2027'], undefined],
    ['weekdays that agree', ['Thu 6/5/2027', 'Fri 7/5/2027', '8/5/2027'], 'day-first'],
    ['a single weekday does not determine it', ['Thu 6/5/2027', '8/5/2027'], undefined],
  ])('The program determines whether the day or the month comes first: %s', (_, texts, order) => {
    expect(dayOrderOf(texts, { year: 2027 })).toBe(order);
  });

  test('In a list in which both orders occur, the language does not decide the order of an ambiguous date', () => {
    expect(read('03/04/2027', { lang: 'fr', order: 'mixed' })).toMatch(/^!day and month could be swapped/);
    expect(read('23/04/2027', { lang: 'fr', order: 'mixed' })).toBe('2027-04-23');
    expect(read('sam. 03/04/2027', { lang: 'fr', order: 'mixed' })).toBe('2027-04-03');
  });
});
