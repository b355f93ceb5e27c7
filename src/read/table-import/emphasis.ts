/** Bold and italic words of cells, and links behind words, as signs, in the columns of fields that hold emphasis. */
import type { Position, Problem } from '../../errors.ts';
import {
  columnNumber,
  ellipsis,
  emphasisedIn,
  type Field,
  kindOfField,
  pathParts,
  type RichParagraph,
} from '../../model/index.ts';
import {
  emphatic,
  escapeInline,
  isWritable,
  joined,
  plainWords,
  writeInlineLines,
} from '../../text/index.ts';
import type { Cell } from '../sheet/index.ts';
import type { Lists, Table } from './layout.ts';

/** A cell with the words that a field with emphasis holds: looks are signs, and signs of the cell are escaped, so that they stay what they are. */
export function signed({ runs, ...plain }: Cell): Cell {
  if (runs === undefined) return { ...plain, text: escapeInline(plain.text) };
  const lost = runs
    .filter((run) => !isWritable(run))
    .map(({ text, link }) => ({ text, ...(link && { link }) }));
  return { ...plain, text: writeInlineLines(runs), ...(lost.length > 0 && { runs: lost }) };
}

/** The tables with signs in the columns of fields with emphasis. */
export function withSigns({ tables, ...lists }: Lists, fields: readonly Field[]): Lists {
  const emphasised = emphasisedIn({ fields });
  const signedTables = tables.map((table, index): Table | undefined => {
    const columns = new Set(
      lists.mapping.sheets[index]?.columns
        .filter(({ field }) => emphasised.has(pathParts(field).id))
        .map(({ column }) => columnNumber(column) ?? 0),
    );
    if (table === undefined || columns.size === 0) return table;
    const rows = table.rows.map((row) => {
      const cells = [...row.cells].map(([column, cell]): [number, Cell] => {
        return [column, columns.has(column) ? signed(cell) : cell];
      });
      return { ...row, cells: new Map(cells) };
    });
    return { ...table, rows };
  });
  return { ...lists, tables: signedTables };
}

/**
 * Says of a cell whose looks are not read what they were, and how they would be.
 *
 * @param path that of the field which the column fills
 */
export function lostLooks({ runs }: Cell, path: string, fields: readonly Field[], at: Position): Problem[] {
  if (runs === undefined) return [];
  const field = fields.find(({ id }) => id === pathParts(path).id);
  const isPossible =
    field !== undefined && field.emphasis !== true && kindOfField(field.kind).emphasis === true;
  const hint = isPossible && {
    hint: `to keep it, write emphasis: true to the field ${field.id} in programme.yaml, and import again`,
  };
  const links = joined(runs.map(({ text, link }) => ({ text, ...(link && { link }) })));
  return [
    ...(emphatic(runs).length > 0 ? [{ message: looksOf(runs), at, ...hint }] : []),
    ...links
      .filter(({ text, link }) => link !== undefined && text.trim() !== '')
      .map((run) => ({
        message: `a link, read as plain words: "${ellipsis(plainWords([run]))}" to ${run.link ?? ''}`,
        at,
        ...(isWritable(run) ? hint : { hint: 'links in texts lead to https: or mailto:' }),
      })),
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
