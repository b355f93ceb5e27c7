/** Web page templates. In: parts of a document and a design. Out: elements and their styles. */
export type { PagePictures, PictureSymbol, SourceOf } from './picture.tsx';
export type { ColumnSet } from './style.ts';
export { HTML_TEMPLATES, type HtmlTemplates } from './templates.ts';
