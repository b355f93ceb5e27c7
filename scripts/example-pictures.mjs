/**
 * Draws the logos and cover pictures of examples/ from formulas: `node scripts/example-pictures.mjs`. The pixels are
 * the same in every run; the bytes depend on the zlib version of Node.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** Samples per pixel in each direction, for smooth edges. */
const SAMPLES = 3;

/** The components of a colour, from `#rrggbb`. */
const hex = (colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
const mix = (a, b, share) => a.map((part, index) => part + (b[index] - part) * share);
const clamp = (value) => Math.min(1, Math.max(0, value));

/**
 * Encodes a PNG picture.
 *
 * @param colourAt returns the colour at a position, or undefined if nothing is drawn there; x ranges from 0 to width /
 * height, y from 0 to 1
 */
function png(width, height, colourAt) {
  const rows = Buffer.alloc(height * (1 + 4 * width));
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const sum = [0, 0, 0, 0];
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / height;
        const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / height;
        const colour = colourAt(x, y);
        if (colour === undefined) continue;
        for (let part = 0; part < 3; part++) sum[part] += colour[part];
        sum[3]++;
      }
      const at = row * (1 + 4 * width) + 1 + 4 * column;
      for (let part = 0; part < 3; part++)
        rows[at + part] = sum[3] === 0 ? 0 : Math.round(sum[part] / sum[3]);
      rows[at + 3] = Math.round((255 * sum[3]) / (SAMPLES * SAMPLES));
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

const inCircle = (x, y, cx, cy, r) => (x - cx) ** 2 + (y - cy) ** 2 <= r * r;
const inBox = (x, y, left, top, width, height) =>
  x >= left && x <= left + width && y >= top && y <= top + height;

/** Draws hills, a river between them, and the evening sun. */
function river(x, y) {
  const sky = mix(hex('#f6d9a8'), hex('#e9a15b'), clamp(y / 0.55));
  const sun = hex('#fff3d6');
  let colour = inCircle(x, y, 1.02, 0.36, 0.12) ? sun : sky;
  const hills = [
    ['#b98d7a', 0.44, 0.05, 2.1, 0.4],
    ['#8a7f86', 0.52, 0.06, 1.6, 1.9],
    ['#54707c', 0.6, 0.055, 2.6, 3.1],
    ['#2b5665', 0.7, 0.05, 1.9, 4.4],
    ['#153f4d', 0.82, 0.04, 3.2, 0.9],
  ];
  for (const [shade, level, height, waves, phase] of hills)
    if (
      y >
      level + height * Math.sin(waves * x * 2 + phase) + 0.4 * height * Math.sin(5.3 * waves * x + phase)
    )
      colour = hex(shade);
  const depth = clamp((y - 0.6) / 0.4);
  const bed = 0.98 + 0.34 * Math.sin(3.4 * depth + 0.6) * depth - 0.12 * depth;
  const half = 0.012 + 0.26 * depth ** 1.7;
  if (y > 0.6 && Math.abs(x - bed) < half) {
    const glint =
      Math.sin(90 * y * (1.4 - depth) + 8 * x) > 0.86 - 0.5 * (1 - Math.abs(x - bed) / half) * (1 - depth);
    colour = mix(hex('#e9b777'), hex('#3f93a3'), clamp(depth * 1.5));
    if (glint) colour = mix(colour, sun, 0.55);
  }
  return colour;
}

/** Draws houses with gables and a church, at dusk. */
function town(x, y) {
  const sky = mix(hex('#27406b'), hex('#d9a48f'), clamp(y * 1.35));
  let colour = inCircle(x, y, 0.3, 0.24, 0.055) && !inCircle(x, y, 0.325, 0.225, 0.05) ? hex('#fdf2d8') : sky;
  const spire = Math.abs(x - 1.12);
  if (y > 0.12 && y < 0.46 && spire < 0.075 * ((y - 0.12) / 0.34)) colour = hex('#3a2f45');
  if (inBox(x, y, 1.045, 0.46, 0.15, 0.5)) colour = hex('#4a3b52');
  if (inCircle(x, y, 1.12, 0.53, 0.03)) colour = hex('#f7d58b');
  const shades = ['#7c3f45', '#94584a', '#5c3a52', '#a86a4c', '#6d4150', '#8a4d48', '#593b57'];
  for (let house = 0; house < 12; house++) {
    const left = -0.05 + 0.14 * house;
    const width = 0.15;
    const eaves = 0.58 + 0.09 * Math.sin(2.7 * house + 1);
    const gable = eaves - 0.12 + (0.24 * Math.abs(x - left - width / 2)) / width;
    const isHouse = x >= left && x < left + width && y > (y < eaves ? gable : eaves);
    if (!isHouse) continue;
    colour = hex(shades[house % shades.length]);
    if (y < eaves) colour = mix(colour, hex('#2a2238'), 0.45);
    const [column, row] = [(x - left) / width, (y - eaves) / 0.1];
    const isWindow =
      row > 0.2 && row % 1 > 0.3 && row % 1 < 0.8 && column % 0.45 > 0.14 && column % 0.45 < 0.32;
    if (isWindow && (house * 7 + Math.floor(row) * 3 + Math.floor(column / 0.45)) % 4 !== 0)
      colour = hex('#f7d58b');
  }
  if (y > 0.94) colour = hex('#2a2238');
  return colour;
}

/** The positions of points, of which those that are near each other are joined by lines. */
const NODES = Array.from({ length: 26 }, (_, index) => ({
  x: 0.08 + 1.45 * ((index * 0.7548777) % 1),
  y: 0.08 + 0.84 * ((index * 0.5698403 + 0.13) % 1),
  r: 0.012 + 0.012 * ((index * 0.37) % 1),
  colour: hex(index % 5 === 0 ? '#f2b84b' : '#dff2ec'),
}));
const LINES = NODES.flatMap((a, index) =>
  NODES.slice(index + 1).flatMap((b) => {
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    return length > 0.34 ? [] : [{ a, dx: (b.x - a.x) / length, dy: (b.y - a.y) / length, length }];
  }),
);
const [WEST, EAST, THREAD] = ['#12324f', '#1f6f78', '#9fd3c7'].map(hex);
function network(x, y) {
  for (const { x: cx, y: cy, r, colour } of NODES) if (inCircle(x, y, cx, cy, r)) return colour;
  const ground = mix(WEST, EAST, clamp(x / 1.6));
  const isLine = LINES.some(({ a, dx, dy, length }) => {
    const along = (x - a.x) * dx + (y - a.y) * dy;
    return along > 0 && along < length && Math.abs((y - a.y) * dx - (x - a.x) * dy) < 0.0022;
  });
  return isLine ? mix(ground, THREAD, 0.75) : ground;
}

/** Pictures for events: a harbour crane at night, a boat with paddles, and a bell. */
function crane(x, y) {
  const isMast = Math.abs(x - 0.62 - 0.04 * (1 - y)) < 0.018 || Math.abs(x - 0.74 + 0.04 * (1 - y)) < 0.018;
  const isJib = Math.abs(y - 0.26 + 0.12 * (x - 0.7)) < 0.022 && x > 0.14 && x < 1;
  const isRope = Math.abs(x - 0.24) < 0.005 && y > 0.3 && y < 0.62;
  if (y > 0.86) return hex('#0b2a38');
  if ((isMast && y > 0.22) || isJib || isRope || inBox(x, y, 0.58, 0.2, 0.2, 0.12)) return hex('#e0a526');
  if (inBox(x, y, 0.19, 0.6, 0.1, 0.06) || inBox(x, y, 1.05, 0.5, 0.42, 0.4)) return hex('#123f4d');
  return inCircle(x, y, 1.2, 0.24, 0.09) ? hex('#f6efdc') : mix(hex('#0d5c6b'), hex('#2f8f9d'), clamp(y));
}
function boat(x, y) {
  const hull =
    Math.abs(x - 0.75) < 0.56 && y > 0.56 - 0.28 * (x - 0.75) ** 2 * 1.2 && y < 0.7 - 0.3 * (x - 0.75) ** 2;
  if (hull) return hex('#b5532d');
  for (let place = 0; place < 6; place++) {
    const cx = 0.36 + 0.15 * place;
    if (inCircle(x, y, cx, 0.4, 0.035) || inBox(x, y, cx - 0.032, 0.44, 0.064, 0.12)) return hex('#123f4d');
    if (Math.abs(x - cx - 0.05 - 0.28 * (y - 0.5)) < 0.008 && y > 0.44 && y < 0.8) return hex('#e0a526');
  }
  if (y > 0.68 + 0.012 * Math.sin(22 * x))
    return y > 0.84 + 0.012 * Math.sin(18 * x + 2) ? hex('#0d5c6b') : hex('#2f8f9d');
  return hex('#f6e3bd');
}
function bell(x, y) {
  const half =
    y < 0.3 ? 0.14 * Math.sqrt(clamp((y - 0.16) / 0.14)) : 0.14 + 0.3 * clamp((y - 0.3) / 0.45) ** 2.2;
  if (y > 0.16 && y < 0.75 && Math.abs(x - 0.75) < half)
    return hex(Math.abs(y - 0.64) < 0.014 ? '#f6e3bd' : '#b98a2c');
  if (inCircle(x, y, 0.75, 0.8, 0.06) || inBox(x, y, 0.7, 0.06, 0.1, 0.1)) return hex('#7a5a1c');
  return y < 0.1 ? hex('#4a3b2a') : mix(hex('#3f7d4e'), hex('#a7c79b'), clamp(y));
}

/** Three waves under a sun, as a vector drawing. */
const waves = () => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<style>.wave { fill: none; stroke-width: 11 }</style>
<path class="wave" stroke="#08404b" d="M-5 88q12.5 12 25 0t25 0t25 0t25 0t25 0"/>
<path class="wave" stroke="#0d5c6b" d="M-5 73q12.5 -12 25 0t25 0t25 0t25 0t25 0"/>
<path class="wave" stroke="#2f8f9d" d="M-5 58q12.5 12 25 0t25 0t25 0t25 0t25 0"/>
<circle cx="50" cy="34" r="22" fill="#e0a526"/>
</svg>
`;

/** Draws a shield with a tower. */
function arms(field, charge) {
  return (x, y) => {
    const half = y < 0.55 ? 0.4 : 0.4 * Math.sqrt(clamp(1 - ((y - 0.55) / 0.42) ** 2));
    if (y < 0.04 || y > 0.97 || Math.abs(x - 0.5) > half) return undefined;
    if (Math.abs(x - 0.5) > half - 0.035 || y < 0.075) return hex(charge);
    const isTower =
      inBox(x, y, 0.34, 0.3, 0.32, 0.42) ||
      (inBox(x, y, 0.28, 0.2, 0.44, 0.14) && !(y < 0.27 && (x - 0.28) % 0.176 > 0.088));
    const isGate = inBox(x, y, 0.44, 0.56, 0.12, 0.2) || inCircle(x, y, 0.5, 0.56, 0.06);
    return hex(isTower && !isGate ? charge : field);
  };
}

/** The charges of the shields: a pile of coins, the rings of a transmitter, the leaves of a book, and a key. */
const coins = (x, y) => {
  for (const [index, level] of [0.26, 0.44, 0.62, 0.8].entries()) {
    const cx = 0.5 + 0.05 * ((index % 2) * 2 - 1);
    if (((x - cx) / 0.36) ** 2 + ((y - level) / 0.11) ** 2 <= 1)
      return hex(index % 2 === 0 ? '#b3261e' : '#d96a4f');
  }
  return undefined;
};
const sender = (x, y) => {
  const away = Math.hypot(x - 0.5, y - 0.62);
  if (away < 0.09) return hex('#5b3f8f');
  const ring = [0.2, 0.34, 0.48].some((r) => Math.abs(away - r) < 0.045);
  return ring && Math.abs(Math.atan2(0.62 - y, x - 0.5) - Math.PI / 2) < 0.95 ? hex('#5b3f8f') : undefined;
};
const book = (x, y) => {
  const fold = Math.abs(x - 0.5);
  if (fold > 0.44 || y < 0.2 || y > 0.84) return undefined;
  const sag = 0.1 * Math.sin((fold / 0.44) * Math.PI);
  if (y < 0.28 - sag || y > 0.84 - sag) return undefined;
  const isLine = fold > 0.07 && fold < 0.37 && (y + sag) % 0.12 < 0.035 && y > 0.3;
  return hex(fold < 0.022 || isLine ? '#ffffff' : '#1f6f78');
};
const key = (x, y) => {
  const ring = Math.hypot(x - 0.28, y - 0.5);
  if (ring < 0.2 && ring > 0.1) return hex('#8a4b1f');
  if (
    inBox(x, y, 0.46, 0.45, 0.46, 0.1) ||
    inBox(x, y, 0.74, 0.5, 0.06, 0.17) ||
    inBox(x, y, 0.85, 0.5, 0.06, 0.21)
  )
    return hex('#8a4b1f');
  return undefined;
};

const PICTURES = {
  'festival-musterstadt': {
    'fluss.png': [1500, 1250, river],
    'kran.png': [750, 500, crane],
    'boot.png': [750, 500, boat],
    'glocke.png': [750, 500, bell],
    'stadt.png': [240, 240, arms('#ffffff', '#8a1f2b')],
    'sparverein.png': [240, 240, coins],
    'radio.png': [240, 240, sender],
  },
  'patrimoine-ville-exemple': {
    'ville.png': [1500, 1100, town],
    'armes.png': [300, 300, arms('#27406b', '#f2d7a0')],
    'cle.png': [240, 240, key],
  },
  'conference-exampleton': {
    'network.png': [1700, 1000, network],
    'archives.png': [300, 300, book],
  },
};
/** Logos that are vector drawings, which are sharp at every size. */
const DRAWINGS = { 'festival-musterstadt': { 'flusstage.svg': waves() } };
for (const [example, files] of Object.entries(PICTURES)) {
  const folder = path.join('examples', example, 'pictures');
  mkdirSync(folder, { recursive: true });
  for (const [name, [width, height, colourAt]] of Object.entries(files))
    writeFileSync(path.join(folder, name), png(width, height, colourAt));
}
for (const [example, files] of Object.entries(DRAWINGS))
  for (const [name, drawing] of Object.entries(files))
    writeFileSync(path.join('examples', example, 'pictures', name), drawing);
