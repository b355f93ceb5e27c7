import { type Codes, withCodes } from './codes.ts';
import { withoutEmptyColumns } from './columns.ts';
import type { Document } from './model.ts';
import { type Presentations, presented } from './presentation.ts';

/** The settings of a design that affect the printed content. */
export interface PrintedAs {
  table: { emptyColumns: 'kept' | 'dropped' };
  presentation: Presentations;
}

/** A document for paper: the result of `printedAs` with QR codes added. */
export function printedOnPaper(
  document: Document,
  design: PrintedAs & { codes?: Codes | undefined },
): Document {
  return printedAs(withCodes(document, design.codes), design);
}

/**
 * Applies those settings of a design that affect the content of a document: whether empty columns are printed, and how
 * themes present their events.
 */
export function printedAs(document: Document, { table, presentation }: PrintedAs): Document {
  return presented(table.emptyColumns === 'dropped' ? withoutEmptyColumns(document) : document, presentation);
}
