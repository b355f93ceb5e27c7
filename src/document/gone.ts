import { type Programme, titleIn } from '../model/index.ts';
import type { Document, GoneEvent } from './model.ts';
import type { NumberedTheme } from './numbered.ts';
import type { Wording } from './wording.ts';

/**
 * The events that are no longer in a document, each with the last edition that contained it. The events that
 * disappeared last come first. The result is an empty object if there are no such events.
 *
 * @param themes the themes of the document
 * @param earlier the earlier editions of the programme, the oldest first
 */
export function goneEvents(
  themes: readonly NumberedTheme[],
  earlier: readonly Programme[],
  { say, runs }: Wording,
): Pick<Document, 'gone'> {
  const known = new Set(themes.flatMap(({ events }) => events.map(({ event }) => event.id)));
  const removed: GoneEvent[] = [];
  for (const { edition, config, themes: before } of [...earlier].reverse())
    for (const event of before.flatMap(({ events }) => events)) {
      if (known.has(event.id)) continue;
      known.add(event.id);
      removed.push({ id: event.id, title: runs.paragraph(titleIn(event, config)), edition });
    }
  return removed.length === 0
    ? {}
    : { gone: { title: say.removed, note: say.screen.goneNote, events: removed } };
}
