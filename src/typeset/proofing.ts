import type { Design } from '../design/index.ts';
import { presentationOf } from '../document/index.ts';
import { type ProgrammeFile, type Theme, textOfColumn } from '../model/index.ts';
import { advance } from './break-lines.ts';
import { widestWord } from './column-widths.ts';
import type { Face } from './face.ts';

/** What proofing asks of the setting: which characters the fonts lack, and which words are wider than their column. */
export interface SettingAids {
  missingGlyphs(words: string): readonly string[];
  wordsTooWide(words: string, column: string, theme: Theme): readonly string[];
}

/**
 * @param faces every face that a text may be set in
 * @param cell the widest of them that cells are set in
 */
export function settingAids(
  design: Design,
  faces: readonly Face[],
  cell: Face,
  config: ProgrammeFile,
): SettingAids {
  const known = new Map<string, readonly string[]>();
  return {
    missingGlyphs(words) {
      return words.split(/\s+/).flatMap((word) => {
        let missing = known.get(word);
        if (missing === undefined) {
          missing = [...new Set(faces.flatMap((face) => face.shape(word).missing))];
          known.set(word, missing);
        }
        return missing;
      });
    },
    wordsTooWide(words, column, theme) {
      const { as, groups } = presentationOf(design.presentation, theme.id);
      // The words of a picture are only spoken.
      if (as === 'list' || column === groups || textOfColumn(config, column).kind === 'picture') return [];
      const columns = theme.columns.filter((id) => id !== groups);
      const kinds = ['event-number', ...columns.map((id) => textOfColumn(config, id).kind)];
      const width = widestWord(design, kinds, 1 + columns.indexOf(column));
      return words
        .split(/[\s\u2013\u2014/-]+/)
        .filter((part) => advance(cell, part, design.styles.cell.size) > width);
    },
  };
}
