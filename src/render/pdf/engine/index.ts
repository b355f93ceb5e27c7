/** Writes fonts, pictures, the structure tree and pages as a PDF file, with pdfkit and react-pdf. */
export { type EmbeddedFont, embeddedFont } from './embedded-font.ts';
export { DECORATION, PAGINATION, PdfFile } from './pdf-file.ts';
export { pdfColour, pdfNumber } from './pdf-text.ts';
export { layOutPages, pagePainter } from './react-pages.ts';
export { type Attributes, type Element, type Rectangle, StructureTree } from './structure.ts';
export { type SubsetOf, subsets } from './subset.ts';
