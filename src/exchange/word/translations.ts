/** Reads the translations in a returned two-column Word file. This module does no I/O. */
import { bookmarkName } from '../../document/index.ts';
import type { RichRun } from '../../model/index.ts';
import {
  runsIn,
  stampsOf,
  textInReading,
  type WordCell,
  type WordFile,
  type WordRow,
} from '../../read/docx/index.ts';
import type { Incoming } from '../incoming.ts';
import { messageOf } from '../messages.ts';
import { placeOf, plainWords, type ReturnedText, type Unit } from '../xliff/index.ts';
import { unitTarget } from './documents.ts';
import { authorOf, Leftovers } from './leftovers.ts';
import type { SentTexts } from './record.ts';

/**
 * The translations in a file. A row is identified by its bookmark. A row without a bookmark is identified by the source
 * text on the left and by the line above that text, which states the position of the text in the programme.
 *
 * @param units the translation units of the current programme
 */
export function translationsIn(
  file: WordFile,
  sent: Pick<SentTexts, 'units' | 'others'>,
  units: readonly Unit[],
): Pick<Incoming, 'comments' | 'leftovers'> & { texts: ReturnedText[] } {
  const ids = new Map([...sent.units, ...units].map(({ id }) => [bookmarkName(unitTarget(id)), id]));
  const sentById = new Map(sent.units.map((unit) => [unit.id, unit]));
  const places = new Map(units.map((unit) => [unit.id, placeOf(unit)]));
  const texts: ReturnedText[] = [];
  const left = new Leftovers(file, sent.others);
  const row = ({ cells, deleted }: WordRow): void => {
    const [source, target, ...others] = cells;
    if (deleted !== undefined || source === undefined) return;
    const id = cells
      .flatMap(({ paragraphs }) => paragraphs.flatMap(({ bookmarks }) => bookmarks))
      .map((name) => ids.get(name))
      .find((found) => found !== undefined);
    const known = sentById.get(id ?? '');
    const at = places.get(id ?? '') ?? {};
    for (const { paragraphs } of cells) left.notesOf(paragraphs, at);
    left.besideText(cells, at);
    const now = sourceOf(source, known?.source);
    const words = runsIn(target?.paragraphs ?? [], 'accepted');
    texts.push({
      id: id ?? '',
      ...(now.where === undefined ? {} : { where: now.where }),
      source: known?.source ?? now.source,
      ...(words.some(({ text }) => text.trim() !== '') && { target: words }),
      ...(known === undefined ? {} : { sent: known.target ?? [] }),
      // Word files do not contain translation states, so every text counts as translated.
      state: 'translated',
      ...authorOf(stampsOf(target?.paragraphs ?? [])),
    });
    if (known !== undefined && plainWords(now.source) !== plainWords(known.source))
      left.add(plainWords(now.source), messageOf('left-source-changed'), at);
    for (const { paragraphs } of others) {
      const words = textInReading(paragraphs, 'accepted');
      if (words !== '') left.add(words, messageOf('left-column'), at);
    }
  };
  for (const block of file.blocks)
    if (block.kind === 'table' && block.rows.some(({ cells }) => cells.length >= 2)) {
      for (const tableRow of block.rows)
        if (!tableRow.cells.every(({ paragraphs }) => left.isPrinted(paragraphs))) row(tableRow);
    } else left.block(block);
  left.end();
  return { texts, comments: left.comments, leftovers: left.unplaced };
}

/**
 * Splits the left cell of a row into the line that states the position of the text in the programme, and the source
 * text.
 */
function sourceOf({ paragraphs }: WordCell, sent: readonly RichRun[] | undefined) {
  const all = runsIn(paragraphs, 'accepted');
  const end = all.findIndex(({ text }) => text === '\n');
  if (end < 0 || (sent !== undefined && plainWords(all) === plainWords(sent))) return { source: all };
  return { where: plainWords(all.slice(0, end)), source: all.slice(end + 1) };
}
