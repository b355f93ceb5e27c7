import { readFonts } from '../read/fonts.ts';
import type { WordFonts } from '../render/docx/fonts.ts';
import type { PdfFonts } from '../render/pdf/fonts.ts';
import type { FontFiles } from '../typeset/fonts.ts';

/** The fonts of all outputs of a process: opened once for each format, and only for a format that is wanted. */
export class Fonts {
  readonly #files: FontFiles;
  #pdf: Promise<PdfFonts> | undefined;
  #word: Promise<WordFonts> | undefined;

  constructor(files: FontFiles) {
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

/** The fonts that come with the program. */
export async function openFonts(): Promise<Fonts> {
  return new Fonts(await readFonts());
}
