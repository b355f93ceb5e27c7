/**
 * Reads spreadsheets of any layout: proposes a mapping, reads the events according to a mapping, and reports content
 * that is not read.
 */
export {
  cleaned,
  isDateText,
  kindOfCells,
  noOf,
  STAMP,
  statusOf,
  wholeWords,
  yesOf,
} from './cell-text.ts';
export { type ColumnFate, columnFates } from './column-report.ts';
export { fieldsOfMapping, madeFields, PRINTED_COLUMNS, translationsIn } from './columns.ts';
export {
  cellWithMarkup,
  emphasisedFields,
  holdingEmphasis,
  linkedFields,
  lostLooks,
  tablesWithMarkup,
  withAddresses,
} from './emphasis.ts';
export { type EventContext, eventOfRow, mergedText } from './event.ts';
export {
  countryNamed,
  NO_OWN_NAMES,
  namesTowns,
  readHeading,
  THEME_PREFIX,
} from './headings.ts';
export { findHeader, type Lists, listsOf, lookedAt, SEARCHED_ROWS } from './layout.ts';
export { datesOf, type ListedDates, listedDates, listedOrder } from './list-dates.ts';
export { isOfSource, located, missingColumn } from './locate.ts';
export {
  type ColumnMapping,
  KNOWN_FIELDS,
  type Mapping,
  MappingSchema,
  parseMapping,
  type SheetMapping,
  type StoredMapping,
  sidesNamed,
  withoutLetters,
} from './mapping.ts';
export { withNewColumns } from './new-columns.ts';
export { holdsNotes } from './notes.ts';
export { type PictureRole, picturesOfCell, roleOfColumn } from './picture-columns.ts';
export { type ProposalContext, proposeMapping } from './propose.ts';
export {
  type Answer,
  type Answers,
  answerValue,
  introductionQuestion,
  type ListYear,
  OpenQuestions,
  programmeTitleQuestion,
  publishedColumn,
  publishQuestion,
  type Question,
  timetableQuestion,
  yesOrNo,
} from './questions.ts';
export { listedEvents } from './row-years.ts';
export { contactsIn, type EventRow, type RowCell, type RowsResult } from './rows.ts';
export { seasonPeriod, storedYear, yearOptions } from './stored-year.ts';
