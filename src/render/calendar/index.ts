/** iCalendar files. In: events of editions. Out: the bytes of a calendar, and the events that it leaves out. */
export { calendarEntries, type LeftOut } from './entries.ts';
export { calendarFile } from './ics.ts';
