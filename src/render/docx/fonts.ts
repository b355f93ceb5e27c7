import type { FontFiles } from '../../design/font-files.ts';
import type { WordWidth } from '../../typeset/column-widths.ts';
import { shapeSimple } from '../../typeset/face.ts';
import { type Faces, openFaces, type ShaperOf } from '../../typeset/faces.ts';
import type { BorrowedFamily } from './borrowed.ts';
import { createLineCounter, type LineCounter } from './line-counter.ts';
import { pairMetrics } from './pair-metrics.ts';
import { type PackedFile, packFonts } from './zip.ts';

/** For measuring: words of scripts that need a full shaper are measured letter by letter, and their place is only estimated. */
export const measuringShaper: ShaperOf = (font) => (word) => shapeSimple(font, word);

/** The fonts of Word files, opened and packed once. */
export class WordFonts {
  readonly faces: Faces;
  readonly countLines: LineCounter;
  readonly wordWidth: WordWidth;
  readonly #files: FontFiles;
  #packed: Promise<PackedFile[]> | undefined;

  constructor(files: FontFiles) {
    this.#files = files;
    this.faces = openFaces(files, measuringShaper);
    const metrics = pairMetrics(this.faces);
    this.countLines = createLineCounter(metrics);
    this.wordWidth = (word, face) => metrics[face].width(word) / metrics[face].unitsPerEm;
  }

  /** The embedded fonts, in the order of the font table: those of the design, and those of the families that a document borrows from. */
  async packed(families: readonly BorrowedFamily[]): Promise<PackedFile[]> {
    const { sans, sansBold, serif, serifBold } = this.#files;
    const own = [sans, sansBold, serif, serifBold];
    this.#packed ??= packFonts(own);
    const borrowed = families.flatMap(({ regular, bold }) =>
      bold === undefined ? [regular] : [regular, bold],
    );
    return [...(await this.#packed), ...(await packFonts(borrowed, own.length))];
  }
}
