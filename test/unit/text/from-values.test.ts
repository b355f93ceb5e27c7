import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseTimePhrase } from '../../../src/model/hours.ts';
import { LANGS, type Lang } from '../../../src/model/text.ts';
import { dateForms, dateWords, parseDatePhrase } from '../../../src/text/dates/index.ts';
import { fromValue } from '../../../src/text/from-values.ts';
import { runs } from '../../support/property-runs.ts';
import { de } from '../languages/dates/de.ts';
import { en } from '../languages/dates/en.ts';
import { es } from '../languages/dates/es.ts';
import { fr } from '../languages/dates/fr.ts';
import { it as italian } from '../languages/dates/it.ts';
import { ru } from '../languages/dates/ru.ts';

const GRAMMARS: Readonly<Record<string, typeof en>> = { de, en, es, fr, it: italian, ru };
const plain = (words: string | undefined) => words?.replaceAll('\u00a0', ' ');
const date = (text: string, when: string, main: Lang, lang: Lang) =>
  plain(fromValue({ kind: 'date', text, when }, lang, main));
const time = (text: string, main: Lang, lang: Lang) => plain(fromValue({ kind: 'time', text }, lang, main));
const price = (text: string, main: Lang, lang: Lang) => plain(fromValue({ kind: 'price', text }, lang, main));

describe('Dates that are not translated', () => {
  test.each([
    ['de', 'Freitag, 13. Juni', '2031-06-13', 'vendredi 13 juin', 'Friday 13 June', 'пятница, 13 июня'],
    [
      'de',
      'Fr., 13. Juni 2031',
      '2031-06-13',
      'vendredi 13 juin 2031',
      'Friday 13 June 2031',
      'пятница, 13 июня 2031 г.',
    ],
    ['de', '13.–22. Juni', '2031-06-13/2031-06-22', 'du 13 au 22 juin', '13–22 June', '13–22 июня'],
    ['de', '13. bis 22. Juni', '2031-06-13/2031-06-22', 'du 13 au 22 juin', '13–22 June', '13–22 июня'],
    [
      'fr',
      'Samedi 20 et dimanche 21 septembre',
      '2031-09-20/2031-09-21',
      'Samedi 20 et dimanche 21 septembre',
      'Saturday 20 and Sunday 21 September',
      'Суббота, 20 и воскресенье, 21 сентября',
    ],
    [
      'it',
      'da venerdì 13 a domenica 15 giugno',
      '2031-06-13/2031-06-15',
      'du vendredi 13 au dimanche 15 juin',
      'Friday 13 – Sunday 15 June',
      'пятница, 13 — воскресенье, 15 июня',
    ],
    ['en', 'Semester 2', '2031-41', '2e semestre', 'Semester 2', 'II полугодие'],
    [
      'es',
      'a partir del 1 de octubre de 2031',
      '2031-10-01/..',
      'à partir du 1er octobre 2031',
      'from 1 October 2031',
      'с 1 октября 2031 г.',
    ],
    [
      'en',
      'Sat 14 June, 7.30 pm',
      '2031-06-14',
      'samedi 14 juin, 19 h 30',
      'Sat 14 June, 7.30 pm',
      'суббота, 14 июня, 19:30',
    ],
  ] as const)(
    'The date in %s, "%s" (%s), is printed in French, English and Russian',
    (main, words, when, ...printed) => {
      expect((['fr', 'en', 'ru'] as const).map((lang) => date(words, when, main, lang) ?? words)).toEqual(
        printed,
      );
    },
  );

  test.each([
    ['en', 'Semester 2: 9–19 December', '2031-12-09/2031-12-19'],
    ['en', 'Throughout 2031', '2031'],
    ['de', 'Freitag, 13. Juni (nur bei gutem Wetter)', '2031-06-13'],
    ['fr', 'prévu le 13 juin', '2031-06-13'],
    ['fr', 'le 13 juin et le lendemain', '2031-06-13/2031-06-14'],
    ['ru', 'каждый вторник июня', '{2031-06-03,2031-06-10,2031-06-17,2031-06-24}'],
    ['de', '13. Juni', '2031-06-14'],
  ] as const)(
    '%s: the words %s are printed unchanged, because the value %s does not express all of them',
    (main, words, when) => {
      expect(LANGS.map((lang) => date(words, when, main, lang))).toEqual(LANGS.map(() => undefined));
    },
  );

  test('A date without a machine-readable value keeps its original wording', () => {
    expect(fromValue({ kind: 'date', text: 'Freitag, 13. Juni' }, 'fr', 'de')).toBeUndefined();
  });

  test('A date from the test data is printed as the same date in another language, or keeps its original wording', () => {
    const wrong = LANGS.flatMap((main) =>
      datesOf(main).flatMap(([words, year], index) => {
        const phrase = parseDatePhrase(words, { lang: main, year });
        const others = LANGS.filter((lang) => lang !== main);
        const lang = others[index % others.length] ?? main;
        const printed = 'edtf' in phrase ? date(words, phrase.edtf, main, lang) : undefined;
        if (!('edtf' in phrase) || printed === undefined || !/\p{L}/u.test(words)) return [];
        const back = parseDatePhrase(printed, { lang, year });
        const isSame =
          'edtf' in back && back.edtf === phrase.edtf && date(printed, back.edtf, lang, main) !== undefined;
        return isSame
          ? []
          : [`${main} ${words} (${phrase.edtf}) → ${lang} ${printed} → ${JSON.stringify(back)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('A date written in any language is read back as the same date, whatever its form', () => {
    const day = fc
      .integer({ min: 0, max: 364 })
      .map((days) => new Date(Date.UTC(2031, 0, 1 + days)).toISOString().slice(0, 10));
    const when = fc.oneof(
      day,
      fc
        .tuple(day, day)
        .filter(([a, b]) => a < b)
        .map(([a, b]) => `${a}/${b}`),
      fc.uniqueArray(day, { minLength: 2, maxLength: 4 }).map((days) => `{${days.sort().join(',')}}`),
      day.map((one) => one.slice(0, 7)),
    );
    fc.assert(
      fc.property(when, fc.constantFrom(...LANGS), (edtf, lang) => {
        for (const form of dateForms(edtf)) {
          const words = dateWords(edtf, lang, form);
          const back = parseDatePhrase(words, { lang, year: 2031 });
          expect({ words, edtf: 'edtf' in back ? setOf(back.edtf) : back.why.message }).toEqual({
            words,
            edtf: setOf(edtf),
          });
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

/** Two consecutive days are the same as a range and as a set. */
function setOf(edtf: string): string {
  const [, start, end] = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(edtf) ?? [];
  return start !== undefined && end !== undefined && Date.parse(end) - Date.parse(start) === 86_400_000
    ? `{${start},${end}}`
    : edtf;
}

function datesOf(main: Lang): [words: string, year: number][] {
  const grammar = GRAMMARS[main];
  if (grammar === undefined) return [];
  const {
    months,
    days,
    weekdays,
    ranges,
    lists,
    open,
    quarters,
    semesters,
    years,
    rough,
    times,
    digits,
    uncertain,
  } = grammar;
  const rows = [ranges, lists, open, quarters, semesters, years, rough, times, digits, uncertain].flat();
  const cases =
    main === 'es' || main === 'it'
      ? (parse(readFileSync(`test/cases/dates/${main}.yaml`, 'utf8')) as [string, ...string[]][])
      : [];
  return [
    ...[...months.flat(), ...days, ...weekdays.flat(), ...rows.map(([words]) => words)].map(
      (words): [string, number] => [words, 2021],
    ),
    ...cases.map(([words]): [string, number] => [words, 2026]),
  ];
}

describe('Times that are not translated', () => {
  test.each([
    ['de', '19:30 Uhr', '19 h 30', '19:30', 'ore 19:30'],
    ['de', '10–12 Uhr', '10 h – 12 h', '10:00–12:00', 'ore 10:00–12:00'],
    ['fr', '20 h 30 – 23 h', '20 h 30 – 23 h', '20:30–23:00', 'ore 20:30–23:00'],
    ['fr', '20h', '20h', '20:00', 'ore 20:00'],
    ['en', '7–9 pm', '19 h – 21 h', '7–9 pm', 'ore 19:00–21:00'],
    ['en', '11.30 am to 1 pm', '11 h 30 – 13 h', '11.30 am to 1 pm', 'ore 11:30–13:00'],
    ['it', 'dalle ore 18 alle 20', '18 h – 20 h', '18:00–20:00', 'dalle ore 18 alle 20'],
    [
      'de',
      '20 Uhr (Einlass 19 Uhr)',
      '20 h (ouverture des portes à 19 h)',
      '20:00 (doors 19:00)',
      'ore 20:00 (apertura porte: ore 19:00)',
    ],
    ['ru', 'с 10:00 до 18:00', '10 h – 18 h', '10:00–18:00', 'ore 10:00–18:00'],
    ['de', 'ab 19 Uhr', 'à partir de 19 h', 'from 19:00', 'dalle 19:00'],
    ['en', '19:30', '19:30', '19:30', '19:30'],
  ] as const)(
    'The time in %s, "%s", is printed in French, English and Italian',
    (main, words, ...printed) => {
      expect((['fr', 'en', 'it'] as const).map((lang) => time(words, main, lang) ?? words)).toEqual(printed);
    },
  );

  test.each([
    ['de', 'gegen 20 Uhr'],
    ['de', 'Treffpunkt 9.45 Uhr, Abfahrt 10 Uhr'],
    ['en', 'after sunset'],
    ['fr', 'de 10 h à 12 h et de 14 h à 16 h'],
    ['de', 'Sa 10 Uhr, So 12 Uhr'],
  ] as const)('%s: the words %s are printed unchanged', (main, words) => {
    expect(LANGS.map((lang) => time(words, main, lang))).toEqual(LANGS.map(() => undefined));
  });

  test('A time from the test data is printed as the same time in another language, or keeps its original wording', () => {
    const wrong = (['de', 'en', 'fr', 'ru'] as const).flatMap((main) =>
      Object.keys(parse(readFileSync(`test/cases/times/${main}.yaml`, 'utf8')) as object).flatMap((words) =>
        LANGS.flatMap((lang) => {
          const printed = time(words, main, lang);
          if (printed === undefined || !/\p{L}/u.test(words)) return [];
          const [before, after] = [parseTimePhrase(words, main), parseTimePhrase(printed, lang)];
          return JSON.stringify(before) === JSON.stringify(after)
            ? []
            : [`${main} ${words} → ${lang} ${printed} ${JSON.stringify(after)}`];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('Prices that are not translated', () => {
  test.each([
    ['de', '16 €, ermäßigt 9 €', '16 €, tarif réduit 9 €', '16 €, concessions 9 €'],
    ['de', 'Eintritt frei', 'Entrée libre', 'Free'],
    ['fr', 'gratuit', 'gratuit', 'free'],
    ['en', '12 EUR', '12 EUR', '12 EUR'],
    ['de', '12 € / 8 €', '12 € / 8 €', '12 € / 8 €'],
  ] as const)('The price in %s, "%s", is printed in French and English', (main, words, ...printed) => {
    expect((['fr', 'en'] as const).map((lang) => price(words, main, lang) ?? words)).toEqual(printed);
  });

  test.each(['12 €, Kinder frei', 'Spende erbeten', 'Eintritt frei, Spenden erbeten', 'ermäßigt'])(
    'The price “%s” is printed unchanged',
    (words) => {
      expect(price(words, 'de', 'fr')).toBeUndefined();
    },
  );
});
