/** Output and questions of the commands that read a list. */

import { type AnswerOptions, grouped, previewText } from '../commands/index.ts';
import { type Problem, printable, problemLine } from '../errors.ts';
import { type Answers, answerValue, OpenQuestions, type Question } from '../read/table-import/index.ts';
import type { Console } from './console.ts';

/** Maximum number of lines that a command prints without --all. */
const MAX_LINES = 20;

/** A console that counts the lines of its messages and questions. */
export interface Counted extends Console {
  /** The number of lines that a command without --all may still print. */
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

/** Number of lines that texts occupy. */
export const linesOf = (texts: readonly string[]): number => texts.join('\n').split('\n').length;

/**
 * Shortens remarks to fit a maximum number of lines. For similar remarks, only the first three are shown, followed by
 * the number of the remaining ones. If the result is too long, only the first remark of each kind is shown. If the
 * result is still too long, the last remarks are omitted, and their number is stated.
 *
 * @param room maximum number of lines; infinite to show all remarks
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

/** Flags of commands that read a list. */
export interface AnswerFlags {
  answer?: Answers;
  yes?: true;
  all?: true;
}

/**
 * The options that determine where a command gets its answers: from its flags and, unless --yes is given, from
 * questions on the terminal.
 *
 * @param kept number of lines that are reserved for the output below the preview of a list
 */
export function answersFrom(
  { answer, yes, all }: AnswerFlags,
  console: Counted,
  kept: number,
): AnswerOptions {
  return {
    show: (preview) => {
      const most = all ? Number.POSITIVE_INFINITY : console.room() - kept;
      for (const line of previewText(preview, most)) console.say(line);
    },
    answers: answer,
    ask: console.asks && yes === undefined ? (question) => askOne(question, console) : undefined,
  };
}

/** Asks one question. An empty line accepts the proposed answer. */
async function askOne(question: Question, { say, ask }: Console): Promise<string> {
  const { answers, evidence, proposal } = question;
  say(`${capital(question.message)}${evidence.length === 0 ? '' : ` (${evidence.join(' · ')})`}`);
  // Two answers without samples, such as no and yes, are shown in the prompt, not on separate lines.
  const isBrief = answers.length <= 2 && answers.every(({ evidence: samples }) => samples.length === 0);
  const width = Math.max(0, ...answers.map(({ value }) => value.length));
  answers.forEach(({ value, evidence: samples }, index) => {
    if (!isBrief) say(`  ${index + 1}  ${value.padEnd(width)}  ${samples.join(' · ')}`.trimEnd());
  });
  const chosen = (typed: string): string | undefined =>
    typed === '' ? proposal : answerValue(question, typed);
  const values = isBrief ? answers.map(({ value }) => ` ${printable(value)}`).join(' or') : '';
  const prompt = `Answer${values}${proposal === undefined ? '' : ` (Enter: ${printable(proposal)})`}: `;
  const typed = await ask(prompt, (words) => chosen(words) !== undefined);
  const value = typed === undefined ? undefined : chosen(typed);
  if (value === undefined) throw new OpenQuestions([question]);
  return value;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
