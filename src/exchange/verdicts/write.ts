import { LANGUAGES } from '../../../languages/index.ts';
import { type ProgrammeFile, textIn } from '../../model/index.ts';
import { type Choice, type SheetCell, sentSheet, writePackage } from '../../render/sheet/index.ts';
import { CELL_LIMIT } from './cells.ts';
import { COLUMN_NAMES, COLUMNS, type ColumnName, type VerdictRow } from './rows.ts';

/** A row of the sheet to be written. */
export interface WrittenRow extends Omit<VerdictRow, 'verdict'> {
  verdict: '' | 'accept' | 'refuse';
  /** Whether the drop-down list includes the verdict "refuse". */
  canRefuse: boolean;
}

/**
 * Writes a workbook with one row per change. Each row contains a description of the change, a verdict cell with a
 * drop-down list, and a cell for the reason. A hidden sheet contains a copy of all cell texts, so that edits can be
 * detected. The only date in the file is the date of the programme.
 *
 * @param subject the name of a proposal, or `since` and the name of an edition; it is part of the heading of the id
 * column
 */
export function writeVerdicts(
  rows: readonly WrittenRow[],
  subject: string,
  { title, author, date, language: lang }: ProgrammeFile,
): Promise<Uint8Array> {
  const { headings, verdicts, prompts, lists } = LANGUAGES[lang].review;
  const look = (name: ColumnName): 'id' | 'text' => (name === 'change' ? 'id' : 'text');
  const heading = (name: ColumnName): SheetCell => ({
    words: headings[name],
    look: 'heading',
    below: name === 'change' ? `change ${subject}` : name,
  });
  const words = rows.map((row) => {
    const verdict = row.verdict === '' ? '' : verdicts[row.verdict];
    return COLUMN_NAMES.map((name) => (name === 'verdict' ? verdict : row[name].slice(0, CELL_LIMIT)));
  });
  const choice = (name: ColumnName, prompt: string): Choice => ({
    column: COLUMN_NAMES.indexOf(name) + 1,
    title: headings[name],
    prompt,
  });
  const verdictChoice = (canRefuse: boolean): Choice[] => {
    const sheetRows = rows.flatMap((row, index) => (row.canRefuse === canRefuse ? [index + 2] : []));
    if (sheetRows.length === 0) return [];
    const values = `'${lists}'!$A$1:$A$${canRefuse ? 2 : 1}`;
    const isAll = canRefuse && sheetRows.length === rows.length;
    const offered = choice('verdict', canRefuse ? prompts.verdict : prompts.accept);
    return [{ ...offered, ...(!isAll && { rows: sheetRows }), values, only: true }];
  };
  return writePackage({
    title: textIn(title, lang, lang).words,
    author,
    date,
    sheets: [
      {
        name: headings.verdict,
        columns: COLUMN_NAMES.map((name) => ({ width: COLUMNS[name], look: look(name) })),
        rows: [
          COLUMN_NAMES.map(heading),
          ...words.map((cells) =>
            COLUMN_NAMES.map((name, at): SheetCell => ({ words: cells[at] ?? '', look: look(name) })),
          ),
        ],
        table: true,
        choices: [
          ...verdictChoice(true),
          ...verdictChoice(false),
          choice('new', prompts.new),
          choice('why', prompts.why),
        ],
      },
      {
        name: lists,
        columns: [{ width: 20, look: 'plain' }],
        rows: [verdicts.accept, verdicts.refuse].map((words) => [{ words, look: 'plain' }]),
        table: false,
        choices: [],
      },
      sentSheet([[COLUMN_NAMES, ...words]]),
    ],
  });
}
