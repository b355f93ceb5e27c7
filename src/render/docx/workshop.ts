import { type DocumentOutline, docxPackage, LANGUAGE_TAGS } from '../../../templates/docx/package.ts';
import type { ParagraphStyle } from '../../../templates/docx/styles.ts';
import type { FaceName } from '../../../templates/tokens.ts';
import type { Section } from '../../document/model.ts';
import { type Memo, type Memory, NO_MEMORY, type Recall } from '../../memo.ts';
import type { Face } from '../../setting/face.ts';
import type { FontFiles } from '../../setting/fonts.ts';
import { type WordRun, type WordSection, wordSection } from './blocks.ts';
import type { WrittenMemory } from './body.ts';
import { openFaces } from './faces.ts';
import { createLineCounter, type LineCounter } from './line-counter.ts';
import type { BlockMemory } from './pack-document.ts';
import type { LayoutMemory } from './pages.ts';
import { openShell, type Shell } from './shell.ts';
import { type PackedFile, packFonts, packParts } from './zip.ts';

/** A package without its document, and its other parts compressed. */
export interface PackedShell {
  shell: Shell;
  packed: () => Promise<PackedFile[]>;
}

/** What Word files are made with: the fonts, and what is kept from one file to the next. */
export class WordWorkshop {
  readonly faces: Readonly<Record<FaceName, Face>>;
  readonly countLines: LineCounter;
  /** Sections that were laid out, and where these are kept, what was written, and blocks that were compressed. */
  readonly layouts: LayoutMemory;
  readonly written: WrittenMemory | undefined;
  readonly blocks: BlockMemory | undefined;
  readonly #files: FontFiles;
  readonly #sections: Recall<Section, WordSection>;
  readonly #shells: Memo<string, PackedShell>;
  #fonts: Promise<PackedFile[]> | undefined;

  constructor(files: FontFiles, memory: Memory = NO_MEMORY) {
    this.#files = files;
    this.faces = openFaces(files);
    this.#shells = memory.memo(SHELLS_KEPT);
    this.#sections = memory.recall();
    this.layouts = memory.recall();
    this.written = memory.keeps ? { tables: memory.recall(), groups: memory.recall() } : undefined;
    this.blocks = memory.keeps ? memory.recall() : undefined;
    const counts: Recall<readonly WordRun[], number> = memory.recall();
    const count = createLineCounter(this.faces);
    this.countLines = (runs, style, width, number) =>
      counts.get(
        runs,
        () => [style, width, number],
        () => count(runs, style, width, number),
      );
  }

  /** A section as Word holds it, without tracked changes. */
  section(section: Section): WordSection {
    return this.#sections.get(
      section,
      () => [],
      () => wordSection(section),
    );
  }

  /** The embedded fonts. */
  fonts(): Promise<PackedFile[]> {
    const { sans, sansBold, serif, serifBold } = this.#files;
    this.#fonts ??= packFonts([sans, sansBold, serif, serifBold]);
    return this.#fonts;
  }

  /** The package of a document of that outline. */
  shell(
    outline: DocumentOutline,
    date: string,
    styles: Readonly<Record<string, ParagraphStyle>>,
  ): PackedShell {
    return this.#shells.get(
      () => JSON.stringify([outline, date, styles]),
      () => {
        const shell = openShell(docxPackage(outline, styles), date, LANGUAGE_TAGS[outline.lang]);
        let parts: Promise<PackedFile[]> | undefined;
        return {
          shell,
          packed: () => {
            parts ??= packParts(shell);
            return parts;
          },
        };
      },
    );
  }
}

const SHELLS_KEPT = 16;
