/** XLIFF for translators. In: translation units. Out: the text of an XLIFF file. */
export { writeXliff } from './write.ts';
