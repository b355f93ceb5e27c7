/** Writes a programme as a spreadsheet, and reads the returned spreadsheet. */
export { settingsOfTables } from './programme-sheets.ts';
export {
  cellsThatSay,
  eventTables,
  exportedRows,
  exportMapping,
  missingIn,
  NAMES_OF_EXPORTS,
  sentPathTables,
} from './read.ts';
export { type RowWords, rowKey, rowWords, tablesOf } from './record.ts';
export { type PathTable, pathOf, pathTables, withEmphasis, withTitleLinks } from './tables.ts';
export { withParagraphs } from './texts.ts';
export { upgradedSent, upgradedTables } from './upgrade.ts';
export { writeCsv } from './write-csv.ts';
export { writeXlsx } from './write-xlsx.ts';
