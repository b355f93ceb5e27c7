import { type Position, UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import { COLUMNS, cellName, LIMITS, type RichRun, sentTables, valueAt } from '../../model/index.ts';
import { emphatic, looksAmong, plainWords, saysAddress } from '../../text/index.ts';
import { messageOf } from '../file-messages.ts';
import type { ZipPackage } from '../office/index.ts';
import type { Cell, CellComment, CellPlace, Merge, Row, Sheet, Workbook } from './model.ts';

/** The totals of the cells that have been read from a workbook so far, which are checked against the limits. */
export interface Budget {
  cells: number;
  characters: number;
}

/** Codes of the messages on content that is never read from a workbook. */
type Unread = 'workbook-has-macros' | 'workbook-links-not-followed' | 'workbook-drawings-not-read';

/**
 * Returns a note for each kind of unread content in a package. A kind is present if the name of any part matches its
 * pattern.
 */
export function packageNotes(
  { names }: ZipPackage,
  patterns: readonly (readonly [Unread, RegExp])[],
): Message[] {
  const found = patterns.filter(([, pattern]) => names.some((name) => pattern.test(name)));
  return found.map(([code]) => messageOf(code));
}

/** Maximum number of cells that are listed in notes; further cells are only counted. */
const NAMED = 10;

/** Builds a sheet from its cells, which must be added in reading order. */
export class SheetBuilder {
  readonly #file: string;
  readonly #name: string | undefined;
  readonly #budget: Budget;
  readonly #rows: { number: number; cells: Map<number, Cell>; hidden?: true }[] = [];
  readonly #hiddenColumns = new Set<number>();
  readonly #unknown: CellPlace[] = [];
  /** Notes on problematic cells. */
  readonly #odd: Message[] = [];
  readonly #merges: Merge[] = [];
  readonly #comments: CellComment[] = [];
  #merged = 0;
  #linked = 0;
  #byNumber: ReadonlyMap<number, Map<number, Cell>> | undefined;

  constructor(file: string, name: string | undefined, budget: Budget) {
    this.#file = file;
    this.#name = name;
    this.#budget = budget;
  }

  /** The position of a cell, for messages. */
  at(row: number, column: number): Position {
    return { file: this.#file, cell: cellName(this.#name, row, column) };
  }

  /** @throws UserError if the sheet or the workbook exceeds the limits */
  add(row: number, column: number, cell: Cell, hidden = false): void {
    if (cell.text === '') return;
    const { cells, characters, cellCharacters: most, rows } = LIMITS;
    const { length } = cell.text;
    if (row > rows) throw tooManyRows(this.at(row, column), row);
    if (length > most)
      throw new UserError(messageOf('cell-too-long', { length, most }), this.at(row, column));
    this.#budget.cells++;
    this.#budget.characters += length;
    if (this.#budget.cells > cells || this.#budget.characters > characters)
      throw new UserError(messageOf('sheet-file-too-large', { cells, characters }), this.at(row, column));
    const last = this.#rows.at(-1);
    if (last?.number === row) last.cells.set(column, cell);
    else
      this.#rows.push({
        number: row,
        cells: new Map([[column, cell]]),
        ...(hidden && { hidden: true as const }),
      });
  }

  /**
   * Registers a cell that is not empty but whose text is unknown, because the file stores no value or an error for its
   * formula.
   *
   * @param error the error that the cell shows instead of a value
   */
  addUnknown(row: number, column: number, error?: string): void {
    const cell = cellName(this.#name, row, column);
    this.#odd.push(
      error === undefined
        ? messageOf('formula-without-value', { cell })
        : messageOf('cell-shows-error', { cell, error }),
    );
    if (this.#unknown.length < LIMITS.cells) this.#unknown.push({ row, column });
  }

  /**
   * Returns a cell with the link from its HYPERLINK formula. If the formula takes the address from a different cell,
   * the link is only reported in a note.
   */
  withLinkOf(formula: string | undefined, row: number, column: number, cell: Cell): Cell {
    const link = addressOfFormula(formula ?? '');
    if (link === undefined || cell.text === '') return cell;
    if (link.address !== undefined) return linkedCell(cell, link.address);
    this.#odd.push(messageOf('link-of-formula', { cell: cellName(this.#name, row, column) }));
    return cell;
  }

  /**
   * The notes on problematic cells. If there are more problematic cells than the limit, the remaining ones are only
   * counted.
   */
  notes(): Message[] {
    const more = this.#odd.length - NAMED;
    return more > 0
      ? [...this.#odd.slice(0, NAMED), messageOf('more-such-cells', { count: more, sheet: this.#name ?? '' })]
      : this.#odd;
  }

  /**
   * Adds a link to the cells in a range. All rows must be added before the first call.
   *
   * @throws UserError if the links cover more cells than the limits allow
   */
  link({ top, left, bottom, right }: Merge, address: string): void {
    this.#byNumber ??= new Map(this.#rows.map(({ number, cells }) => [number, cells]));
    const last = Math.min(bottom, this.#rows.at(-1)?.number ?? 0);
    const end = Math.min(right, COLUMNS);
    this.#linked += Math.max(last - top + 1, 0) * (end - left + 1);
    if (this.#linked > LIMITS.cells) throw this.#refused(messageOf('sheet-too-many-links'));
    for (let number = top; number <= last; number++) {
      const cells = this.#byNumber.get(number);
      for (let column = left; column <= end; column++) {
        const cell = cells?.get(column);
        if (cell !== undefined) cells?.set(column, linkedCell(cell, address));
      }
    }
  }

  /** Adds a comment on a cell. */
  comment(row: number, column: number, words: string): void {
    const text = words.trim();
    if (text !== '' && this.#comments.length < LIMITS.cells) this.#comments.push({ row, column, text });
  }

  /** Marks columns as hidden. */
  hide(first: number, last: number): void {
    for (let column = first; column <= Math.min(last, COLUMNS); column++) this.#hiddenColumns.add(column);
  }

  /** @throws UserError if there are more merged ranges, or larger ones, than the limits allow */
  merge(merge: Merge): void {
    const lastRow = this.#rows.at(-1)?.number ?? 0;
    const height = Math.min(merge.bottom, lastRow) - merge.top + 1;
    if (height < 1) return;
    this.#merges.push(merge);
    this.#merged += height * Math.min(merge.right - merge.left + 1, 256);
    if (this.#merges.length > LIMITS.merges || this.#merged > LIMITS.mergedCells)
      throw this.#refused(messageOf('sheet-too-many-merges', { most: LIMITS.merges }));
  }

  #refused(message: Message): UserError {
    return new UserError(message, { file: this.#file, cell: this.#name ?? '' });
  }

  build(): Sheet {
    const used = new Set(this.#rows.flatMap(({ cells }) => [...cells.keys()]));
    const hiddenColumns = new Set([...this.#hiddenColumns].filter((column) => used.has(column)));
    return {
      ...(this.#name === undefined ? {} : { name: this.#name }),
      rows: this.#rows,
      merges: this.#merges,
      ...(this.#unknown.length === 0 ? {} : { unknown: this.#unknown }),
      ...(hiddenColumns.size === 0 ? {} : { hiddenColumns }),
      ...(this.#comments.length === 0 ? {} : { comments: this.#comments }),
    };
  }
}

/** A run of text in a cell. */
export interface CellRun extends RichRun {
  struck?: true;
}

/**
 * Creates a cell from runs of text. Struck-out words are not part of the cell's text, unless all words are struck out.
 */
export function cellOfRuns(runs: readonly CellRun[]): Cell {
  const isSeen = ({ text, struck }: CellRun): boolean => struck !== true && text.trim() !== '';
  const struckWords = plainWords(runs.filter(({ struck }) => struck)).trim();
  const isStruck = struckWords !== '' && !runs.some(isSeen);
  const shown = isStruck ? runs : runs.filter(({ struck }) => !struck);
  const looks = looksAmong(shown.map(({ struck: _, ...run }) => run));
  return {
    text: isStruck || shown.some(isSeen) ? plainWords(shown) : '',
    ...((emphatic(looks).length > 0 || looks.some(({ link }) => link !== undefined)) && { runs: looks }),
    ...(struckWords !== '' && (isStruck ? { struck: true } : { struckWords })),
  };
}

/**
 * Adds a link to the text of a cell. If the text is the address itself, no link is added, because spreadsheet programs
 * turn typed addresses into links.
 */
function linkedCell(cell: Cell, link: string): Cell {
  if (saysAddress(cell.text, link)) return cell;
  const runs = (cell.runs ?? [{ text: cell.text }]).map((run) => ({ ...run, link }));
  return { ...cell, runs };
}

/**
 * The address in a HYPERLINK formula; an empty object if the address is not a literal web address, and undefined for
 * other formulas.
 */
function addressOfFormula(formula: string): { address?: string } | undefined {
  const [, rest] = /^[^=("]*=?\s*HYPERLINK\s*\((.*)$/is.exec(formula) ?? [];
  if (rest === undefined) return undefined;
  const [, quoted] = /^\s*"((?:[^"]|"")*)"\s*[,;)]/.exec(rest) ?? [];
  return quoted === undefined || quoted.startsWith('#') ? {} : { address: quoted.replaceAll('""', '"') };
}

/** Creates the error for a sheet that contains or declares more rows than the limit. */
export function tooManyRows(at: Position, rows: number): UserError {
  return new UserError(messageOf('sheet-too-many-rows', { row: rows, most: LIMITS.rows }), at);
}

/**
 * The rows of a sheet. A cell that is merged over several rows is repeated in each of these rows, in its first column.
 */
export function carriedDown(sheet: Sheet): Row[] {
  const tall = sheet.merges.filter((merge) => merge.bottom > merge.top);
  if (tall.length === 0) return [...sheet.rows];
  const rows = sheet.rows.map((row) => ({ ...row, cells: new Map(row.cells) }));
  // Rows have the same number if they come from the same row of the spreadsheet.
  const byNumber = new Map<number, Map<number, Cell>[]>();
  for (const { number, cells } of rows) valueAt(byNumber, number, () => []).push(cells);
  const lastRow = sheet.rows.at(-1)?.number ?? 0;
  for (const { top, bottom, left } of tall) {
    const cell = byNumber.get(top)?.[0]?.get(left);
    if (cell === undefined) continue;
    for (let number = top + 1; number <= Math.min(bottom, lastRow); number++)
      for (const cells of byNumber.get(number) ?? []) if (!cells.has(left)) cells.set(left, cell);
  }
  return rows.map((row) => ({ ...row, cells: new Map([...row.cells].sort(([a], [b]) => a - b)) }));
}

/**
 * The data that this program stored in a hidden sheet when it exported the workbook; empty if there is no such sheet or
 * its data is damaged.
 */
export function sentWords(record: Sheet | undefined): Pick<Workbook, 'sent'> {
  const rows = record?.rows.map(({ cells }) => [...cells.values()].map(({ text }) => text));
  const sent = rows && sentTables(rows);
  return sent === undefined ? {} : { sent };
}
