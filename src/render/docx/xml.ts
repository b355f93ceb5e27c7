/**
 * Text for XML 1.0. What XML cannot hold becomes U+FFFD: control characters, lone surrogates, U+FFFE and U+FFFF (XML 1.0, production
 * Char). Tabs and line ends become spaces, because Word would jump or break there.
 */
export function xmlText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(SPECIALS, (character) => {
    switch (character) {
      case '&':
        return '&amp;';
      case '<':
        return '&lt;';
      case '>':
        return '&gt;';
      case '"':
        return '&quot;';
      case '\t':
      case '\n':
      case '\r':
        return ' ';
      default:
        return '\ufffd';
    }
  });
}

/** What may have to be written otherwise; of surrogates those alone that stand without the other. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const SPECIAL = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;
const SPECIALS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /[&<>"\u0000-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
