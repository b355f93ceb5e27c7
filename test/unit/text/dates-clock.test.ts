import { describe, expect, it } from 'vitest';
import { dated } from '../../../src/read/table-import/cell-text.ts';
import { parseDatePhrase } from '../../../src/text/dates/parse.ts';

/** The date and the time in the text of a cell. */
const apart = (words: string): string => {
  const { text, time } = dated({ text: words });
  return time === undefined ? text : `${text} @ ${time}`;
};

describe('Time of day next to a date', () => {
  it.each([
    ['Samedi 24 février 2029 de 10h à 19h', 'Samedi 24 février 2029 @ de 10h à 19h'],
    ['Le 4 mai à 20h30', 'Le 4 mai @ 20h30'],
    ['19h30, samedi 4 mai', 'samedi 4 mai @ 19h30'],
    ['lundi 4 mai 2030 20 h 30', 'lundi 4 mai 2030 @ 20 h 30'],
    ['Sa, 4.5.2030, 19:30–21 Uhr', 'Sa, 4.5.2030 @ 19:30–21 Uhr'],
    ['4.5.30 ab 19 Uhr', '4.5.30 @ ab 19 Uhr'],
    ['Mo 3. - Fr 7. Juni 2030, 9-17 Uhr', 'Mo 3. - Fr 7. Juni 2030 @ 9-17 Uhr'],
    ['20 Uhr am 4. Mai', '4. Mai @ 20 Uhr'],
    ['4. Mai, Mitternacht', '4. Mai @ Mitternacht'],
    ['4 мая 2030, с 19:00 до 21:00', '4 мая 2030 @ с 19:00 до 21:00'],
    ['4 мая в 19 часов', '4 мая @ 19 часов'],
    ['3 May 2030 7pm - 9pm', '3 May 2030 @ 7pm - 9pm'],
    ['7pm on 4 May 2030', '4 May 2030 @ 7pm'],
    ['2030-09-27\u00a011:00', '2030-09-27 @ 11:00'],
    ['04.05.2030 24:00', '04.05.2030 @ 24:00'],
    ['le 15 mai, de 10 h à 16 h', 'le 15 mai @ de 10 h à 16 h'],
    ['July 3 - 7pm', 'July 3 @ 7pm'],
    ['4.5.2030 bis 19:30', '4.5.2030 @ bis 19:30'],
    ['12.6., 9-12 und 14-17 Uhr', '12.6. @ 9-12 und 14-17 Uhr'],
    ['Sat 2nd Oct, 6.30 for 7pm', 'Sat 2nd Oct @ 6.30 for 7pm'],
    ['18./19.9. jew. 10-18 Uhr', '18./19.9. @ jew. 10-18 Uhr'],
    ['3-5 May, 10am-6pm daily', '3-5 May @ 10am-6pm daily'],
    ['le 3/06 à 20h30 (inscription avant le 25/05)', 'le 3/06 (inscription avant le 25/05) @ 20h30'],
    ['ср 14.07.27 в 19.30', 'ср 14.07.27 @ 19.30'],
    ['с 4 мая с 10.00 до 18.00', 'с 4 мая @ с 10.00 до 18.00'],
    ['12 октября 2030 в 17-00', '12 октября 2030 @ 17-00'],
    ['15.10.2030, 18-00', '15.10.2030 @ 18-00'],
    ['16.10.2030 с 10-00 до 12-30', '16.10.2030 @ с 10-00 до 12-30'],
  ])('A date is separated from the time next to it: %s', (words, expected) => {
    expect(apart(words)).toBe(expected);
  });

  it.each([
    'Fr 1.10. 18h bis So 3.10. 14h',
    'May 3 7pm and May 5 8pm',
    '1 окт 18:00 — 3 окт 14:00',
    'Sa 4.5. 18 Uhr und 5.5.',
  ])('The times of several days are not separated from their days: %s', (words) => {
    expect(apart(words)).toBe(words);
    expect(parseDatePhrase(words, { year: 2030, order: 'day-first' })).toHaveProperty('edtf');
  });

  it.each([
    'Friday 8 - Sunday 10 September 2030',
    '4 May 2030',
    '21/5/2030',
    '19:30 Uhr',
    'Raum 4, 19 Uhr',
    'heure d’été',
    '2030-10-15',
    '04-05-30',
    '10-15 октября 2030',
    'с 10-30 октября 2030',
    '10-15 octobre 2030',
  ])('The text is not split into a date and a time: %s', (words) => {
    expect(apart(words)).toBe(words);
  });
});

describe('Parentheses after a date', () => {
  it.each([
    ['fr', 'samedi 4 mai (Accès PMR de 11h à 13h)'],
    ['fr', '4 mai (complet)'],
    ['fr', '4 mai (à partir de 12 ans, 20 places)'],
    ['fr', '4 mai (2 dates)'],
    ['en', '4 May (sold out)'],
    ['en', 'Sat 4 May (doors open at 7 pm; £12)'],
    ['de', 'Sa 4. Mai (Einlass 18 Uhr, Eintritt 12,50 €)'],
    ['de', '4. Mai (noch 20 Plätze)'],
    ['ru', '4 мая (начало в 19:00)'],
    ['fr', '4 mai (20 places, sans réservation)'],
    ['ru', 'суббота, 4 мая (осталось 20 мест, 12+)'],
  ] as const)('Parentheses that do not contain a day are ignored: %s, %s', (lang, words) => {
    expect(parseDatePhrase(words, { lang, year: 2030 })).toMatchObject({ edtf: '2030-05-04' });
  });

  it.each([
    ['fr', '4–6 mai (sauf 5 juin)'],
    ['fr', '4 mai (reporté au 12 juin)'],
    ['en', '4 May (except 14 June)'],
    ['de', '4.–6. Mai (am 5. geschlossen)'],
    ['fr', 'du 4 au 6 mai (5 exclu)'],
    ['fr', '4 mai (5 annulé)'],
    ['en', '4–6 May (5 cancelled)'],
    ['de', '4.–6. Mai (5 entfällt)'],
    ['ru', '4–6 мая (5 отменён)'],
    ['en', '4–6 May (6 now closed)'],
  ] as const)('A date followed by parentheses that contain other days is not read: %s, %s', (lang, words) => {
    expect(parseDatePhrase(words, { lang, year: 2030 })).toMatchObject({ unparsed: words });
  });
});

describe('Parentheses that contain weekdays', () => {
  it.each([
    ['en', '4–12 May (no weekends)'],
    ['de', '4.–12. Mai (Mo Ruhetag)'],
    ['ru', '4–12 мая (выходной — понедельник)'],
    ['de', '4.–5. Mai (So und Mo)'],
    ['de', 'Ende 2030 (ab montags)'],
    ['fr', 'fin d’année (dès lundi)'],
    ['en', 'September – November (from Mondays)'],
  ] as const)(
    'A date whose parentheses restrict the weekdays in an unknown way is not read: %s, %s',
    (lang, words) => {
      expect(parseDatePhrase(words, { lang, year: 2030 })).toMatchObject({
        unparsed: words,
        why: { code: 'brackets-of-weekdays' },
      });
    },
  );

  it.each([
    ['fr', 'du 4 au 12 mai (sauf mercredi)', '{2030-05-04..2030-05-07,2030-05-09..2030-05-12}'],
    ['fr', 'du 4 au 12 juin (sauf les mercredis)', '{2030-06-04,2030-06-06..2030-06-11}'],
    ['fr', '4–12 mai (fermé le lundi)', '{2030-05-04..2030-05-05,2030-05-07..2030-05-12}'],
    ['en', '4–12 May (except Mondays)', '{2030-05-04..2030-05-05,2030-05-07..2030-05-12}'],
    ['en', '4–12 May (Saturdays only)', '{2030-05-04,2030-05-11}'],
    ['de', '4.–12. Mai (außer montags)', '{2030-05-04..2030-05-05,2030-05-07..2030-05-12}'],
    ['de', '4.–12. Mai (nur am Wochenende)', '{2030-05-04..2030-05-05,2030-05-11..2030-05-12}'],
    ['ru', 'с 4 по 12 мая (кроме понедельников)', '{2030-05-04..2030-05-05,2030-05-07..2030-05-12}'],
    ['ru', '4–12 мая (по выходным)', '{2030-05-04..2030-05-05,2030-05-11..2030-05-12}'],
  ] as const)('Parentheses can restrict a date to some of its days: %s, %s', (lang, words, edtf) => {
    expect(parseDatePhrase(words, { lang, year: 2030 })).toEqual({ edtf });
  });

  it('A date that contradicts the weekdays in parentheses is not read', () => {
    expect(parseDatePhrase('4 May, 6 May, 9 May (not Mon)', { lang: 'en', year: 2030 })).toMatchObject({
      why: { message: '6 May 2030 does not fall on any of these days of the week' },
    });
  });

  it.each([
    ['fr', '4 mai (le dimanche en cas de pluie)', '2030-05-04'],
    ['fr', '4–12 mai (tous les jours)', '2030-05-04/2030-05-12'],
    ['fr', '4 et 5 mai (samedi et dimanche)', '{2030-05-04,2030-05-05}'],
    ['en', '4–5 May (Sat–Sun)', '2030-05-04/2030-05-05'],
    ['en', '4 May (Saturday)', '2030-05-04'],
    ['en', '4–12 May (daily)', '2030-05-04/2030-05-12'],
    ['ru', '4–5 мая (сб–вс)', '2030-05-04/2030-05-05'],
  ] as const)('Parentheses that exclude no day are ignored: %s, %s', (lang, words, edtf) => {
    expect(parseDatePhrase(words, { lang, year: 2030 })).toMatchObject({ edtf });
  });
});

describe('Years written with two digits', () => {
  it('A two-digit year is read only if the century is known', () => {
    expect(parseDatePhrase('05.01.24', { lang: 'de', century: 2000 })).toEqual({ edtf: '2024-01-05' });
    expect(parseDatePhrase('28/02/31', { lang: 'fr', century: 2000, year: 2030 })).toEqual({
      edtf: '2031-02-28',
    });
    expect(parseDatePhrase('05.01.24', { lang: 'de' })).toMatchObject({
      unparsed: '05.01.24',
      why: { code: 'year-in-two-digits' },
    });
  });
});
