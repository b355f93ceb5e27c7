/**
 * Writes texts that need translating as XLIFF, and reads a returned file as two states of the programme, before and
 * after the translations.
 */
export { placeOf, type ReturnedText, translated } from './translated.ts';
export { allUnits, type Unit, type UnitGroup, unitGroups } from './units.ts';
export { type LineForm, plainWords, runsOfWords } from './words.ts';
export { writeXliff } from './write.ts';

/** Loads the XLIFF reader. */
export const loadXliffReader = () => import('./read.ts');
