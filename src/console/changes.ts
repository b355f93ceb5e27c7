import { MESSAGES } from '../../languages/index.ts';
import type { Comparison } from '../compare/change.ts';
import type { Lang } from '../model/text.ts';
import type { Standing } from '../proposal/decide.ts';
import type { ProposedChange } from '../proposal/schema.ts';
import { changesAsText } from '../report/changes-text.ts';
import { proposalNotes } from '../report/proposal-text.ts';
import type { Console } from './console.ts';

/** What is to be said of a change, below it. */
export type NotesOn = (id: string) => readonly string[];

/** A comparison in words, in the language of messages. */
export const changesInWords = (
  comparison: Comparison,
  { colour }: Console,
  notesOn: NotesOn = () => [],
): string =>
  changesAsText(comparison, {
    lang: MESSAGES,
    colour,
    notesOn: ({ fingerprint }) => notesOn(fingerprint),
  });

/** What is to be said of the changes of a proposal. */
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
