/** Data that the parts of a page share. */
import type { Design } from '../../src/design/index.ts';
import type { accentNumbersOf, Document, Row, Table } from '../../src/document/index.ts';
import type { Lang } from '../../src/model/index.ts';
import type { PagePictures } from './picture.tsx';

/**
 * Attributes by which the script finds events: tokens of their filter values, their times, their places, and whether
 * they are cancelled or postponed.
 */
export type DataOf = (row: Pick<Row, 'facets' | 'schedule' | 'places' | 'marks'>) => {
  'data-f'?: string;
  'data-t'?: string;
  'data-off'?: '';
  'data-p'?: string;
};

/** Data about the whole page that the parts of the page need. */
export interface PageContext {
  design: Design;
  words: Document['words'];
  /** Language of the page. */
  lang: Lang;
  /** CSS class for the columns of a table, to which the style sheet assigns widths. */
  columnsOf(table: Table): string;
  dataOf: DataOf;
  /** Number of the accent colour of each theme and event. */
  accents: ReturnType<typeof accentNumbersOf>;
  /** Whether every other row is shaded. */
  isBanded: boolean;
  /** Whether the printed numbers of events are ids of elements, to which the many index entries link. */
  hasNumbers: boolean;
  /** Whether indexes are so long that their entries contain only the numbers of events. */
  isShort: boolean;
  /** Folder of the pages of events, if they have any. */
  eventFolder?: string | undefined;
  pictures: PagePictures;
}
