import type { FaceName } from './schema.ts';

/** A font file that the publisher brings. */
export interface OwnFont {
  /** Its path in the design. */
  file: string;
  /** The file, as messages show it. */
  path: string;
  /** Family that the design names. */
  family: string;
  bytes: Uint8Array;
}

/** A family of the program. */
export interface StandIn {
  family: string;
  regular: Uint8Array;
  bold: Uint8Array;
}

/** The bytes of the font files of the faces, and of those that stand in for what a face lacks, the first that has it. */
export interface FontFiles extends Readonly<Record<FaceName, Uint8Array>> {
  /** Italic letters of the faces whose families have some. */
  readonly italics?: Readonly<Partial<Record<FaceName, Uint8Array>>>;
  /** Those of the publisher among them, each once. */
  readonly own: readonly OwnFont[];
  /** Those of the program, for Word files that may only name the publisher's; none where the publisher has none. */
  readonly standIns: Readonly<Partial<Record<'sans' | 'serif', StandIn>>>;
  readonly fallbacks: Readonly<Record<'regular' | 'bold', readonly Uint8Array[]>>;
  /** Loads a module of HarfBuzz: what shapes words of any script, or what cuts fonts with PostScript outlines. */
  readonly harfbuzz: (name: 'harfbuzz' | 'harfbuzz-subset') => WebAssembly.Module;
}

/** Fonts without the first 32 bytes, which a Word file mixes with a key, as deflate has them, by the fonts. */
export type CompressedFonts = ReadonlyMap<Uint8Array, Uint8Array<ArrayBuffer>>;
