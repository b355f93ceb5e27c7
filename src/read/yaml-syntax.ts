import type { YAMLException } from 'js-yaml';
import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { Problem } from '../errors.ts';
import { forbiddenCharacter } from '../model/characters.ts';
import { MOST_PROBLEMS } from './limits.ts';

/** Longer texts, and deeper ones, are not searched for further errors: that would take time and memory without bound. */
const LONGEST_SEARCHED = 1_000_000;
const DEEPEST_SEARCHED = 100;

/**
 * Every syntax error of a text that the reader refused, in words for somebody who never heard of YAML. The reader stops at the
 * first error; a second, slower parser finds the others.
 *
 * @param first the reader's error
 */
export function syntaxProblems(text: string, file: string, first: YAMLException): Problem[] {
  const problems =
    text.length > LONGEST_SEARCHED || depthBound(text) > DEEPEST_SEARCHED ? [] : allProblems(text, file);
  return problems.length > 0 ? problems : [firstProblem(text, file, first)];
}

/** No list or group of the text stands deeper: each level takes a bracket, or a column at the beginning of a line. */
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

function allProblems(text: string, file: string): Problem[] {
  const lines = new LineCounter();
  const { errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  return errors.slice(0, MOST_PROBLEMS).map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    const { message, hint } = inWords(error);
    return { message, at: { file, line, column: col }, ...(hint === undefined ? {} : { hint }) };
  });
}

const QUOTE_IT = 'put the text in quotes';
/** What the slower parser says, and the same in words of the user. */
const WORDS: readonly { said: RegExp; message: string; hint?: string }[] = [
  { said: /^Tabs/, message: 'a tab indents the line', hint: 'indent with spaces, not with tabs' },
  {
    said: /must start at the same column/,
    message: 'the line does not begin in the column of the lines before it',
  },
  {
    said: /^Nested mappings/,
    message: 'a text with a colon and a space stands without quotes',
    hint: QUOTE_IT,
  },
  { said: /^Plain value cannot start/, message: 'a text cannot begin with this sign', hint: QUOTE_IT },
  {
    said: /at node end$/,
    message: 'something follows the end of the value',
    hint: 'put the whole text in quotes',
  },
  { said: /^Implicit (map )?keys? need/, message: 'a key without a colon', hint: 'write it as key: text' },
  { said: /^Missing closing/, message: 'quotation marks were opened and not closed before this place' },
  {
    said: /^Flow (map|sequence).* end with/,
    message: 'a bracket was opened and not closed before this place',
  },
  {
    said: /^Invalid escape/,
    message: 'a backslash in double quotes begins no sign that YAML knows',
    hint: 'write the backslash twice, or use single quotes',
  },
];

function inWords({ message: said }: YAMLError): Pick<Problem, 'message' | 'hint'> {
  const found = WORDS.find((words) => words.said.test(said));
  if (found === undefined) return { message: `the YAML is not valid: ${said}` };
  return found.hint === undefined ? { message: found.message } : { message: found.message, hint: found.hint };
}

function firstProblem(text: string, file: string, { reason, mark }: YAMLException): Problem {
  if (mark === undefined) return { message: `the YAML is not valid: ${reason}`, at: { file } };
  const code = forbiddenCharacter(text.slice(mark.position, mark.position + 2));
  const message = reason.startsWith('nesting')
    ? 'lists and groups stand too deep in one another'
    : code === undefined
      ? `the YAML is not valid: ${reason}`
      : `character ${code} cannot be printed and is not allowed`;
  return { message, at: { file, line: mark.line + 1, column: mark.column + 1 } };
}
