import { expect, test } from 'vitest';
import { skeleton } from '../../../src/compare/typography.ts';

test.each([
  ['the third "Franco-Russian meeting"', 'the third “Franco-Russian meeting”'],
  ["d'Azur", 'd’Azur'],
  ['Evreux', 'Évreux'],
  ['Cœur', 'coeur'],
  ['ПЁТР', 'Петр'],
  ['Grand-Est', 'Grand Est'],
  ['45 th anniversary', '45th anniversary'],
  ['20 – 21 June', '20-21 June'],
  ['7 000 participants', '7000 participants'],
  ['« Année »', '«Année»'],
  ['Programme2021', 'Programme 2021'],
  ['One.\nTwo.', 'One. Two.'],
  ['e\u0301te\u0301', 'été'],
])('%j and %j differ typographically at most', (a, b) => {
  expect(skeleton(a)).toBe(skeleton(b));
});

test.each([
  ['2020', '2021'],
  ['20 21 June', '2021 June'],
  ['9-19 December', '919 December'],
  ['9-19 December', '9 19 December'],
  ["the city's people", 'the citys people'],
  ['мой', 'мои'],
  ['troops', 'troupes'],
  ['The end.', 'The end'],
])('%j and %j differ in more than typography', (a, b) => {
  expect(skeleton(a)).not.toBe(skeleton(b));
});
