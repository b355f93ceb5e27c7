/**
 * The data model: schemas that validate the values of dataset files, the types inferred from them, kinds of fields and
 * changes, EDTF dates, times of day, and pictures.
 */
export { binarySearch } from './binary-search.ts';
export { COLUMNS, cellName, columnLetters, columnNumber } from './cell-name.ts';
export {
  CHANGE_KIND_IDS,
  CHANGE_KINDS,
  CHANGE_SEVERITIES,
  type ChangeKind,
  type ChangeSeverity,
  EVENT_CAME,
  EVENT_WENT,
  ID_CHANGED,
  SETTINGS,
} from './change-kinds.ts';
export {
  codePointOf,
  escapeXml,
  fold,
  forbiddenCharacter,
  isRightToLeft,
  printedText,
  withoutForbidden,
} from './characters.ts';
export {
  DRAWING_SIDE,
  type Drawing,
  type DrawingNode,
  decimal,
  type FillRule,
  type Gradient,
  type Group,
  IDENTITY,
  type Matrix,
  mapped,
  multiply,
  type Outline,
  type Paint,
  type Path,
  type Segment,
  type Shape,
  type Stop,
  type Stroke,
} from './drawing.ts';
export {
  type Bounds,
  boundsOf,
  calendarDate,
  daysAfter,
  daysInMonth,
  type Edtf,
  type EdtfDate,
  type EdtfInterval,
  type EdtfSet,
  edtfBounds,
  edtfOrder,
  edtfPeriod,
  edtfProblem,
  endsOf,
  formatEdtf,
  isCalendarDate,
  isEdtf,
  isOfSeveralDays,
  OPEN_END,
  OPEN_START,
  type Precision,
  parseEdtf,
  weekdayOf,
  yearWithin,
} from './edtf.ts';
export { ellipsis, oneLine, withoutMiddle } from './ellipsis.ts';
export {
  type Acceptance,
  AcceptanceSchema,
  AnyEventSchema,
  type Event,
  eventSchema,
  eventShape,
  eventsFileSchema,
  NO_REGION_REASONS,
  type NoRegionReason,
  type SideRegions,
  STATUSES,
  type Status,
  textOf,
  titleIn,
} from './event.ts';
export {
  dateOf,
  EVENT_KEYS,
  type EventText,
  emphasisedIn,
  eventTexts,
  type Field,
  FieldSchema,
  fieldTexts,
  type HasFields,
  indexTitle,
  isProse,
  isTaken,
  textOfColumn,
  titleOf,
} from './field.ts';
export { FIELD_KINDS, type FieldKind, kindOfField } from './field-kinds.ts';
export { WAIVABLE_GATES, type WaivableGate } from './gates.ts';
export {
  type Hours,
  type HoursFound,
  hoursIn,
  hoursInLanguage,
  languagesToTry,
  parseTimePhrase,
  type TimePhrase,
} from './hours.ts';
export { EditionNameSchema, IdSchema } from './id.ts';
export { datasetSchemas, type JsonSchema, jsonSchema, schemaText } from './json-schema.ts';
export { type LabelWords, type OwnLabels, ownWords, wordingsOf } from './labels.ts';
export { LIMITS } from './limits.ts';
export { Memory } from './memory.ts';
export { namedPictures } from './named-pictures.ts';
export { readOccurrence } from './occurrence.ts';
export {
  BACK_COVER,
  COLOPHON,
  isMade,
  isNamed,
  isTextFile,
  type Part,
  type PartEntry,
  type PartText,
  partOf,
  partsOf,
  picturesOfConfig,
  type RichBlock,
  type RichItem,
  type RichParagraph,
  type RichRun,
  type RichText,
  type Stretch,
  type TextPicture,
  textField,
  textFile,
} from './part.ts';
export {
  addressOfCode,
  codeFile,
  DRAWING_PIXELS,
  dataUri,
  type ExifOrientation,
  fileSize,
  isUpended,
  type JpegPicture,
  type Picture,
  type PicturePath,
  type Pictures,
  type PngPicture,
  passesOf,
  pictureAt,
  rowBytes,
  type SvgPicture,
  turnOf,
} from './picture.ts';
export { type PictureWords, pictureIn, picturesOfText, pictureWords } from './picture-words.ts';
export {
  allEvents,
  DRAFT,
  FORMAT,
  type Programme,
  type ProgrammeFile,
  ProgrammeFileSchema,
  publicPart,
  type Side,
  type Theme,
  type ThemeEvents,
  titlesOf,
  withEvents,
} from './programme.ts';
export { compareRanks } from './ranks.ts';
export {
  consecutive,
  countsOf,
  groupBy,
  highest,
  jsonOf,
  ownProperty,
  perObject,
  valueAt,
  withoutUndefined,
} from './records.ts';
export {
  type Place,
  PlacesFileSchema,
  type Reference,
  type Region,
  RegionsFileSchema,
} from './regions-and-places.ts';
export { SENT_SHEET, type SentTables, sentRows, sentTables } from './sent-sheet.ts';
export { FINDING_SEVERITIES, type FindingSeverity, isAtLeast } from './severity.ts';
export {
  fieldKinds,
  fieldPath,
  PLAIN_FIELDS,
  parseField,
  pathParts,
  type SheetField,
} from './sheet-field.ts';
export {
  DESIGN_ROWS,
  type PartColumn,
  type PartField,
  type PartRow,
  PROGRAMME_ROWS,
  parsePartPath,
  partPath,
  programmeRow,
  SHEET_PART_NAMES,
  SHEET_PARTS,
  type SheetPart,
} from './sheet-parts.ts';
export {
  LANGS,
  type Lang,
  LangSchema,
  type LangText,
  paragraphsOf,
  type Text,
  textIn,
  WordsSchema,
  wordsByLanguage,
  wordsInAll,
} from './text.ts';
export {
  configTexts,
  isCurrencyCode,
  isTranslated,
  type Translatable,
  type TranslationState,
  translatableKey,
  translatables,
  translationState,
  wordsIn,
} from './translatable.ts';
