import type { FontFiles } from '../design/font-files.ts';
import type { Design } from '../design/schema.ts';
import { readFonts } from '../read/fonts.ts';
import type { WordFonts } from '../render/docx/fonts.ts';
import type { PdfFonts } from '../render/pdf/fonts.ts';

/** A design and its fonts, which are opened once for each format, and only for a format that is wanted. */
export class Look {
  readonly design: Design;
  readonly #files: FontFiles;
  #pdf: Promise<PdfFonts> | undefined;
  #word: Promise<WordFonts> | undefined;

  constructor(design: Design, files: FontFiles) {
    this.design = design;
    this.#files = files;
  }

  pdf(): Promise<PdfFonts> {
    this.#pdf ??= import('../render/pdf/fonts.ts').then(({ PdfFonts }) => new PdfFonts(this.#files));
    return this.#pdf;
  }

  word(): Promise<WordFonts> {
    this.#word ??= import('../render/docx/fonts.ts').then(({ WordFonts }) => new WordFonts(this.#files));
    return this.#word;
  }
}

/** The look of a design. */
export async function openLook(design: Design): Promise<Look> {
  return new Look(design, await readFonts(design));
}
