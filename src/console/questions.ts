import { type AnswerOptions, previewText } from '../commands/index.ts';
import { printable } from '../errors.ts';
import { type Answers, answerValue, OpenQuestions, type Question } from '../read/table-import/index.ts';
import type { Console } from './console.ts';
import type { Counted } from './remarks.ts';

/** Flags of commands that read a list. */
export interface AnswerFlags {
  answer?: Answers;
  yes?: true;
  all?: true;
}

/**
 * The source of a command's answers: its flags, then the terminal unless --yes is given.
 *
 * @param kept number of lines reserved for what follows the preview of a list
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
    ...(answer === undefined ? {} : { answers: answer }),
    ...(console.asks && yes === undefined
      ? { ask: (question: Question): Promise<string> => askOne(question, console) }
      : {}),
  };
}

/** Asks one question; an empty line accepts the suggested answer. */
async function askOne(question: Question, { say, ask }: Console): Promise<string> {
  const { answers, evidence, proposal } = question;
  say(`${capital(question.message)}${evidence.length === 0 ? '' : ` (${evidence.join(' · ')})`}`);
  // Answers without samples, such as no and yes, need no lines of their own.
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
