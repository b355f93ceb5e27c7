import { type DocumentMemory, documentMemory } from '../document/memory.ts';
import { BuildMemory, type Memo, NO_MEMORY } from '../memo.ts';
import { LANGS, type Lang } from '../model/text.ts';
import { type DatasetMemory, datasetMemory } from '../read/dataset.ts';
import { readFonts } from '../read/fonts.ts';
import type { WordWorkshop } from '../render/docx/workshop.ts';
import type { PdfWorkshop } from '../render/pdf/workshop.ts';
import type { FontFiles } from '../setting/fonts.ts';

/** What outputs are made with. Only the workshop of a format that is wanted is loaded. */
export class Workshop {
  readonly #fonts: FontFiles;
  readonly #memory: BuildMemory | undefined;
  readonly #documents: Memo<Lang, DocumentMemory>;
  #pdf: Promise<PdfWorkshop> | undefined;
  #word: Promise<WordWorkshop> | undefined;
  /** What is known of the texts of datasets, where anything is kept. */
  readonly dataset: DatasetMemory | undefined;

  /** @param memory keeps what a build makes for the next one */
  constructor(fonts: FontFiles, memory?: BuildMemory) {
    this.#fonts = fonts;
    this.#memory = memory;
    this.dataset = memory && datasetMemory(memory);
    this.#documents = (memory ?? NO_MEMORY).memo(LANGS.length);
  }

  /** Begins a build: what the one before the last used, and the last did not, is forgotten. */
  begin(): void {
    this.#memory?.begin();
  }

  /** What is known of documents of a language. */
  documents(lang: Lang): DocumentMemory {
    return this.#documents.get(
      () => lang,
      () => documentMemory(this.#memory ?? NO_MEMORY),
    );
  }

  pdf(): Promise<PdfWorkshop> {
    this.#pdf ??= import('../render/pdf/workshop.ts').then(
      ({ PdfWorkshop }) => new PdfWorkshop(this.#fonts, this.#memory ?? NO_MEMORY),
    );
    return this.#pdf;
  }

  word(): Promise<WordWorkshop> {
    this.#word ??= import('../render/docx/workshop.ts').then(
      ({ WordWorkshop }) => new WordWorkshop(this.#fonts, this.#memory ?? NO_MEMORY),
    );
    return this.#word;
  }
}

/** A workshop for one build. */
export async function openWorkshop(): Promise<Workshop> {
  return new Workshop(await readFonts());
}

/** A workshop that keeps what a build makes, so that the next one in this process makes only what changed. */
export async function keepWorkshop(): Promise<Workshop> {
  return new Workshop(await readFonts(), new BuildMemory());
}
