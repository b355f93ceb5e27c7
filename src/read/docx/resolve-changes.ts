import { consecutive, paragraphsOf, type RichRun } from '../../model/index.ts';
import { joined, linkedWords, plainWords, writeInlineLines } from '../../text/index.ts';
import type { Piece, Stamp, WordParagraph } from './model.ts';

/** How to treat all tracked changes: as accepted or as rejected. */
export type Reading = 'accepted' | 'rejected';

/** The kind of tracked change whose text is omitted if all changes are accepted, and if all are rejected. */
const LEAVES = { accepted: 'deleted', rejected: 'inserted' } as const;

/**
 * The pieces of each paragraph with all changes accepted or rejected. A paragraph whose mark is omitted is merged with
 * the following paragraph.
 */
function settled(paragraphs: readonly WordParagraph[], reading: Reading): Piece[][] {
  const fate = LEAVES[reading];
  const merged = consecutive(paragraphs, (_, __, above) => above[fate] !== undefined);
  return merged.map((group) =>
    group.flatMap(({ pieces }) => pieces.filter((piece) => piece[fate] === undefined)),
  );
}

/** The formatted text of paragraphs with all changes accepted or rejected. Paragraphs are joined by line breaks. */
export function runsIn(paragraphs: readonly WordParagraph[], reading: Reading): RichRun[] {
  const lines = settled(paragraphs, reading)
    .map((pieces) => joined(pieces.flatMap(runsOfPiece)))
    .filter((runs) => runs.some(({ text }) => text.trim() !== ''));
  return joined(lines.flatMap((runs, index) => (index === 0 ? runs : [{ text: '\n' }, ...runs])));
}

function runsOfPiece({ text, strong, emphasis, link }: Piece): RichRun[] {
  const look = { ...(strong && { strong }), ...(emphasis && { emphasis }), ...(link && { link }) };
  return text
    .normalize('NFC')
    .replaceAll('\t', ' ')
    .split('\n')
    .flatMap((words, index) => [...(index === 0 ? [] : [{ text: '\n' }]), { text: words, ...look }]);
}

/** The text of paragraphs with all changes accepted or rejected, one paragraph per line. */
export function textInReading(paragraphs: readonly WordParagraph[], reading: Reading): string {
  return inLines(settled(paragraphs, reading).map(plainWords).join('\n'));
}

/** The text of paragraphs before and after their tracked changes. */
export function readingsOf(paragraphs: readonly WordParagraph[]): [before: string, after: string] {
  return [textInReading(paragraphs, 'rejected'), textInReading(paragraphs, 'accepted')];
}

/** The text of paragraphs with all changes accepted, and with the address of each link after the linked text. */
export function linkedWordsIn(paragraphs: readonly WordParagraph[]): string {
  return inLines(paragraphs.map((paragraph) => linkedWords(runsIn([paragraph], 'accepted'))).join('\n'));
}

/** Like `textInReading`, but with emphasis markup. */
export function markupInReading(paragraphs: readonly WordParagraph[], reading: Reading): string {
  return inLines(writeInlineLines(runsIn(paragraphs, reading)));
}

const inLines = (words: string): string =>
  paragraphsOf(words.replaceAll('\t', ' ')).join('\n').normalize('NFC');

/** The text that is still struck through or hidden after all changes have been accepted. */
export function wordsThatAre(look: 'struck' | 'hidden', paragraphs: readonly WordParagraph[]): string {
  return settled(paragraphs, 'accepted')
    .map((pieces) => plainWords(pieces.filter((piece) => piece[look])).trim())
    .filter((words) => words !== '')
    .join('\n');
}

/** The author and date of each tracked change in paragraphs, in document order. */
export function stampsOf(paragraphs: readonly WordParagraph[]): Stamp[] {
  return paragraphs.flatMap(({ pieces, inserted, deleted }) =>
    [...pieces.flatMap((piece) => [piece.inserted, piece.deleted]), inserted, deleted].filter(
      (stamp) => stamp !== undefined,
    ),
  );
}
