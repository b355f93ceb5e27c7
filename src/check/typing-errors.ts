/** Shorter words cannot be corrected reliably: co need not mean quo. */
const MIN_LETTERS = 4;
/** Longer strings are not misspelled words. */
const LONGEST = 40;
/** Letters that are dropped most often. */
const DROPPED = {
  Latin: ['a', 'e', 'i', 'n', 'r', 's', 't'],
  Cyrillic: ['а', 'е', 'и', 'н', 'о', 'р', 'с', 'т', 'ь'],
};
/** Letters that differ by a diacritic, which may be missing or superfluous: for each letter, the possible originals. */
export type Diacritics = ReadonlyMap<string, readonly string[]>;

/** The first correct word that differs from a word by a diacritic or a doubled letter. */
export function withDiacritic(
  word: string,
  marks: Diacritics,
  isRight: (word: string) => boolean,
): string | undefined {
  return first(word, isRight, (before, letter, after) => [
    ...marked(before, letter, after, marks),
    ...(before === '' ? [] : [before + letter + letter + after]),
  ]);
}

/**
 * The first correct word that differs from a word by a common typing error: a letter added or dropped, two letters
 * swapped, or a diacritic. The first letter can only differ by its diacritic.
 */
export function withoutTypingError(
  word: string,
  marks: Diacritics,
  isRight: (word: string) => boolean,
): string | undefined {
  if (word.length <= MIN_LETTERS) return undefined;
  const dropped = DROPPED[/\p{Script=Cyrillic}/u.test(word) ? 'Cyrillic' : 'Latin'];
  return first(word, isRight, (before, letter, after) => [
    ...marked(before, letter, after, marks),
    ...(before === ''
      ? []
      : [
          before + after,
          before + letter + letter + after,
          before + after.charAt(0) + letter + after.slice(1),
          ...dropped.map((other) => before + other + letter + after),
        ]),
  ]);
}

/** The first correct word among the variants that change one letter. */
function first(
  word: string,
  isRight: (word: string) => boolean,
  changed: (before: string, letter: string, after: string) => readonly string[],
): string | undefined {
  if (word.length > LONGEST) return undefined;
  for (const [at, letter] of [...word].entries()) {
    const others = changed(word.slice(0, at), letter, word.slice(at + 1));
    const right = others.find((other) => other !== word && isRight(other));
    if (right !== undefined) return right;
  }
  return undefined;
}

function marked(before: string, letter: string, after: string, marks: Diacritics): string[] {
  return (marks.get(letter) ?? []).map((other) => before + other + after);
}
