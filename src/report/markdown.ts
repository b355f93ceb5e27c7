/** Escapes a text for use in Markdown, including HTML and formulas, and puts it on one line. */
export function escapeMarkdown(words: string): string {
  return words
    .replace(/\s*[\n\r\u2028\u2029]\s*/gu, ' ')
    .replace(/[\\`*_[\]<>|#~$&]/gu, '\\$&')
    .replace(/^(\s*)([-+=])/u, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/u, '$1\\$2');
}
