import { expect, test } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { settingAids } from '../../../src/typeset/proofing.ts';
import { edition1 } from '../support/programmes.ts';
import { monospaced } from './faces.ts';

const [theme] = edition1.config.themes;

test('Each word that is too wide is reported once, and only the first part of an address that is too wide', () => {
  if (theme === undefined) throw new Error('no theme');
  const face = monospaced();
  const aids = settingAids(DEFAULT_DESIGN, [face], face, edition1.config);
  const wide = 'x'.repeat(200);
  const words = `${wide} a b ${wide} https://example.org/${'y'.repeat(200)}/${'z'.repeat(200)} c`;
  expect(aids.wordsTooWide(words, 'description', theme)).toEqual([wide, 'y'.repeat(200)]);
});
