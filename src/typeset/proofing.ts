import type { Design } from '../design/index.ts';
import { buildDocument, presentationOf, tablesOf, themeTarget } from '../document/index.ts';
import { type Lang, type Programme, type Theme, textOfColumn, valueAt } from '../model/index.ts';
import { advance, breakLines, cutsWords, type Hyphenate } from './break-lines.ts';
import { shapedWidth, tableWidths, widestWord } from './column-widths.ts';
import type { Faces } from './faces.ts';

/**
 * The data that proofing needs from typesetting: characters that the fonts lack, and words that are wider than their
 * column even if they are hyphenated.
 */
export interface SettingAids {
  missingGlyphs(words: string): readonly string[];
  wordsTooWide(words: string, column: string, theme: Theme, lang: Lang): readonly string[];
}

/** A character whose glyph does not depend on neighbouring characters. */
const ALONE = /^[\s\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}\p{P}]$/u;

/** @param named the faces in which texts are set */
export function settingAids(
  design: Design,
  { emphasis: _, ...named }: Faces,
  programme: Programme,
  hyphenate: Hyphenate,
): SettingAids {
  const { config } = programme;
  const faces = Object.values(named);
  const known = new Map<string, readonly string[]>();
  const printable = new Set<number>();
  // Most texts contain only characters that have already been tested one by one.
  const isPrintable = (words: string): boolean => {
    for (let at = 0; at < words.length; at++) {
      const code = words.charCodeAt(at);
      if (printable.has(code)) continue;
      const character = words.charAt(at);
      if (!ALONE.test(character) || faces.some((face) => face.shape(character).missing.length > 0))
        return false;
      printable.add(code);
    }
    return true;
  };
  const documents = new Map<Lang, (theme: Theme, field: string) => number>();
  /** Returns a function that computes the width for words in a column. All columns are measured, which is slow. */
  const widthsIn = (lang: Lang) =>
    valueAt(documents, lang, () => {
      const document = buildDocument(programme, lang, { paper: true, presentation: design.presentation });
      const widthsOf = tableWidths(document, design, shapedWidth(named));
      return (theme, field) => {
        const section = document.sections.find(({ id }) => id === themeTarget(theme.id));
        const [table] = section === undefined ? [] : tablesOf(section);
        const column = table?.columns.findIndex((printed) => printed.field === field) ?? -1;
        const width = table === undefined ? undefined : widthsOf(table)[column];
        return (width ?? Number.POSITIVE_INFINITY) - 2 * design.table.padding.side;
      };
    });
  return {
    missingGlyphs(words) {
      if (isPrintable(words)) return [];
      return words
        .split(/\s+/)
        .flatMap((word) =>
          valueAt(known, word, () => [...new Set(faces.flatMap((face) => face.shape(word).missing))]),
        );
    },
    wordsTooWide(words, column, theme, lang) {
      const { as, groups } = presentationOf(design.presentation, theme.id);
      const { kind: columnKind, path } = textOfColumn(config, column);
      // The text of a picture is its alternative text, which is not printed.
      if (as !== 'table' || column === groups || columnKind === 'picture') return [];
      const columns = theme.columns.filter((id) => id !== groups);
      const kinds = ['event-number', ...columns.map((id) => textOfColumn(config, id).kind)];
      const { size } = design.styles.cell;
      const face = named.sansBold;
      const widerThan = (width: number): readonly string[] =>
        [...new Set(words.split(/\s+/))].filter(
          (text) =>
            advance(face, text, size) > width &&
            cutsWords(
              breakLines([{ text, face, lang, source: text }], {
                width,
                size,
                hyphenate,
                breaking: 'running',
              }),
            ),
        );
      if (widerThan(widestWord(design, kinds, 1 + columns.indexOf(column))).length === 0) return [];
      return widerThan(widthsIn(config.languages.includes(lang) ? lang : config.language)(theme, path));
    },
  };
}
