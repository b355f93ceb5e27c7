/** Shorter words have no likely spelling: co is not quo. */
const FEWEST_LETTERS = 4;
/** Longer ones are no words that a slip was made in. */
const LONGEST = 40;
/** Letters that are left out most often. */
const DROPPED = {
  Latin: ['a', 'e', 'i', 'n', 'r', 's', 't'],
  Cyrillic: ['а', 'е', 'и', 'н', 'о', 'р', 'с', 'т', 'ь'],
};
/** Letters that differ by a mark, which is forgotten or one too many: for each those that it may have been. */
export type Marks = ReadonlyMap<string, readonly string[]>;

/** The first right word that a word would be with another mark, or with one letter twice. */
export function withMark(word: string, marks: Marks, isRight: (word: string) => boolean): string | undefined {
  return first(word, isRight, (before, letter, after) => [
    ...marked(before, letter, after, marks),
    ...(before === '' ? [] : [before + letter + letter + after]),
  ]);
}

/**
 * The first right word that a usual slip may have made a word of: a letter too many or too few, two that changed places, or a mark. The first
 * letter is the right one.
 */
export function undoneSlip(
  word: string,
  marks: Marks,
  isRight: (word: string) => boolean,
): string | undefined {
  if (word.length <= FEWEST_LETTERS) return undefined;
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

/** The first right one of what a word would be with each of its letters changed. */
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

function marked(before: string, letter: string, after: string, marks: Marks): string[] {
  return (marks.get(letter) ?? []).map((other) => before + other + after);
}
