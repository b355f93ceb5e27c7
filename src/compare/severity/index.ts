/** Determines the severity of a change from its text before and after. */
export { isOfPeople, isOfPlaces } from './fields-of-names.ts';
export { countsOf } from './lists.ts';
export { isTimeWord } from './numerals.ts';
export { type Context, contextOf, severityOf } from './severity.ts';
