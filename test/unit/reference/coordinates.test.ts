import { expect, test } from 'vitest';
import { coordinatesOf, readCoordinates } from '../../../src/reference/index.ts';

test.each([
  ['48.85, 2.35', [48.85, 2.35]],
  ['47.216671,-1.550833', [47.216671, -1.550833]],
  ['51,06; -0,25', [51.06, -0.25]],
  ['51,06, 13,74', [51.06, 13.74]],
  ['[43.6045, 1.4442]', [43.6045, 1.4442]],
  ['(43.6045 / 1.4442)', [43.6045, 1.4442]],
  ['48.85° N, 2.35° W', [48.85, -2.35]],
  ['33.87 S 151.21 E', [-33.87, 151.21]],
  ['−33.9249, 18.4241', [-33.9249, 18.4241]],
  ['( 52.52 °  N\n;\u00a0\t13.405 °  E )', [52.52, 13.405]],
  ['point  (  −70.65\t-33.45  )', [-33.45, -70.65]],
  ['point(2.3548.85)', undefined],
  ['POINT (2.35 48.85)', [48.85, 2.35]],
  ['{"lon": 2.35, "lat": 48.85}', [48.85, 2.35]],
  ['{"type": "Point", "coordinates": [2.35, 48.85]}', [48.85, 2.35]],
  ['48,85', undefined],
  ['48, 85', undefined],
  ['0.0, 0.0', undefined],
  ['151.05, 13.74', undefined],
  ['48.85, 2.35, 17.1', undefined],
  ['{"lat": 48.85}', undefined],
  ['{lat}', undefined],
  ['Am Markt 3.1, 5.2', undefined],
  ['', undefined],
])('“%s” is read as the coordinates %j', (words, coordinates) => {
  expect(readCoordinates(words)).toEqual(coordinates);
});

test.each(['48.85', '[', 'point(', 'point(2.35', '48.85 N,'])(
  'The text “%s”, followed by thousands of spaces, is read in less than a second',
  (start) => {
    const began = performance.now();
    expect(readCoordinates(`${start}${' '.repeat(30_000)}x`)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(1000);
  },
);

test('Latitude and longitude must be decimal degrees', () => {
  expect(coordinatesOf('48', '2,35°')).toEqual([48, 2.35]);
  expect(coordinatesOf('−48.5', '2')).toEqual([-48.5, 2]);
  expect(coordinatesOf('48.5', undefined)).toBeUndefined();
  expect(coordinatesOf('0', '0')).toBeUndefined();
  expect(coordinatesOf('4850000', '2')).toBeUndefined();
});
