/**
 * Draws the pictures in the README and in docs/ from real pages (`npm run pictures`). Requires pdftoppm (poppler) and
 * montage (ImageMagick).
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DESIGN_PICTURES, designPicture } from './design-pictures.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'programme-pictures-'));

/** Runs a build command and returns the path of its PDF. */
function built(...args) {
  const out = mkdtempSync(path.join(folder, 'out-'));
  execFileSync('node', ['dist/programme.mjs', 'build', ...args, '--format', 'pdf', '--out', out], {
    stdio: 'inherit',
  });
  return path.join(out, readdirSync(out).find((name) => name.endsWith('.pdf')) ?? '');
}

/** Draws pages of a PDF side by side in a single picture; by default, all pages. */
function draw(picture, pdf, { pages, dpi, columns, colours }) {
  const parts = mkdtempSync(path.join(folder, 'pages-'));
  const render = (...range) =>
    execFileSync('pdftoppm', ['-r', String(dpi), '-png', ...range, pdf, path.join(parts, 'page')]);
  if (pages === undefined) render();
  else for (const page of pages) render('-f', String(page), '-l', String(page));
  const files = readdirSync(parts).map((name) => path.join(parts, name));
  const look = ['-tile', `${columns}x`, '-geometry', '+6+6', '-background', '#c3c9d1'];
  const depth = colours === undefined ? [] : ['-colors', String(colours)];
  execFileSync('montage', [...files, ...look, ...depth, `docs/pictures/${picture}`]);
}

/** The fields for an example with nine events in three themes. */
const FIELDS = [
  ['title', 'title', 'Event'],
  ['description', 'description', 'Description'],
  ['venue', 'text', 'Venue'],
  ['price', 'price', 'Price'],
  ['date', 'date', 'Date'],
];
const NINE = {
  Music: ['Evening concert', 'Organ recital', 'Open rehearsal'],
  Heritage: ['Walk through the old town', 'The town hall from inside', 'Open workshop'],
  Families: ['Puppet theatre', 'Print your own poster', 'Night of reading'],
};
function nineEvents(dir) {
  mkdirSync(path.join(dir, 'events'), { recursive: true });
  const themes = Object.keys(NINE).map((title) => ({
    id: title.toLowerCase(),
    title,
    columns: FIELDS.map(([id]) => id),
  }));
  const programme = {
    format: 3,
    name: 'nine',
    language: 'en',
    languages: ['en'],
    date: '2030-01-15',
    period: '2030',
    title: 'A week in Example Town',
    author: 'Example Town',
    subject: 'Nine events',
    introduction: 'Example Town invites you to a week of music, heritage and reading.',
    contents: 'Contents',
    fields: FIELDS.map(([id, kind, heading]) => ({ id, kind, heading })),
    sides: [],
    themes,
  };
  writeFileSync(path.join(dir, 'programme.yaml'), JSON.stringify(programme));
  Object.values(NINE).forEach((titles, theme) => {
    const events = titles.map((title, index) => {
      const day = 1 + 3 * theme + index;
      return {
        id: `event-${day}`,
        title,
        description: `${title} for everyone who lives in Example Town and its guests, with a word of welcome.`,
        venue: ['Town hall', 'Library', 'Market square'][index],
        date: `${day} June 2030`,
        when: `2030-06-0${day}`,
      };
    });
    writeFileSync(path.join(dir, 'events', `${themes[theme].id}.yaml`), JSON.stringify(events));
  });
}

// The cover, the contents, a theme, and an index.
const first = built('1');
draw('pages.png', first, { pages: [1, 4, 13, 21], dpi: 60, columns: 2 });
draw('draft-before.png', first, { dpi: 13, columns: 7, colours: 32 });
draw('draft-after.png', built('draft'), { dpi: 13, columns: 7, colours: 32 });
// An edition with the same design as edition 1.
const data = path.join(folder, 'data');
nineEvents(data);
cpSync(data, path.join(folder, 'earlier'), { recursive: true });
cpSync(path.join(folder, 'earlier'), path.join(data, 'editions', 'before'), { recursive: true });
cpSync('data/editions/1/design.yaml', path.join(data, 'editions', 'before', 'design.yaml'));
draw('nine-before.png', built('before', '--data', data), { dpi: 13, columns: 7, colours: 32 });
draw('nine-after.png', built('draft', '--data', data), { dpi: 13, columns: 7, colours: 32 });
// The complete examples, and the draft of the programme with another design.
const EXAMPLES = {
  'festival-musterstadt': [1, 3, 5, 7],
  'patrimoine-ville-exemple': [1, 2, 4, 10],
  'conference-exampleton': [1, 2, 4, 7],
};
for (const [example, pages] of Object.entries(EXAMPLES))
  draw(`${example}.png`, built('draft', '--data', path.join('examples', example)), {
    pages,
    dpi: 40,
    columns: 4,
    colours: 128,
  });
const dressed = path.join(folder, 'dressed');
cpSync('data', dressed, {
  recursive: true,
  filter: (file) => !file.startsWith(path.join('data', 'editions')),
});
cpSync('examples/festival-musterstadt/pictures/stadt.png', path.join(dressed, 'pictures', 'logo.png'));
writeFileSync(
  path.join(dressed, 'design.yaml'),
  'orientation: portrait\ncolor: { primary: "#8a1f2b" }\nlogo: { path: pictures/logo.png, alt: Example Ministry }\ncover: band\npresentation: list\n',
);
draw('dressed.png', built('draft', '--data', dressed, '--lang', 'en'), {
  pages: [1, 2, 3, 4],
  dpi: 40,
  columns: 4,
  colours: 64,
});
// Pages of the festival example that show the effect of the keys of the design file, as docs/pictures/design/KEY.png.
const LOOK = 'logo: { path: pictures/flusstage.svg, decoration: true }\n';
mkdirSync('docs/pictures/design', { recursive: true });
for (const [key, { design, page, wide, files = {} }] of Object.entries(DESIGN_PICTURES)) {
  const festival = path.join(folder, `key-${key}`);
  cpSync('examples/festival-musterstadt', festival, { recursive: true });
  for (const [name, changed] of Object.entries(files)) {
    const file = path.join(festival, name);
    writeFileSync(file, changed(existsSync(file) ? readFileSync(file, 'utf8') : ''));
  }
  const upright = wide ? '' : 'orientation: portrait\n';
  writeFileSync(
    path.join(festival, 'design.yaml'),
    `${upright}${design}\n${design.includes('logo') ? '' : LOOK}`,
  );
  execFileSync('pdftoppm', [
    ...['-r', '22', '-png', '-singlefile', '-f', String(page), '-l', String(page)],
    built('draft', '--data', festival),
    `docs/${designPicture(key)}`,
  ]);
}
rmSync(folder, { recursive: true });
