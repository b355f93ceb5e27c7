/**
 * Random SVG files: nested groups, clips, masks, gradients, unusual transforms, and numbers that no drawing program
 * writes.
 */

/** Pseudo-random numbers between 0 and 1 from a seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const LARGE = ['1e3', '-1e4', '4e4', '1e5', '-2e6', '3e7', '9e8', '-9e8'];
const TOO_LARGE = ['1e15', '-1e38', '1e300'];
const SMALL = ['0', '-0', '0.0001', '1e-9', '1e-40', '1e-300'];
const ODD = ['NaN', 'Infinity', '', '1e', 'auto', '50%', '3cm', '1e999'];

/** The SVG file of a seed. */
export function randomDrawing(seed: number): string {
  const next = random(seed);
  const chance = (share: number): boolean => next() < share;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  /** Probability of an extreme number: zero in half of the drawings, and up to one half in the others. */
  const wild = chance(0.5) ? next() * 0.5 : 0;
  const odd = chance(0.2) ? 0.05 : 0;
  const number = (): string => {
    if (chance(odd)) return pick(ODD);
    if (chance(wild)) return pick(chance(0.02) ? TOO_LARGE : chance(0.7) ? LARGE : SMALL);
    return (next() * 260 - 80).toFixed(chance(0.5) ? 0 : 3);
  };
  const size = (): string => number().replace(/^-/, '');
  const colour = (): string =>
    pick(['#c00', 'navy', 'rgb(10,200,30)', 'currentColor', 'none', '#12345678', ...paints]);
  const definitions: string[] = [];
  const paints: string[] = [];
  const clips: string[] = [];
  const masks: string[] = [];

  const transform = (): string =>
    pick([
      () => `translate(${number()} ${number()})`,
      () => `scale(${number()})`,
      () => `scale(${number()} ${number()})`,
      () => `rotate(${number()} ${number()} ${number()})`,
      () => `skewX(${number()})`,
      () => `matrix(${[0, 0, 0, 0, 0, 0].map(number).join(' ')})`,
      () => `matrix(1 0 0 0 ${number()} ${number()})`,
    ])();
  const data = (): string => {
    const points = (count: number): string => Array.from({ length: count }, number).join(' ');
    const pieces = Array.from({ length: Math.floor(next() * 6) }, () =>
      pick([
        () => `L${points(2)}`,
        () => `l${points(2)}`,
        () => `C${points(6)}`,
        () => `q${points(4)}`,
        () => `A${size()} ${size()} ${number()} ${pick(['0', '1'])} ${pick(['0', '1'])} ${points(2)}`,
        () => `H${number()}`,
        () => 'Z',
        () => `M${points(2)}`,
      ])(),
    );
    return `M${points(2)}${pieces.join('')}`;
  };
  const look = (): string => {
    const attributes = [`fill="${colour()}"`];
    if (chance(0.5)) {
      attributes.push(`stroke="${colour()}" stroke-width="${size()}"`);
      if (chance(0.3))
        attributes.push(`stroke-dasharray="${size()} ${size()}" stroke-dashoffset="${number()}"`);
      if (chance(0.5)) attributes.push(`stroke-linejoin="${pick(['miter', 'round', 'bevel'])}"`);
      if (chance(0.5)) attributes.push(`stroke-linecap="${pick(['butt', 'round', 'square'])}"`);
      if (chance(0.2)) attributes.push(`stroke-miterlimit="${size()}"`);
    }
    if (chance(0.2)) attributes.push(`opacity="${pick(['0', '0.5', '1', '2', '-1', '50%', number()])}"`);
    if (chance(0.2)) attributes.push('fill-rule="evenodd"');
    if (chance(0.25)) attributes.push(`transform="${transform()}"`);
    if (clips.length > 0 && chance(0.25)) attributes.push(`clip-path="${pick(clips)}"`);
    if (masks.length > 0 && chance(0.1)) attributes.push(`mask="${pick(masks)}"`);
    return attributes.join(' ');
  };
  const geometry = (): string =>
    pick([
      () => `<path d="${data()}"`,
      () => `<rect x="${number()}" y="${number()}" width="${size()}" height="${size()}" rx="${size()}"`,
      () => `<circle cx="${number()}" cy="${number()}" r="${size()}"`,
      () => `<ellipse cx="${number()}" cy="${number()}" rx="${size()}" ry="${size()}"`,
      () => `<line x1="${number()}" y1="${number()}" x2="${number()}" y2="${number()}"`,
      () => `<polygon points="${[0, 0, 0, 0, 0, 0].map(number).join(' ')}"`,
      () => `<polyline points="${[0, 0, 0, 0].map(number).join(',')}"`,
    ])();
  const node = (depth: number): string => {
    if (depth < 5 && chance(0.35))
      return `<g ${look()}>${Array.from({ length: 1 + Math.floor(next() * 3) }, () => node(depth + 1)).join('')}</g>`;
    if (chance(0.08))
      return `<svg x="${number()}" y="${number()}" width="${size()}" height="${size()}" viewBox="${number()} ${number()} ${size()} ${size()}">${geometry()} ${look()}/></svg>`;
    if (chance(0.08)) return `<use href="#s" x="${number()}" y="${number()}" ${look()}/>`;
    return `${geometry()} ${look()}/>`;
  };

  for (let index = 0; chance(0.6) && index < 4; index++) {
    const id = `d${index}`;
    const units = pick(['userSpaceOnUse', 'objectBoundingBox']);
    const kind = pick(['clip', 'mask', 'linear', 'radial']);
    if (kind === 'clip') {
      definitions.push(`<clipPath id="${id}" clipPathUnits="${units}">${geometry()}/></clipPath>`);
      clips.push(`url(#${id})`);
    } else if (kind === 'mask') {
      definitions.push(
        `<mask id="${id}" maskUnits="userSpaceOnUse" x="${number()}" y="${number()}" width="${size()}" height="${size()}">${geometry()} fill="#fff"/></mask>`,
      );
      masks.push(`url(#${id})`);
    } else {
      const stops = [0, 0, 0].map(
        () => `<stop offset="${number()}" stop-color="${pick(['red', '#00f', 'lime'])}"/>`,
      );
      const places =
        kind === 'linear'
          ? `x1="${number()}" y1="${number()}" x2="${number()}" y2="${number()}"`
          : `cx="${number()}" cy="${number()}" r="${size()}" fx="${number()}" fy="${number()}"`;
      const more = chance(0.3) ? ` gradientTransform="${transform()}"` : '';
      definitions.push(
        `<${kind}Gradient id="${id}" gradientUnits="${units}" ${places}${more} spreadMethod="${chance(0.05) ? 'reflect' : 'pad'}">${stops.join('')}</${kind}Gradient>`,
      );
      paints.push(`url(#${id})`);
    }
  }
  definitions.push(`<g id="s">${geometry()} fill="${colour()}"/></g>`);
  const box = chance(0.8) ? '0 0 100 60' : `${number()} ${number()} ${size()} ${size()}`;
  const sides = chance(0.7) ? '' : ` width="${size()}" height="${size()}"`;
  const nodes = Array.from({ length: 1 + Math.floor(next() * 5) }, () => node(0));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"${sides}><defs>${definitions.join('')}</defs>${nodes.join('\n')}</svg>\n`;
}
