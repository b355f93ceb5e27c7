/**
 * PDF files: fonts, pictures, structure tree and pages on top of pdfkit and react-pdf. In: what is drawn. Out: bytes.
 */
export { type EmbeddedFont, embeddedFont } from './embedded-font.ts';
export { DECORATION, PAGINATION, PdfFile } from './pdf-file.ts';
export { pdfColour, pdfNumber } from './pdf-text.ts';
export { layOutPages, pagePainter } from './react-pages.ts';
export { type Attributes, type Element, type Rectangle, StructureTree } from './structure.ts';
export { type SubsetOf, subsets } from './subset.ts';
