import { columnLetters } from '../../model/cell-name.ts';
import { fieldPath, parseField } from '../../model/field.ts';
import type { Lang } from '../../model/text.ts';
import type { Sheet, Workbook } from '../sheet/model.ts';
import type { Mapping, SheetMapping } from './mapping.ts';

/**
 * The mapping of a workbook or CSV file that `export` wrote: the last line of each heading is the path of its field. Undefined for
 * any other spreadsheet. Columns that were added by hand are ignored.
 */
export function exportMapping(
  workbook: Workbook,
  sides: readonly string[],
  language: Lang,
): Mapping | undefined {
  const sheets = workbook.sheets.flatMap((sheet) => ownTable(sheet, sides) ?? []);
  return sheets.length === 0 ? undefined : { language, sheets };
}

function ownTable(sheet: Sheet, sides: readonly string[]): SheetMapping | undefined {
  const [first] = sheet.rows;
  if (first?.number !== 1) return undefined;
  const columns = [...first.cells].map(([column, { text }]) => {
    const heading = text.trim();
    const field = parseField(heading.slice(heading.lastIndexOf('\n') + 1), sides);
    return {
      column: columnLetters(column),
      heading,
      field: field === undefined ? 'ignore' : fieldPath(field),
    };
  });
  const has = (path: string): boolean => columns.some(({ field }) => field === path);
  if (!has('id') || !has('title') || !has('theme')) return undefined;
  return {
    ...(sheet.name === undefined ? {} : { name: sheet.name, theme: sheet.name }),
    header: [1],
    columns,
  };
}
