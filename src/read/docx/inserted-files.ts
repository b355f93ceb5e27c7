/**
 * Reads the text of drawings inside a Word file. Inserted files are only named, because Word turns them into ordinary
 * text when it saves a document.
 */

import { ifPossible } from '../../errors.ts';
import { type Relations, readXml, type ZipPackage } from '../office/index.ts';

/** The text of a drawing (one paragraph per line) or the name of a file, and a description of its type. */
export interface Inserted {
  words: string;
  where: string;
}

/**
 * The text of the parts that a document refers to, by relation id. Parts that the reader of the document handles
 * itself are omitted.
 *
 * @throws UserError if a drawing is larger than the limit for files
 */
export async function readInserted(
  zip: ZipPackage,
  { parts, addresses }: Relations,
): Promise<Map<string, Inserted>> {
  const found = new Map<string, Inserted>();
  for (const { id, type, target } of parts) {
    const where = KINDS[type];
    if (where === undefined) continue;
    const name = target.slice(target.lastIndexOf('/') + 1);
    const words = DRAWINGS.has(type) ? await ifPossible(wordsOf(zip, target)) : name;
    const isRead = words !== undefined && zip.has(target);
    found.set(id, isRead ? { words, where } : { words: name, where: `${where}, which cannot be read` });
  }
  for (const [id, address] of addresses)
    found.set(id, { words: address, where: 'another file, whose words are not in this one' });
  return found;
}

/** Descriptions of the parts, by relation type. */
const KINDS: Readonly<Record<string, string>> = {
  aFChunk: 'file inserted into the document, not read',
  subDocument: 'sub-document, not read',
  diagramData: 'diagram',
  chart: 'chart',
  chartEx: 'chart',
  oleObject: 'embedded object, not read',
  package: 'embedded file, not read',
  control: 'control, not read',
};

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
