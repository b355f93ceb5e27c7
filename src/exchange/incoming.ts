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

/** Information about a change: its author, whether it was tracked, and, for a translation, its source text. */
export interface About extends Author {
  /** Set if the change was made without change tracking. */
  untracked?: true;
  /** For a translation, the text that was translated. */
  source?: { lang: Lang; words: string };
  /** Set if the translator has not marked the translation as finished. */
  unfinished?: true;
}

/** A comment, or a text that does not belong to any field of the dataset. */
export interface Leftover extends Author {
  words: string | Message;
  /** The position in the file, or the text to which the comment refers. */
  where?: string | Message;
  /** Id of the event and path of the field to which the text refers, if known. */
  event?: string;
  field?: string;
}

/** A returned file that has been opened, so that its bytes are read only once. */
export interface Opened {
  /** Path of the file, for messages. */
  file: string;
  bytes: Uint8Array;
}

/**
 * The changes in a returned file of any format, as two states of the programme. The differences between the two states
 * are proposed. The current draft, which may differ from both states, is compared later, in the same way for all
 * formats.
 */
export interface Incoming {
  /** The state before the changes; `from` describes it, such as `edition 2`. */
  base: Programme;
  from: Message;
  /** The state after the changes. */
  wished: Programme;
  /** Set if an event may have different ids in the two states, so that events must be matched by their content. */
  isCopy?: true;
  /**
   * The language of the printed texts in the file. Texts that do not exist in this language were printed in a different
   * language.
   */
  printedIn?: Lang;
  /** Returns information about the change to a field. */
  about?(place: Place): About;
  /** Comments in the file. */
  comments: readonly Leftover[];
  /** Text that does not belong to any field of the dataset. */
  leftovers: readonly Leftover[];
  /** Remarks on the file as a whole. */
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
 * @throws UserError if this name differs from the name of the draft
 */
export function requireOurs(name: string, { config }: Pick<Programme, 'config'>, file: string): void {
  if (name === config.name) return;
  throw new UserError(messageOf('file-of-another-programme', { found: name, own: config.name }), { file });
}
