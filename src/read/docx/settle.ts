import type { RichRun } from '../../model/index.ts';
import { joined, linkedWords, writeInlineLines } from '../../text/index.ts';
import type { Piece, Stamp, WordParagraph } from './model.ts';

/** A reading of tracked changes: as if all were accepted, or as if all were rejected. */
export type Reading = 'accepted' | 'rejected';

/** The fate by which words are not in a reading. */
const LEAVES = { accepted: 'deleted', rejected: 'inserted' } as const;

/** The paragraphs of a reading: pieces that are not in it are left out, and paragraphs whose end is not in it are one with the next. */
function settled(paragraphs: readonly WordParagraph[], reading: Reading): Piece[][] {
  const fate = LEAVES[reading];
  const result: Piece[][] = [];
  let open: Piece[] | undefined;
  for (const paragraph of paragraphs) {
    const pieces = paragraph.pieces.filter((piece) => piece[fate] === undefined);
    if (open === undefined) {
      open = [...pieces];
      result.push(open);
    } else open.push(...pieces);
    if (paragraph[fate] === undefined) open = undefined;
  }
  return result;
}

/** The words of paragraphs in a reading with their looks; a line break stands between two. */
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

/** The words of paragraphs in a reading, a line each. */
export function wordsIn(paragraphs: readonly WordParagraph[], reading: Reading): string {
  return inLines(settled(paragraphs, reading).map(plainWords).join('\n'));
}

/** The same, addresses of links behind their words. */
export function linkedWordsIn(paragraphs: readonly WordParagraph[], reading: Reading): string {
  return inLines(paragraphs.map((paragraph) => linkedWords(runsIn([paragraph], reading))).join('\n'));
}

/** The same with the signs of emphasis. */
export function signedWordsIn(paragraphs: readonly WordParagraph[], reading: Reading): string {
  return inLines(writeInlineLines(runsIn(paragraphs, reading)));
}

const inLines = (words: string): string =>
  words
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
    .normalize('NFC');

const plainWords = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** Words that are struck out by hand, and stay when all changes are accepted. */
export function struckWords(paragraphs: readonly WordParagraph[]): string {
  return settled(paragraphs, 'accepted')
    .map((pieces) => plainWords(pieces.filter(({ struck }) => struck)).trim())
    .filter((words) => words !== '')
    .join('\n');
}

/** Everybody who changed paragraphs with tracking on, in the order of their changes. */
export function stampsOf(paragraphs: readonly WordParagraph[]): Stamp[] {
  return paragraphs.flatMap(({ pieces, inserted, deleted }) =>
    [...pieces.flatMap((piece) => [piece.inserted, piece.deleted]), inserted, deleted].filter(
      (stamp) => stamp !== undefined,
    ),
  );
}
