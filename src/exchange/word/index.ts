/**
 * Word files for corrections and translations. In: a programme, or a returned file. Out: the document with its
 * record, and the states of the returned file.
 */
export { correctionsDocument } from './corrections.ts';
export { recordOf, recordOfTranslation, sentOf } from './record.ts';
export { translationDocument } from './two-columns.ts';

/** Loads the reader of Word files. */
export const loadWordReader = () => import('./read.ts');
