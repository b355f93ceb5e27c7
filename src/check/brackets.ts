/** Brackets of a text that are not as they should be. */
export interface Brackets {
  /** Opening brackets that nothing closes. */
  unclosed: number[];
  /** Closing brackets that nothing opened. */
  unopened: number[];
  /** Where two brackets stand for one: `((`, `))`. */
  doubled: number[];
  /** Where a pair encloses nothing. */
  empty: number[];
}

const BRACKETS = /[()[\]]/gu;
/** a), 1), 1.) and ii) at the head of an item, and a face: :-) */
const ITEM = /(?:^|[\s(])(?:\p{L}|\d{1,2}\.?|[ivx]{1,4})$/u;
const FACE = /(?:[:=]|(?:^|\s);)['’]?-?\)*$/u;

/** Looks at the brackets of a text, round and square. */
export function bracketsIn(words: string): Brackets {
  const result: Brackets = { unclosed: [], unopened: [], doubled: [], empty: [] };
  if (!/[()[\]]/.test(words)) return result;
  const open: number[] = [];
  const pairs = new Map<number, number>();
  for (const { 0: bracket, index } of words.matchAll(BRACKETS)) {
    if (bracket === '(' || bracket === '[') {
      open.push(index);
      continue;
    }
    const partner = open.at(-1);
    if (partner !== undefined && words[partner] === (bracket === ')' ? '(' : '[')) {
      open.pop();
      pairs.set(partner, index);
      if (isEmpty(words, partner, index)) result.empty.push(partner);
    } else if (!isItemOrFace(words.slice(Math.max(0, index - 6), index))) {
      if (words[index - 1] === bracket) result.doubled.push(index - 1);
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

/** Between words; behind a word the brackets may belong to a name: print(). */
function isEmpty(words: string, start: number, end: number): boolean {
  return words.slice(start + 1, end).trim() === '' && /^$|\s/u.test(words[start - 1] ?? '');
}
