/** Templates, one per part of the PDF: they take parts of a document and a design, and return marks with positions. */
export { type CoverPicture, type CoverPictures, coverHolds, type SetCoverLine, setCover } from './cover.tsx';
export {
  Fill,
  type FillProps,
  Picture,
  type PictureProps,
  Rule,
  type RuleProps,
  type SetPicture,
  type SetText,
  type SetWord,
  Text,
  type TextProps,
} from './marks.tsx';
export type { SetLine } from './running.tsx';
export type { CellProps } from './table.tsx';
export { PDF_TEMPLATES, type PdfTemplates } from './templates.ts';
export type { TimetableCellProps } from './timetable.tsx';
