/** Bold and italic words of cells as signs, in the columns of fields that hold emphasis. */
import type { Position, Problem } from '../../errors.ts';
import {
  cellName,
  columnNumber,
  ellipsis,
  emphasisedIn,
  type Field,
  kindOfField,
  pathParts,
  type RichParagraph,
} from '../../model/index.ts';
import { emphatic, withSignsEscaped, writtenEmphasis } from '../../text/index.ts';
import type { Cell } from '../sheet/index.ts';
import type { Lists, Table } from './layout.ts';
import type { SheetMapping } from './mapping.ts';

/**
 * A cell with the words that a field with emphasis holds: looks are signs, and signs of the cell are escaped, so that they stay what they are.
 *
 * @param remarks what could not be written so is said there
 */
export function signed({ runs, ...plain }: Cell, at: Position, remarks: Problem[]): Cell {
  if (runs === undefined) return { ...plain, text: withSignsEscaped(plain.text) };
  const { words, lost } = writtenEmphasis(runs);
  if (lost.length > 0 && plain.ditto === undefined)
    remarks.push({
      message: looksOf(lost),
      at,
      hint: 'signs of emphasis stand between words: make the whole word bold or italic',
    });
  return { ...plain, text: words };
}

/**
 * The tables with signs in the columns of fields with emphasis, and what could not be written so.
 *
 * @param file its name, for messages
 */
export function withSigns(
  { tables, ...lists }: Lists,
  fields: readonly Field[],
  file: string,
): { lists: Lists; remarks: readonly Problem[] } {
  const remarks: Problem[] = [];
  const emphasised = emphasisedIn({ fields });
  const known = new Map<Cell, Cell>();
  const signedTables = tables.map((table, index): Table | undefined => {
    const columns = new Set(
      lists.mapping.sheets[index]?.columns
        .filter(({ field }) => emphasised.has(pathParts(field).id))
        .map(({ column }) => columnNumber(column) ?? 0),
    );
    if (table === undefined || columns.size === 0) return table;
    const rows = table.rows.map((row) => {
      const cells = [...row.cells].map(([column, cell]): [number, Cell] => {
        if (!columns.has(column)) return [column, cell];
        // A merged cell stands in several rows.
        const at = { file, cell: cellName(table.sheet.name, row.number, column) };
        const own = known.get(cell) ?? signed(cell, at, remarks);
        known.set(cell, own);
        return [column, own];
      });
      return { ...row, cells: new Map(cells) };
    });
    return { ...table, rows };
  });
  return { lists: { ...lists, tables: signedTables }, remarks };
}

/** Says of a cell whose looks are not read what they were, and how they would be. */
export function lostLooks(
  { runs }: Cell,
  column: number,
  { columns }: SheetMapping,
  fields: readonly Field[],
  at: Position,
): Problem[] {
  if (runs === undefined) return [];
  const path = columns.find((own) => columnNumber(own.column) === column)?.field ?? '';
  const field = fields.find(({ id }) => id === pathParts(path).id);
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
export function emphasisedFields({ mapping, tables }: Lists, fields: readonly Field[]): Field[] {
  const found = new Set<string>();
  mapping.sheets.forEach(({ columns }, index) => {
    const looking = new Set<number>();
    for (const { cells } of tables[index]?.rows ?? [])
      for (const [column, { runs }] of cells) if (runs !== undefined) looking.add(column);
    for (const { column, field } of columns)
      if (looking.has(columnNumber(column) ?? 0)) found.add(pathParts(field).id);
  });
  return fields.map((field) =>
    found.has(field.id) && kindOfField(field.kind).emphasis ? { ...field, emphasis: true } : field,
  );
}
