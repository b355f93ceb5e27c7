import type { Finding } from '../check/index.ts';
import {
  compareRanks,
  type Event,
  type Lang,
  paragraphsOf,
  type Theme,
  textIn,
  textOf,
} from '../model/index.ts';
import type { CellRemark, Row, TextPlace, TextRange } from './model.ts';
import { wordsOf } from './texts.ts';

/** The position at which a row prints a field. */
export interface FieldPlace {
  /** Index of the cell in the column of the field, or in the title column if the field has no column. */
  column: number;
  /**
   * Whether the cell prints the field; if the path of the field ends in a language, whether the cell prints the text in
   * that language.
   */
  printed: boolean;
}

/** The data needed to find text of an event in its row. */
export interface RowContext {
  event: Event;
  row: Row;
  theme: Theme;
  /** Index of the cell that names the row. */
  header: number;
  /** Language of the document, and of texts written as plain strings. */
  lang: Lang;
  main: Lang;
}

/**
 * The cell in which a field of an event is printed. The field is a path: `bodies.french.fr` is the French text in the
 * column of the side `french`.
 */
export function placeOfField(field: string, { event, theme, header, lang, main }: RowContext): FieldPlace {
  const [head = '', ...rest] = field.split('.');
  const name = head === 'bodies' ? (rest.shift() ?? '') : head;
  const index = theme.columns.indexOf(name);
  if (index < 0) return { column: header, printed: false };
  const [columnLang] = rest;
  const text = textOf(event, name);
  const printed =
    columnLang === undefined || (text !== undefined && textIn(text, lang, main).lang === columnLang);
  return { column: index + 1, printed };
}

/** The range of a cell that prints the text of a finding; undefined if the row does not print that text. */
export function rangeOf(
  { offset, length }: Pick<Finding, 'offset' | 'length'>,
  field: string,
  context: RowContext,
): TextRange | undefined {
  const { event, row, theme, lang, main } = context;
  const { column, printed } = placeOfField(field, context);
  const text = printed ? textOf(event, theme.columns[column - 1] ?? '') : undefined;
  const cell = row.cells[column];
  if (text === undefined || cell === undefined) return undefined;
  const lines = printedLines(textIn(text, lang, main).words);
  const above = cell.paragraphs.length - lines.length;
  if (above < 0 || lines.some((line, index) => wordsOf(cell.paragraphs[above + index] ?? []) !== line.text))
    return undefined;
  const end = offset + length;
  const first = lines.findIndex((line) => offset < line.start + line.text.length);
  const last = lines.findLastIndex((line) => line.start < end);
  /** @param step direction in which to move from within a surrogate pair */
  const place = (index: number, at: number, step: -1 | 1): TextPlace | undefined => {
    const line = lines[index];
    if (line === undefined) return undefined;
    const inLine = Math.min(Math.max(at - line.start, 0), line.text.length);
    const inPair = inLine > 0 && (line.text.codePointAt(inLine - 1) ?? 0) > 0xffff;
    return { paragraph: above + index, offset: inPair ? inLine + step : inLine };
  };
  const [from, to] = [place(first, offset, -1), place(last, end, 1)];
  return from !== undefined && to !== undefined && isBefore(from, to) ? { from, to } : undefined;
}

const isBefore = (a: TextPlace, b: TextPlace): boolean =>
  a.paragraph < b.paragraph || (a.paragraph === b.paragraph && a.offset < b.offset);

/** The printed paragraphs of a text, with their offsets in the text. */
function printedLines(words: string): { text: string; start: number }[] {
  let from = 0;
  return paragraphsOf(words).map((text) => {
    const start = words.indexOf(text, from);
    from = start + text.length;
    return { text, start };
  });
}

/**
 * Sorts remarks by cell and by the end of the text to which they refer. A remark on a whole cell comes last, because
 * its number is printed at the end of the cell.
 */
export function inCellOrder(remarks: readonly CellRemark[]): CellRemark[] {
  const rank = ({ column, words }: CellRemark): number[] => [
    column,
    words?.to.paragraph ?? Number.POSITIVE_INFINITY,
    words?.to.offset ?? Number.POSITIVE_INFINITY,
  ];
  return [...remarks].sort((a, b) => compareRanks(rank(a), rank(b)));
}
