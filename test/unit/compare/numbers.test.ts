import { expect, test } from 'vitest';
import { numbersIn } from '../../../src/compare/severity/numbers.ts';
import type { Lang } from '../../../src/model/text.ts';

const values = (text: string, lang: Lang): string[] =>
  numbersIn(text, lang)
    .filter(({ isOne }) => !isOne)
    .map(({ value }) => value);

test.each<[Lang, string, string[]]>([
  ['en', 'ten thousand', ['10000']],
  ['en', '10 thousand and 10,000', ['10000', '10000']],
  ['en', '1,250,000 and 12,345,678', ['1250000', '12345678']],
  ['en', 'one hundred and five', ['105']],
  ['en', 'twenty-one', ['21']],
  ['en', 'the twenty-second and the 22nd', ['22', '22']],
  ['en', 'two million three hundred thousand and six', ['2300006']],
  ['en', '1.5 million', ['1500000']],
  ['en', 'half a million in one town', ['0.5', '1000000']],
  ['en', 'nineteen hundred', ['1900']],
  ['en', 'two or three', ['2', '3']],
  ['en', 'two and three', ['2', '3']],
  ['en', 'rooms two three four', ['2', '3', '4']],
  ['en', 'the first twenty', ['20']],
  ['fr', 'vingt et un', ['21']],
  ['fr', 'soixante et onze, soixante-dix-sept', ['71', '77']],
  ['fr', 'quatre-vingts, quatre-vingt-un, quatre-vingt-dix-neuf', ['80', '81', '99']],
  ['fr', 'deux cent mille', ['200000']],
  ['fr', 'mille neuf cent quatre-vingt-quatre', ['1984']],
  ['fr', '2,5 millions', ['2500000']],
  ['fr', 'les vingt premiers', ['20']],
  ['fr', 'la trente-deuxième', ['32']],
  ['fr', 'quatre et vingt pages', ['24']],
  ['ru', 'двадцати одного', ['21']],
  ['ru', 'более двух тысяч', ['2000']],
  ['ru', 'двести пятьдесят тысяч четыреста', ['250400']],
  ['ru', 'сорок второй', ['42']],
  ['ru', 'с пятьюдесятью двумя', ['52']],
  ['ru', '15 тыс. и 15 000', ['15000', '15000']],
  ['ru', 'пять или шесть', ['5', '6']],
  ['ru', 'семинар, стать, сотрудник, трибуна', []],
  ['de', 'einundzwanzig', ['21']],
  ['de', 'zweitausendeinundzwanzig', ['2021']],
  ['de', 'der einundzwanzigste', ['21']],
  ['de', 'zehntausend, zehn Tausend, 10 Tausend', ['10000', '10000', '10000']],
  ['de', '1.250.000 und 1 250 000', ['1250000', '1250000']],
  ['de', 'hundertfünf', ['105']],
  ['de', 'zwei und drei', ['2', '3']],
  ['de', 'Unding, Einzelzimmer, Zweier, Dreieck, Achtung', []],
])('Numbers are recognised in a text (%s): %s', (lang, text, expected) => {
  expect(values(text, lang)).toEqual(expected);
});

test('The words "one" and "1" have the same value, but only "one" is marked as a number word', () => {
  expect(numbersIn('one town, 1 town', 'en').map(({ value, isOne }) => [value, isOne])).toEqual([
    ['1', true],
    ['1', false],
  ]);
});
