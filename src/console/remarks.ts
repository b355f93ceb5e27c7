import { grouped } from '../commands/index.ts';
import { type Problem, problemLine } from '../errors.ts';
import type { Console } from './console.ts';

/** Maximum number of lines of a command without --all. */
const MAX_LINES = 20;

/** A console that counts the lines of its messages and questions. */
export interface Counted extends Console {
  /** Number of further lines that a command without --all may print. */
  room(): number;
}

export function counted(console: Console): Counted {
  let lines = 0;
  return {
    ...console,
    say: (text) => {
      lines += linesOf([text]);
      console.say(text);
    },
    ask: (question, accepts) => {
      lines += linesOf([question]);
      return console.ask(question, accepts);
    },
    room: () => MAX_LINES - lines,
  };
}

/** Number of lines of texts. */
export const linesOf = (texts: readonly string[]): number => texts.join('\n').split('\n').length;

/**
 * Remarks shortened to a number of lines. If remarks are similar, the first three are shown, followed by the number
 * of the others; if the result is too long, only the first one of each kind; if it is still too long, the rest is cut
 * off.
 *
 * @param room maximum number of lines; infinite to show each remark
 */
export function remarksWithin(remarks: readonly Problem[], room: number): string[] {
  const asTexts = (problems: readonly Problem[]): string[] =>
    problems.map((problem) => problemLine(problem, Number.POSITIVE_INFINITY));
  if (remarks.length === 0 || room === Number.POSITIVE_INFINITY) return asTexts(remarks);
  const usual = asTexts(grouped(remarks));
  if (linesOf(usual) <= room) return usual;
  const short = asTexts(grouped(remarks, 1));
  if (linesOf(short) <= room) return short;
  const shown = short.filter((_, index) => linesOf(short.slice(0, index + 1)) < room).length;
  return [...short.slice(0, shown), `… and ${short.length - shown} more remarks; --all shows them`];
}
