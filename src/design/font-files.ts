import type { FaceName } from './schema.ts';

/** A font file of the publisher. */
export interface OwnFont {
  /** Path of the file as written in the design. */
  file: string;
  /** Path of the file for messages. */
  path: string;
  /** Family of the font in the design. */
  family: string;
  bytes: Uint8Array;
}

/** A font family that comes with the program and replaces one of the publisher's families. */
export interface StandIn {
  family: string;
  regular: Uint8Array;
  bold: Uint8Array;
}

/** The content of the font file of each face. */
export interface FontFiles extends Readonly<Record<FaceName, Uint8Array>> {
  /** Italic font files of the faces whose families have them. */
  readonly italics?: Readonly<Partial<Record<FaceName, Uint8Array>>>;
  /** The font files of the publisher; each file is listed once. */
  readonly publisherFonts: readonly OwnFont[];
  /**
   * Families that come with the program and replace those of the publisher's fonts that a Word file may name but not
   * embed. Empty if the publisher has no fonts.
   */
  readonly standIns: Readonly<Partial<Record<'sans' | 'serif', StandIn>>>;
  /** Returns the font files for characters that a face lacks, in order of preference. */
  readonly fallbacks: (weight: 'regular' | 'bold') => readonly Uint8Array[];
  /** Loads a HarfBuzz module: the shaper for any script, or the subsetter for fonts with PostScript outlines. */
  readonly harfbuzz: (name: 'harfbuzz' | 'harfbuzz-subset') => WebAssembly.Module;
}
