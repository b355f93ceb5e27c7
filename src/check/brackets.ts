/** Offsets of the faulty brackets in a text. */
export interface Brackets {
  /** Opening brackets that are never closed. */
  unclosed: number[];
  /** Closing brackets that have no opening bracket. */
  unopened: number[];
  /** Doubled brackets: `((`, `))`. */
  doubled: number[];
  /** Pairs of brackets without content. */
  empty: number[];
}

const BRACKETS = /[()[\]]/gu;
/** The text before a closing bracket that ends an item label, such as a), 1), 1.) or ii). */
const ITEM = /(?:^|[\s(])(?:\p{L}|\d{1,2}\.?|[ivx]{1,4})$/u;
const FACE = /(?:[:=]|(?:^|\s);)['’]?-?\)*$/u;

/** Finds faulty round and square brackets in a text. */
export function bracketsIn(words: string): Brackets {
  const result: Brackets = { unclosed: [], unopened: [], doubled: [], empty: [] };
  if (!/[()[\]]/.test(words)) return result;
  const open: number[] = [];
  const pairs = new Map<number, number>();
  let closed: number | undefined;
  for (const { 0: bracket, index } of words.matchAll(BRACKETS)) {
    if (bracket === '(' || bracket === '[') {
      open.push(index);
      continue;
    }
    const partner = open.at(-1);
    if (partner !== undefined && words[partner] === (bracket === ')' ? '(' : '[')) {
      open.pop();
      closed = index;
      pairs.set(partner, index);
      if (isEmpty(words, partner, index)) result.empty.push(partner);
    } else if (!isItemOrFace(words.slice(Math.max(0, index - 6), index))) {
      const isAfterPair = words[index - 1] === bracket && closed === index - 1;
      // Several closing brackets without any opening bracket are a smiley.
      if (words[index + 1] === bracket || (words[index - 1] === bracket && !isAfterPair)) continue;
      if (isAfterPair) result.doubled.push(index - 1);
      else result.unopened.push(index);
    }
  }
  for (const [start, end] of pairs) {
    if (words[start + 1] === words[start] && pairs.get(start + 1) === end - 1) result.doubled.push(start);
  }
  for (const start of open) {
    if (words[start + 1] === words[start] && pairs.has(start + 1)) result.doubled.push(start);
    else result.unclosed.push(start);
  }
  return result;
}

function isItemOrFace(before: string): boolean {
  return ITEM.test(before) || FACE.test(before);
}

/**
 * Whether a pair of brackets is empty and is a fault. Empty brackets directly after a word can be part of a name, such
 * as print().
 */
function isEmpty(words: string, start: number, end: number): boolean {
  return words.slice(start + 1, end).trim() === '' && /^$|\s/u.test(words[start - 1] ?? '');
}
