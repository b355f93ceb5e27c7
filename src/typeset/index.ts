/** Typesets documents: breaks their texts into lines and places the lines on pages. Lengths are in points. */

export { inVisualOrder, levelsOf } from './bidi.ts';
export { breakLines, cutsWords } from './break-lines.ts';
export type { Coarse } from './coarse.ts';
export { tableWidths, type WidthsOf, type WordWidth } from './column-widths.ts';
export { cutStacks, type LineRange, type LineStack, linesOfPart } from './cut.ts';
export { type Face, type ShapedWord, type ShaperOf, shapeSimple, shapeText, widthOfWords } from './face.ts';
export { type Faces, openFaces } from './faces.ts';
export {
  type AgainHeading,
  type EntryBox,
  type PictureBox,
  type Placed,
  type RowBox,
  type SetDocument,
  type SetFigure,
  type SetItem,
  type SetPart,
  type SetTable,
  type SizeOf,
  setDocument,
  type TextBox,
  type TimetableBox,
} from './flow.ts';
export {
  type Above,
  aboveOf,
  isLastButOne,
  isTheme,
  keepsNext,
  lastBottom,
  type PlacedSection,
  placedAs,
  placeSection,
  type Sharing,
  sharesPages,
  sharingOf,
} from './follow.ts';
export { type CutCff, openCutting, openWebCutting, tableCff } from './harfbuzz.ts';
export { loadHyphenation } from './hyphenation.ts';
export { cellLanguages } from './languages.ts';
export { fitsHead, shortened, widthOf } from './one-line.ts';
export type { Box } from './paginate.ts';
export { missingProblems } from './problems.ts';
export { settingAids } from './proofing.ts';
export { type RemarkStack, remarkLines } from './remark-stack.ts';
export { type HeightIn, type LaidTimetable, layOutTimetable } from './timetable.ts';
export {
  componentsOf,
  type FontInfo,
  fontTables,
  outlineStarts,
  type TrueType,
  tableOf,
  viewOf,
} from './truetype.ts';
export { baselineOf, createTypesetter, heightOf, type SetRun, type Stack } from './typesetter.ts';

/** Loads the module that opens fonts. */
export const loadFaces = () => import('./faces.ts');

/** Loads the module that checks font files. */
export const loadCheckFont = () => import('./check-font.ts');

/** Loads the module that finds low-resolution pictures. */
export const loadCoarse = () => import('./coarse.ts');

/** Loads the module that positions pictures. */
export const loadPictureSizes = () => import('./picture-sizes.ts');

/** Loads the module that reads font files. */
export const loadTrueType = () => import('./truetype.ts');
