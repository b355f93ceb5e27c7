import { TAG, withCharacters } from '../../text/index.ts';

const BREAK = /<br\s*\/?>|<\/(?:p|div|li|h[1-6]|tr|ul|ol)>/gi;

/** A text in which a backslash stands only before what programs escape with one, as exports of calendars have it: \\n, \\, and \\;. */
const ESCAPED = /^(?!.*[A-Za-z]:\\)(?:[^\\]|\\[nN,;:"'\\])*$/s;

/** The text that markup of web pages and escapes of exports stand for: codes as characters, ends of paragraphs as line breaks, no tags. */
export function withoutMarkup(text: string): string {
  return withoutTags(text.includes('\\') && ESCAPED.test(text) ? unescaped(text) : text);
}

function unescaped(text: string): string {
  const signs = text.replace(/\\([nN,;:"'\\])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
  return signs.replace(/\n{3,}/g, '\n\n').trim();
}

function withoutTags(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return withCharacters(text.replace(BREAK, '\n').replace(TAG, '')).replace(/\n{3,}/g, '\n\n');
}
