/** How much a change matters. In: the words before and after, and the edition they stand in. Out: the severity. */
export { isOfPeople, isOfPlaces } from './fields-of-names.ts';
export { isTimeWord } from './figures.ts';
export { type Context, contextOf, severityOf } from './severity.ts';
