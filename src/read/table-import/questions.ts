/**
 * Questions about a list that only the user can answer. Each question is an object that contains its text, the evidence
 * and the possible answers. The functions here only create these objects; they do not prompt the user.
 */

import { LANGUAGES } from '../../../languages/index.ts';
import { type Problem, shellWord, UserError } from '../../errors.ts';
import { type Message, withHint } from '../../messages.ts';
import {
  columnLetters,
  columnNumber,
  countsOf,
  LANGS,
  type Lang,
  oneLine,
  withoutUndefined,
} from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { CENTURY, type DateOptions, type DayOrder, edtfOf, inMessage } from '../../text/dates/index.ts';
import type { LanguageEvidence } from '../../text/index.ts';
import type { Row, Sheet } from '../sheet/index.ts';
import { columnTexts } from './cell-text.ts';
import { messageOf } from './messages.ts';

/** A possible answer to a question, and the evidence for it in the list. */
export interface Answer {
  value: string;
  /** Samples from the list, or the consequence of the answer; may be empty. */
  evidence: readonly string[];
}

/** A question about a list; `message` is its text in English. */
export interface Question extends Message {
  /** The name by which an answer refers to the question, such as `title`, `year` or `publish Budget`. */
  name: string;
  /** The form of the answer: one of the values in `answers`, a year, or free text. */
  form: 'choice' | 'year' | 'words';
  /** The texts to which the question refers, such as cells of the list. */
  evidence: readonly string[];
  /** The possible answers; empty if any year or any text is a valid answer. */
  answers: readonly Answer[];
  /** The value that is used if the question is not answered; undefined if no value is likely. */
  proposal?: string;
  /**
   * Whether the proposal can be used without confirmation: even if it is wrong, all dates, titles and published columns
   * are correct.
   */
  safe: boolean;
}

/** Answers to questions, keyed by the names of the questions. */
export type Answers = ReadonlyMap<string, string>;

/**
 * The value of the answer that a text selects: the text is the value, differs from the value only in case and
 * punctuation, or is the number of the answer (counted from 1). Undefined if the text selects no answer.
 */
export function answerValue(
  { form, answers }: Pick<Question, 'form' | 'answers'>,
  given: string,
): string | undefined {
  const words = given.trim();
  if (form === 'year') return yearsOf(words) === undefined ? undefined : words;
  if (form === 'words') return words === '' ? undefined : words;
  const numbered = /^\d{1,3}$/.test(words) ? answers[Number(words) - 1] : undefined;
  const named = answers.find(({ value }) => value === words);
  const alike = answers.filter(({ value }) => foldName(value) === foldName(words) && foldName(words) !== '');
  return (named ?? (alike.length === 1 ? alike[0] : undefined) ?? numbered)?.value;
}

/** The first and last year that a text such as 2030 or 2030/31 (a season) covers; undefined for all other texts. */
export function yearsOf(words: string): { first: number; last: number } | undefined {
  const [, first, last] = /^([1-9]\d{3})(?:[/–-](\d\d))?$/.exec(words) ?? [];
  const year = Number(first);
  if (first === undefined || (last !== undefined && (year + 1) % 100 !== Number(last))) return undefined;
  return { first: year, last: last === undefined ? year : year + 1 };
}

/** Thrown if questions have not been answered; nothing is written in this case. */
export class OpenQuestions extends UserError {
  readonly questions: readonly Question[];

  constructor(questions: readonly Question[], file?: string) {
    const at = file === undefined ? {} : { at: { file } };
    super(questions.map((question): Problem => ({ ...asProblem(question), ...at })));
    this.questions = questions;
  }
}

/** Maximum number of possible answers that an error message lists. */
const LISTED = 6;

/** Converts an open question to a problem that contains the command-line options for answering it. */
function asProblem(question: Question): Problem {
  const { name, form, answers, evidence, proposal } = question;
  const listed: readonly Answer[] =
    form === 'choice' ? answers.slice(0, LISTED) : [{ value: proposal ?? SAMPLE[form], evidence: [] }];
  const options = listed.map(({ value, evidence: samples }) => {
    const option = `--answer ${shellWord(`${name}=${value}`)}`;
    return samples.length === 0 ? option : `${option} (${samples.join(' · ')})`;
  });
  const asked =
    evidence.length === 0
      ? question
      : messageOf('question-with-evidence', { question, evidence: evidence.join(' · ') });
  return withHint(asked, messageOf('answer-with', { options: { or: options } }));
}

/** Placeholders in the options, for answers that are years or free text. */
const SAMPLE = { year: 'YYYY', words: '…' };

/** A column as a possible answer. */
export interface ColumnChoice {
  /** The number of the column, counted from 1. */
  column: number;
  words: string;
}

/** Maximum number of characters of a heading that is used as the name of its column. */
const LONGEST_NAME = 60;

/**
 * The names by which answers refer to columns: the heading of the column, or its letters if the heading is empty, long,
 * not unique or contains an equals sign.
 */
export function columnNames(columns: readonly ColumnChoice[]): Map<number, string> {
  const times = countsOf(columns.map(({ words }) => foldName(words)));
  return new Map(
    columns.map(({ column, words }) => {
      const heading = oneLine(words);
      const isName =
        times.get(foldName(words)) === 1 && foldName(words) !== '' && heading.length <= LONGEST_NAME;
      return [column, isName && !heading.includes('=') ? heading : `column ${columnLetters(column)}`];
    }),
  );
}

/** The number of the column that an answer names by heading or letters; undefined if there is no such column. */
export function columnNamed(value: string, columns: readonly ColumnChoice[]): number | undefined {
  const names = [...columnNames(columns)];
  const [, letters = ''] = /^(?:column\s+)?([A-Z]{1,3})$/i.exec(value.trim()) ?? [];
  const lettered = columnNumber(letters.toUpperCase());
  return (names.find(([, name]) => name === value.trim()) ??
    names.find(([, name]) => foldName(name) === foldName(value)) ??
    names.find(([column]) => column === lettered))?.[0];
}

const SAMPLES = 3;

/**
 * The language of the list, if the user has stated it.
 *
 * @throws UserError if the program does not support the language in the answer
 */
export function answeredLanguage(answers: Answers): Lang | undefined {
  return answeredOneOf('language', LANGS, answers);
}

/** @throws UserError if the answer is none of the known answers */
function answeredOneOf<T extends string>(
  name: string,
  known: readonly T[],
  answers: Answers | undefined,
): T | undefined {
  const answer = answers?.get(name);
  const found = known.find((one) => one === answer);
  if (answer !== undefined && found === undefined) throw notAnswered(name, answer, known);
  return found;
}

function asked(
  message: Message,
  name: string,
  form: Question['form'],
  { evidence = [], answers = [], proposal, safe = false }: Open = {},
): Question {
  return { ...message, name, form, evidence, answers, ...withoutUndefined({ proposal }), safe };
}
type Open = Partial<Pick<Question, 'evidence' | 'answers' | 'safe'>> & { proposal?: string | undefined };

/**
 * Asks for the language of a list, if its cells are divided between two languages or if the program does not support
 * its language.
 */
export function languageQuestions({ lang, other, divided }: LanguageEvidence, answers: Answers): Question[] {
  if (answers.has('language') || (other === undefined && divided === undefined)) return [];
  const named = LANGS.filter((one) => divided?.includes(LANGUAGES[one].englishName));
  const [first = '', second = ''] = divided ?? [];
  const message =
    divided === undefined
      ? messageOf('which-language', { language: other ?? '' })
      : messageOf('which-of-languages', { first, second });
  const known = [...new Set([...named, ...LANGS])].map((value) => ({
    value,
    evidence: [LANGUAGES[value].englishName],
  }));
  return [asked(message, 'language', 'choice', { answers: known, proposal: lang })];
}

/**
 * Converts columns to possible answers. The evidence for an answer consists of the first few different texts in its
 * column.
 */
export function columnAnswers(
  candidates: readonly ColumnChoice[],
  columns: readonly ColumnChoice[],
  rows: readonly Row[],
): Answer[] {
  const names = columnNames(columns);
  return candidates.map(({ column }) => ({
    value: names.get(column) ?? '',
    evidence: [...new Set(columnTexts(rows, column).map(oneLine))].slice(0, SAMPLES),
  }));
}

/** Asks which column contains the titles or the dates of the events. */
export function columnQuestion(
  code: 'title' | 'date',
  name: string,
  candidates: readonly ColumnChoice[],
  columns: readonly ColumnChoice[],
  rows: readonly Row[],
): Question {
  const answers = columnAnswers(candidates, columns, rows);
  return asked(messageOf(`which-column-is-${code}`), name, 'choice', {
    answers,
    proposal: answers[0]?.value,
  });
}

const RENAMED = 'renamed';
/** The answer that states that the list no longer contains a column. */
const NONE = 'none';

/**
 * The number of the column that replaces a missing heading according to an answer, or `none`; undefined if there is no
 * answer.
 *
 * @throws UserError if the answer names no column
 */
export function renamedAnswer(
  heading: string,
  answers: Answers,
  columns: readonly ColumnChoice[],
): number | typeof NONE | undefined {
  const name = `${RENAMED} ${heading}`;
  const answer = answers.get(name);
  if (answer === undefined || answer === NONE) return answer;
  const column = columnNamed(answer, columns);
  if (column === undefined) throw notAnswered(name, answer, [...columnNames(columns).values(), NONE]);
  return column;
}

/**
 * Asks which column of a list has been renamed, so that its old heading is missing. `none` means that the list no
 * longer contains the column.
 */
export function renamedQuestion(
  heading: string,
  columns: readonly ColumnChoice[],
  rows: readonly Row[],
): Question {
  const answers = [...columnAnswers(columns, columns, rows), { value: NONE, evidence: [] }];
  const message = messageOf('which-column-is-renamed', { heading });
  return asked(message, `${RENAMED} ${heading}`, 'choice', { answers });
}

/** Asks for the date of the events in a sheet that does not mention the date in the mapping. */
export function dateQuestion(sheet: string | undefined, date: string): Question {
  const name = sheet === undefined ? 'date' : `date ${sheet}`;
  return asked(messageOf('which-date-of-sheet', { date }), name, 'words');
}

/** Asks whether to read a sheet that is not in the mapping but has the same headings as a sheet in the mapping. */
export function sheetQuestion({ name = '', rows }: Sheet): Question {
  const texts = rows.flatMap(({ cells }) => [...cells.values()].map(({ text }) => oneLine(text)));
  const message = messageOf('may-sheet-be-read', { sheet: name });
  return { ...printQuestion(message, `sheet ${name}`, texts.slice(0, SAMPLES)), safe: false };
}

/** Asks whether columns after an empty column, with cells only in the upper rows, belong to the table of events. */
export function belongsQuestion(
  heading: string,
  headings: readonly string[],
  rows: readonly Row[],
): Question {
  const texts = rows.flatMap(({ cells }) => [...cells.values()].map(({ text }) => oneLine(text)));
  const message = messageOf('do-columns-belong', { columns: headings });
  return printQuestion(message, `belongs ${heading}`, [...new Set(texts)].slice(0, SAMPLES));
}

/** Asks whether columns contain the same fields in several languages. */
export function translationsQuestion(columns: readonly Answer[], likely: boolean): Question {
  const names = [...new Set(columns.map(({ value }) => value))];
  const evidence = columns.flatMap(({ evidence: [text] }) => text ?? []).slice(0, SAMPLES);
  const message = messageOf('are-columns-translations', { columns: names });
  return printQuestion(message, 'translations', evidence, likely ? 'yes' : 'no');
}

const PUBLISH = 'publish';

/**
 * Creates a yes-or-no question with a safe proposal. By default the proposal is `no`, so that nothing additional is
 * printed.
 */
function printQuestion(
  message: Message,
  name: string,
  evidence: readonly string[],
  proposal: 'no' | 'yes' = 'no',
): Question {
  const answers = ['no', 'yes'].map((value) => ({ value, evidence: [] }));
  return asked(message, name, 'choice', { evidence, answers, proposal, safe: true });
}

/**
 * The answer to the question with a given name; undefined if there is none.
 *
 * @throws UserError if the answer is neither yes nor no
 */
export function yesOrNo(name: string, answers: Answers | undefined): boolean | undefined {
  const answer = answeredOneOf(name, ['no', 'yes'], answers);
  return answer === undefined ? undefined : answer === 'yes';
}

/** Asks whether a column may be published. */
export function publishQuestion(column: string, cells: readonly string[]): Question {
  const evidence = [...new Set(cells.map(oneLine))].slice(0, SAMPLES);
  return printQuestion(messageOf('may-column-be-published', { column }), `${PUBLISH} ${column}`, evidence);
}

/** Asks whether the lines above a list are the introduction of the programme. */
export function introductionQuestion(lines: readonly string[]): Question {
  return printQuestion(messageOf('are-lines-introduction'), 'introduction', lines);
}

/** Asks whether to print a timetable in which the places named in a column are side by side. */
export function timetableQuestion(heading: string, places: readonly string[]): Question {
  return printQuestion(
    messageOf('may-timetable-be-printed', { heading }),
    'timetable',
    places.slice(0, SAMPLES),
  );
}

/**
 * Asks for the title of a programme if only the file name is known. Until the user answers, a placeholder is used as
 * the title.
 */
export function programmeTitleQuestion(stem: string): Question {
  return asked(messageOf('which-programme-title'), 'programme-title', 'words', {
    proposal: stem,
    safe: true,
  });
}

/** The column to which a question with this name refers, if it asks whether the column may be published. */
export function publishedColumn(question: string): string | undefined {
  return question.startsWith(`${PUBLISH} `) ? question.slice(PUBLISH.length + 1) : undefined;
}

/** A year, or a season such as `2030/31`. */
export type ListYear = number | string;

/**
 * The year or season of dates without a year, if the user has stated it.
 *
 * @throws UserError if the answer is neither a year nor a season
 */
export function answeredYear(answers: Answers | undefined): ListYear | undefined {
  const answer = answers?.get('year');
  if (answer === undefined) return undefined;
  const years = yearsOf(answer);
  if (years === undefined) throw notAnswered('year', answer, ['2030', '2030/31']);
  const { first, last } = years;
  return first === last ? first : `${first}/${String(last).slice(-2)}`;
}

/**
 * The order of day and month in dates, if the user has stated it.
 *
 * @throws UserError if the answer is not an order of day and month
 */
export function answeredOrder(answers: Answers | undefined): DayOrder | undefined {
  return answeredOneOf('date-order', ORDERS, answers);
}

const ORDERS = ['day-first', 'month-first'] as const;

/** Asks for the year of dates without a year. */
export function yearQuestion(why: Message, dates: readonly string[], proposal: string | undefined): Question {
  const evidence = dates.slice(0, SAMPLES).map(oneLine);
  return asked(messageOf('which-year', { why }), 'year', 'year', { evidence, proposal });
}

/** Asks whether the day or the month comes first in dates. */
export function orderQuestion(
  dates: readonly string[],
  options: Pick<DateOptions, 'lang' | 'year'>,
): Question {
  const [date = ''] = dates;
  const answers = ORDERS.map((order): Answer => {
    const edtf = edtfOf(date, { century: CENTURY, ...options, order });
    return { value: order, evidence: edtf === undefined ? [] : [inMessage(edtf)] };
  });
  const evidence = [...new Set(dates)].slice(0, SAMPLES);
  const message = messageOf('which-order', { date: oneLine(date) });
  return asked(message, 'date-order', 'choice', { evidence, answers });
}

/** Creates the error for an answer that is not one of the possible answers. */
function notAnswered(name: string, answer: string, known: readonly string[]): UserError {
  return new UserError(messageOf('answer-not-understood', { answer: `${name}=${answer}`, known }));
}
