/** Spreadsheets of other people. In: the sheets of a workbook and a mapping. Out: a proposed mapping, events, remarks on what was not read. */
export { cleaned, oneLine } from './cleaned.ts';
export { kindOfCells } from './column-kind.ts';
export { type EventContext, eventOfRow, statusOf } from './event-of-row.ts';
export type { EventRow, RowCell } from './event-row.ts';
export { type ColumnFate, columnFates } from './fates.ts';
export { findHeader, lookedAt } from './header.ts';
export { NO_WORDS, namesTowns, readHeading } from './heading.ts';
export { withKept } from './kept.ts';
export { withLostLooks } from './lost-looks.ts';
export {
  type ColumnMapping,
  KNOWN_FIELDS,
  KNOWN_KINDS,
  type Mapping,
  mappingYaml,
  parseMapping,
  type SheetMapping,
  sidesNamed,
} from './mapping.ts';
export { fieldsOfMapping, LISTED_COLUMNS, madeFields, PRINTED_COLUMNS } from './own-columns.ts';
export { exportMapping, NAMES_OF_EXPORTS, pathOf } from './own-export.ts';
export { configOfSheets } from './own-parts.ts';
export { proposeMapping } from './propose.ts';
export { cellsThatSay, rebased, withUnknownCells } from './rebased.ts';
export { eventRows } from './rows.ts';
export { rowWords, sentTables, wordsOfSheets } from './sent.ts';
export { isDateText, wholeWords } from './shown.ts';
export { countryNamed } from './sides.ts';
export { emphasisedFields, type SignedWorkbook, withSigns } from './signs.ts';
export { unfoldedBook } from './unfold.ts';
export { THEME_PREFIX } from './vocabulary.ts';
export { datesOf, yearOfSheet } from './year.ts';
