/** Writes Word files for corrections and translations, and reads the returned files as two states of a programme. */
export { correctionsDocument } from './corrections.ts';
export { recordOf, recordOfTranslation, sentOf } from './record.ts';
export { translationDocument } from './two-columns.ts';

/** Loads the reader of Word files. */
export const loadWordReader = () => import('./read.ts');
