import type { FontFiles } from '../../design/index.ts';
import { type Document, someDocumentText } from '../../document/index.ts';
import {
  type Faces,
  isSimple,
  loadFullShaper,
  noFullShaper,
  openFaces,
  readTrueType,
} from '../../typeset/index.ts';
import { loadAllSubsets, type SubsetOf, trueTypeSubsets } from './engine/index.ts';

/** The fonts of PDF files, opened once. */
export class PdfFonts {
  readonly #files: FontFiles;
  #subsets: Promise<SubsetOf> | undefined;
  #simple: Faces | undefined;
  #shaped: Promise<Faces> | undefined;

  constructor(files: FontFiles) {
    this.#files = files;
  }

  /** What begins the subset of a font; what cuts PostScript outlines is loaded only where some font has them. */
  subsets(): Promise<SubsetOf> {
    this.#subsets ??= this.#files.own.some(({ bytes }) => readTrueType(bytes).outlines === 'PostScript')
      ? loadAllSubsets()
      : Promise.resolve(trueTypeSubsets);
    return this.#subsets;
  }

  /** The faces for a document; the full shaper is loaded only where some word needs it. */
  async facesFor(document: Document): Promise<Faces> {
    if (someDocumentText(document, (text) => !isSimple(text))) {
      this.#shaped ??= loadFullShaper().then((shaperOf) => openFaces(this.#files, shaperOf));
      return this.#shaped;
    }
    this.#simple ??= openFaces(this.#files, noFullShaper);
    return this.#simple;
  }
}
