import type { FaceName, TextStyle } from '../../templates/tokens.ts';
import type { Paragraph, Run, Severity } from '../document/model.ts';
import type { Lang } from '../model/text.ts';
import { type Breaking, breakLines, type Hyphenate, type Line, type Span } from './break-lines.ts';
import type { Face } from './face.ts';

/** A run of a line: in a proof sheet it may be the number of a remark, or the words that one is about. */
export interface SetRun extends Run {
  remark?: { severity: Severity; part: 'number' | 'words' };
}

export type SetLine = Line<SetRun>;

/** A character that no face of the document can print, and the word that it stands in. */
export interface MissingGlyph {
  character: string;
  word: string;
  face: FaceName;
}

/** Sets paragraphs into lines, and notes what the faces lack. */
export interface Typesetter {
  /**
   * The lines of a paragraph in a style and a column width (points).
   *
   * @param breaking how readily words are broken; `running` unless said otherwise
   */
  lines(paragraph: Paragraph, style: TextStyle, width: number, breaking?: Breaking): SetLine[];
  /** Face of a run in a style. */
  face(run: Run, style: TextStyle): Face;
  /** What was missing since the last call. */
  takeMissing(): MissingGlyph[];
}

/** @param lang language of runs that do not name their own */
export function createTypesetter(
  faces: Readonly<Record<FaceName, Face>>,
  hyphenate: Hyphenate,
  lang: Lang,
): Typesetter {
  let missing: MissingGlyph[] = [];
  const faceName = (run: Run, style: TextStyle): FaceName => (run.strong ? style.strong : style.face);
  return {
    lines(paragraph, style, width, breaking = 'running') {
      const spans: Span<Run>[] = paragraph.map((run) => ({
        text: run.text,
        face: faces[faceName(run, style)],
        lang: run.lang ?? lang,
        source: run,
      }));
      const lines = breakLines(spans, { width, size: style.size, hyphenate, breaking });
      if (!spans.some(({ face }) => face.lacking)) return lines;
      for (const { pieces } of lines) {
        for (const { words, source } of pieces) {
          for (const { text, missing: absent } of words)
            for (const character of absent)
              missing.push({ character, word: text, face: faceName(source, style) });
        }
      }
      return lines;
    },
    face: (run, style) => faces[faceName(run, style)],
    takeMissing() {
      const taken = missing;
      missing = [];
      return taken;
    },
  };
}
