import type { FontFiles } from '../design/font-files.ts';
import { picturesOf } from '../design/marks.ts';
import type { Design } from '../design/schema.ts';
import type { PicturePath, Pictures } from '../model/picture.ts';
import { readFonts } from '../read/fonts.ts';
import type { WordFonts } from '../render/docx/fonts.ts';
import type { PdfFonts } from '../render/pdf/fonts.ts';

/** A design with its pictures and fonts, which are opened once for each format, and only for a format that is wanted. */
export class Look {
  readonly design: Design;
  readonly pictures: Pictures;
  readonly #files: FontFiles;
  #pdf: Promise<PdfFonts> | undefined;
  #word: Promise<WordFonts> | undefined;

  constructor(design: Design, files: FontFiles, pictures: Pictures) {
    this.design = design;
    this.pictures = pictures;
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

/**
 * The look of a design.
 *
 * @param folder that of its dataset, with the pictures and fonts
 * @throws UserError naming each picture that cannot be printed, or a font that cannot be used
 */
export async function openLook(design: Design, folder: string): Promise<Look> {
  const [files, pictures] = await Promise.all([fontsOf(design, folder), readPicturesOf(design, folder)]);
  return new Look(design, files, pictures);
}

/**
 * The font files of a design.
 *
 * @param folder that of its dataset
 * @throws UserError when a font of the publisher's own is missing or cannot be used
 */
export async function fontsOf(design: Design, folder: string): Promise<FontFiles> {
  const files = await readFonts(design, folder);
  if (files.own.length > 0) {
    const { checkFont } = await import('../typeset/check-font.ts');
    files.own.forEach(checkFont);
  }
  return files;
}

/** The pictures of a design; nothing is loaded for a design without any. */
export async function readPicturesOf(design: Design, folder: string): Promise<Pictures> {
  const files = picturesOf(design).map(({ file }) => file);
  if (files.length === 0) return new Map<PicturePath, never>();
  return (await import('../read/picture/read.ts')).readPictures(folder, files);
}
