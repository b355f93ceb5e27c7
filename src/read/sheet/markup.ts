import { TAG, withCharacters } from '../../text/markup.ts';

const BREAK = /<br\s*\/?>|<\/(?:p|div|li|h[1-6]|tr|ul|ol)>/gi;

/** The text that markup of web pages stands for: codes as characters, ends of paragraphs as line breaks, no tags. */
export function withoutMarkup(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return withCharacters(text.replace(BREAK, '\n').replace(TAG, '')).replace(/\n{3,}/g, '\n\n');
}
