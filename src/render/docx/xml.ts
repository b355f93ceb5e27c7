/**
 * Escapes text for XML 1.0. Characters that XML does not allow become U+FFFD: control characters, lone surrogates,
 * U+FFFE and U+FFFF (XML 1.0, production Char). Tabs and line ends become spaces, because Word would otherwise insert a
 * tab or a line break.
 */
export function xmlText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(SPECIALS, (character) => ESCAPES[character] ?? '\ufffd');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': ' ',
  '\n': ' ',
  '\r': ' ',
};

/** Characters that may need escaping; of the surrogates, only unpaired ones do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const SPECIAL = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;
const SPECIALS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /[&<>"\u0000-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
