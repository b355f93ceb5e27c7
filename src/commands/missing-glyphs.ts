import { type Problem, placeLine, printable } from '../errors.ts';
import { codePointOf, isRightToLeft } from '../model/index.ts';

/** Places of a character that are named. */
const PLACES = 3;
/** Characters that are shown together; any more are a text in a script that no font has. */
const SHOWN = 200;

const FONT_HINT =
  'replace them, or put a font that has them into data/fonts/ and name it under typography.fonts in data/design.yaml (docs/design.md)';
const DIRECTION_HINT =
  'write these words in letters that are set from left to right; to set them rightly is not possible yet';

/**
 * Problems with what cannot be printed said once: all characters together, then each with its name in Unicode and its places. Other
 * problems stay as they are, before them.
 */
export async function sayMissingOnce(problems: readonly Problem[]): Promise<Problem[]> {
  const byCharacter = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.glyph === undefined) continue;
    const own = byCharacter.get(problem.glyph) ?? [];
    byCharacter.set(problem.glyph, own);
    own.push(problem);
  }
  const others = problems.filter(({ glyph }) => glyph === undefined);
  if (byCharacter.size === 0) return others;
  const { unicodeReadableName } = await import('unicode-name');
  const characters = [...byCharacter.keys()];
  const turned = characters.filter(isRightToLeft);
  const lacking = characters.filter((character) => !isRightToLeft(character));
  const one = (character: string): Problem[] => {
    const [first, ...more] = byCharacter.get(character) ?? [];
    if (first === undefined) return [];
    const name = `${codePointOf(character)} ${unicodeReadableName(character)} "${character}"`;
    const why = isRightToLeft(character) ? 'set from right to left:' : 'no glyph for';
    return [
      {
        message: `${why} ${name} in "${printable(first.words ?? '', 40)}"${alsoAt(more)}`,
        at: first.at ?? {},
      },
    ];
  };
  const group = (
    list: readonly string[],
    what: string,
    hint: string,
  ): { all: Problem[]; each: Problem[] } => {
    const each = list.flatMap(one);
    const [only] = each;
    if (only === undefined) return { all: [], each };
    if (list.length === 1) return { all: [], each: [{ ...only, hint }] };
    return { all: [{ ...summary(list, what), hint }], each };
  };
  const groups = [
    group(lacking, 'that no font has', FONT_HINT),
    group(turned, 'of scripts that are set from right to left', DIRECTION_HINT),
  ];
  return [...others, ...groups.flatMap(({ all }) => all), ...groups.flatMap(({ each }) => each)];
}

function summary(characters: readonly string[], what: string): Problem {
  const shown = characters.slice(0, SHOWN).join(' ');
  const rest = characters.length > SHOWN ? ` and ${characters.length - SHOWN} more` : '';
  return { message: `${characters.length} characters ${what}: ${shown}${rest}` };
}

function alsoAt(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const places = problems.slice(0, PLACES - 1).map(({ at = {} }) => placeLine(at));
  const rest = problems.length > places.length ? ` and ${problems.length - places.length} more` : '';
  return `; also ${places.join(', ')}${rest}`;
}
