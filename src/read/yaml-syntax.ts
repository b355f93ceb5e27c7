import type { YAMLException } from 'js-yaml';
import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { Problem } from '../errors.ts';
import type { Message } from '../messages.ts';
import { forbiddenCharacter, LIMITS } from '../model/index.ts';
import { positionsIn } from '../text/index.ts';
import { messageOf } from './messages.ts';

/**
 * Maximum nesting depth of a text that is searched for further errors. Searching texts with deeper nesting could take
 * unlimited time and memory.
 */
const DEEPEST_SEARCHED = 100;

/**
 * Returns all syntax errors in a YAML text that could not be parsed, described for users who do not know YAML. The main
 * parser stops at the first error, so a second, slower parser searches for further errors. In a long list, it parses
 * only the items around the first error.
 *
 * @param first the error that the main parser reported
 */
export function syntaxProblems(text: string, file: string, first: YAMLException): Problem[] {
  const tabs = tabProblems(text, file);
  // An invalid tab causes further errors after it, so only the tabs are reported. However, if the first error comes
  // before the first tab, the tabs may be part of a text value.
  if (tabs.some(({ at }) => at.line <= (first.mark?.line ?? 0) + 1)) return tabs;
  const [start, end] = searched(text, first.mark?.position ?? 0);
  const part = text.slice(start, end);
  const searchable = part !== '' && depthBound(part) <= DEEPEST_SEARCHED;
  const problems = searchable ? allProblems(part, file, positionsIn(text)(start).line - 1) : [];
  return problems.length > 0 ? problems : [firstProblem(text, file, first)];
}

/**
 * The start and end of the range in which to search for errors: the whole text if it is short, or the items around the
 * error in a long list. The range is empty for other long texts.
 */
function searched(text: string, error: number): [number, number] {
  const most = LIMITS.searchedCharacters;
  if (text.length <= most) return [0, text.length];
  const start = text.lastIndexOf('\n- ', error) + 1;
  const end = start + most >= text.length ? text.length : text.lastIndexOf('\n- ', start + most) + 1;
  return error < end ? [start, end] : [0, 0];
}

function tabProblems(text: string, file: string) {
  const positionOf = positionsIn(text);
  return [...text.matchAll(/^ *\t/gm)]
    .slice(0, LIMITS.problems)
    .map((found) => ({ ...messageOf('yaml-tab'), at: { file, ...positionOf(found.index) } }));
}

/**
 * An upper bound for the nesting depth of lists and mappings. Each level of nesting needs a bracket, or at least one
 * character of indentation.
 */
function depthBound(text: string): number {
  let brackets = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    brackets = bracket === '[' || bracket === '{' ? brackets + 1 : Math.max(0, brackets - 1);
    deepest = Math.max(deepest, brackets);
  }
  for (const [indent] of text.matchAll(/^[ \t?:-]+/gm)) deepest = Math.max(deepest, indent.length);
  return deepest;
}

/** @param above the number of lines in the file above the searched text */
function allProblems(text: string, file: string, above: number): Problem[] {
  const lines = new LineCounter();
  const { errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const places = new Set<number>();
  return errors
    .filter(({ message, pos: [offset] }) => {
      const known = places.has(offset);
      places.add(offset);
      // Errors about unexpected tokens are not reported, because after an error in the structure, the parser finds such
      // an error at every token.
      return !known && !message.includes('token in YAML stream');
    })
    .slice(0, LIMITS.problems)
    .map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return { ...inWords(error), at: { file, line: above + line, column: col } };
    });
}

/** Patterns for messages of the slower parser, and the codes of the messages that users see instead. */
const SAID = [
  { said: /must start at the same column/, code: 'yaml-indentation' },
  { said: /^Nested mappings/, code: 'yaml-colon-in-text' },
  { said: /^Plain value cannot start/, code: 'yaml-first-sign' },
  { said: /at node end$/, code: 'yaml-after-end' },
  { said: /^Implicit (map )?keys? need/, code: 'yaml-key-without-colon' },
  { said: /^Missing closing/, code: 'yaml-quotes-open' },
  { said: /^Flow (map|sequence).* end with/, code: 'yaml-bracket-open' },
  { said: /^Invalid escape/, code: 'yaml-escape' },
] as const;

function inWords({ message: said }: YAMLError): Message {
  const found = SAID.find((words) => words.said.test(said));
  return found === undefined ? messageOf('yaml-invalid', { why: said }) : messageOf(found.code);
}

function firstProblem(text: string, file: string, { reason, mark }: YAMLException): Problem {
  if (mark === undefined) return { ...messageOf('yaml-invalid', { why: reason }), at: { file } };
  const code = forbiddenCharacter(text.slice(mark.position, mark.position + 2));
  const problem = reason.startsWith('nesting')
    ? messageOf('yaml-too-deep')
    : code === undefined
      ? messageOf('yaml-invalid', { why: reason })
      : messageOf('character-forbidden', { character: code });
  return { ...problem, at: { file, line: mark.line + 1, column: mark.column + 1 } };
}
