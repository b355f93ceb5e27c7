/**
 * Maps positions and edits in printed texts to their source, that is, to the Markdown of a part or to a text with
 * emphasis markup.
 */

import type { Position } from '../errors.ts';
import { emphasisedIn, type Lang, type Programme, textOf, wordsIn } from '../model/index.ts';
import { placeInSource, placesInInline, plainInline } from '../text/index.ts';
import type { Edit } from './apply-fixes.ts';
import type { Locatable } from './locate-findings.ts';

interface Written {
  source: string;
  /** The offset in the source for an offset in the printed text. */
  place(offset: number): number;
  /**
   * Whether an edit of the source changes the printed text in the same way as the corresponding edit of the printed
   * text.
   */
  isSafe(edit: Edit, inSource: Edit): boolean;
}

/** Maps positions in printed texts to positions in their source; other positions stay unchanged. */
export function inSource(programme: Programme): (place: Locatable) => Locatable {
  const writtenAt = writtenTexts(programme);
  return ({ at, offset }) => ({ at, offset: writtenAt(at)?.place(offset) ?? offset });
}

/**
 * Maps edits of printed texts to edits of their source. An edit is omitted if the words are different in the source.
 */
export function editsOfSource(edits: readonly Edit[], programme: Programme): Edit[] {
  const writtenAt = writtenTexts(programme);
  return edits.flatMap((edit) => {
    const text = writtenAt(edit.at);
    if (text === undefined) return [edit];
    const inSource = { ...edit, offset: text.place(edit.offset) };
    const stands = text.source.slice(inSource.offset, inSource.offset + edit.old.length) === edit.old;
    return stands && text.isSafe(edit, inSource) ? [inSource] : [];
  });
}

/** Finds the texts whose source differs from their printed form, by position. */
function writtenTexts({ config, themes, texts = [] }: Programme): (at: Position) => Written | undefined {
  const parts = new Map(texts.map((text) => [text.field, text]));
  const emphasised = emphasisedIn(config);
  const events =
    emphasised.size === 0
      ? new Map()
      : new Map(themes.flatMap(({ events }) => events.map((event) => [event.id, event])));
  return ({ event, field = '' }) => {
    const [id = '', lang = config.language] = field.split('.') as [string?, Lang?];
    if (event === undefined) {
      const { source, rich } = parts.get(field) ?? {};
      if (source !== undefined && rich !== undefined)
        return { source, place: (offset) => placeInSource(rich, offset), isSafe: () => true };
      const words = id === 'introduction' ? wordsIn(config.introduction, lang, config.language) : undefined;
      return words === undefined ? undefined : writtenWithSigns(words);
    }
    const eventOfText = emphasised.has(id) ? events.get(event) : undefined;
    const source = eventOfText && wordsIn(textOf(eventOfText, id), lang, config.language);
    return source === undefined ? undefined : writtenWithSigns(source);
  };
}

function writtenWithSigns(source: string): Written {
  const places = placesInInline(source);
  const words = plainInline(source);
  return {
    source,
    place: (offset) => places[offset] ?? source.length,
    isSafe: (edit, inSource) => plainInline(edited(source, inSource)) === edited(words, edit),
  };
}

const edited = (text: string, { offset, old, new: now }: Edit): string =>
  text.slice(0, offset) + now + text.slice(offset + old.length);
