import { type Problem, placeLine, printable } from '../errors.ts';
import { codePointOf, valueAt } from '../model/index.ts';
import { messageOf } from './messages.ts';

/** Maximum number of positions that are named for each character. */
const PLACES = 3;
/** Maximum number of characters that are listed together; a longer list means that no font supports a script. */
const SHOWN = 200;

/**
 * Merges the problems about missing glyphs: first all characters together, then each with its Unicode name and its
 * positions. Other problems come first, unchanged.
 */
export async function sayMissingOnce(problems: readonly Problem[]): Promise<Problem[]> {
  const byCharacter = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.glyph === undefined) continue;
    valueAt(byCharacter, problem.glyph, () => []).push(problem);
  }
  const others = problems.filter(({ glyph }) => glyph === undefined);
  if (byCharacter.size === 0) return others;
  const { unicodeReadableName } = await import('unicode-name');
  const characters = [...byCharacter.keys()];
  const one = (character: string): Problem[] => {
    const [first, ...more] = byCharacter.get(character) ?? [];
    if (first === undefined) return [];
    const said = {
      name: `${codePointOf(character)} ${unicodeReadableName(character)}`,
      character,
      word: printable(first.words ?? '', 40),
    };
    const code = 'character-without-glyph';
    const places = more.slice(0, PLACES - 1).map(({ at = {} }) => placeLine(at));
    const message =
      more.length === 0
        ? messageOf(code, said)
        : more.length === places.length
          ? messageOf(`${code}-also`, { ...said, places: places.join(', ') })
          : messageOf(`${code}-often`, {
              ...said,
              places: places.join(', '),
              count: more.length - places.length,
            });
    return [{ ...message, at: first.at ?? {} }];
  };
  const each = characters.flatMap(one);
  const [only] = each;
  if (only !== undefined && characters.length === 1)
    return [...others, { ...only, hint: messageOf('replace-or-name-font').message }];
  return [...others, summary(characters), ...each];
}

function summary(characters: readonly string[]): Problem {
  const shown = characters.slice(0, SHOWN).join(' ');
  const count = characters.length;
  const more = count - SHOWN;
  return more > 0
    ? messageOf('characters-without-glyph-cut', { count, shown, more })
    : messageOf('characters-without-glyph', { count, shown });
}
