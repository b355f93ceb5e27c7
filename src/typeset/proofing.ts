import type { Design } from '../design/index.ts';
import { presentationOf } from '../document/index.ts';
import { type ProgrammeFile, type Theme, textOfColumn, valueAt } from '../model/index.ts';
import { advance } from './break-lines.ts';
import { widestWord } from './column-widths.ts';
import type { Face } from './face.ts';

/**
 * The data that proofing needs from typesetting: characters that the fonts lack, and words that are wider than their
 * column.
 */
export interface SettingAids {
  missingGlyphs(words: string): readonly string[];
  wordsTooWide(words: string, column: string, theme: Theme): readonly string[];
}

/** A character whose glyph does not depend on others. */
const ALONE = /^[\s\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}\p{P}]$/u;

/**
 * @param faces all faces in which a text may be set
 * @param cell the widest face of cells
 */
export function settingAids(
  design: Design,
  faces: readonly Face[],
  cell: Face,
  config: ProgrammeFile,
): SettingAids {
  const known = new Map<string, readonly string[]>();
  const printable = new Set<string>();
  // Most texts contain only characters that were shaped before, one by one.
  const isPrintable = (words: string): boolean => {
    for (const character of words) {
      if (printable.has(character)) continue;
      if (!ALONE.test(character) || faces.some((face) => face.shape(character).missing.length > 0))
        return false;
      printable.add(character);
    }
    return true;
  };
  return {
    missingGlyphs(words) {
      if (isPrintable(words)) return [];
      return words
        .split(/\s+/)
        .flatMap((word) =>
          valueAt(known, word, () => [...new Set(faces.flatMap((face) => face.shape(word).missing))]),
        );
    },
    wordsTooWide(words, column, theme) {
      const { as, groups } = presentationOf(design.presentation, theme.id);
      // The text of a picture is spoken, not printed.
      if (as !== 'table' || column === groups || textOfColumn(config, column).kind === 'picture') return [];
      const columns = theme.columns.filter((id) => id !== groups);
      const kinds = ['event-number', ...columns.map((id) => textOfColumn(config, id).kind)];
      const width = widestWord(design, kinds, 1 + columns.indexOf(column));
      const isTooWide = (part: string): boolean => advance(cell, part, design.styles.cell.size) > width;
      // An address is one word, although it may have several wide parts.
      const wide = words.split(/\s+/).map((word) => word.split(/[\u2013\u2014/-]+/).find(isTooWide));
      return [...new Set(wide)].filter((part) => part !== undefined);
    },
  };
}
