/** Web page templates. In: parts of a document and a design. Out: elements and their styles. */
export type { PageDay } from './days.tsx';
export type { PagePictures, PictureSymbol, SourceOf } from './picture.tsx';
export type { ColumnSet, WebFont } from './style.ts';
export type { DataOf } from './table.tsx';
export { HTML_TEMPLATES, type HtmlTemplates } from './templates.ts';
