/** Word fields that show text although they have no stored result. */

/** Result of a field: text, possibly in a symbol font; or a code that only a word processor can compute. */
export interface FieldResult {
  text?: string;
  font?: string;
  unread?: string;
}

/**
 * The result of a field without a stored result.
 *
 * @param code code of the field
 * @param chosen selected entry of its drop-down list, if it has one
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

/** `224 \f Wingdings`: a character code, decimal, or hexadecimal after 0x. */
function symbol(told: string): FieldResult | undefined {
  const [, digits = ''] = /^(0x[\da-f]+|\d+)/i.exec(told) ?? [];
  const [, quoted, plain] = /\\f\s+(?:"([^"]+)"|(\S+))/i.exec(told) ?? [];
  const code = Number(digits);
  const font = quoted ?? plain;
  if (digits === '' || code < 0x20 || code > 0xffff) return undefined;
  return { text: String.fromCharCode(code), ...(font === undefined ? {} : { font }) };
}
