/** Fields of Word that show something without a result that is stored. */

/** What a field shows: a text, in a font of signs or not; or something that only a word processor works out. */
export interface FieldResult {
  text?: string;
  font?: string;
  unread?: string;
}

/**
 * What a field without a stored result shows.
 *
 * @param code what the field is told
 * @param chosen the text that is chosen of its list, where it has one
 */
export function fieldResult(code: string, chosen: string | undefined): FieldResult {
  const [, name = '', rest = ''] = /^\s*(\S+)\s*(.*?)\s*$/s.exec(code) ?? [];
  switch (name.toUpperCase()) {
    case 'FORMDROPDOWN':
      return chosen === undefined ? {} : { text: chosen };
    case 'MACROBUTTON':
    case 'GOTOBUTTON':
      return { text: rest.replace(/^\S+\s*/, '') };
    case 'SYMBOL':
      return symbol(rest) ?? { unread: code };
    case 'EQ':
    case 'QUOTE':
    case 'IF':
    case 'FILLIN':
    case '=':
      return { unread: code };
    default:
      return {};
  }
}

/** `224 \\f Wingdings`: a code, in decimal digits or in hexadecimal ones behind 0x. */
function symbol(told: string): FieldResult | undefined {
  const [, digits = ''] = /^(0x[\da-f]+|\d+)/i.exec(told) ?? [];
  const [, quoted, plain] = /\\f\s+(?:"([^"]+)"|(\S+))/i.exec(told) ?? [];
  const code = Number(digits);
  const font = quoted ?? plain;
  if (digits === '' || code < 0x20 || code > 0xffff) return undefined;
  return { text: String.fromCharCode(code), ...(font === undefined ? {} : { font }) };
}
