import { type Problem, UserError } from '../errors.ts';
import type { Lang, Programme } from '../model/index.ts';
import { messageOf } from './messages.ts';
import type { Place } from './places.ts';

/** Who wrote something, and when (YYYY-MM-DD), as far as a file tells. */
export interface Author {
  by?: string;
  date?: string;
}

/** Facts about a change: author, tracking, source. */
export interface About extends Author {
  /** It was not tracked by the program that it was made with. */
  untracked?: true;
  /** Of a translation: the words that it was made from. */
  source?: { lang: Lang; words: string };
  /** The translator has not marked it as finished. */
  unfinished?: true;
}

/** Comments, and words that have no place in the dataset. */
export interface Leftover extends Author {
  words: string;
  /** Where they stand in the file, or the words that they are about. */
  where?: string;
  /** Id of the event, and the field that they are about, where they are known. */
  event?: string;
  field?: string;
}

/** A file or folder that was opened: its bytes are read once. */
export interface Opened {
  /** Its path, for messages. */
  file: string;
  bytes: Uint8Array;
}

/**
 * What came in from outside, in whatever format, as two states of one programme: what differs from one to the other is proposed. Its
 * standing beside the draft, which may have changed since, is found later and for all formats alike.
 */
export interface Incoming {
  /** The state that it starts from, and what that is in words, such as `edition 2`. */
  base: Programme;
  from: string;
  /** The state that it asks for. */
  wished: Programme;
  /** Events of the wished state may have other ids than in the base: they are found by their words. */
  isCopy?: true;
  /** Language that its texts were printed in; words in others stood there for want of them. */
  printedIn?: Lang;
  /** Facts about the change at a place. */
  about?(place: Place): About;
  /** Comments on its texts. */
  comments: readonly Leftover[];
  /** Words for which there is no place in the dataset. */
  leftovers: readonly Leftover[];
  /** Remarks on the file as a whole. */
  notes: readonly string[];
  /** Remarks on its cells. */
  remarks?: readonly Problem[];
}

/**
 * Refuses a file that was made of another programme.
 *
 * @param name name of the programme, as the file says it
 * @throws UserError when it is not that of the draft
 */
export function requireOurs(name: string, { config }: Pick<Programme, 'config'>, file: string): void {
  if (name === config.name) return;
  throw new UserError({
    ...messageOf('file-of-another-programme', { found: name, own: config.name }),
    at: { file },
  });
}
