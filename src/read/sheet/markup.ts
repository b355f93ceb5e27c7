import { TAG, withCharacters } from '../../text/index.ts';

const BREAK = /<br\s*\/?>|<\/(?:p|div|li|h[1-6]|tr|ul|ol)>/gi;

const TAGS_WITH_ADDRESS = 'a|img|iframe|video|audio';
const ADDRESS = 'href|src';
/**
 * A link, picture or recording in HTML markup. The length of a match is limited, so that the search takes linear time.
 */
const LINK = new RegExp(
  `<(?:${TAGS_WITH_ADDRESS})\\b[^<>]{0,200}?\\s(?:${ADDRESS})\\s{0,9}=\\s{0,9}(?:["']([^"'<>]{1,2000})|([^\\s"'<>]{1,2000}))`,
  'gi',
);

/** A text in which each backslash belongs to an escape sequence such as `\n`, `\,` or `\;`, as in calendar exports. */
const ESCAPED = /^(?!.*[A-Za-z]:\\)(?:[^\\]|\\[nN,;:"'\\])*$/s;

/**
 * Removes HTML markup and escapes from a text: entities become characters, paragraph ends become line breaks, and
 * tags are removed.
 */
export function withoutMarkup(text: string): string {
  return withoutTags(text.includes('\\') && ESCAPED.test(text) ? unescaped(text) : text);
}

/** The addresses of links, pictures and recordings in HTML markup. */
export function addressesInMarkup(text: string): string[] {
  return [...text.matchAll(LINK)].flatMap(([, quoted, bare]) => withCharacters(quoted ?? bare ?? '') || []);
}

function unescaped(text: string): string {
  const signs = text.replace(/\\([nN,;:"'\\])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
  return signs.replace(/\n{3,}/g, '\n\n').trim();
}

function withoutTags(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return withCharacters(text.replace(BREAK, '\n').replace(TAG, '')).replace(/\n{3,}/g, '\n\n');
}
