/** Writes lists within texts. Each list has its own numbering, so that Word needs one numbering instance per list. */
import { append, type Parts } from './parts.ts';

const NUMBERING = 'word/numbering.xml';

/** A list: its nesting level, and its first number if its items are numbered. */
export interface TextList {
  level: number;
  start: number | undefined;
}

/**
 * Adds a numbering instance for each list within texts to a package, formatted like the styles of its items.
 *
 * @returns the id of the instance of the first list; the ids of the other lists follow consecutively
 */
export function addLists(parts: Parts, lists: readonly TextList[]): number {
  const xml = parts.get(NUMBERING) ?? '';
  const ids = [...xml.matchAll(/<w:num w:numId="(\d+)"/g)].map(([, id]) => Number(id));
  const firstList = Math.max(0, ...ids) + 1;
  if (lists.length === 0) return firstList;
  // The last two abstract numberings that the docx library writes are for these lists: first the one for bullets, then
  // the one for numbers.
  const looks = [...xml.matchAll(/<w:abstractNum w:abstractNumId="(\d+)"/g)].map(([, id]) => id);
  const numbers = looks.at(-1);
  const signs = lists.some(({ start }) => start !== undefined) ? looks.at(-2) : numbers;
  const added = lists.map(({ level, start }, index) => {
    const look = start === undefined ? signs : numbers;
    const begin = `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start ?? 1}"/></w:lvlOverride>`;
    return `<w:num w:numId="${firstList + index}"><w:abstractNumId w:val="${look}"/>${begin}</w:num>`;
  });
  append(parts, NUMBERING, '</w:numbering>', added.join(''));
  return firstList;
}
