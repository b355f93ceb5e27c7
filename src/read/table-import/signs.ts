/** Bold and italic words of cells as signs, in the columns of fields that hold emphasis. */

import type { Position, Problem } from '../../errors.ts';
import {
  cellName,
  columnNumber,
  ellipsis,
  emphasisedIn,
  type Field,
  type HasFields,
  kindOfField,
  type RichParagraph,
} from '../../model/index.ts';
import { emphatic, withSignsEscaped, writtenEmphasis } from '../../text/index.ts';
import type { Cell, Row, Workbook } from '../sheet/index.ts';
import type { Mapping, SheetMapping } from './mapping.ts';

/** A workbook in which the words of some columns have signs, and what could not be written so. */
export interface SignedWorkbook {
  workbook: Workbook;
  remarks: readonly Problem[];
}

/**
 * The workbook with the words of emphasised fields as these fields hold them: looks are signs, and signs of the cells are escaped, so that
 * they stay what they are.
 *
 * @param file its name, for messages
 */
export function withSigns(
  workbook: Workbook,
  mapping: Mapping,
  { fields }: Pick<HasFields, 'fields'>,
  file: string,
): SignedWorkbook {
  const remarks: Problem[] = [];
  const sheets = workbook.sheets.map((sheet) => {
    const tables = mapping.sheets
      .filter(({ name }) => name === sheet.name)
      .map((table) => ({ top: Math.max(...table.header), columns: new Set(columnsOf(table, fields)) }))
      .sort((a, b) => a.top - b.top);
    if (tables.every(({ columns }) => columns.size === 0)) return sheet;
    const rows = sheet.rows.map((row) => {
      const { columns } = tables.findLast(({ top }) => top < row.number) ?? {};
      const at = (column: number): Position => ({ file, cell: cellName(sheet.name, row.number, column) });
      return columns === undefined ? row : signedRow(row, columns, at, remarks);
    });
    return { ...sheet, rows };
  });
  return { workbook: { ...workbook, sheets }, remarks };
}

/** The columns of a table that fill fields with emphasis. */
function columnsOf({ columns }: SheetMapping, fields: readonly Field[]): number[] {
  const emphasised = emphasisedIn({ fields });
  return columns
    .filter(({ field }) => emphasised.has(field.split('.', 1)[0] ?? ''))
    .map(({ column }) => columnNumber(column) ?? 0);
}

function signedRow(
  row: Row,
  columns: ReadonlySet<number>,
  at: (column: number) => Position,
  remarks: Problem[],
): Row {
  const cells = [...row.cells].map(([column, cell]): [number, Cell] => {
    if (!columns.has(column)) return [column, cell];
    const { runs, ...plain } = cell;
    if (runs === undefined) return [column, { ...plain, text: withSignsEscaped(cell.text) }];
    const { words, lost } = writtenEmphasis(runs);
    if (lost.length > 0)
      remarks.push({
        message: looksOf(lost),
        at: at(column),
        hint: 'signs of emphasis stand between words: make the whole word bold or italic',
      });
    return [column, { ...plain, text: words }];
  });
  return { ...row, cells: new Map(cells) };
}

/** Says of cells whose looks are not read what they were, and how they would be. */
export function plainIn(
  { columns }: SheetMapping,
  fields: readonly Field[],
): (cell: Cell, column: number, at: Position) => Problem[] {
  return ({ runs }, column, at) => {
    if (runs === undefined) return [];
    const path = columns.find((own) => columnNumber(own.column) === column)?.field ?? '';
    const field = fields.find(({ id }) => id === path.split('.', 1)[0]);
    const isPossible = field !== undefined && kindOfField(field.kind).emphasis === true;
    return [
      {
        message: looksOf(runs),
        at,
        ...(isPossible && {
          hint: `to keep it, write emphasis: true to the field ${field.id} in programme.yaml, and import again`,
        }),
      },
    ];
  };
}

/** What a cell says of its looks that are not read. */
function looksOf(runs: RichParagraph): string {
  const own = emphatic(runs);
  const names = [
    ...(own.some(({ strong }) => strong) ? ['bold'] : []),
    ...(own.some(({ emphasis }) => emphasis) ? ['italic'] : []),
  ];
  const words = own.map(({ text }) => text.trim()).join(' … ');
  return `${names.join(' and ')}, read as plain words: "${ellipsis(words)}"`;
}

/** The fields of a mapping some of whose cells have bold or italic words among others, and that can hold emphasis: now they do. */
export function emphasisedFields(
  workbook: Workbook,
  mapping: Mapping,
  fields: readonly Field[],
): readonly Field[] {
  const found = new Set<string>();
  for (const table of mapping.sheets) {
    const top = Math.max(...table.header);
    const rows = workbook.sheets.find(({ name }) => name === table.name)?.rows ?? [];
    for (const { column, field } of table.columns) {
      const number = columnNumber(column) ?? 0;
      if (rows.some((row) => row.number > top && row.cells.get(number)?.runs !== undefined))
        found.add(field.split('.', 1)[0] ?? '');
    }
  }
  return fields.map((field) =>
    found.has(field.id) && kindOfField(field.kind).emphasis ? { ...field, emphasis: true } : field,
  );
}
