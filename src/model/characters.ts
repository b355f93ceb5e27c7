/**
 * Characters that no text of the dataset may hold: C0 and C1 controls but tab and line feed, lone surrogates, noncharacters
 * (they make XML and PDF files invalid), bidirectional overrides and isolates (they reorder what a reader sees),
 * and the byte order mark inside a text.
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/u;

const FORBIDDEN_UNITS = new RegExp(FORBIDDEN.source.replaceAll('\\ufeff', '\\ufeff'), '');

/** The first forbidden character of a text as `U+FFFE`, or undefined when the text is clean. */
export function forbiddenCharacter(text: string): string | undefined {
  const found = FORBIDDEN_UNITS.exec(text);
  if (found === null) return undefined;
  const code = found[0].codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
