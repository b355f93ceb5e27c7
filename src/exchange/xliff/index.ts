/** Texts for translators and back. In: a programme, or an XLIFF file. Out: the texts to be translated, XLIFF, and the states that translations wish. */
export { placeOf, type ReturnedText, translated } from './translated.ts';
export { type Unit, type UnitGroup, unitGroups } from './units.ts';
export { type LineForm, plainWords, runsOfWords } from './words.ts';
export { writeXliff } from './write.ts';

/** Loads what reads XLIFF. */
export const loadXliffReader = () => import('./read.ts');
