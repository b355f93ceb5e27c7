/** The project's word list: words that no dictionary contains, and words that the project rejects. */
export interface WordList {
  /** Correct words and names. */
  right: ReadonlySet<string>;
  /** The replacements of rejected words. The keys are the rejected words in lower case. */
  unwanted: ReadonlyMap<string, string>;
}

/**
 * Parses a word list: each line contains a word or name, or `wrong > right` for a rejected word; `#` begins a comment.
 * A word in lower case is also correct if capitalised. Each word of a name is also correct on its own.
 */
export function parseWordList(text: string): WordList {
  const right = new Set<string>();
  const unwanted = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [entry = ''] = line.split('#', 1);
    const [word = '', better] = entry.split('>').map((part) => part.trim());
    if (word === '') continue;
    if (better === undefined) for (const [part] of word.matchAll(/[^\s&]+/g)) right.add(part);
    else unwanted.set(word.toLowerCase(), better);
  }
  return { right, unwanted };
}
