import { isDeepStrictEqual } from 'node:util';
import { LANGUAGES } from '../../../languages/index.ts';
import { type Problem, UserError } from '../../errors.ts';
import { columnLetters, ellipsis, LANGS, paragraphsOf } from '../../model/index.ts';
import type { Sheet, Workbook } from '../../read/sheet/index.ts';

/** A row of a sheet of verdicts. */
export interface VerdictLine {
  /** Fingerprint of the change. */
  id: string;
  /** The cell of its verdict, such as `Verdict!I7`. */
  cell: string;
  /** The change as its row names it: where, and what. */
  change: string;
  verdict?: 'accept' | 'refuse';
  why?: string;
  /** What the column of proposed words says; undefined where the column is missing. */
  proposed?: string;
}

/** The words of a row as it was sent out, by the names of the columns. */
export type SentLine = Readonly<Record<string, string>>;

/** What the subject of a sheet of changes since an edition begins with; no proposal is called so. */
export const SINCE = 'since ';

/** Verdicts that somebody gave on a sheet. */
export interface SheetVerdicts {
  /** What they are on: the name of a proposal, or `since` and an edition. */
  subject: string;
  lines: readonly VerdictLine[];
  /** The rows as they were sent out, by id; undefined where the workbook does not say so any more. */
  sent?: ReadonlyMap<string, SentLine>;
  /** What somebody wrote where nothing is read. */
  remarks: readonly Problem[];
}

/**
 * The verdicts on a sheet that `review --sheet` wrote; nothing for any other workbook. Columns are known by the second lines of their
 * headings, and rows by their ids, wherever they stand.
 *
 * @throws UserError when a cell says neither accept nor refuse, or a column that is needed is missing
 */
export function verdictsIn(workbook: Workbook, file: string): SheetVerdicts | undefined {
  const sent = sentLines(workbook);
  for (const sheet of workbook.sheets) {
    const found = verdictsOn(sheet, file, sent);
    if (found !== undefined) return found;
  }
  if (sent === undefined) return undefined;
  throw new UserError({
    message: 'this was a sheet of verdicts, but the headings of its columns are gone',
    at: { file },
    hint: 'put the first row back as it was sent out: the second line of each heading is needed',
  });
}

function sentLines({ sent }: Workbook): Map<string, SentLine> | undefined {
  const [[names = [], ...rows] = []] = sent ?? [];
  if (!names.includes('verdict')) return undefined;
  return new Map(
    rows.map((words) => {
      const line = Object.fromEntries(names.map((name, column) => [name, words[column] ?? '']));
      return [line.change ?? '', line];
    }),
  );
}

function verdictsOn(
  sheet: Sheet,
  file: string,
  sent: ReadonlyMap<string, SentLine> | undefined,
): SheetVerdicts | undefined {
  const [head, ...rows] = sheet.rows;
  if (head === undefined) return undefined;
  const columns = new Map(
    [...head.cells].map(([column, { text }]) => [text.trim().split('\n').at(-1)?.trim() ?? '', column]),
  );
  const [name, change] = [...columns].find(([words]) => words.startsWith('change ')) ?? [];
  if (name === undefined || change === undefined) return undefined;
  const verdict = columns.get('verdict');
  if (verdict === undefined) {
    if (sent === undefined) return undefined;
    throw new UserError({
      message: 'the sheet of verdicts has lost its column for them',
      at: { file },
      hint: 'its heading has the second line "verdict"',
    });
  }
  const cellAt = (column: number, row: number): string => {
    const cell = `${columnLetters(column)}${row}`;
    return sheet.name === undefined ? cell : `${sheet.name}!${cell}`;
  };
  const problems: Problem[] = [];
  const remarks: Problem[] = [];
  const remark = (column: number, row: number, message: string): void => {
    remarks.push({ message, at: { file, cell: cellAt(column, row) } });
  };
  const named = new Map([...columns].map(([words, column]) => [column, words]));
  for (const { column, row, text } of sheet.comments ?? [])
    remark(column, row, `a comment, which is not read: "${text}"`);
  const lines = rows.flatMap(({ number, cells }): VerdictLine[] => {
    const wordsIn = (column: number | undefined): string =>
      (cells.get(column ?? 0)?.text ?? '').replace(/\r\n?/g, '\n').trim();
    const id = wordsIn(change).toLowerCase();
    const line = sent?.get(id);
    const words = wordsIn(verdict);
    const given = VERDICTS.get(words.toLowerCase().replace(/[\s.!]+$/u, ''));
    if (words !== '' && given === undefined)
      problems.push({
        message: `"${ellipsis(words)}" is no verdict`,
        at: { file, cell: cellAt(verdict, number) },
        hint: `write ${LANGS.map((lang) => LANGUAGES[lang].review.verdicts.accept).join(', ')}; ${LANGS.map((lang) => LANGUAGES[lang].review.verdicts.refuse).join(', ')}; or nothing`,
      });
    for (const [column, { text }] of cells) {
      const known = named.get(column);
      if (text.trim() === '' || (id !== '' && READ.has(known ?? ''))) continue;
      if (column === change && id !== '') continue;
      const before = known === undefined ? undefined : line?.[known];
      if (id !== '' && line === undefined && KNOWN.has(known ?? '')) continue;
      if (id === '' || before === undefined || !isDeepStrictEqual(paragraphsOf(before), paragraphsOf(text)))
        remark(column, number, `words that are not read: "${text.trim()}"`);
    }
    if (id === '') return [];
    const why = wordsIn(columns.get('why'));
    return [
      {
        id,
        cell: cellAt(verdict, number),
        change: [line?.place ?? wordsIn(columns.get('place')), line?.what ?? wordsIn(columns.get('what'))]
          .filter((part) => part !== '')
          .join(' · '),
        ...(given !== undefined && { verdict: given }),
        ...(why !== '' && { why }),
        ...(columns.has('new') && { proposed: wordsIn(columns.get('new')) }),
      },
    ];
  });
  if (problems.length > 0) throw new UserError(problems);
  return {
    subject: name.slice('change '.length),
    lines,
    remarks,
    ...(sent !== undefined && { sent }),
  };
}

/** Columns that are read, and those that only tell what a change is. */
const READ: ReadonlySet<string> = new Set(['verdict', 'why', 'new']);
const KNOWN: ReadonlySet<string> = new Set(['place', 'page', 'what', 'old', 'draft', 'by']);

/** The words for verdicts, of all languages. */
const VERDICTS: ReadonlyMap<string, 'accept' | 'refuse'> = new Map(
  LANGS.flatMap((lang) => {
    const { accept, refuse } = LANGUAGES[lang].review.verdicts;
    return [[accept, 'accept'] as const, [refuse, 'refuse'] as const];
  }),
);

/** The verdict that a row was sent out with. */
export function sentVerdict({ verdict = '' }: SentLine): 'accept' | 'refuse' | undefined {
  return VERDICTS.get(verdict);
}
