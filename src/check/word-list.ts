/** The project's own words: those that no dictionary knows, and those that it does not want. */
export interface WordList {
  /** Words and names that are right. */
  right: ReadonlySet<string>;
  /** Words that are wrong here, in lower case, and what to write. */
  unwanted: ReadonlyMap<string, string>;
}

/**
 * Reads a word list: one word a line, `wrong > right` for a word that the project does not want, `#` begins a comment.
 * A word in small letters is right with a capital too.
 */
export function parseWordList(text: string): WordList {
  const right = new Set<string>();
  const unwanted = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [entry = ''] = line.split('#', 1);
    const [word = '', better] = entry.split('>').map((part) => part.trim());
    if (word === '') continue;
    if (better === undefined) right.add(word);
    else unwanted.set(word.toLowerCase(), better);
  }
  return { right, unwanted };
}
