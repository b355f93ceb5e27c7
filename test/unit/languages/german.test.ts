import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wrongQuotations } from '../../../src/check/quotes.ts';
import { RULES } from '../../../src/check/rules/index.ts';
import { datesIn } from '../../../src/text/dates/find.ts';
import { parseDatePhrase } from '../../../src/text/dates/parse.ts';
import { dateWords, periodHeading } from '../../../src/text/dates/words.ts';
import { loadHyphenation } from '../../../src/typeset/hyphenation.ts';
import { findingsOf, programmeWith } from '../check/programmes.ts';
import { edtfTexts } from '../edtf-texts.ts';

const plain = (words: string): string => words.replaceAll('\u00a0', ' ');

describe('German dates', () => {
  test.each([
    ['2021-12-09', '9. Dezember 2021'],
    ['2021-12-09/2021-12-19', '9.–19. Dezember 2021'],
    ['2021-04-09/2021-05-03', '9. April – 3. Mai 2021'],
    ['2020-12-28/2021-01-03', '28. Dezember 2020 – 3. Januar 2021'],
    ['2021-04/2021-05', 'April–Mai 2021'],
    ['2021', '2021'],
    ['2021/2023', '2021–2023'],
    ['2021-33', '1. Quartal 2021'],
    ['2021-41', '2. Halbjahr 2021'],
    ['2021-03/..', 'ab März 2021'],
    ['2021-03-01/..', 'ab 1. März 2021'],
    ['../2021-06-30', 'bis 30. Juni 2021'],
    ['2021-08~', 'August 2021 (ungefährer Termin)'],
    ['2021-08-01?', '1. August 2021 (noch nicht bestätigt)'],
  ])('The date %s is written %s', (edtf, words) => {
    expect(plain(dateWords(edtf, 'de'))).toBe(words);
  });

  test('A day and its month are joined by a no-break space', () => {
    expect(dateWords('2021-12-09', 'de')).toBe('9.\u00a0Dezember 2021');
  });

  test('A heading of the chronological index contains the month and the year', () => {
    expect(plain(periodHeading('2021-12-09/2021-12-19', 'de'))).toBe('Dezember 2021');
  });

  test('A date that was written is read back as the same date', () => {
    fc.assert(
      fc.property(edtfTexts, (edtf) => {
        expect(parseDatePhrase(dateWords(edtf, 'de'), { lang: 'de' })).toEqual(
          parseDatePhrase(dateWords(edtf, 'en'), { lang: 'en' }),
        );
      }),
    );
  });

  test.each([
    ['am 9. Dezember 2021', '2021-12-09'],
    ['9.Dezember 2021', '2021-12-09'],
    ['Montag, den 6. September 2021', '2021-09-06'],
    ['09.–19.12.2021', '2021-12-09/2021-12-19'],
    ['vom 9. bis zum 19. Dezember 2021', '2021-12-09/2021-12-19'],
    ['9. bis 19. Dezember', '2021-12-09/2021-12-19'],
    ['zwischen dem 9. und dem 19. Dezember 2021', '2021-12-09/2021-12-19'],
    ['5., 7. und 10.–12. Juni 2021', '{2021-06-05,2021-06-07,2021-06-10..2021-06-12}'],
    ['20./21. Juni 2021', '2021-06-20/2021-06-21'],
    ['Anfang Dezember 2021', '2021-12-01~/2021-12-10~'],
    ['Ende August – Anfang September 2021', '2021-08-21~/2021-09-10~'],
    ['II. Quartal 2021', '2021-34'],
    ['2. Quartal', '2021-34'],
    ['Q3 2021', '2021-35'],
    ['erstes Halbjahr 2021', '2021-40'],
    ['zweite Jahreshälfte 2021', '2021-41'],
    ['ab März 2021', '2021-03/..'],
    ['seit 2017', '2017/..'],
    ['bis 30. Juni 2021', '../2021-06-30'],
    ['das ganze Jahr', '2021'],
    ['im Mai 2021 (noch nicht bestätigt)', '2021-05?'],
    ['2. Halbjahr: 9.–19. Dezember 2021', '2021-12-09/2021-12-19'],
    ['9. Dezember 2021, 18 Uhr', '2021-12-09'],
    ['9.12.2021, 18.30–20.00 Uhr', '2021-12-09'],
    ['Sept. 2021', '2021-09'],
    ['Jänner 2021', '2021-01'],
  ])('%s is read as %s', (words, edtf) => {
    expect(parseDatePhrase(words, { lang: 'de', year: 2021 })).toMatchObject({ edtf });
  });

  test.each([
    ['Frühjahr 2021', 'a season has no fixed months: write the months'],
    ['noch offen', 'to be confirmed'],
    ['Mai oder Juni 2021', 'one of several dates'],
    ['im Stadtpark', 'not a date'],
  ])('%s is not read as a date: %s', (words, why) => {
    expect(parseDatePhrase(words, { lang: 'de', year: 2021 })).toMatchObject({
      unparsed: words,
      why: { message: why },
    });
  });

  test('A date in running text does not include the full stop that ends the sentence', () => {
    const text = 'Das Fest am 5. Juni 2021 geht bis 7. Juni 2021. Im Mai 2022 folgen 20 Chöre.';
    expect(datesIn(text, { lang: 'de' }).map(({ words, edtf }) => [words, edtf])).toEqual([
      ['5. Juni 2021', '2021-06-05'],
      ['bis 7. Juni 2021', '../2021-06-07'],
      ['Mai 2022', '2022-05'],
    ]);
  });
});

const config = { language: 'de', languages: ['de'] } as const;
const words = (rule: string, title: string): string[] =>
  findingsOf(rule, programmeWith([{ title, description: undefined }], config)).map(
    (finding) => finding.fix?.words ?? finding.words,
  );

describe('German proofing', () => {
  test.each([
    ['nonbreaking-spaces', 'Kultur, z. B. Musik', ['z.\u202fB.']],
    ['nonbreaking-spaces', 'Konzert am 9. Dezember', ['9.\u00a0']],
    ['quotation-marks', 'Das Lied “Heimat”', ['„Heimat“']],
    ['quotation-marks', 'Das Lied „Heimat“', []],
    ['ordinals', 'Das 45te Jubiläum', ['45.']],
    ['ordinals', 'Das 45. Jubiläum', []],
    ['dashes', '9-19 Dezember - eine Woche', ['9–19', ' – ']],
    ['to-be-determined', 'Sechs Konzerte (Zahl noch offen)', ['noch offen']],
    ['cut-off', 'Jubiläum der Partnerschaft von', ['von']],
    ['cut-off', 'Alle machen mit', []],
    [
      'other-language',
      'The children of the city sing for their guests',
      ['The children of the city sing for their guests'],
    ],
  ])('The rule %s reports the expected words in the German text “%s”', (rule, title, fixes) => {
    expect(words(rule, title)).toEqual(fixes);
  });

  test('»…« are quotation marks in another style, not two unmatched quotation marks', () => {
    expect(wrongQuotations('Das Lied »Heimat« und das Spiel', 'de')).toMatchObject([{ start: 9, end: 16 }]);
    expect(words('quotes-unbalanced', 'Das Lied »Heimat« und das Spiel')).toEqual([]);
  });

  test('Every rule can check a German programme', () => {
    const programme = programmeWith([{ title: 'Ein Fest für alle', date: '9.–19. Dezember 2021' }], config);
    for (const { id } of RULES) expect(() => findingsOf(id, programme)).not.toThrow();
  });

  test('German words are hyphenated by German patterns', async () => {
    const hyphenate = await loadHyphenation(['de']);
    expect(hyphenate('Veranstaltung', 'de')).toEqual(['Ver', 'an', 'stal', 'tung']);
  });
});
