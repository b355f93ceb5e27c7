import { MESSAGES } from '../../languages/index.ts';
import { audienceOf, type Comparison } from '../compare/index.ts';
import type { ProposedChange, Standing } from '../proposal/index.ts';
import { type ChangesTextOptions, changesAsText, proposalNotes } from '../report/index.ts';
import type { Console } from './console.ts';

/** A function that returns the lines to print below a change. */
export type NotesOn = NonNullable<ChangesTextOptions['notesOn']>;

/** Formats a comparison as text in the language of the messages. Titles are in the main language of the programme. */
export const changesInWords = (
  comparison: Comparison,
  { colour }: Console,
  options: Partial<ChangesTextOptions>,
): string =>
  changesAsText(comparison, { lang: MESSAGES, titles: comparison.new.language, colour, ...options });

/** Creates the function that returns the notes on the changes in a proposal. */
export function notesOnProposed(
  changes: readonly ProposedChange[],
  standings: ReadonlyMap<string, Standing>,
  comparison: Comparison,
  hasIds = false,
): NotesOn {
  const reader = audienceOf(comparison, MESSAGES, hasIds, comparison.new.language);
  const byId = new Map(changes.map((change) => [change.id, change]));
  return ({ fingerprint: id }) => {
    const change = byId.get(id);
    return change === undefined ? [] : proposalNotes(change, reader, standings.get(id));
  };
}
