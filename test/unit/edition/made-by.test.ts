import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { bundleOptions } from '../../../scripts/bundle-options.mjs';
import { BESIDE } from '../../../src/commands/made-by.ts';

/** Dependencies that only proofing and error messages load; they do not affect published files. */
const DECIDE_NOTHING = ['unicode-name'];

it('The code checksum includes every dependency that is not bundled and affects the output', () => {
  const external = bundleOptions.external ?? [];
  expect(external.filter((name) => !DECIDE_NOTHING.includes(name) && !BESIDE.includes(name))).toEqual([]);
  for (const name of BESIDE)
    expect(createRequire(import.meta.url).resolve(name)).toMatch(/@resvg|harfbuzzjs|woff2/);
});
