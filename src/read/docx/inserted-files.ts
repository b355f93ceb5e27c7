/**
 * Reads the text of drawings in a Word file. Inserted files are not read; only their names are reported, because Word
 * converts them to ordinary text when it saves the document.
 */

import { ifPossible } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import { ownProperty } from '../../model/index.ts';
import { messageOf } from '../file-messages.ts';
import { type Relations, readXml, type ZipPackage } from '../office/index.ts';

/**
 * The text of a drawing (one paragraph per line) or the name of an inserted file, with a description of where the text
 * is.
 */
export interface Inserted {
  words: string;
  where: Message;
}

/**
 * Reads the texts of drawings and the names of inserted and linked files in a document, by relation id.
 *
 * @throws UserError if a drawing is larger than the limit for files
 */
export async function readInserted(
  zip: ZipPackage,
  { parts, addresses }: Relations,
): Promise<Map<string, Inserted>> {
  const found = new Map<string, Inserted>();
  for (const { id, type, target } of parts) {
    const code = ownProperty(KINDS, type);
    if (code === undefined) continue;
    const name = target.slice(target.lastIndexOf('/') + 1);
    const words = DRAWINGS.has(type) ? await ifPossible(wordsOf(zip, target)) : name;
    const isRead = words !== undefined && zip.has(target);
    const where = messageOf(isRead || !DRAWINGS.has(type) ? code : 'word-drawing-unreadable');
    found.set(id, { words: isRead ? words : name, where });
  }
  for (const [id, address] of addresses)
    found.set(id, { words: address, where: messageOf('word-linked-file') });
  return found;
}

/** Message codes that describe the parts, keyed by relation type. */
const KINDS = {
  aFChunk: 'word-inserted-file',
  subDocument: 'word-sub-document',
  diagramData: 'word-diagram',
  chart: 'word-chart',
  chartEx: 'word-chart',
  oleObject: 'word-embedded-object',
  package: 'word-embedded-file',
  control: 'word-control',
} as const;

const DRAWINGS: ReadonlySet<string> = new Set(['diagramData', 'chart', 'chartEx']);

/** The text of a drawing, one paragraph per line. */
async function wordsOf(zip: ZipPackage, part: string): Promise<string> {
  const lines: string[] = [''];
  let isWords = false;
  await readXml(zip, part, {
    open(name) {
      isWords = name === 't' || name === 'v';
    },
    close(name) {
      isWords = false;
      if (name === 'p' || name === 'pt') lines.push('');
    },
    text(words) {
      if (isWords) lines[lines.length - 1] += words;
    },
  });
  return lines.filter((line) => line.trim() !== '').join('\n');
}
