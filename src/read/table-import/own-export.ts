import { LANGUAGES } from '../../../languages/index.ts';
import {
  columnLetters,
  fieldPath,
  type HasFields,
  LANGS,
  type Lang,
  parseField,
  titleOf,
} from '../../model/index.ts';
import type { Row, Sheet, Workbook } from '../sheet/index.ts';
import type { Mapping, SheetMapping } from './mapping.ts';

/**
 * The mapping of a workbook or CSV file that `export` wrote: the last line of each heading is the path of its field. Undefined for
 * any other spreadsheet. Columns that were added by hand are ignored.
 */
export function exportMapping(workbook: Workbook, config: HasFields, language: Lang): Mapping | undefined {
  const sheets = workbook.sheets.flatMap((sheet) => ownTable(sheet, config) ?? []);
  return sheets.length === 0 ? undefined : { language, sheets };
}

/** Names of the sheets of exports that explain and list, in all languages: nothing is read from them. */
export const NAMES_OF_EXPORTS: readonly string[] = LANGS.flatMap((lang) => {
  const { readMe, lists } = LANGUAGES[lang].sheet;
  return [readMe, lists];
});

/** The last line of a heading: where the export wrote it, the path of what the column holds. */
export function pathOf(heading: string): string {
  const words = heading.trim();
  return words.slice(words.lastIndexOf('\n') + 1);
}

/** Rows from the top among which the headings are looked for: somebody may have put a line above them. */
const SEARCHED_ROWS = 10;

function ownTable(sheet: Sheet, config: HasFields): SheetMapping | undefined {
  return sheet.rows.slice(0, SEARCHED_ROWS).flatMap((row) => ownHeadings(sheet, row, config) ?? [])[0];
}

function ownHeadings(sheet: Sheet, row: Row, config: HasFields): SheetMapping | undefined {
  const columns = [...row.cells].map(([column, { text }]) => {
    const heading = text.trim();
    const field = parseField(pathOf(text), config);
    return {
      column: columnLetters(column),
      heading,
      field: field === undefined ? 'ignore' : fieldPath(field),
    };
  });
  const has = (path: string): boolean => columns.some(({ field }) => field === path);
  if (!has('id') || !has(titleOf(config)) || !has('theme')) return undefined;
  return {
    ...(sheet.name === undefined ? {} : { name: sheet.name, theme: sheet.name }),
    header: [row.number],
    columns,
  };
}
