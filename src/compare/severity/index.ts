/** Severity of changes. In: the text before and after, and its edition. Out: the severity. */
export { isOfPeople, isOfPlaces } from './fields-of-names.ts';
export { isTimeWord } from './numerals.ts';
export { type Context, contextOf, severityOf } from './severity.ts';
