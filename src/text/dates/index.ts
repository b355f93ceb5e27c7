/**
 * Converts planned dates from words in any language to EDTF, with the reasons if this is not possible, and from EDTF to
 * words.
 */
export { dateAndHours, hoursInText, isClocks, isPartOfDay } from './clock.ts';
export { CENTURY, type DateOptions, type DayOrder } from './date-cursor.ts';
export { comesAgain, tellsWhen } from './days-of-week.ts';
export { type DateFound, datesIn } from './find.ts';
export { firstDayOf } from './first-day.ts';
export { lexiconOf, monthNames } from './lexicon.ts';
export { numberedDay } from './numbered-day.ts';
export {
  isKnownToTheDay,
  localTime,
  type Moment,
  momentsOf,
  namesDoors,
  type Occurrence,
  occurrencesOf,
  weekdaysOf,
} from './occurrences.ts';
export { datesWithoutOrder, dayOrderOf } from './order.ts';
export { type DatePhrase, edtfOf, isOfDays, parseDatePhrase } from './parse.ts';
export { endsBeforeStart, type WeekdayClaim } from './resolve.ts';
export { type Token, tellsDate, tokensOf } from './tokens.ts';
export {
  dateForms,
  dateTerm,
  dateWords,
  dayHeading,
  dayWords,
  inMessage,
  periodHeading,
  periodWords,
  shortWeekday,
} from './words.ts';
export { momentOf, zonedTime } from './zones.ts';
