import type { FaceName } from '../../design/schema.ts';
import type { Face } from '../../typeset/face.ts';
import type { FontFiles } from '../../typeset/fonts.ts';
import { openFaces } from './faces.ts';
import { createLineCounter, type LineCounter } from './line-counter.ts';
import { type PackedFile, packFonts } from './zip.ts';

/** The fonts of Word files, opened and packed once. */
export class WordFonts {
  readonly faces: Readonly<Record<FaceName, Face>>;
  readonly countLines: LineCounter;
  readonly #files: FontFiles;
  #packed: Promise<PackedFile[]> | undefined;

  constructor(files: FontFiles) {
    this.#files = files;
    this.faces = openFaces(files);
    this.countLines = createLineCounter(this.faces);
  }

  /** The embedded fonts. */
  packed(): Promise<PackedFile[]> {
    const { sans, sansBold, serif, serifBold } = this.#files;
    this.#packed ??= packFonts([sans, sansBold, serif, serifBold]);
    return this.#packed;
  }
}
