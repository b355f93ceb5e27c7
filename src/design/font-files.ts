import type { FaceName } from './schema.ts';

/** The bytes of the font files of the faces, and of those that stand in for what a face lacks, the first that has it. */
export interface FontFiles extends Readonly<Record<FaceName, Uint8Array>> {
  /** Italic letters of the faces whose families have some. */
  readonly italics?: Readonly<Partial<Record<FaceName, Uint8Array>>>;
  readonly fallbacks: Readonly<Record<'regular' | 'bold', readonly Uint8Array[]>>;
}
