import type { FaceName } from '../../../templates/tokens.ts';
import type { Document, Section } from '../../document/model.ts';
import { someOuterText, someText } from '../../document/texts.ts';
import { type Memo, type Memory, NO_MEMORY, type Recall } from '../../memo.ts';
import type { Lang } from '../../model/text.ts';
import type { Hyphenate } from '../../setting/break-lines.ts';
import { isSimple } from '../../setting/face.ts';
import type { SectionMemory } from '../../setting/flow.ts';
import type { FontFiles } from '../../setting/fonts.ts';
import { loadFullShaper, noFullShaper } from '../../setting/full-shaper.ts';
import { loadHyphenation } from '../../setting/hyphenation.ts';
import { sectionLanguages } from '../../setting/languages.ts';
import { createTypesetter, type StackMemory, type Typesetter } from '../../setting/typesetter.ts';
import type { BodyMemo } from './drawn-pages.ts';
import { type Compress, compress } from './engine/deflate.ts';
import { openFonts, type PdfFont } from './fonts.ts';

/** Fonts and a typesetter for a document. */
export interface PdfSetting {
  fonts: Readonly<Record<FaceName, PdfFont>>;
  typesetter: Typesetter;
  /** Sections that were set with it, where these are kept. */
  sections: SectionMemory;
  /** Bodies of pages that were drawn with them, where these are kept. */
  drawn: BodyMemo | undefined;
}

/** What typesetters of one kind have in common: those of documents of the same languages, and the same need of a shaper. */
interface Kind {
  fonts: PdfSetting['fonts'];
  hyphenate: Hyphenate;
  stacks: StackMemory;
  sections: SectionMemory;
  drawn: PdfSetting['drawn'];
}

/** What setting a section needs: a shaper for its texts, and hyphenation. */
interface Needs {
  shaper: boolean;
  langs: readonly Lang[];
}

/** What PDF files are made with: the fonts, and what is kept from one file to the next. */
export class PdfWorkshop {
  /** Compresses the streams of a file. */
  readonly compress: Compress;
  readonly #files: FontFiles;
  readonly #memory: Memory;
  readonly #kinds: Memo<string, Promise<Kind>>;
  readonly #needs: Recall<Section, Needs>;

  constructor(files: FontFiles, memory: Memory = NO_MEMORY) {
    this.#files = files;
    this.#memory = memory;
    this.#kinds = memory.memo(KINDS_KEPT);
    this.#needs = memory.recall();
    const streams: Memo<string, Promise<Uint8Array>> = memory.memo(STREAMS_KEPT);
    this.compress = (text) =>
      streams.get(
        () => text,
        () => compress(text),
      );
  }

  /** The fonts and a typesetter for a document. */
  async setting(document: Document): Promise<PdfSetting> {
    const { lang } = document.meta;
    const needs = document.sections.map((section) =>
      this.#needs.get(
        section,
        () => [lang],
        () => needsOf(section, lang),
      ),
    );
    const shaped = someOuterText(document, isComplex) || needs.some((need) => need.shaper);
    const langs = [...new Set(needs.flatMap((need) => need.langs))].sort();
    const { fonts, hyphenate, stacks, sections, drawn } = await this.#kinds.get(
      () => `${shaped} ${lang} ${langs.join()}`,
      async () => ({
        fonts: openFonts(this.#files, shaped ? await loadFullShaper() : noFullShaper),
        hyphenate: await loadHyphenation(langs),
        stacks: this.#memory.recall(),
        sections: this.#memory.recall(),
        drawn: this.#memory.keeps ? this.#memory.memo(PAGES_KEPT) : undefined,
      }),
    );
    const faces = {
      sans: fonts.sans.face,
      sansBold: fonts.sansBold.face,
      serif: fonts.serif.face,
      serifBold: fonts.serifBold.face,
    };
    return { fonts, typesetter: createTypesetter(faces, hyphenate, lang, stacks), sections, drawn };
  }
}

const isComplex = (text: string): boolean => !isSimple(text);

function needsOf(section: Section, lang: Lang): Needs {
  return { shaper: someText(section, isComplex), langs: [...sectionLanguages(section, lang)] };
}

const KINDS_KEPT = 16;
const PAGES_KEPT = 10_000;
const STREAMS_KEPT = 20_000;
