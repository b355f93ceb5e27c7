import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursIn, parseTimePhrase } from '../../../src/model/index.ts';
import { LANGS, type Lang } from '../../../src/model/text.ts';
import { runs } from '../../support/property-runs.ts';

const found = (words: string, lang: Lang): unknown[] =>
  hoursIn(words, lang).map(({ start, end, phrase }) => [
    words.slice(start, end),
    'hours' in phrase ? phrase.hours : phrase,
  ]);

describe('Times within the words of a date', () => {
  it.each<[string, Lang, string[]]>([
    ['le 15 mai, de 10 h à 16 h', 'fr', ['de 10 h à 16 h']],
    ['July 3 - 7pm', 'en', ['7pm']],
    ['July 3 - 7pm', 'de', ['7pm']],
    ['July 3, 7-9 pm', 'en', ['7-9 pm']],
    ['3 July 7-9pm', 'en', ['7-9pm']],
    ['Sa. 4.7., 20 Uhr', 'de', ['20 Uhr']],
    ['Sa 4.5. 10–12 Uhr, So 5.5. 14–16 Uhr', 'de', ['10–12 Uhr', '14–16 Uhr']],
    ['samedi 15 mai 10h-18h et dimanche 16 mai 10h-17h', 'fr', ['10h-18h', '10h-17h']],
    ['с 20 по 22 мая, с 10:00 до 18:00', 'ru', ['с 10:00 до 18:00']],
    ['Sat 2nd Oct, 6.30 for 7pm', 'en', ['6.30 for 7pm']],
    ['5. Mai, Einlass 19, Beginn 20 Uhr', 'de', ['Einlass 19, Beginn 20 Uhr']],
    ['July 3 & 4, 7pm', 'en', ['7pm']],
    ['4. Mai 18 und 20 Uhr', 'de', ['18 und 20 Uhr']],
    ['20h30, samedi 4 mai', 'fr', ['20h30']],
    ['10.05.27 19:30', 'de', ['19:30']],
    ['04.05.-06.05. 10-12 Uhr', 'de', ['10-12 Uhr']],
    ['May 10 – 12 noon', 'en', ['12 noon']],
    ['du 10 au 12 mai', 'fr', []],
    ['10–12 May 2027', 'en', []],
    ['с 20 по 22 мая', 'ru', []],
    ['soirée du 20 mai', 'fr', []],
    ['Inscripciones hasta el día 17 a las 12:00', 'es', ['a las 12:00']],
    ['el domingo 21 a las 9:30', 'es', ['a las 9:30']],
    ['el 9 a las 20:30 y el 12 a las 18:00', 'es', ['a las 20:30', 'a las 18:00']],
    ['départ le 20 à 10h30', 'fr', ['à 10h30']],
    ['jusqu’au 17 à 12h00', 'fr', ['à 12h00']],
    ['Clôture le samedi 25 à 12h', 'fr', ['à 12h']],
    ['Iscrizioni fino al 17 alle 12:00', 'it', ['alle 12:00']],
    ['Il 20 alle ore 10 partenza', 'it', ['alle ore 10 partenza']],
    ['sabato 25 alle 9', 'it', ['alle 9']],
    ['du mardi au samedi 10 à 19h', 'fr', ['10 à 19h']],
    ['sábado 10 a 19 h', 'es', ['10 a 19 h']],
    ['aperto dalle 9 alle 12.30', 'it', ['dalle 9 alle 12.30']],
  ])('%s (%s) contains the times %j', (words, lang, times) => {
    expect(hoursIn(words, lang).map(({ start, end }) => words.slice(start, end))).toEqual(times);
  });

  it('Ambiguous times and invalid times are reported', () => {
    expect(found('July 3, 7:30', 'en')).toEqual([
      ['7:30', { unread: expect.objectContaining({ code: 'time-of-either-half' }), unclear: true }],
    ]);
    expect(found('Sa 4.5. 25 Uhr', 'de')).toEqual([
      ['25 Uhr', expect.objectContaining({ start: 8, end: 14 })],
    ]);
  });
});

describe('Time phrases', () => {
  it('In each language, all notations of a time are read as the same time', () => {
    const two = (number: number): string => String(number).padStart(2, '0');
    fc.assert(
      fc.property(fc.integer({ min: 13, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const start = hour * 60 + minute;
        const [h, m] = [String(hour), two(minute)];
        const ways: [Lang, string][] = [
          ['en', `${h}:${m}`],
          ['en', `${hour - 12}.${m} pm`],
          ['en', `doors ${hour - 12}:${m} pm`],
          ['fr', `à ${h} h ${m}`],
          ['fr', `dès ${h}h${m}`],
          ['de', `um ${h}.${m} Uhr`],
          ['de', `ab ${h}:${m}`],
          ['ru', `в ${h} ч ${m} мин`],
          ['ru', `начало: ${h}.${m}`],
        ];
        for (const [lang, words] of ways) {
          const phrase = parseTimePhrase(words, lang);
          const [hours] = 'hours' in phrase ? phrase.hours : [];
          expect(hours?.start ?? hours?.doors, words).toBe(start);
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('A time phrase in one language is also read in programmes in all other languages', () => {
    for (const lang of LANGS)
      for (const words of ['19 h 30', 'ab 14 Uhr', 'from 7 pm', 'с 10 до 12 часов'])
        expect('hours' in parseTimePhrase(words, lang), `${words} in ${lang}`).toBe(true);
  });

  it('An end time before the start time is on the next day if the period has several days; otherwise, it causes an error', () => {
    const hours = (words: string, ofSeveralDays: boolean) => parseTimePhrase(words, undefined, ofSeveralDays);
    expect(hours('18–12 Uhr', true)).toEqual({ hours: [{ start: 1080, end: 720 }] });
    expect(hours('18–12 Uhr', false)).toMatchObject({
      wrong: { code: 'time-ends-before-start', parameters: { words: '18–12 Uhr' } },
    });
    for (const words of ['10–12, 18–16 Uhr', 'Fr 18–12 Uhr', '25–12 Uhr'])
      expect(hours(words, true)).toHaveProperty('wrong');
  });

  it('Even very long phrases are parsed in linear time and without losing words', () => {
    for (const words of [
      '',
      ' ',
      '(',
      'h'.repeat(300),
      '10 h, '.repeat(40),
      'doors '.repeat(40),
      '9-'.repeat(99),
    ])
      expect(parseTimePhrase(words, 'en')).toBeDefined();
  });
});
