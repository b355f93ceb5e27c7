/** Extends a stored mapping by the new columns of a list. Fields are assigned to the new columns as in a new list. */
import { columnNumber } from '../../model/index.ts';
import type { Workbook } from '../sheet/index.ts';
import { headingsIn } from './layout.ts';
import type { Located } from './locate.ts';
import { type ColumnMapping, type SheetMapping, withoutLetters } from './mapping.ts';
import { type ProposalContext, proposeMapping } from './propose.ts';
import { publishedColumn } from './questions.ts';

/** The fields by which events are matched and grouped, and which are therefore never assigned to new columns. */
const STRUCTURE = ['id', 'theme'];

/**
 * Adds to a stored mapping the columns of a list whose headings the mapping does not contain. A field is assigned to
 * each new column as in a new list, with a question if neither its heading nor its cells show whether it is public. No
 * columns are added as long as questions about missing headings are open, because a new column may be a known column
 * with a new name.
 *
 * @throws UserError if an answer names no column
 */
export function withNewColumns(workbook: Workbook, place: Located, context: ProposalContext): Located {
  const isListed = place.mapping.sheets.every((sheet) => lackingIn(workbook, sheet).length === 0);
  if (isListed || place.questions.length > 0) return place;
  const { lists, questions } = proposeMapping(workbook, context);
  const added = new Map<string, ColumnMapping[]>();
  for (const sheet of place.mapping.sheets) {
    const lacking = new Set(lackingIn(workbook, sheet));
    const used = new Set([...STRUCTURE, ...sheet.columns.map(({ field }) => field)]);
    const proposed = lists.mapping.sheets.find((one) => keyOf(one) === keyOf(sheet))?.columns ?? [];
    added.set(
      keyOf(sheet),
      proposed.filter(({ column, field }) => lacking.has(columnNumber(column) ?? 0) && !used.has(field)),
    );
  }
  const withAdded = <T extends Pick<SheetMapping, 'name' | 'header'> & { columns: unknown[] }>(
    sheet: T,
  ): T => ({
    ...sheet,
    columns: [...sheet.columns, ...(added.get(keyOf(sheet)) ?? [])],
  });
  const headings = new Set([...added.values()].flatMap((columns) => columns.map(({ heading }) => heading)));
  return {
    ...place,
    mapping: { ...place.mapping, sheets: place.mapping.sheets.map(withAdded) },
    stored: withoutLetters({ ...place.stored, sheets: place.stored.sheets.map(withAdded) }),
    questions: questions.filter(({ name }) => headings.has(publishedColumn(name) ?? '')),
  };
}

const keyOf = ({ name, header }: Pick<SheetMapping, 'name' | 'header'>): string =>
  JSON.stringify([name, header]);

/**
 * The columns with headings that the mapping of a table does not contain; empty for tables side by side and for events
 * side by side.
 */
function lackingIn({ sheets }: Workbook, { name, header, columns, beside, within }: SheetMapping): number[] {
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined || beside !== undefined || within !== undefined) return [];
  const listed = new Set(columns.map(({ column }) => columnNumber(column)));
  return [...headingsIn(sheet, header).keys()].filter((column) => !listed.has(column));
}
