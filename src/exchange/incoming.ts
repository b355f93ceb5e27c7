import { type Problem, UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import type { Lang, Programme } from '../model/index.ts';
import { messageOf } from './messages.ts';
import type { Place } from './places.ts';

/** Author and date (YYYY-MM-DD), if a file contains them. */
export interface Author {
  by?: string;
  date?: string;
}

/** Facts about a change: author, tracking, source. */
export interface About extends Author {
  /** The change was made without change tracking. */
  untracked?: true;
  /** For a translation: the text from which it was made. */
  source?: { lang: Lang; words: string };
  /** The translator has not marked the translation as finished. */
  unfinished?: true;
}

/** A comment, or text that matches no field of the dataset. */
export interface Leftover extends Author {
  words: string | Message;
  /** Position in the file, or the text that the comment is about. */
  where?: string | Message;
  /** Id of the event and name of the field concerned, if known. */
  event?: string;
  field?: string;
}

/** An opened file or folder. Its bytes are read once. */
export interface Opened {
  /** Path of the file, for messages. */
  file: string;
  bytes: Uint8Array;
}

/**
 * Changes from outside in any format, as two states of one programme: the differences between them are proposed. The
 * current draft may differ from both; that comparison is made later and is the same for all formats.
 */
export interface Incoming {
  /** The state before the changes, and its description, such as `edition 2`. */
  base: Programme;
  from: Message;
  /** The state with the changes. */
  wished: Programme;
  /** Set if an event can have different ids in the two states; events are then matched by their content. */
  isCopy?: true;
  /** Language in which the file was printed. Texts in other languages were printed as a fallback. */
  printedIn?: Lang;
  /** Facts about the change of a field. */
  about?(place: Place): About;
  /** Comments in the file. */
  comments: readonly Leftover[];
  /** Text that matches no field of the dataset. */
  leftovers: readonly Leftover[];
  /** Remarks on the whole file. */
  notes: readonly Message[];
  /** Remarks on single cells. */
  remarks?: readonly Problem[];
  /** Pictures that the file names but the dataset does not contain, each with its path. */
  pictures?: readonly { path: string; bytes: Uint8Array }[];
}

/**
 * Rejects a file that was made from a different programme.
 *
 * @param name name of the programme in the file
 * @throws UserError if it is not the name of the draft
 */
export function requireOurs(name: string, { config }: Pick<Programme, 'config'>, file: string): void {
  if (name === config.name) return;
  throw new UserError(messageOf('file-of-another-programme', { found: name, own: config.name }), { file });
}
