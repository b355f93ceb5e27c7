/** Output and questions of the commands that read a list. */

import type { AnswerOptions, Preview } from '../commands/index.ts';
import { type Problem, printable, problemLine } from '../errors.ts';
import { groupBy, oneLine } from '../model/index.ts';
import {
  type Answers,
  answerValue,
  type ColumnFate,
  OpenQuestions,
  type Question,
} from '../read/table-import/index.ts';
import { tableText } from '../report/index.ts';
import type { Console } from './console.ts';
import { messageOf } from './messages.ts';

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

/**
 * Shortens a list of problems. If the messages of several problems differ only in quoted text, addresses or numbers,
 * the first problems are listed, followed by the number of similar problems.
 *
 * @param shown number of problems of one kind that are listed individually
 */
export function grouped(problems: readonly Problem[], shown = 3): Problem[] {
  const kindOf = ({ message }: Problem): string =>
    message.replace(/"[\s\S]*"|https?:\S+/g, '""').replace(/\d+/g, '0');
  return [...groupBy(problems, kindOf).values()].flatMap((group) => {
    const more = group.length - shown;
    if (more < 2) return group;
    return [
      ...group
        .slice(0, shown)
        .map(({ hint, ...problem }, index) => (index === 0 && hint ? { ...problem, hint } : problem)),
      messageOf('more-like-these', { more }),
    ];
  });
}

/** Maximum numbers of characters in a heading, in a sample, in a text, and in the list of further headings. */
const SHOWN = { heading: 28, sample: 24, text: 60, further: 200 };
/**
 * Maximum numbers of columns to list for each state (public, internal, left out), tried in this order until the preview
 * is short enough.
 */
const FIRST = [Number.POSITIVE_INFINITY, 3, 2, 1];

/**
 * Describes which content of a list will be public, which internal, and which will be left out: first texts of the
 * programme, then columns with heading, field, number of cells and samples. If there are too many columns, only the
 * first columns of each state are listed in full; for the other columns, only the headings are shown.
 *
 * @param most number of lines above which fewer columns are listed
 */
function previewText(preview: Preview, most: number): string[] {
  let lines: string[] = [];
  for (const first of FIRST) {
    lines = previewLines(preview, first);
    if (lines.length <= most) break;
  }
  return lines;
}

/** @param first number of columns to list for each state */
function previewLines({ columns, texts }: Preview, first: number): string[] {
  const lines = tableText(columns.map(cellsOf)).split('\n');
  const rows = columns.map((column, index) => ({
    state: stateOf(column),
    line: lines[index] ?? '',
    heading:
      short(column.heading, SHOWN.heading) ||
      `${column.column} (${short(column.samples.join(' · '), SHOWN.sample)})`,
  }));
  return STATES.flatMap(({ state, title }) => {
    const isInternal = state === 'internal';
    const shown = texts.filter(({ internal }) => state !== 'out' && internal === isInternal);
    const all = rows.filter((row) => row.state === state);
    const further = all.slice(first).map(({ heading }) => heading);
    const listed = [
      ...shown.map(({ text, words }) => `${text}: ${words.map((one) => short(one, SHOWN.text)).join(' · ')}`),
      ...all.slice(0, first).map(({ line }) => line),
      ...(further.length === 0
        ? []
        : [`… and ${further.length} more: ${short(further.join(', '), SHOWN.further)}; --all lists each`]),
    ];
    return listed.length === 0 ? [] : [title, ...listed.map((line) => `  ${line}`)];
  });
}

const STATES = [
  { state: 'public', title: 'this will be public:' },
  { state: 'internal', title: 'this stays internal:' },
  { state: 'out', title: 'this is left out:' },
] as const;

const stateOf = ({ field, internal }: ColumnFate): (typeof STATES)[number]['state'] =>
  internal ? 'internal' : field === undefined ? 'out' : 'public';

function cellsOf({ sheet, column, heading, field, why, cells, samples }: ColumnFate): string[] {
  return [
    sheet === undefined ? column : `${sheet}!${column}`,
    short(heading, SHOWN.heading),
    field ?? '',
    String(cells),
    [
      samples.map((words) => short(words, SHOWN.sample)).join(' · '),
      ...(why === undefined ? [] : [`(${why.message})`]),
    ]
      .filter((part) => part !== '')
      .join('  '),
  ];
}

function short(words: string, most: number): string {
  const line = [...oneLine(words)];
  return line.length > most ? `${line.slice(0, most - 1).join('')}…` : line.join('');
}
