/** A text string object: a literal where it is ASCII, else UTF-16BE with a byte order mark as hexadecimal (ISO 32000-1, 7.9.2.2). */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${narrow(text).replace(/[\\()]/g, '\\$&')})`;
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/**
 * The same text with a byte a character. V8 keeps what was cut out of a wider text in two, and now and then what it joined of numbers;
 * and so all that is put together with it.
 */
export const narrow = (text: string): string => Buffer.from(text, 'latin1').toString('latin1');

/** A number as PDF writes it, to a thousandth of a point. */
export function pdfNumber(number: number): number {
  return Math.round(number * 1000) / 1000;
}

const colours = new Map<string, string>();

/** `r g b` of a colour `#rrggbb`, each from 0 to 1. */
export function pdfColour(colour: string): string {
  let operands = colours.get(colour);
  if (operands === undefined) {
    const value = Number.parseInt(colour.slice(1), 16);
    operands = [value >> 16, (value >> 8) & 255, value & 255].map((part) => pdfNumber(part / 255)).join(' ');
    colours.set(colour, operands);
  }
  return operands;
}

/** Text that pdfkit writes as it is, asked for when it is written: it converts what is not a plain object with `toString`. */
export function raw(text: () => string): unknown {
  return { [Symbol.toStringTag]: 'Raw', toString: text, end: () => {} };
}
