import { MESSAGES } from '../../languages/index.ts';
import type { Comparison } from '../compare/index.ts';
import type { Lang } from '../model/index.ts';
import type { ProposedChange, Standing } from '../proposal/index.ts';
import { changesAsText, proposalNotes } from '../report/index.ts';
import type { Console } from './console.ts';

/** Lines to be printed below a change, by its id. */
export type NotesOn = (id: string) => readonly string[];

/** A comparison as text in the language of messages, with titles in the main language of the programme. */
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
  main: Lang,
): NotesOn {
  const byId = new Map(changes.map((change) => [change.id, change]));
  return (id) => {
    const change = byId.get(id);
    return change === undefined ? [] : proposalNotes(change, main, standings.get(id));
  };
}
