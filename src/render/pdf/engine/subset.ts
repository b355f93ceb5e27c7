import type { CutCff, TrueType } from '../../../typeset/index.ts';
import { cffSubset } from './cff-subset.ts';
import { type Subset, trueTypeSubset } from './truetype-subset.ts';

/** Creates the subset of a font, which initially contains only the glyph for missing characters, as number 0. */
export type SubsetOf = (font: TrueType) => Subset;

/** @param cut subsets PostScript outlines */
export const subsets =
  (cut: CutCff): SubsetOf =>
  (font) =>
    font.outlines === 'PostScript' ? cffSubset(font, cut) : trueTypeSubset(font.bytes, !font.rights.partly);
