import { type Problem, UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import type { Lang, Programme } from '../model/index.ts';
import { messageOf } from './messages.ts';
import type { Place } from './places.ts';

/** Author and date (YYYY-MM-DD) of a change or comment, if the file states them. */
export interface Author {
  by?: string;
  date?: string;
}

/** What is known about a change: its author, whether it was tracked, and its source text. */
export interface About extends Author {
  /** The change was made without change tracking. */
  untracked?: true;
  /** For a translation, the text that was translated. */
  source?: { lang: Lang; words: string };
  /** The translator has not marked the translation as finished. */
  unfinished?: true;
}

/** A comment, or a text that does not belong to any field of the dataset. */
export interface Leftover extends Author {
  words: string | Message;
  /** Position in the file, or the text to which the comment refers. */
  where?: string | Message;
  /** Id of the event and path of the field to which the text refers, if known. */
  event?: string;
  field?: string;
}

/** An opened file or folder. The bytes of a file are read only once. */
export interface Opened {
  /** Path of the file, for messages. */
  file: string;
  bytes: Uint8Array;
}

/**
 * Changes from outside, in any format, as two states of the programme. The differences between these states are
 * proposed. The current draft may differ from both states; it is compared later, in the same way for all formats.
 */
export interface Incoming {
  /** The state before the changes, and its description, such as `edition 2`. */
  base: Programme;
  from: Message;
  /** The state after the changes. */
  wished: Programme;
  /** Set if an event may have different ids in the two states. Events are then matched by their content. */
  isCopy?: true;
  /**
   * Language in which the file was printed. Texts that are missing in this language were printed in another language.
   */
  printedIn?: Lang;
  /** What is known about the change of a field. */
  about?(place: Place): About;
  /** Comments in the file. */
  comments: readonly Leftover[];
  /** Text that does not belong to any field of the dataset. */
  leftovers: readonly Leftover[];
  /** Remarks on the whole file. */
  notes: readonly Message[];
  /** Remarks on individual cells. */
  remarks?: readonly Problem[];
  /** Pictures that the file names but that are not in the dataset, each with its path. */
  pictures?: readonly { path: string; bytes: Uint8Array }[];
}

/**
 * Throws an error if a file was made from a different programme.
 *
 * @param name name of the programme in the file
 * @throws UserError if it is not the name of the draft
 */
export function requireOurs(name: string, { config }: Pick<Programme, 'config'>, file: string): void {
  if (name === config.name) return;
  throw new UserError(messageOf('file-of-another-programme', { found: name, own: config.name }), { file });
}
