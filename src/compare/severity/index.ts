/** Determines the severity of a change from the text before and after it. */
export { isOfPeople, isOfPlaces } from './fields-of-names.ts';
export { countsOf } from './lists.ts';
export { isTimeWord } from './numerals.ts';
export { type Context, contextOf, severityOf } from './severity.ts';
