import { expect, it } from 'vitest';
import { loadHyphenation } from '../../../src/typeset/hyphenation.ts';

it('Hyphenation uses only the patterns of the requested languages', async () => {
  const hyphenate = await loadHyphenation(['fr', 'ru']);
  expect(hyphenate('coopération', 'fr')).toEqual(['co', 'opé', 'ra', 'tion']);
  expect(hyphenate('межрегиональное', 'ru')).toEqual(['меж', 'ре', 'ги', 'о', 'наль', 'ное']);
  expect(hyphenate('cooperation', 'en')).toEqual(['cooperation']);
  const english = await loadHyphenation(['en', 'en']);
  expect(english('cooperation', 'en')).toEqual(['co', 'oper', 'a', 'tion']);
});
