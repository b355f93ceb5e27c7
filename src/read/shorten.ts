import { ellipsis } from '../model/ellipsis.ts';

/** A text from the user's files as messages show it: no longer than 60 characters; what a terminal would obey is escaped where it is written. */
export const shorten = (text: string): string => ellipsis(text, 60);
