import { isDeepStrictEqual } from 'node:util';
import { LANGUAGES } from '../../../languages/index.ts';
import { type Problem, UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import { cellName, ellipsis, LANGS, paragraphsOf } from '../../model/index.ts';
import type { Sheet, Workbook } from '../../read/sheet/index.ts';
import { messageOf } from '../messages.ts';
import { type ColumnName, isColumnName, type VerdictRow } from './rows.ts';

/** The cells of a row that are read from a returned sheet. */
export interface RowVerdict {
  verdict?: 'accept' | 'refuse';
  why: string;
  /** The text in the column of proposed texts; undefined if the sheet lacks this column. */
  words?: string;
}

/** A row of a verdict sheet, with the data that identifies its change. */
interface VerdictLine extends RowVerdict {
  /** Fingerprint of the change. */
  id: string;
  /** Address of the cell that contains the verdict, such as `Verdict!I7`. */
  cell: string;
  /** A label of the change that states its position and its kind. */
  change: string;
  /** The row as it was sent; undefined if the workbook no longer contains the sent data. */
  sent?: RowVerdict;
}

/**
 * Prefix of the subject in sheets that list the changes since an edition. Names of proposals cannot begin with this
 * prefix.
 */
export const SINCE = 'since ';

/** The verdicts in a returned sheet. */
export interface SheetVerdicts {
  /** The subject: the name of a proposal, or `since` and the name of an edition. */
  subject: string;
  lines: readonly VerdictLine[];
  /** Text that a user has written into cells that are not read. */
  remarks: readonly Problem[];
}

/** Rows as they were sent, keyed by the ids of their changes. */
type SentRows = ReadonlyMap<string, Partial<VerdictRow>>;

/**
 * Reads the verdicts from a sheet that `review --sheet` wrote; undefined for any other workbook. Columns are identified
 * by the second line of their headings, and rows by their ids, in any order.
 *
 * @throws UserError if a verdict is neither accept nor refuse, or a required column is missing
 */
export function verdictsIn(workbook: Workbook, file: string): SheetVerdicts | undefined {
  const sent = sentRows(workbook);
  for (const sheet of workbook.sheets) {
    const found = verdictsOn(sheet, file, sent);
    if (found !== undefined) return found;
  }
  if (sent === undefined) return undefined;
  throw new UserError(messageOf('verdict-headings-missing'), { file });
}

function sentRows({ sent }: Workbook): SentRows | undefined {
  const [[names = [], ...rows] = []] = sent ?? [];
  if (!names.includes('verdict')) return undefined;
  const verdicts = rows.map(
    (words): Partial<VerdictRow> =>
      Object.fromEntries(names.map((name, column) => [name, words[column] ?? ''])),
  );
  return new Map(verdicts.map((row) => [row.change ?? '', row]));
}

function verdictsOn(sheet: Sheet, file: string, sent: SentRows | undefined): SheetVerdicts | undefined {
  const [head, ...rows] = sheet.rows;
  const headings = [...(head?.cells ?? [])].map(
    ([column, { text }]) => [column, text.trim().split('\n').at(-1)?.trim() ?? ''] as const,
  );
  const [ids, ...others] = headings.filter(([, name]) => name.startsWith(CHANGE));
  const subject = ids?.[1].slice(CHANGE.length);
  const names = new Map(headings.map((heading) => [heading[0], heading === ids ? 'change' : heading[1]]));
  const columns = new Map([...names].map(([column, name]) => [name, column]));
  const verdict = columns.get('verdict');
  if (subject === undefined || (verdict === undefined && sent === undefined)) return undefined;
  if (verdict === undefined) throw new UserError(messageOf('verdict-column-missing'), { file });
  const problems: Problem[] = [];
  const remarks: Problem[] = [];
  const remark = (column: number, row: number, message: Message): void => {
    remarks.push({ ...message, at: { file, cell: cellName(sheet.name, row, column) } });
  };
  for (const [column, heading] of others)
    remark(column, head?.number ?? 1, messageOf('verdict-ids-twice', { heading }));
  for (const { column, row, text } of sheet.comments ?? [])
    remark(column, row, messageOf('verdict-comment-not-read', { text }));
  const lines = rows.flatMap(({ number, cells }): VerdictLine[] => {
    const wordsIn = (name: ColumnName): string =>
      (cells.get(columns.get(name) ?? 0)?.text ?? '').replace(/\r\n?/g, '\n').trim();
    const id = wordsIn('change').toLowerCase();
    const before = sent?.get(id);
    const cell = cellName(sheet.name, number, verdict);
    const words = wordsIn('verdict');
    const given = VERDICTS.get(words.toLowerCase().replace(/[\s.!]+$/u, ''));
    const [accept, refuse] = [wordsFor('accept'), wordsFor('refuse')];
    if (words !== '' && given === undefined)
      problems.push({
        ...messageOf('verdict-unknown', { words: ellipsis(words), accept, refuse }),
        at: { file, cell },
      });
    for (const [column, { text }] of cells) {
      const name = names.get(column) ?? '';
      const isRead = id !== '' && (READ.has(name) || (before === undefined && isColumnName(name)));
      const was = id !== '' && isColumnName(name) ? before?.[name] : undefined;
      const isSame = was !== undefined && isDeepStrictEqual(paragraphsOf(was), paragraphsOf(text));
      if (text.trim() !== '' && !isRead && !isSame)
        remark(column, number, messageOf('verdict-words-not-read', { text: text.trim() }));
    }
    if (id === '') return [];
    const place = [before?.place ?? wordsIn('place'), before?.what ?? wordsIn('what')];
    return [
      {
        id,
        cell,
        change: place.filter((part) => part !== '').join(' · '),
        ...(given !== undefined && { verdict: given }),
        why: wordsIn('why'),
        ...(columns.has('new') && { words: wordsIn('new') }),
        ...(before !== undefined && { sent: sentVerdict(before) }),
      },
    ];
  });
  if (problems.length > 0) throw new UserError(problems);
  return { subject, lines, remarks };
}

/** Text before the subject in the heading of the id column. */
const CHANGE = 'change ';

/** The columns that are read from a returned sheet. All other columns only describe the change. */
const READ: ReadonlySet<string> = new Set<ColumnName>(['change', 'verdict', 'why', 'new']);

const wordsFor = (verdict: 'accept' | 'refuse'): string[] =>
  LANGS.map((lang) => LANGUAGES[lang].review.verdicts[verdict]);

/** The verdicts, keyed by their labels in all languages. */
const VERDICTS: ReadonlyMap<string, 'accept' | 'refuse'> = new Map(
  (['accept', 'refuse'] as const).flatMap((verdict) =>
    wordsFor(verdict).map((words) => [words, verdict] as const),
  ),
);

function sentVerdict({ verdict = '', why = '', new: words = '' }: Partial<VerdictRow>): RowVerdict {
  const given = VERDICTS.get(verdict);
  return { ...(given !== undefined && { verdict: given }), why, words };
}
