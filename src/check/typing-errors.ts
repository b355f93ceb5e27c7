/**
 * Minimum number of letters of a word that can be corrected reliably; "co", for example, is not necessarily a mistyped
 * "quo".
 */
const MIN_LETTERS = 4;
/** Maximum number of characters of a misspelled word; longer strings are not words. */
const LONGEST = 40;
/** The letters that are omitted most often. */
const DROPPED = {
  Latin: ['a', 'e', 'i', 'n', 'r', 's', 't'],
  Cyrillic: ['а', 'е', 'и', 'н', 'о', 'р', 'с', 'т', 'ь'],
};
/** For each letter, the letters that may have been intended instead, which differ from it only by a diacritic. */
export type Diacritics = ReadonlyMap<string, readonly string[]>;

/** The first correct word that differs from a word only by a diacritic or by a doubled letter. */
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
 * The first correct word from which a word differs by a common typing error: a letter is added or omitted, two letters
 * are swapped, or a diacritic is wrong. In the first letter, only a wrong diacritic is corrected.
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

/** The first correct word among the variants of a word in which one letter is changed. */
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
