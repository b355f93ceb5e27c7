/** From the words of a part's text, which rules look at, to its Markdown. */
import type { PartText } from '../model/part.ts';
import { placeInSource } from '../text/markdown.ts';
import type { Edit } from './apply-fixes.ts';
import type { Placeable } from './place-findings.ts';

/** Places among the words of parts' texts as places in their Markdown; any other place as it is. */
export function inSource(texts: readonly PartText[] = []): (place: Placeable) => Placeable {
  const byField = new Map(texts.map((text) => [text.field, text]));
  return ({ at, offset }) => {
    const text = at.event === undefined ? byField.get(at.field ?? '') : undefined;
    return { at, offset: text === undefined ? offset : placeInSource(text.rich, offset) };
  };
}

/** Edits of the words of parts' texts as edits of their Markdown; those of words that do not stand there as they are fall away. */
export function editsOfSource(edits: readonly Edit[], texts: readonly PartText[] = []): Edit[] {
  const byField = new Map(texts.map((text) => [text.field, text]));
  return edits.flatMap((edit) => {
    const text = edit.at.event === undefined ? byField.get(edit.at.field ?? '') : undefined;
    if (text === undefined) return [edit];
    const offset = placeInSource(text.rich, edit.offset);
    const stands = text.source.slice(offset, offset + edit.old.length) === edit.old;
    return stands ? [{ ...edit, offset }] : [];
  });
}
