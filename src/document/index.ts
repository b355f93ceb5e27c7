/**
 * Builds documents from a programme, a comparison or findings. A document is the printed content in reading order,
 * independent of file formats.
 */

export { accentNumbersOf } from './accent-numbers.ts';
export { accessibilityDocument } from './accessibility.ts';
export { eventAddress, feedName, pageAddress, siteAddress } from './address.ts';
export { bookmarkName, cellBookmark } from './bookmarks.ts';
export { buildDocument, type DocumentOptions, themeTarget } from './build.ts';
export { eventsWithoutCode, MAX_CODE, withCodes } from './codes.ts';
export { comparisonDocument } from './comparison.ts';
export { type DayKind, type DayPosition, daysWithinWeek, type OnDay } from './days.ts';
export { editionsDocument, type ListedEdition } from './editions.ts';
export { factLines } from './event-list.ts';
export { type EventPage, eventPages, summaryOf } from './event-pages.ts';
export type { Extract } from './extract.ts';
export { extractsDocument, type MadeExtract } from './extracts.ts';
export { WORDS } from './facets.ts';
export { editionsFeed, type Feed, type FeedEdition, type FeedEntry } from './feed.ts';
export {
  type Block,
  byLink,
  type Cell,
  type CellRemark,
  type Change,
  type Column,
  type ColumnKind,
  type Cover,
  type Document,
  type Entry,
  EVERY_VALUE,
  eventsIn,
  type Facet,
  type Fact,
  type Figure,
  type GoneEvent,
  type GroupLabels,
  type IndexGroup,
  type LackingProperty,
  LINE_BREAK,
  type ListedEvent,
  type ListItem,
  type Mark,
  type Meta,
  type NearPlace,
  type Paragraph,
  type Remark,
  type RequiredProperty,
  type Row,
  type Run,
  type Section,
  type Sibling,
  type Table,
  type Target,
  type TextPlace,
  type TextRange,
  type Timetable,
  type TimetableCell,
  type TimetableEvent,
  type Track,
} from './model.ts';
export { numberThemes } from './numbered.ts';
export { partTarget } from './parts.ts';
export { figuresIn, hasPictures } from './pictures.ts';
export { addressOf } from './places.ts';
export { type Presentations, presentationOf } from './presentation.ts';
export { printedAs, printedOnPaper } from './printed.ts';
export { withRemarkColumn } from './proof-column.ts';
export { proofSheet, withFrontSection } from './proof-sheet.ts';
export { type EventRecord, eventRecords } from './records.ts';
export { redline } from './redline.ts';
export { Rendered } from './rendered.ts';
export { accept, changeOf, lastWords, reject, settled } from './resolve-changes.ts';
export { editionHead, headsOf, withoutColon } from './run-heads.ts';
export type { EventSchedule, EventTime } from './schedule.ts';
export { tablesOf } from './tables.ts';
export { howToSection } from './text-section.ts';
export { documentTexts, printedTexts, wordsOf } from './texts.ts';
export { columnHeading } from './theme-table.ts';
export { cellParagraphs, timetableList } from './timetable-words.ts';
export { type Untracked, untrackedIn } from './untracked.ts';
export { noveltyOf } from './whats-new.ts';

/** Loads the module that lists what is new since an edition. */
export const loadWhatsNew = () => import('./whats-new.ts');
