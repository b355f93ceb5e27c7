import type { TrueType } from '../../../typeset/index.ts';
import { type Subset, trueTypeSubset } from './truetype-subset.ts';

/** Begins the subset of a font; it holds the glyph of missing characters as number 0. */
export type SubsetOf = (font: TrueType) => Subset;

/** For documents whose fonts are all of TrueType's outlines. */
export const trueTypeSubsets: SubsetOf = ({ bytes, rights }) => trueTypeSubset(bytes, !rights.partly);

/** For documents that have fonts with PostScript outlines too; loads what cuts these. */
export async function loadAllSubsets(): Promise<SubsetOf> {
  const [{ create }, { cffSubset }] = await Promise.all([import('fontkit'), import('./cff-subset.ts')]);
  return (font) => (font.outlines === 'PostScript' ? cffSubset(font, create) : trueTypeSubsets(font));
}
