import { LANGUAGES } from '../../../languages/index.ts';
import type { Lang } from '../../model/index.ts';
import { type SheetCell, sentSheet, writePackage } from '../../render/sheet/index.ts';
import { CELL_LIMIT } from './cells.ts';

/** A change on which a verdict is given, in words. */
export interface VerdictRow {
  /** Its fingerprint. */
  id: string;
  place: string;
  /** Where the event stands in the PDF of the draft; nothing where it does not. */
  page: string;
  what: string;
  old: string;
  new: string;
  /** What the draft says, where it was changed too. */
  draft: string;
  by: string;
  verdict?: 'accept' | 'refuse';
  why: string;
  /** The sheet offers to refuse it. */
  canRefuse: boolean;
}

/** Columns in order, with their widths in characters. */
const COLUMNS = {
  change: 16,
  place: 34,
  page: 8,
  what: 20,
  old: 44,
  new: 44,
  draft: 30,
  by: 20,
  verdict: 14,
  why: 32,
} as const;
type ColumnName = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as ColumnName[];

/**
 * A workbook with one row a change: what it is, and cells for the verdict, which offer the words for it, and its reason. A hidden sheet says
 * what all cells were sent out with.
 *
 * @param subject what the verdicts are on: the name of a proposal; it stands with the ids
 * @param date YYYY-MM-DD: the only time that goes into the file
 */
export function writeVerdicts(
  rows: readonly VerdictRow[],
  {
    subject,
    title,
    author,
    date,
    lang,
  }: { subject: string; title: string; author: string; date: string; lang: Lang },
): Promise<Uint8Array> {
  const { headings, verdicts, prompts, lists } = LANGUAGES[lang].review;
  const heading = (name: ColumnName): SheetCell => ({
    words: headings[name],
    look: 'heading',
    below: name === 'change' ? `change ${subject}` : name,
  });
  const wordsOf = (row: VerdictRow, name: ColumnName): string => {
    if (name === 'change') return row.id;
    if (name === 'verdict') return row.verdict === undefined ? '' : verdicts[row.verdict];
    return row[name].slice(0, CELL_LIMIT);
  };
  const cellOf = (row: VerdictRow, name: ColumnName): SheetCell => ({
    words: wordsOf(row, name),
    look: name === 'change' ? 'id' : 'text',
  });
  const rowsWith = (canRefuse: boolean): number[] =>
    rows.flatMap((row, index) => (row.canRefuse === canRefuse ? [index + 2] : []));
  const some = rowsWith(false);
  const column = (name: ColumnName): number => NAMES.indexOf(name) + 1;
  return writePackage({
    title,
    author,
    date,
    sheets: [
      {
        name: headings.verdict,
        columns: NAMES.map((name) => ({ width: COLUMNS[name], look: name === 'change' ? 'id' : 'text' })),
        rows: [NAMES.map(heading), ...rows.map((row) => NAMES.map((name) => cellOf(row, name)))],
        table: true,
        choices: [
          ...(some.length === rows.length
            ? []
            : [
                {
                  column: column('verdict'),
                  ...(some.length === 0 ? {} : { rows: rowsWith(true) }),
                  values: `'${lists}'!$A$1:$A$2`,
                  only: true,
                  title: headings.verdict,
                  prompt: prompts.verdict,
                },
              ]),
          ...(some.length === 0
            ? []
            : [
                {
                  column: column('verdict'),
                  rows: some,
                  values: `'${lists}'!$A$1:$A$1`,
                  only: true,
                  title: headings.verdict,
                  prompt: prompts.accept,
                },
              ]),
          { column: column('new'), title: headings.new, prompt: prompts.new },
          { column: column('why'), title: headings.why, prompt: prompts.why },
        ],
      },
      {
        name: lists,
        columns: [{ width: 20, look: 'plain' }],
        rows: [[{ words: verdicts.accept, look: 'plain' }], [{ words: verdicts.refuse, look: 'plain' }]],
        table: false,
        choices: [],
      },
      sentSheet([[NAMES, ...rows.map((row) => NAMES.map((name) => wordsOf(row, name)))]]),
    ],
  });
}
