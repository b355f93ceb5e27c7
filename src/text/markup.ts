import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/**
 * An HTML character reference that another system left in a text, such as `&#8217;` or `&eacute;`, even if its name is
 * unknown. Without conversion, such a reference would be printed literally.
 */
export const CHARACTER_CODE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,7}));/gi;

/** Replaces character references with characters; unknown references are left unchanged. */
export function withCharacters(text: string): string {
  return text.replace(CHARACTER_CODE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  });
}

const TAGS =
  'p|br|div|span|a|b|i|u|em|strong|small|sup|sub|font|ul|ol|li|h[1-6]|table|tbody|tr|td|th|img|blockquote|section|hr|iframe|video|audio|figure|figcaption';

/** An HTML tag. */
export const TAG = new RegExp(`</?(?:${TAGS})(?:\\s[^<>]*)?/?>`, 'gi');
