/** Word files for corrections and translations, and back. In: a programme, or a file. Out: what is printed in it with its record, and the states that it wishes. */
export { correctionsDocument } from './corrections.ts';
export { recordOf, recordOfTranslation, sentOf } from './record.ts';
export { translationDocument } from './two-columns.ts';

/** Loads what reads Word files. */
export const loadWordReader = () => import('./read.ts');
