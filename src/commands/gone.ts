import { editionsInOrder, readLocks } from '../edition/files.ts';
import { titleIn } from '../model/event.ts';
import { DRAFT, type Programme } from '../model/programme.ts';
import type { Text } from '../model/text.ts';
import { readProgramme } from '../read/dataset.ts';

/**
 * The events of earlier editions that a programme has no more, each with the last edition that had it; the latest of them first.
 *
 * @param data folder of the dataset
 * @throws UserError when an earlier edition cannot be read
 */
export async function goneEvents(
  { edition, themes }: Programme,
  data: string,
): Promise<{ id: string; title: Text; edition: string }[]> {
  const names = editionsInOrder(await readLocks(data)).map((lock) => lock.edition);
  const earlier = edition === DRAFT ? names : names.slice(0, Math.max(0, names.indexOf(edition)));
  const known = new Set(themes.flatMap(({ events }) => events.map(({ id }) => id)));
  const gone: { id: string; title: Text; edition: string }[] = [];
  for (const name of earlier.reverse()) {
    const { config, themes: before } = await readProgramme(data, name);
    for (const event of before.flatMap(({ events }) => events)) {
      if (known.has(event.id)) continue;
      known.add(event.id);
      gone.push({ id: event.id, title: titleIn(event, config), edition: name });
    }
  }
  return gone;
}
