import { type Codes, withCodes } from './codes.ts';
import { withoutEmptyColumns } from './empty-columns.ts';
import type { Document } from './model.ts';
import { type Presentations, presented } from './presentation.ts';

/** The settings of a design that affect the printed content. */
export interface PrintedAs {
  table: { emptyColumns: 'kept' | 'dropped' };
  presentation: Presentations;
}

/** A document for paper: with QR codes, otherwise as `printedAs` returns it. */
export function printedOnPaper(
  document: Document,
  design: PrintedAs & { codes?: Codes | undefined },
): Document {
  return printedAs(withCodes(document, design.codes), design);
}

/** Applies a design to the content of a document: with or without empty columns, and with themes as tables or lists. */
export function printedAs(document: Document, { table, presentation }: PrintedAs): Document {
  return presented(table.emptyColumns === 'dropped' ? withoutEmptyColumns(document) : document, presentation);
}
