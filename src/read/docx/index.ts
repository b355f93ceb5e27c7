/** Reads the paragraphs, tables, comments and tracked changes of Word files. */
export {
  paragraphsOf,
  type Stamp,
  type WordBlock,
  type WordCell,
  type WordFile,
  type WordParagraph,
  type WordRow,
} from './model.ts';
export { readWord } from './read.ts';
export {
  linkedWordsIn,
  markupInReading,
  type Reading,
  readingsOf,
  runsIn,
  stampsOf,
  textInReading,
  wordsThatAre,
} from './resolve-changes.ts';
