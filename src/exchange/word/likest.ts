/** Finds the state and language of the programme from which a Word file without a record was made. Pure. */
import type { Lang, Programme } from '../../model/index.ts';
import { type WordFile, wordsIn } from '../../read/docx/index.ts';
import { wordsOfEvent } from '../places.ts';
import { otherWords } from './leftovers.ts';

export interface State {
  programme: Programme;
  lang: Lang;
}

/** The state with the most texts in the cells of a file before its tracked changes; if several are equal, the first. */
export function likestState(
  { blocks }: Pick<WordFile, 'blocks'>,
  states: readonly State[],
): State | undefined {
  const cells = blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .flatMap((row) => row.cells.map(({ paragraphs }) => otherWords(wordsIn(paragraphs, 'rejected'))));
  const said = new Set(cells);
  const scored = states.map((state) => ({ state, score: scoreOf(state, said) }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.find(({ score }) => score === best)?.state;
}

function scoreOf({ programme: { themes, config }, lang }: State, said: ReadonlySet<string>): number {
  return themes
    .flatMap(({ events }) => events.flatMap((event) => wordsOfEvent(event, config)))
    .filter((field) => field.lang === lang && said.has(otherWords(field.words))).length;
}
