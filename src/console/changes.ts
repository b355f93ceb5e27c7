import { MESSAGES } from '../../languages/index.ts';
import { audienceOf, type Comparison } from '../compare/index.ts';
import type { ProposedChange, Standing } from '../proposal/index.ts';
import { changesAsText, proposalNotes } from '../report/index.ts';
import type { Console } from './console.ts';

/** Returns the lines that are printed below a change, by the id of the change. */
export type NotesOn = (id: string) => readonly string[];

/**
 * A comparison as text. The report is in the language of messages; titles are in the main language of the programme.
 */
export const changesInWords = (
  comparison: Comparison,
  { colour }: Console,
  {
    notesOn = () => [],
    ...options
  }: { notesOn?: NotesOn; all?: boolean | undefined; most?: number; hasIds?: boolean | undefined } = {},
): string =>
  changesAsText(comparison, {
    lang: MESSAGES,
    titles: comparison.new.language,
    colour,
    ...options,
    notesOn: ({ fingerprint }) => notesOn(fingerprint),
  });

/** Notes on the changes of a proposal. */
export function notesOnProposed(
  changes: readonly ProposedChange[],
  standings: ReadonlyMap<string, Standing>,
  comparison: Comparison,
  hasIds = false,
): NotesOn {
  const reader = audienceOf(comparison, MESSAGES, hasIds, comparison.new.language);
  const byId = new Map(changes.map((change) => [change.id, change]));
  return (id) => {
    const change = byId.get(id);
    return change === undefined ? [] : proposalNotes(change, reader, standings.get(id));
  };
}
