import { expect, test } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { loadHyphenation } from '../../../src/typeset/hyphenation.ts';
import { settingAids } from '../../../src/typeset/proofing.ts';
import { edition1 } from '../support/programmes.ts';
import { printedFaces } from './faces.ts';

const [theme] = edition1.config.themes;

test('Each word that is too wide is reported once, and an address is reported as a whole', async () => {
  if (theme === undefined) throw new Error('no theme');
  const aids = settingAids(
    DEFAULT_DESIGN,
    await printedFaces(),
    edition1,
    await loadHyphenation(['de', 'en']),
  );
  const wide = 'x'.repeat(200);
  const address = `https://example.org/${'y'.repeat(200)}/${'z'.repeat(200)}`;
  const words = `${wide} a b ${wide} ${address} c https://example.org/${'a/'.repeat(200)}`;
  expect(aids.wordsTooWide(words, 'description', theme, 'en')).toEqual([wide, address]);
});

test('Whether a word is too wide depends on the width of its printed column, which depends on the content', async () => {
  if (theme === undefined) throw new Error('no theme');
  const aids = settingAids(
    DEFAULT_DESIGN,
    await printedFaces(),
    edition1,
    await loadHyphenation(['de', 'en']),
  );
  const word = 'MMMMMMMMMMMMMMMMMM';
  expect(aids.wordsTooWide(`A ${word}`, 'description', theme, 'en')).toEqual([]);
  expect(aids.wordsTooWide(`A ${word}`, 'date', theme, 'en')).toEqual([word]);
});

test('A word is not too wide if it can be hyphenated', async () => {
  if (theme === undefined) throw new Error('no theme');
  const aids = settingAids(
    DEFAULT_DESIGN,
    await printedFaces(),
    edition1,
    await loadHyphenation(['de', 'en']),
  );
  const word = 'Donaudampfschifffahrtsgesellschaft';
  expect(aids.wordsTooWide(`Eine ${word}`, 'date', theme, 'de')).toEqual([]);
});
