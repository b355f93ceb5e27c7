import { expect, test } from 'vitest';
import { isTypographic } from '../../../src/compare/severity/typography.ts';
import type { Lang } from '../../../src/model/text.ts';

test.each<[Lang, string, string]>([
  ['en', 'the third "Franco-Russian meeting"', 'the third “Franco-Russian meeting”'],
  ['fr', "d'Azur", 'd’Azur'],
  ['en', 'Evreux', 'Évreux'],
  ['fr', 'Evreux', 'Évreux'],
  ['fr', 'Cœur', 'coeur'],
  ['ru', 'ПЁТР', 'Петр'],
  ['ru', 'за\u0301мок', 'замок'],
  ['fr', 'Grand-Est', 'Grand Est'],
  ['en', '45 th anniversary', '45th anniversary'],
  ['en', '20 – 21 June', '20-21 June'],
  ['en', '7 000 participants', '7000 participants'],
  ['fr', '« Année »', '«Année»'],
  ['en', 'Programme2021', 'Programme 2021'],
  ['en', 'One.\nTwo.', 'One. Two.'],
  ['fr', 'e\u0301te\u0301', 'été'],
  ['en', 'A naïve café', 'A naive cafe'],
  ['en', 'Days of Culture', 'Days of culture'],
  ['en', 'WRESTLING', 'Wrestling'],
  ['en', 'a forum in NANCY', 'a forum in Nancy'],
  ['en', '–5 °C', '-5°C'],
  ['en', 'a fo\u00adrum', 'a forum'],
  ['de', 'TAG DER STADT', 'Tag der Stadt'],
  ['de', '„Tag der Stadt“', '"Tag der Stadt"'],
  ['de', 'der Tag', 'Der Tag'],
])('%s: %j and %j differ only in typography', (lang, a, b) => {
  expect(isTypographic(a, b, lang)).toBe(true);
  expect(isTypographic(b, a, lang)).toBe(true);
});

test.each<[Lang, string, string]>([
  ['en', '2020', '2021'],
  ['en', '20 21 June', '2021 June'],
  ['en', '9-19 December', '919 December'],
  ['en', '9-19 December', '9 19 December'],
  ['en', "the city's people", 'the citys people'],
  ['ru', 'мой', 'мои'],
  ['en', 'troops', 'troupes'],
  ['en', 'The end.', 'The end'],
  ['en', '-5 °C', '5 °C'],
  ['ru', 'от −10 до 5', 'от 10 до 5'],
  ['ru', 'Все', 'Всё'],
  ['ru', 'о чем', 'о чём'],
  ['ru', 'озера', 'озёра'],
  ['fr', 'Marché', 'Marche'],
  ['fr', 'pêche', 'péché'],
  ['fr', 'sur', 'sûr'],
  ['fr', 'ou', 'où'],
  ['en', 'resumé', 'resume'],
  ['en', 'US', 'us'],
  ['en', 'WHO experts', 'who experts'],
  ['en', 'Polish artists', 'polish artists'],
  ['fr', 'à Tours', 'à tours'],
  ['ru', 'в Орле', 'в орлы'],
  ['en', 'a nice', 'an ice'],
  ['en', 'may be', 'maybe'],
  ['en', 're-sign', 'resign'],
  ['de', 'schon', 'schön'],
  ['de', 'die Masse', 'die Maße'],
  ['de', 'das Essen', 'das essen'],
])('%s: %j and %j differ in more than typography', (lang, a, b) => {
  expect(isTypographic(a, b, lang)).toBe(false);
  expect(isTypographic(b, a, lang)).toBe(false);
});
