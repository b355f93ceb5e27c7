import { withoutEmptyColumns } from './empty-columns.ts';
import type { Document } from './model.ts';
import { type Presentations, presented } from './presentation.ts';

/** What a design says of the content that is printed. */
export interface PrintedAs {
  table: { emptyColumns: 'kept' | 'dropped' };
  presentation: Presentations;
}

/** The document as a design prints it: with or without the columns that say nothing, and with its themes in tables or lists. */
export function printedAs(document: Document, { table, presentation }: PrintedAs): Document {
  return presented(table.emptyColumns === 'dropped' ? withoutEmptyColumns(document) : document, presentation);
}
