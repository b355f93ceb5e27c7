import type { FontFiles } from '../../design/index.ts';
import {
  type Face,
  type Faces,
  openFaces,
  type ShaperOf,
  shapeSimple,
  type WordWidth,
} from '../../typeset/index.ts';
import { designFontTable, type EmbeddedFamily, type Family, type FontTable } from './font-table.ts';
import { createLineCounter, type LineCounter } from './line-counter.ts';
import { pairMetrics } from './pair-metrics.ts';
import { type PackedFile, packFonts } from './zip.ts';

/**
 * A shaper that is used only for measuring. This shaper measures letter by letter, even in scripts that need a full
 * shaper, so that the layout of words in these scripts is an estimate.
 */
export const measuringShaper: ShaperOf = (font) => (word) => shapeSimple(font, word);

/** The fonts of Word files. Each font is parsed and compressed once. */
export class WordFonts {
  readonly faces: Faces;
  readonly countLines: LineCounter;
  readonly wordWidth: WordWidth;
  /** The font table of the design's families. */
  readonly table: FontTable;
  #packed: Promise<PackedFile[]> | undefined;

  constructor(files: FontFiles) {
    this.faces = openFaces(files, measuringShaper);
    this.table = designFontTable(familiesOf(this.faces), files.standIns);
    const metrics = pairMetrics(this.faces);
    this.countLines = createLineCounter(metrics);
    this.wordWidth = (word, face) => metrics[face].width(word) / metrics[face].unitsPerEm;
  }

  /** The embedded fonts in the order of the font table: the fonts of the design, then fonts that a document adds. */
  async packed({ embedded }: FontTable): Promise<PackedFile[]> {
    const designFiles = this.table.embedded.flatMap(filesOf);
    const more = embedded.slice(this.table.embedded.length).flatMap(filesOf);
    this.#packed ??= packFonts(designFiles, 0);
    return [...(await this.#packed), ...(await packFonts(more, designFiles.length))];
  }
}

const filesOf = ({ regular, bold }: EmbeddedFamily): Uint8Array[] =>
  bold === undefined ? [regular] : [regular, bold];

function familiesOf({ sans, sansBold, serif, serifBold }: Faces): Record<'sans' | 'serif', Family> {
  const family = (regular: Face, bold: Face): Family => ({
    family: regular.font.info.family,
    regular: regular.font,
    bold: bold.font,
  });
  return { sans: family(sans, sansBold), serif: family(serif, serifBold) };
}
