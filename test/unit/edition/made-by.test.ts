import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { bundleOptions } from '../../../scripts/bundle-options.mjs';
import { BESIDE } from '../../../src/commands/made-by.ts';

/** What proofing and a refusal load: nothing that is published comes from them. */
const DECIDE_NOTHING = ['unicode-name'];

it('Every unbundled dependency that affects the output is part of the code checksum', () => {
  const external = bundleOptions.external ?? [];
  expect(external.filter((name) => !DECIDE_NOTHING.includes(name) && !BESIDE.includes(name))).toEqual([]);
  for (const name of BESIDE)
    expect(createRequire(import.meta.url).resolve(name)).toMatch(/@resvg|harfbuzzjs|woff2/);
});
