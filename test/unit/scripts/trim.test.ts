import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import type { Hyphenator } from '../../../languages/index.ts';
import { dataFiles } from '../../../scripts/trim.mjs';
import { scratchFolder } from '../../support/dataset-folder.ts';

it.each([
  ['en-gb', 'programme hyphenation international'],
  ['de-1996', 'Veranstaltungsprogramm Donaudampfschiff Xylophon'],
  ['fr', 'programmation internationale patrimoine'],
  ['ru', 'программа фестиваль международный'],
])(
  'The patterns in the bundle hyphenate words in the same way as those in the package: %s',
  async (lang, text) => {
    const outdir = scratchFolder();
    const { outputFiles } = await build({
      stdin: { contents: `module.exports = require('hyphen/${lang}');`, resolveDir: process.cwd() },
      bundle: true,
      write: false,
      outdir,
      platform: 'node',
      banner: { js: `const __url = ${JSON.stringify(pathToFileURL(path.join(outdir, 'stdin.js')))};` },
      plugins: [dataFiles],
    });
    mkdirSync(path.join(outdir, 'data'));
    for (const { path: file, contents } of outputFiles) writeFileSync(file, contents);
    const require = createRequire(import.meta.url);
    const bundled: Hyphenator = require(path.join(outdir, 'stdin.js'));
    const original: Hyphenator = require(`hyphen/${lang}`);
    const options = { hyphenChar: '-' };
    expect(bundled.hyphenateSync(text, options)).toBe(original.hyphenateSync(text, options));
    expect(bundled.hyphenateSync(text, options)).toContain('-');
  },
);
