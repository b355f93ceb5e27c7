/**
 * Templates, one per part of the Word file: they take parts of a document and a design, and return styles and
 * paragraphs.
 */
export { type BodyStyles, bodyStyles, styleNamed } from './body-styles.ts';
export { commentStyles } from './comment-styles.ts';
export { COVER_DRAWINGS, type CoverPackage } from './cover.ts';
export { inlinePictureXml, type WordPicture } from './drawing.ts';
export { continuedStyle, type EventKind, eventStyle, groupNoteStyle, groupStyle } from './event-styles.ts';
export { partStyleOf } from './part-styles.ts';
export {
  besideXml,
  borderXml,
  columnTwips,
  fontsXml,
  frameXml,
  hex,
  PART_LISTS,
  styleSheet,
  twips,
} from './style-sheet.ts';
export {
  accentStyle,
  BACK_RULE,
  type BodyStyle,
  backRuleStyle,
  type CharacterStyle,
  cellMargin,
  coverStyles,
  isBold,
  numberStyle,
  numberStyleId,
  type ParagraphStyle,
  paragraphStyles,
  sectionRuleStyle,
  tableStyle,
} from './styles.ts';
export { CELL_STYLES, type WordCell } from './table.ts';
export { DOCX_TEMPLATES, type DocxTemplates } from './templates.ts';
export type { TextStyles } from './text.ts';
export { TIMETABLE_EMPTY, type TimetableKind, timetableStyle } from './timetable-styles.ts';
