/** Lists of texts: each begins anew, which Word knows by a numbering of its own. */
import type { Shell } from './shell.ts';

const NUMBERING = 'word/numbering.xml';

/** A list: how deep it lies in others, and its first number, where its items have numbers. */
export interface TextList {
  level: number;
  start: number | undefined;
}

export interface NumberedShell extends Shell {
  /** Id of the numbering of the first list; the others follow. */
  firstList: number;
}

/** A package with a numbering for each list of texts, of the look that the styles of their items have. */
export function withLists(shell: Shell, lists: readonly TextList[]): NumberedShell {
  const xml = shell.parts.get(NUMBERING) ?? '';
  const ids = [...xml.matchAll(/<w:num w:numId="(\d+)"/g)].map(([, id]) => Number(id));
  const firstList = Math.max(0, ...ids) + 1;
  if (lists.length === 0) return { ...shell, firstList };
  // The looks of these lists are the last that the library writes: that of signs, and behind it that of numbers.
  const looks = [...xml.matchAll(/<w:abstractNum w:abstractNumId="(\d+)"/g)].map(([, id]) => id);
  const numbers = looks.at(-1);
  const signs = lists.some(({ start }) => start !== undefined) ? looks.at(-2) : numbers;
  const added = lists.map(({ level, start }, index) => {
    const look = start === undefined ? signs : numbers;
    const begin = `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start ?? 1}"/></w:lvlOverride>`;
    return `<w:num w:numId="${firstList + index}"><w:abstractNumId w:val="${look}"/>${begin}</w:num>`;
  });
  const whole = xml.replace('</w:numbering>', `${added.join('')}</w:numbering>`);
  return { ...shell, parts: new Map([...shell.parts, [NUMBERING, whole]]), firstList };
}
