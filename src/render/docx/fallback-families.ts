/**
 * Handles characters that a face lacks but another family contains: the runs with these characters name that family,
 * and the file embeds its font.
 */
import { type Document, printedTexts } from '../../document/index.ts';
import { isRightToLeft } from '../../model/index.ts';
import { type Face, type Faces, levelsOf, type TrueType } from '../../typeset/index.ts';
import type { Family } from './font-table.ts';

/** A part of a text, and the font family of this part if it differs from that of the style. */
export interface FamilyText {
  text: string;
  family: string | undefined;
  /** Whether the part is right-to-left text, or is enclosed in right-to-left text. */
  rightToLeft?: true;
}

/** Splits a text by the font family and the direction of its characters. */
export function byFamily(text: string, face: Face | undefined): FamilyText[] {
  if (!isRightToLeft(text)) return inFamilies(text, face);
  return levelsOf(text).flatMap(({ start, end, level }) =>
    inFamilies(text.slice(start, end), face).map((stretch) =>
      level === 0 ? stretch : { ...stretch, rightToLeft: true as const },
    ),
  );
}

function inFamilies(text: string, face: Face | undefined): FamilyText[] {
  if (face === undefined || !face.borrows(text)) return [{ text, family: undefined }];
  const found: FamilyText[] = [];
  for (const word of text.split(/(\s+)/)) {
    for (const { text, by } of face.stretches(word)) {
      const family = by?.font === face.font ? undefined : by?.font.info.family;
      const last = found.at(-1);
      if (last !== undefined && last.family === family) last.text += text;
      else found.push({ text, family });
    }
  }
  return found;
}

/** The font families from which a document borrows characters, sorted by name. */
export function borrowedFamilies(document: Document, faces: Faces): Family[] {
  const { sans, serif, sansBold, serifBold } = faces;
  const characters = [...new Set([...printedTexts(document)].join(''))].join('');
  if (![sans, serif, sansBold, serifBold].some((face) => face.borrows(characters))) return [];
  const fonts = (list: readonly Face[]): Map<string, TrueType> => {
    const found = new Map<string, TrueType>();
    for (const text of printedTexts(document))
      for (const face of list)
        if (face.borrows(text))
          for (const { by } of face.stretches(text))
            if (by !== undefined && by.font !== face.font) found.set(by.font.info.family, by.font);
    return found;
  };
  const regular = fonts([sans, serif]);
  const bold = fonts([sansBold, serifBold]);
  return [...regular]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([family, font]) => {
      const strong = bold.get(family);
      return {
        family,
        regular: font,
        ...(strong === undefined || strong.bytes === font.bytes ? {} : { bold: strong }),
      };
    });
}
