/** Writes Word files for corrections and translations, and reads the returned files as two states of a programme. */
export { correctionsDocument, translationDocument } from './documents.ts';
export { recordOf, recordOfTranslation, sentOf } from './record.ts';

/** Loads the reader of Word files. */
export const loadWordReader = () => import('./read.ts');
