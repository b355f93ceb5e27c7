/** Writes events as an iCalendar file, and lists the events that it leaves out. */
export { calendarEntries, type LeftOut } from './entries.ts';
export { calendarFile } from './ics.ts';
