import type { TrueType } from '../../../typeset/truetype.ts';
import { trueTypeSubset } from './truetype-subset.ts';

/** A font with only the glyphs that a document uses, or all of them and these first. */
export interface Subset {
  /** Adds a glyph and gives its number in the subset. A glyph that is added again has two numbers, which can stand for different texts. */
  add(glyph: number): number;
  /** The font program. */
  encode(): Uint8Array;
}

/** Begins the subset of a font; it holds the glyph of missing characters as number 0. */
export type SubsetOf = (font: TrueType) => Subset;

/** For documents whose fonts are all of TrueType's outlines. */
export const trueTypeSubsets: SubsetOf = ({ bytes, rights }) => trueTypeSubset(bytes, !rights.partly);

/** For documents that have fonts with PostScript outlines too; loads what cuts these. */
export async function loadAllSubsets(): Promise<SubsetOf> {
  const [{ create }, { cffSubset }] = await Promise.all([import('fontkit'), import('./cff-subset.ts')]);
  return (font) => (font.outlines === 'PostScript' ? cffSubset(font, create) : trueTypeSubsets(font));
}
