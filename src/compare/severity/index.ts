/** How much a change matters. In: the words before and after, and the edition they stand in. Out: the severity. */
export { isTimeWord } from './figures.ts';
export { type Context, contextOf, severityOf } from './severity.ts';
export { wordTest } from './word-list.ts';
