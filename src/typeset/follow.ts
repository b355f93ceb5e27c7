/**
 * Decides where sections begin: on a new page, or below the previous section. This module knows only heights, not
 * content; all lengths are in points. A table can begin below another section if there is enough space for its header
 * and two rows. Below text, a table can begin only if the text fills less than half of the page, or less than a third
 * if the text is a part such as a foreword. Running text can begin below another section if it fits as a whole or if
 * most of the page is free. Text in columns and a colophon can do so if they fit as a whole, and an index if a quarter
 * of the page is free. A section whose last page would be almost empty begins on a new page, unless this would need an
 * additional page or leave the previous page less than a third full, or unless another theme can fill the last page.
 */
import type { Design } from '../design/index.ts';
import { eventsIn, type Section } from '../document/index.ts';
import { type Box, type Placement, paginate, paginateLevel, tallestOf } from './paginate.ts';

/** Themes can share pages with each other if they have at most this many events per theme on average. */
const MANY_ROWS = 60;

/** A last page counts as almost empty if less than 1/LITTLE of it is filled. */
const LITTLE = 5;

/** Which sections may share a page: all; none; or all, except that two themes never share one. */
export type Sharing = 'all' | 'none' | 'one-theme';

/** How the sections of a document share pages. */
export function sharingOf(
  { sections }: { sections: readonly Section[] },
  { sections: look }: Design,
): Sharing {
  if (look.follow !== 'auto') return look.follow === 'together' ? 'all' : 'none';
  const themes = sections.flatMap(({ blocks }) => {
    const rows = blocks.filter(({ kind }) => kind === 'table' || kind === 'events');
    return rows.length === 0 ? [] : [rows.flatMap(eventsIn).length];
  });
  const isLong = themes.reduce((sum, rows) => sum + rows, 0) > MANY_ROWS * themes.length;
  return isLong ? 'one-theme' : 'all';
}

/** The layout by which a section is placed: a timetable that is printed as a list, without a grid, is a table. */
export function placedAs(layout: Section['layout'], content: readonly { kind: string }[]): Section['layout'] {
  const isList = layout === 'timetable' && content.every(({ kind }) => kind !== 'timetable');
  return isList ? 'table' : layout;
}

/**
 * Whether a section can share pages. All sections with a title can share pages, except timetables, which fill their
 * pages, and the back cover.
 */
export function sharesPages(layout: Section['layout'], isTitled: boolean, sharing: Sharing): boolean {
  return sharing !== 'none' && isTitled && layout !== 'timetable' && layout !== 'back';
}

/** The content below which a section that shares pages may begin. */
export function aboveOf(
  layout: Section['layout'],
  above: Above | undefined,
  sharing: Sharing,
): Above | undefined {
  const areThemes = above !== undefined && isTheme(above.layout) && isTheme(layout);
  return areThemes && sharing === 'one-theme' ? undefined : above;
}

export const isTheme = (layout: Section['layout']): boolean => layout === 'table' || layout === 'list';

/**
 * Whether an item of a list stays on the page of the next item, so that the first and the last item are never alone.
 */
export const keepsNext = (index: number, items: number): boolean =>
  (index === 0 && items > 1) || isLastButOne(index, items);

/**
 * Whether an item is the last but one of its list. In an index, this item stays with the next item, so that the last
 * entry of a group does not begin a column.
 */
export const isLastButOne = (index: number, items: number): boolean => index === items - 2;

/** A section, divided into boxes. */
export interface SectionBoxes {
  layout: Section['layout'];
  /** Layout of the next section. */
  next?: Section['layout'] | undefined;
  boxes: readonly Box[];
  /** Number of columns. */
  columns: number;
  /** Height of the section's title on the first page. */
  top: number;
  /** Minimum height of the section on its first page: the height of its title, if the title is next to the text. */
  least: number;
}

/** A placed section; distances are measured from the top of the page. */
export interface PlacedSection {
  placements: Placement[];
  /** Whether the section begins on the page on which the previous section ends, and the distance at which it begins. */
  follows: boolean;
  start: number;
  /** Number of pages of the section. */
  pages: number;
  /** The position of the section's end on its last page; undefined for columns that are not balanced. */
  end: number | undefined;
}

/** The content of a page on which a section may begin. */
export interface Above {
  layout: Section['layout'];
  /** The position at which this content ends, including the following space. */
  end: number;
  /** Name of the part, if the section is a text written by a person. */
  part?: string | undefined;
}

/**
 * Places a section.
 *
 * @param height height of a page
 * @param above the content below which the section may begin
 */
export function placeSection(section: SectionBoxes, height: number, above: Above | undefined): PlacedSection {
  const below = above === undefined ? undefined : placeBelow(section, height, above);
  return below ?? placeOnNewPage(section, height);
}

function placeBelow(section: SectionBoxes, height: number, above: Above): PlacedSection | undefined {
  const { layout, boxes, columns, top, least } = section;
  const start = above.end;
  if (start + Math.max(top, least) > height) return undefined;
  if (layout === 'index')
    return placeIndex(section, height, start, above.layout === 'index' ? 1 / 12 : 1 / 4);
  if (columns > 1) {
    const whole = balanced(boxes, columns, start + top, height);
    return whole && { ...whole, follows: true, start, pages: 1 };
  }
  const most = isTheme(above.layout) ? 1 : above.part === undefined ? 1 / 2 : 1 / 3;
  if (isTheme(layout) && start > most * height) return undefined;
  const first = boxes.findIndex(({ table }) => table !== undefined);
  const kept = boxes.map((box, index): Box => {
    const placed = index === 0 ? { ...box, gap: 0 } : box;
    const next = boxes[index + 1];
    const keeps =
      index === first && next?.table === box.table && isShort(box.height, next?.height ?? 0, height);
    return keeps ? { ...placed, keepWithNext: true } : placed;
  });
  const placements = paginate(kept, () => height, start + top);
  const begins = placements[0]?.frame === 0;
  const fits = placements.at(-1)?.frame === 0 || isTheme(layout) || (layout === 'text' && start < height / 3);
  if (!begins || !fits) return undefined;
  const below = placed(section, placements, start);
  const isAlmostEmpty = start < height / 3;
  return !isAlmostEmpty && leavesLittle(section, below, height) ? undefined : { ...below, follows: true };
}

/**
 * Whether a section that begins below another section ends on an additional, almost empty page that it would not need
 * if it began on a new page. The last page of a theme does not count if the next theme can fill it.
 */
function leavesLittle(
  section: SectionBoxes,
  { pages, placements }: Omit<PlacedSection, 'follows'>,
  height: number,
): boolean {
  if (isTheme(section.layout) && section.next !== undefined && isTheme(section.next)) return false;
  const last = placements.at(-1);
  if (pages === 1 || last === undefined || last.y + last.height > height / LITTLE) return false;
  return placed(section, inFrames(section, height, 0), 0).pages < pages;
}

/**
 * Whether the rows below a title at the foot of a page would take too little space: the first one less than a sixth of
 * the page, or the first two at most a third.
 */
function isShort(first: number, second: number, page: number): boolean {
  return first < page / 6 || first + second <= page / 3;
}

function placeOnNewPage(section: SectionBoxes, height: number): PlacedSection {
  const index = section.layout === 'index' ? placeIndex(section, height, 0, 0) : undefined;
  const set = index ?? placed(section, inFrames(section, height, 0), 0);
  return { ...set, follows: false };
}

/**
 * Places the boxes in the columns of pages; the first page is already filled down to `start`. Columns of a text that
 * fits on one page are balanced.
 */
function inFrames(section: SectionBoxes, height: number, start: number): Placement[] {
  const { boxes, columns, top, layout } = section;
  const above = start + top;
  const level = columns > 1 && layout === 'text' ? paginateLevel(boxes, columns, height - above) : undefined;
  const placements =
    level?.placements ?? paginate(boxes, (frame) => (frame < columns ? height - above : height));
  return placements.map((placement) =>
    placement.frame < columns ? { ...placement, y: placement.y + above } : placement,
  );
}

function placed(
  { columns, top, least, layout }: SectionBoxes,
  placements: Placement[],
  start: number,
): Omit<PlacedSection, 'follows'> {
  const pages = 1 + Math.floor((placements.at(-1)?.frame ?? 0) / columns);
  const bottom = lastBottom({ placements, pages }, columns, pages === 1 ? start + Math.max(top, least) : 0);
  return { placements, start, pages, end: layout === 'index' || layout === 'colophon' ? undefined : bottom };
}

/**
 * Lower edge of the lowest box on the last page, in points below the top of the body. The result is never less than
 * `least`.
 */
export function lastBottom(
  { pages, placements }: Pick<PlacedSection, 'pages' | 'placements'>,
  columns: number,
  least = 0,
): number {
  const last = placements.filter(({ frame }) => Math.floor(frame / columns) === pages - 1);
  return Math.max(least, ...last.map(({ y, height }) => y + height));
}

/**
 * Places an index, with balanced columns on its last page. The index begins below another section if at least `share`
 * of the page is free, or if the whole index fits.
 */
function placeIndex(
  section: SectionBoxes,
  height: number,
  start: number,
  share: number,
): PlacedSection | undefined {
  const { boxes, columns, top } = section;
  const onePage = balanced(boxes, columns, start + top, height);
  if (onePage !== undefined) return { ...onePage, follows: true, start, pages: 1 };
  const room = height - start - top;
  if (start > 0 && room < Math.max(share * height, tallestOf(boxes))) return undefined;
  const placements = inFrames(section, height, start);
  const pages = 1 + Math.floor((placements.at(-1)?.frame ?? 0) / columns);
  const before = (pages - 1) * columns;
  const first = placements.findIndex(({ frame }) => frame >= before);
  const from = placements[first]?.from ?? 0;
  const last =
    from > 0 || pages === 1 ? undefined : lastPage(section, placements.slice(0, first + 1), height);
  if (last === undefined) return { placements, follows: true, start, pages, end: undefined };
  const moved = last.placements.map((placement) => ({
    ...placement,
    box: placement.box + last.box,
    frame: placement.frame + before,
  }));
  const all = [...placements.filter(({ box }) => box < last.box), ...moved];
  return { placements: all, follows: true, start, pages, end: last.end };
}

/**
 * The balanced columns of the last page of an index, and its first box. If the groups on the last page do not fill all
 * columns, groups are moved there from the last column of the previous page. A group is recognised by the gap above it,
 * which is the widest gap.
 *
 * @param before the placements up to and including the first placement on the last page
 */
function lastPage({ boxes, columns }: SectionBoxes, before: readonly Placement[], height: number) {
  const from = (box: number, rest = boxes.slice(box)) => {
    const page = balanced(rest, columns, 0, height);
    return page && { ...page, box };
  };
  const widest = boxes.reduce((most, { gap = 0 }) => Math.max(most, gap), 0);
  const [next, ...earlier] = before.toReversed();
  const page = from(next?.box ?? 0);
  const groups = earlier.filter(
    ({ box, frame }, index) =>
      frame === earlier[0]?.frame &&
      frame === earlier[index + 1]?.frame &&
      boxes[box]?.gap === widest &&
      boxes[box - 1]?.keepWithNext !== true,
  );
  let fuller = page;
  for (const { box } of groups) {
    if (fuller === undefined || fuller.placements.at(-1)?.frame === columns - 1) break;
    fuller = from(box);
  }
  if (fuller === undefined || fuller.placements.at(-1)?.frame !== columns - 1) return page;
  if (fuller.box === page?.box) return page;
  const rest = boxes.slice(fuller.box);
  const isWithNext = (index: number): boolean => (rest[index + 1]?.gap ?? widest) !== widest;
  const unsplit = from(
    fuller.box,
    rest.map((box, index) => (isWithNext(index) ? { ...box, keepWithNext: true } : box)),
  );
  // Groups are split between columns only if the columns would otherwise become more than 50% higher.
  return unsplit !== undefined && 2 * (unsplit.end - fuller.end) <= fuller.end ? unsplit : fuller;
}

/** Boxes on one page, below existing content, in columns of equal height; undefined if they do not fit. */
function balanced(
  boxes: readonly Box[],
  columns: number,
  above: number,
  height: number,
): { placements: Placement[]; end: number } | undefined {
  const level = paginateLevel(boxes, columns, height - above);
  return (
    level && {
      placements: level.placements.map((placement) => ({ ...placement, y: placement.y + above })),
      end: above + level.height,
    }
  );
}
