import { backCover, coverParagraphs } from './cover.ts';
import { folio, runningHeader } from './running.ts';
import { headRow, row } from './table.ts';
import { textStyles } from './text.ts';

/** The templates of a Word file, in addition to its style sheet. */
export const DOCX_TEMPLATES = {
  coverParagraphs,
  backCover,
  runningHeader,
  folio,
  textStyles,
  headRow,
  row,
};
export type DocxTemplates = typeof DOCX_TEMPLATES;
