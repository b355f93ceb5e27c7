/** Characters that a face lacks and another family has: their runs name that family, and the file embeds its font. */
import { type Document, someDocumentText } from '../../document/index.ts';
import { isRightToLeft } from '../../model/index.ts';
import { type Face, type Faces, levelsOf, type TrueType } from '../../typeset/index.ts';
import type { Family } from './font-table.ts';

/** A part of a text, and its family if that differs from the family of the style. */
export interface FamilyText {
  text: string;
  family: string | undefined;
  /** Whether the text is right-to-left, or within right-to-left text. */
  rightToLeft?: true;
}

/** Splits a text by the families and the direction of its characters. */
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
    for (const stretch of face.stretches(word)) {
      const family =
        stretch.font === undefined || stretch.font === face.font ? undefined : stretch.font.info.family;
      const last = found.at(-1);
      if (last !== undefined && last.family === family) last.text += stretch.text;
      else found.push({ text: stretch.text, family });
    }
  }
  return found;
}

/** The families from which a document borrows characters, sorted by name. */
export function borrowedFamilies(document: Document, faces: Faces): Family[] {
  const { sans, serif, sansBold, serifBold } = faces;
  const characters = charactersOf(document);
  if (![sans, serif, sansBold, serifBold].some((face) => face.borrows(characters))) return [];
  const fonts = (list: readonly Face[]): Map<string, TrueType> => {
    const found = new Map<string, TrueType>();
    for (const face of list)
      someDocumentText(document, (text) => {
        if (face.borrows(text))
          for (const { font } of face.stretches(text))
            if (font !== undefined && font !== face.font) found.set(font.info.family, font);
        return false;
      });
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

/** Characters of most texts. A regular expression tests a whole text for others faster than a loop over characters. */
const COMMON = /^[ -~\u00a0-\u00ff\u0410-\u044f\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026\u202f]*$/;
const COMMON_END = 0x2030;

/** All characters of a document, and the common ones. */
function charactersOf(document: Document): string {
  const others = new Set<string>();
  someDocumentText(document, (text) => {
    if (!COMMON.test(text)) for (const character of text) others.add(character);
    return false;
  });
  let characters = '';
  for (let code = 0; code < COMMON_END; code++) {
    const character = String.fromCharCode(code);
    if (COMMON.test(character)) characters += character;
  }
  return characters + [...others].join('');
}
