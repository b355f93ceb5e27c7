import { expect, test } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { settingAids } from '../../../src/typeset/proofing.ts';
import { edition1 } from '../support/programmes.ts';
import { printedFaces } from './faces.ts';

const [theme] = edition1.config.themes;

test('Each word that is too wide is reported once, and only the first part of an address that is too wide', async () => {
  if (theme === undefined) throw new Error('no theme');
  const aids = settingAids(DEFAULT_DESIGN, await printedFaces(), edition1);
  const wide = 'x'.repeat(200);
  const words = `${wide} a b ${wide} https://example.org/${'y'.repeat(200)}/${'z'.repeat(200)} c`;
  expect(aids.wordsTooWide(words, 'description', theme, 'en')).toEqual([wide, 'y'.repeat(200)]);
});

test('A word is too wide only for the column that is printed, whose width depends on its content', async () => {
  if (theme === undefined) throw new Error('no theme');
  const aids = settingAids(DEFAULT_DESIGN, await printedFaces(), edition1);
  const word = 'Donaudampfschifffahrtsgesellschaft';
  expect(aids.wordsTooWide(`Eine ${word}`, 'description', theme, 'en')).toEqual([]);
  expect(aids.wordsTooWide(`Eine ${word}`, 'date', theme, 'en')).toEqual([word]);
});
