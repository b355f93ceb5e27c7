/** Finds the state and language of the programme from which a Word file without a record was made. Pure. */
import type { Lang, Programme } from '../../model/index.ts';
import { textInReading, type WordFile } from '../../read/docx/index.ts';
import { withWordsFromValues } from '../../text/index.ts';
import { wordsOfEvent } from '../places.ts';
import { otherWords } from './leftovers.ts';

export interface State {
  programme: Programme;
  lang: Lang;
}

/**
 * The state with the most texts that occur in the cells of a file, read with its tracked changes rejected. If several
 * states have equally many, the first one is used.
 */
export function likestState(
  { blocks }: Pick<WordFile, 'blocks'>,
  states: readonly State[],
): State | undefined {
  const cells = blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .flatMap((row) => row.cells.map(({ paragraphs }) => otherWords(textInReading(paragraphs, 'rejected'))));
  const said = new Set(cells);
  const scored = states.map((state) => ({ state, score: scoreOf(state, said) }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.find(({ score }) => score === best)?.state;
}

/** The number of texts of a state that a file contains as they are printed in the language of the state. */
function scoreOf({ programme, lang }: State, said: ReadonlySet<string>): number {
  const { themes, config } = withWordsFromValues(programme, lang);
  return themes
    .flatMap(({ events }) =>
      events.flatMap((event) => {
        const texts = wordsOfEvent(event, config);
        const own = texts.filter((text) => text.lang === lang);
        const translated = new Set(own.map(({ field }) => field));
        const others = texts.filter((text) => text.lang === config.language && !translated.has(text.field));
        return [...own, ...others];
      }),
    )
    .filter(({ words }) => said.has(otherWords(words))).length;
}
