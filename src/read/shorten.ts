import { ellipsis } from '../model/ellipsis.ts';

/** A text from the user's files as messages show it: no longer than 60 characters, and none that a terminal does not print. */
export const shorten = (text: string): string =>
  ellipsis(text.slice(0, 200).replace(/\p{C}/gu, '\u00b7'), 60);
