import type { FaceName } from '../../design/schema.ts';
import type { Document } from '../../document/model.ts';
import { someDocumentText } from '../../document/texts.ts';
import { createFace, type Face, isSimple, type Shaper } from '../../typeset/face.ts';
import type { FontFiles } from '../../typeset/fonts.ts';
import { loadFullShaper, noFullShaper } from '../../typeset/full-shaper.ts';
import { readTrueType } from '../../typeset/truetype.ts';
import { type EmbeddedFont, embeddedFont } from './engine/embedded-font.ts';

/** A face for measuring and the font that is embedded for it. */
export interface PdfFont {
  font: EmbeddedFont;
  face: Face;
}

export type PdfFaces = Readonly<Record<FaceName, PdfFont>>;

/** The fonts of PDF files, opened once. */
export class PdfFonts {
  readonly #files: FontFiles;
  #simple: PdfFaces | undefined;
  #shaped: Promise<PdfFaces> | undefined;

  constructor(files: FontFiles) {
    this.#files = files;
  }

  /** The fonts for a document; the full shaper is loaded only where some word needs it. */
  async facesFor(document: Document): Promise<PdfFaces> {
    if (someDocumentText(document, (text) => !isSimple(text))) {
      this.#shaped ??= loadFullShaper().then((shaperOf) => openFaces(this.#files, shaperOf));
      return this.#shaped;
    }
    this.#simple ??= openFaces(this.#files, noFullShaper);
    return this.#simple;
  }
}

/** @param shaperOf gives the full shaper of a font file, for words that plain setting does not know */
function openFaces(files: FontFiles, shaperOf: (bytes: Uint8Array) => Shaper): PdfFaces {
  const open = (bytes: Uint8Array): PdfFont => {
    const font = readTrueType(bytes);
    return { font: embeddedFont(bytes, font), face: createFace(font, shaperOf(bytes)) };
  };
  return {
    sans: open(files.sans),
    sansBold: open(files.sansBold),
    serif: open(files.serif),
    serifBold: open(files.serifBold),
  };
}
