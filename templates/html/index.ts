/** Templates of the web page: they take parts of a document and a design, and return elements and their styles. */
export type { DataOf } from './context.ts';
export type { PageDay } from './days.tsx';
export { EventPageView } from './event-page.tsx';
export { PageBody, PageHead } from './page.tsx';
export type { PagePictures, PictureSymbol, SourceOf } from './picture.tsx';
export { type ColumnSet, type Grid, styleSheet, type WebFont } from './style.ts';
