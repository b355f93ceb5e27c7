import { type DocumentOutline, docxPackage, LANGUAGE_TAGS } from '../../../templates/docx/package.ts';
import type { ParagraphStyle } from '../../../templates/docx/styles.ts';
import type { FaceName } from '../../../templates/tokens.ts';
import { type Memo, type Memory, NO_MEMORY, type Recall } from '../../memo.ts';
import type { Face } from '../../setting/face.ts';
import type { FontFiles } from '../../setting/fonts.ts';
import type { WordRun } from './blocks.ts';
import { openFaces } from './faces.ts';
import { createLineCounter, type LineCounter } from './line-counter.ts';
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
  readonly #files: FontFiles;
  readonly #shells: Memo<string, PackedShell>;
  #fonts: Promise<PackedFile[]> | undefined;

  constructor(files: FontFiles, memory: Memory = NO_MEMORY) {
    this.#files = files;
    this.faces = openFaces(files);
    this.#shells = memory.memo(SHELLS_KEPT);
    const counts: Recall<readonly WordRun[], number> = memory.recall(COUNTS_KEPT);
    const count = createLineCounter(this.faces);
    this.countLines = (runs, style, width, number) =>
      counts.get(
        runs,
        () => [style, width, number],
        () => count(runs, style, width, number),
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
/** Enough for some 2,000 events. */
const COUNTS_KEPT = 40_000;
