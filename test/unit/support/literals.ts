import { parseAst } from 'vitest/node';

/** The literals of a source file. */
export interface Literals {
  /** Sources of regular expressions, and strings that are parts of one. */
  patterns: readonly string[];
  strings: readonly string[];
}

/** The literals of a TypeScript file. */
export function literalsOf(file: string, text: string): Literals {
  const patterns: string[] = [];
  const strings: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node && hasPattern(node.regex)) patterns.push(node.regex.pattern);
    else for (const words of stringOf(node)) (isPattern(words) ? patterns : strings).push(words);
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }));
  return { patterns, strings };
}

const hasPattern = (regex: unknown): regex is { pattern: string } =>
  typeof regex === 'object' && regex !== null && 'pattern' in regex && typeof regex.pattern === 'string';

/** The text of a string, of a template element or between tags. */
function stringOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null || !('type' in node && 'value' in node)) return [];
  const { type, value } = node;
  if (type === 'TemplateElement' && typeof value === 'object' && value !== null && 'cooked' in value)
    return [String(value.cooked)];
  return typeof value === 'string' && (type === 'Literal' || type === 'JSXText') ? [value] : [];
}

/** Whether a string is part of a regular expression: it has a group, a class or an escape that occurs only there. */
function isPattern(words: string): boolean {
  return /\(\?[:=!<]|\\[dDpPsSwWbB]|\[\^/.test(words);
}

/** Escapes, names of groups and character classes; the rest of a pattern is the text that it matches. */
const NO_WORDS =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|k<\w+>|.)|\(\?<\w+>|\(\?<?[=!:]|\[(?:[^\]\\]|\\.)*\]/gis;

/** The words that a pattern matches: sequences of letters, and single letters outside ASCII. */
export function wordsOfPattern(pattern: string): string[] {
  return pattern.replace(NO_WORDS, ' ').match(/\p{L}{2,}|[^\p{ASCII}\P{L}]/gu) ?? [];
}
