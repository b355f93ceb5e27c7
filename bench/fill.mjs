/**
 * Measures how full the pages of a PDF are: the height from the top margin to the lowest ink between the margins, as a
 * share of the height between them. The edge tabs of themes are ignored, because they are in the side margins. Requires
 * pdftoppm (poppler).
 *
 * node bench/fill.mjs FILE.pdf … [--top 58] [--bottom 46] [--side 40] [--pages]
 *
 * Margins are in points. Their default values are those of the default design. The cover is not counted, and the value
 * `least` also ignores the last page.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const RESOLUTION = 72;
/** The darkest grey value that counts as paper, on the PGM scale from 0 to 255. */
const PAPER = 245;

/** The size and the grey values of a binary PGM image. */
function readGrey(bytes) {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 50).toString('latin1'));
  if (head === null) throw new Error('not a PGM');
  return { width: Number(head[1]), height: Number(head[2]), grey: bytes.subarray(head[0].length) };
}

/**
 * The fill of a page, that is, the height from the top margin to the lowest ink as a fraction of the height between the
 * margins. Margins are in points.
 */
function fillOf({ width, height, grey }, { top, bottom, side }) {
  const end = height - bottom;
  for (let y = end - 1; y >= top; y--)
    if (grey.subarray(y * width + side, (y + 1) * width - side).some((value) => value < PAPER))
      return (y + 1 - top) / (end - top);
  return 0;
}

/** Measures how full each page of a PDF is. */
export function pageFills(file, margins) {
  const folder = mkdtempSync(path.join(tmpdir(), 'fill-'));
  try {
    execFileSync('pdftoppm', ['-r', String(RESOLUTION), '-gray', file, path.join(folder, 'page')]);
    return readdirSync(folder)
      .sort()
      .map((name) => fillOf(readGrey(readFileSync(path.join(folder, name))), margins));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    top: { type: 'string', default: '58' },
    bottom: { type: 'string', default: '46' },
    side: { type: 'string', default: '40' },
    pages: { type: 'boolean', default: false },
  },
});
const percent = (share) => `${Math.round(100 * share)} %`;
for (const file of positionals) {
  const { top, bottom, side } = values;
  const margins = { top: Number(top), bottom: Number(bottom), side: Number(side) };
  const [, ...body] = pageFills(file, margins);
  const mean = body.reduce((sum, fill) => sum + fill, 0) / body.length;
  const least = Math.min(...body.slice(0, -1));
  console.log(
    `${path.basename(file)}: ${body.length} pages after the cover, mean ${percent(mean)}, least ${percent(least)}`,
  );
  if (values.pages) console.log(body.map((fill, index) => `  ${index + 2}: ${percent(fill)}`).join('\n'));
}
