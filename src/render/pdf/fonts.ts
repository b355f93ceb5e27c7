import type { FontFiles } from '../../design/index.ts';
import { type Faces, openCutting, openFaces } from '../../typeset/index.ts';
import { type SubsetOf, subsets } from './engine/index.ts';

/** The fonts of PDF files. Each font is parsed once. */
export class PdfFonts {
  readonly faces: Faces;
  /** Creates the subset of a font. */
  readonly subsetOf: SubsetOf;

  constructor(files: FontFiles) {
    this.faces = openFaces(files);
    this.subsetOf = subsets((...cut) => openCutting(files.harfbuzz('harfbuzz-subset'))(...cut));
  }
}
