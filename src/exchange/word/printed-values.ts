import { normalWords } from '../../compare/index.ts';
import {
  type Event,
  eventTexts,
  type Lang,
  type Programme,
  textOf,
  withEvents,
  wordsIn,
} from '../../model/index.ts';
import { fromValue } from '../../text/index.ts';
import { eventWith } from '../places.ts';

/**
 * A state of the programme without the texts that were printed from values because the draft has no words for them in
 * the language. A correction of such a text is therefore a new text, not a change.
 */
export function withoutPrintedValues(state: Programme, draft: Programme, lang: Lang): Programme {
  const main = draft.config.language;
  if (lang === main) return state;
  const columns = eventTexts(draft.config);
  const drafts = new Map(draft.themes.flatMap(({ events }) => events.map((event) => [event.id, event])));
  const isPrinted = (event: Event, { column, kind }: (typeof columns)[number]): boolean => {
    const own = drafts.get(event.id);
    const text = own && textOf(own, column);
    const words = wordsIn(textOf(event, column), lang, main);
    if (text === undefined || words === undefined || wordsIn(text, lang, main) !== undefined) return false;
    const printed = fromValue({ kind, text, when: own?.when }, lang, main);
    return printed !== undefined && normalWords(printed) === normalWords(words);
  };
  return withEvents(state, (events) =>
    events.map((event) =>
      columns
        .filter((column) => isPrinted(event, column))
        .reduce((own, { path }) => eventWith(own, { field: path, lang }, main), event),
    ),
  );
}
