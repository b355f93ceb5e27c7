/** Draws the picture of the README from real pages: `node scripts/pictures.mjs`. Needs pdftoppm (poppler) and montage (ImageMagick). */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Pages of edition 1: cover, contents, a theme, an index. */
const PAGES = [1, 4, 13, 21];

const folder = mkdtempSync(path.join(tmpdir(), 'programme-pictures-'));
execFileSync('node', ['dist/programme.mjs', 'build', '1', '--format', 'pdf', '--out', folder], {
  stdio: 'inherit',
});
const pages = PAGES.map((page) => {
  const picture = path.join(folder, `page-${page}`);
  execFileSync('pdftoppm', [
    '-r',
    '60',
    '-png',
    '-singlefile',
    '-f',
    String(page),
    '-l',
    String(page),
    path.join(folder, 'programme-2021-ed1-en.pdf'),
    picture,
  ]);
  return `${picture}.png`;
});
execFileSync('montage', [
  ...pages,
  '-tile',
  '2x2',
  '-geometry',
  '+6+6',
  '-background',
  '#c3c9d1',
  'docs/pictures/pages.png',
]);
rmSync(folder, { recursive: true });
