import { valueAt } from '../../../model/index.ts';

/**
 * Encodes a text string, with ASCII as a literal and other text as hexadecimal UTF-16BE with a byte order mark (ISO
 * 32000-1, 7.9.2.2).
 */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${narrow(text).replace(/[\\()]/g, '\\$&')})`;
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/**
 * Copies a text into a string with one byte per character. V8 stores a substring of a two-byte string, and sometimes a
 * concatenation of numbers, with two bytes per character; every string that is built from such a string then also takes
 * two bytes per character.
 */
export const narrow = (text: string): string => Buffer.from(text, 'latin1').toString('latin1');

/** Rounds a number for PDF to a thousandth of a point. */
export function pdfNumber(number: number): number {
  return Math.round(number * 1000) / 1000;
}

const colours = new Map<string, string>();

/** The operands `r g b` of a colour `#rrggbb`, each from 0 to 1. */
export function pdfColour(colour: string): string {
  return valueAt(colours, colour, () => {
    const value = Number.parseInt(colour.slice(1), 16);
    return [value >> 16, (value >> 8) & 255, value & 255].map((part) => pdfNumber(part / 255)).join(' ');
  });
}

/**
 * A value that pdfkit writes as unchanged text. `text` is called only when the value is written, because pdfkit then
 * calls `toString` on values that are not plain objects.
 */
export function raw(text: () => string): unknown {
  return { [Symbol.toStringTag]: 'Raw', toString: text, end: () => {} };
}
