import { columnNumber } from '../../model/index.ts';
import type { Cell, Row, Sheet } from '../sheet/index.ts';
import type { Below } from './mapping.ts';

/** Letters from which on words are no title of an event. */
const LONG = 90;
/** Words from which on a full stop ends a sentence, not an abbreviation. */
const SENTENCE = 4;
/** Descriptions that a workbook has below its titles at least. */
const FEWEST = 2;

/** The rows below the headings of a table, and the column of its titles. */
export interface TitledRows {
  rows: readonly Row[];
  title: number;
}

/**
 * Whether events of a workbook are described in rows of their own, right below them: at least two rows do so, they are no fewer than other rows with nothing
 * but a title, nearly all events say at least two things besides their title, and nearly no title reads like a description.
 */
export function areDescribedBelow(tables: readonly TitledRows[]): boolean {
  let described = 0;
  let others = 0;
  let events = 0;
  let full = 0;
  let wordy = 0;
  for (const { rows, title } of tables) {
    rows.forEach((row, index) => {
      const cell = row.cells.get(title);
      if (cell === undefined) return;
      if (describes(row, rows[index - 1], title)) described++;
      else if (row.cells.size === 1) others++;
      else {
        events++;
        if (row.cells.size > 2) full++;
        if (readsAsDescription(cell.text)) wordy++;
      }
    });
  }
  return described >= FEWEST && described >= others && full * 10 >= events * 9 && wordy * 10 <= events;
}

/** Whether some row describes the event above it. */
export function hasDescriptions({ rows, title }: TitledRows): boolean {
  return rows.some((row, index) => describes(row, rows[index - 1], title));
}

/**
 * A sheet in which each row that describes the event above it is a cell of that event, in a column of its own. Such a row has words in the column of titles
 * alone, and reads like no title.
 *
 * @param header rows of the headings
 */
export function withDescriptions(sheet: Sheet, header: readonly number[], { of, into }: Below): Sheet {
  const title = columnNumber(of) ?? 0;
  const target = columnNumber(into) ?? 0;
  const last = Math.max(...header);
  const rows: Row[] = [];
  sheet.rows.forEach((row, index) => {
    const event = rows.at(-1);
    const cell = row.cells.get(title);
    const above = sheet.rows[index - 1];
    if (event === undefined || cell === undefined || (above?.number ?? 0) <= last) rows.push(row);
    else if (!describes(row, above, title)) rows.push(row);
    else
      rows[rows.length - 1] = { ...event, through: row.number, cells: withCell(event, target, title, cell) };
  });
  return { ...sheet, rows };
}

function withCell({ cells }: Row, target: number, from: number, cell: Cell): Row['cells'] {
  return new Map([...cells, [target, { ...cell, from }]]);
}

/** Whether a row has nothing but words that describe the event of the row right above it. */
function describes(row: Row, above: Row | undefined, title: number): boolean {
  const cell = row.cells.get(title);
  return (
    cell !== undefined &&
    row.cells.size === 1 &&
    row.hidden !== true &&
    above !== undefined &&
    above.hidden !== true &&
    above.number === row.number - 1 &&
    above.cells.size > 1 &&
    above.cells.has(title) &&
    readsAsDescription(cell.text)
  );
}

/** Words that are no title: they go on in small letters or behind a bracket or dash, end as a sentence does, or are long. */
function readsAsDescription(text: string): boolean {
  const words = text.trim();
  return (
    words.length >= LONG ||
    /^(?:[(–—•-]|\p{Ll})/u.test(words) ||
    (/[^.][.…]["”»]?$/u.test(words) && words.split(/\s+/).length >= SENTENCE)
  );
}
