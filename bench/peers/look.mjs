/**
 * The dimensions and colours that the compared JavaScript tools have in common with the product. Lengths are in points.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const PAGE = { width: 841.89, height: 595.28 };
export const MARGIN = { left: 42, right: 42, top: 58, bottom: 46 };
export const MEASURE = PAGE.width - MARGIN.left - MARGIN.right;
export const COLOUR = {
  ink: '#1d2329',
  quiet: '#5b6470',
  brand: '#16325c',
  rule: '#c3c9d1',
  dots: '#8a939e',
};
const ACCENTS = ['#1f5aa6', '#7a3e9d', '#b3261e', '#8a5a00', '#1b6b3a', '#0b6a73'];
export const accentOf = ({ accent }) =>
  accent === undefined ? COLOUR.brand : ACCENTS[accent % ACCENTS.length];

const fonts = path.resolve(import.meta.dirname, '../../fonts');
export const fontFile = (name) => path.join(fonts, `PT${name}.ttf`);

export const readDocument = (file) => JSON.parse(readFileSync(file, 'utf8'));
export const plain = (runs) => runs.map(({ text }) => text).join('');
