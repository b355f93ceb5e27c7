/** Determines the severity of a change from its old and new text. */
export { isOfPeople, isOfPlaces } from './fields-of-names.ts';
export { isTimeWord } from './numerals.ts';
export { type Context, contextOf, severityOf } from './severity.ts';
