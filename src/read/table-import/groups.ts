/** What rows of their own say of the events below them. */

import type { Position, Problem } from '../../errors.ts';
import type { Lang } from '../../model/index.ts';
import type { Cell } from '../sheet/index.ts';
import { oneLine } from './cleaned.ts';
import type { EventRow, RowCell, RowOptions } from './event-row.ts';
import { dayOfMonth, type HeadingMonth, monthOfCell } from './month-days.ts';
import { isDateText } from './shown.ts';
import { TOTAL } from './totals.ts';
import { THEME_PREFIX } from './vocabulary.ts';

/** A month that days below it are of, and its words. */
export interface NamedMonth extends HeadingMonth {
  words: string;
}

/** The themes and regions that rows of their own name for the events below them. */
export class Groups {
  readonly #options: RowOptions;
  readonly #remarks: Problem[];
  readonly #language: Lang;
  #theme: RowCell | undefined;
  #region: RowCell | undefined;
  /** The date of the events below, where no column says it; null: one does. */
  #date: RowCell | undefined | null;
  /** The date of the events below that have none in its column. */
  #day: RowCell | undefined;
  /** The month of the days below it; null: dates are whole. */
  #month: NamedMonth | undefined | null;
  /** The last cell whose day has been said to be of that month. */
  #said: string | undefined;
  /** Rows that no event has followed yet. */
  #waiting: { theme?: RowCell | undefined; region?: RowCell | undefined; date?: RowCell | undefined } = {};

  constructor(
    theme: RowCell | undefined,
    date: RowCell | undefined | null,
    month: NamedMonth | undefined | null,
    options: RowOptions,
    language: Lang,
    remarks: Problem[],
  ) {
    this.#theme = theme;
    this.#date = date;
    this.#month = month;
    this.#language = language;
    this.#options = options;
    this.#remarks = remarks;
  }

  /**
   * A row that groups those below it.
   *
   * @param inDates the cell stands in the column of the dates: it is the day of the events below that have none there
   */
  begin(written: RowCell, inDates: boolean): void {
    const month = this.#month === null ? undefined : monthOfCell(written, this.#language);
    if (month !== undefined) {
      this.#noEvent(this.#waiting.date);
      this.#month = { ...month, words: written.text };
      if (this.#date === null) this.#day = written;
      else this.#date = written;
      this.#waiting.date = written;
      return;
    }
    const cell = this.#inMonth(written);
    if (TOTAL.test(cell.text)) this.#noEvent(cell);
    else if (inDates && (cell.date !== undefined || isDateText(cell.text))) {
      this.#noEvent(this.#waiting.date);
      this.#day = cell;
      this.#waiting.date = cell;
    } else if (this.isDate(cell)) {
      this.#noEvent(this.#waiting.date);
      this.#date = cell;
      this.#waiting.date = cell;
    } else if (this.#options.isRegion(cell.text) && !this.#options.isTheme(cell.text)) {
      this.#noEvent(this.#waiting.region);
      this.#region = cell;
      this.#waiting.region = cell;
    } else {
      this.end();
      this.#theme = { ...cell, text: cell.text.replace(THEME_PREFIX, '').trim() };
      this.#region = undefined;
      this.#waiting.theme = cell;
    }
  }

  /** Whether a cell of its own says the date of the events below it. */
  isDate(cell: Cell): boolean {
    if (this.#month !== null && monthOfCell(cell, this.#language) !== undefined) return true;
    if (
      this.#month &&
      this.#date !== null &&
      dayOfMonth(cell.text, this.#month, this.#language) !== undefined
    )
      return true;
    return this.#date !== null && (cell.date !== undefined || isDateText(cell.text));
  }

  /** A cell that names but a day, as the whole date that it is in the month above it; said once, though the cells below may mean the same. */
  #inMonth(cell: RowCell): RowCell {
    if (!this.#month || cell.date !== undefined) return cell;
    const whole = dayOfMonth(cell.text, this.#month, this.#language);
    if (whole === undefined) return cell;
    const [day, month] = [oneLine(cell.text), oneLine(this.#month.words)];
    const isSaid = this.#said === cell.at.cell;
    this.#said = cell.at.cell;
    const message =
      whole === 'contradicted'
        ? `"${day}" is another day of the week in "${month}": it is kept as words`
        : `"${day}" below "${month}" is read as "${oneLine(whole)}"`;
    if (!isSaid) this.#remarks.push({ message, at: cell.at });
    if (whole === 'contradicted') return cell;
    delete this.#waiting.date;
    return { ...cell, text: whole };
  }

  /** The cells of an event, with its theme, its region and its date. */
  placed(cells: Map<string, RowCell>, at: Position): Pick<EventRow, 'theme' | 'cells'> {
    const field = this.#options.fields.find(({ kind }) => kind === 'region')?.id;
    if (this.#region !== undefined && field !== undefined && !cells.has(field)) {
      cells.set(field, this.#region);
      delete this.#waiting.region;
    }
    const date = this.#options.fields.find(({ kind }) => kind === 'date')?.id;
    const said = date === undefined ? undefined : cells.get(date);
    if (date !== undefined && said !== undefined) cells.set(date, this.#inMonth(said));
    const day = this.#date ?? (date !== undefined && cells.get(date)?.text === '' ? this.#day : undefined);
    if (day !== undefined && date !== undefined) {
      cells.set(date, day);
      delete this.#waiting.date;
    } else if (this.#date === undefined && date !== undefined) cells.set(date, { text: '', at });
    const named = cells.get('theme');
    if (named !== undefined && named.text !== '') return { cells, theme: named };
    delete this.#waiting.theme;
    return this.#theme === undefined ? { cells } : { cells, theme: this.#theme };
  }

  /** Says which rows grouped nothing. */
  end(): void {
    this.#noEvent(this.#waiting.theme);
    this.#noEvent(this.#waiting.region);
    this.#noEvent(this.#waiting.date);
    this.#waiting = {};
  }

  #noEvent(cell: RowCell | undefined): void {
    if (cell !== undefined)
      this.#remarks.push({ message: `not an event: "${oneLine(cell.text)}"`, at: cell.at });
  }
}
