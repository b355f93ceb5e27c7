/** Completes the design file of a programme with defaults, and derives lengths and widths from it. */

export { coverOn, titleTop } from './cover.ts';
export { nightColours, signOn } from './dark-mode.ts';
export { DEFAULT_DESIGN } from './default.ts';
export { listPictures, listPlace, pictureInList, tallEvent, WHOLE_EVENT } from './event-lists.ts';
export {
  type BrandFile,
  type DesignFile,
  DesignFileSchema,
  type PictureFile,
  type PresentationWish,
} from './file.ts';
export type { FontFiles, OwnFont, StandIn } from './font-files.ts';
export { PAPER_NAMES } from './length.ts';
export {
  accentColour,
  accentText,
  bandsOf,
  bodyHeight,
  cellStyle,
  closer,
  colourOf,
  columnWidths,
  EDGE_TAB,
  fittedStyles,
  fontFile,
  groundOf,
  indexWidth,
  isLeftPage,
  isOwnFont,
  italicFile,
  leftMargin,
  measure,
  ownFonts,
  sharedWidths,
  strongFace,
  THEME_MARK,
  titleIsBeside,
} from './measures.ts';
export {
  ABOVE_SIGNATURE,
  AFTER_NUMBER,
  type Area,
  areaOf,
  type BlockStyle,
  BOX,
  BOX_EDGE,
  backCoverIsArea,
  hasBoxes,
  type Laid,
  NUMBER_ROOM,
  onBackCover,
  type PartStyles,
  type Plate,
  partStyles,
  pictureStyle,
  plateUnder,
  QUOTE,
  SIGNATURE_FROM,
} from './parts.ts';
export { alternativeOf, picturesInRow, picturesOf, type Rectangle, resolutionsOf } from './picture-rows.ts';
export {
  BESIDE,
  resolutionOf,
  SHARP,
  type Size,
  sizeInCell,
  sizeInText,
  timesToSharp,
} from './picture-sizes.ts';
export type { ColourName, Design, FaceName, FittedText, PictureUse, TextStyle } from './schema.ts';
export { TIMETABLE_CELL, type TimetableLook, timetableLooks } from './timetable.ts';

/** Loads the module that completes a design file. */
export const loadComplete = () => import('./complete.ts');

/** Loads the schema of the design file. */
export const loadDesignFile = () => import('./file.ts');

/** Loads the schema of a complete design. */
export const loadDesignSchema = () => import('./schema.ts');
