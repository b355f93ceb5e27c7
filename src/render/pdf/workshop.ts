import type { FaceName } from '../../../templates/tokens.ts';
import type { Document } from '../../document/model.ts';
import { someText } from '../../document/texts.ts';
import { type Memo, type Memory, NO_MEMORY } from '../../memo.ts';
import type { Hyphenate } from '../../setting/break-lines.ts';
import { isSimple } from '../../setting/face.ts';
import type { FontFiles } from '../../setting/fonts.ts';
import { loadFullShaper, noFullShaper } from '../../setting/full-shaper.ts';
import { loadHyphenation } from '../../setting/hyphenation.ts';
import { cellLanguages } from '../../setting/languages.ts';
import { createTypesetter, type StackMemo, type Typesetter } from '../../setting/typesetter.ts';
import type { BodyMemo } from './drawn-pages.ts';
import { type Compress, createDeflater } from './engine/deflate.ts';
import { openFonts, type PdfFont } from './fonts.ts';

/** Fonts and a typesetter for a document. */
export interface PdfSetting {
  fonts: Readonly<Record<FaceName, PdfFont>>;
  typesetter: Typesetter;
  /** Bodies of pages that were drawn with them, where these are kept. */
  drawn: BodyMemo | undefined;
}

/** What typesetters of one kind have in common: those of documents of the same languages, and the same need of a shaper. */
interface Kind {
  fonts: PdfSetting['fonts'];
  hyphenate: Hyphenate;
  stacks: StackMemo;
  drawn: PdfSetting['drawn'];
}

/** What PDF files are made with: the fonts, and what is kept from one file to the next. */
export class PdfWorkshop {
  /** Compresses the streams of a file. */
  readonly compress: Compress;
  readonly #files: FontFiles;
  readonly #memory: Memory;
  readonly #kinds: Memo<string, Promise<Kind>>;

  constructor(files: FontFiles, memory: Memory = NO_MEMORY) {
    this.#files = files;
    this.#memory = memory;
    this.#kinds = memory.memo(KINDS_KEPT);
    const streams: Memo<string, Promise<Uint8Array>> = memory.memo(STREAMS_KEPT);
    const compress = createDeflater();
    this.compress = (text) =>
      streams.get(
        () => text,
        () => compress(text),
      );
  }

  /** The fonts and a typesetter for a document. */
  async setting(document: Document): Promise<PdfSetting> {
    const shaped = someText(document, (text) => !isSimple(text));
    const langs = [...cellLanguages(document)].sort();
    const { lang } = document.meta;
    const { fonts, hyphenate, stacks, drawn } = await this.#kinds.get(
      () => `${shaped} ${lang} ${langs.join()}`,
      async () => ({
        fonts: openFonts(this.#files, shaped ? await loadFullShaper() : noFullShaper),
        hyphenate: await loadHyphenation(langs),
        stacks: this.#memory.recall(STACKS_KEPT),
        drawn: this.#memory.keeps ? this.#memory.memo(PAGES_KEPT) : undefined,
      }),
    );
    const faces = {
      sans: fonts.sans.face,
      sansBold: fonts.sansBold.face,
      serif: fonts.serif.face,
      serifBold: fonts.serifBold.face,
    };
    return { fonts, typesetter: createTypesetter(faces, hyphenate, lang, stacks), drawn };
  }
}

const KINDS_KEPT = 16;
/** Enough for some 2,000 events. */
const STACKS_KEPT = 40_000;
const PAGES_KEPT = 1_000;
const STREAMS_KEPT = 2_000;
