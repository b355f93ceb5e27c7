import path from 'node:path';
import { loadBuildDocument } from '../document/index.ts';
import { ifPossible, UserError } from '../errors.ts';
import { loadWriteVerdicts, verdictCells } from '../exchange/verdicts/index.ts';
import { DRAFT, type Programme, publicPart, textIn } from '../model/index.ts';
import { loadPdf } from '../render/pdf/index.ts';
import { openLook } from './design-resources.ts';
import { messageOf } from './messages.ts';
import type { ReviewSubject } from './review-subject.ts';
import { writeFiles } from './write-files.ts';

/**
 * Writes changes as a workbook, one per row, with cells for the verdicts.
 *
 * @param data folder of the dataset
 * @throws UserError when the file has another extension or cannot be written
 */
export async function writeReviewSheet(
  file: string,
  { name: subject, draft, comparison, rowNotes }: Omit<ReviewSubject, 'isDone' | 'markdown' | 'give'>,
  data: string,
): Promise<void> {
  if (path.extname(file).toLowerCase() !== '.xlsx')
    throw new UserError(messageOf('workbook-name-unknown', { file }));
  const { language: lang, title: titles, author, date } = draft.config;
  // A draft that cannot be printed has no pages.
  const pages = (await ifPossible(pagesOf(draft, data))) ?? new Map<string, number>();
  const rows = verdictCells(comparison, lang).map(({ change, place, what, old, new: now }) => ({
    change: change.fingerprint,
    place,
    page: change.about === 'event' ? String(pages.get(change.id ?? '') ?? '') : '',
    what,
    old,
    new: now,
    ...rowNotes(change),
  }));
  const title = textIn(titles, lang, lang).words;
  const { writeVerdicts } = await loadWriteVerdicts();
  const bytes = await writeVerdicts(rows, { subject, title, author, date, lang });
  await writeFiles([{ path: file, bytes }]);
}

/** The page of each event in the PDF of the draft. */
async function pagesOf(draft: Programme, data: string): Promise<ReadonlyMap<string, number>> {
  const [{ buildDocument }, { pdfPages }] = await Promise.all([loadBuildDocument(), loadPdf()]);
  const look = await openLook(data, DRAFT);
  const document = buildDocument(publicPart(draft), draft.config.language);
  return pdfPages(document, look.design, await look.pdf(), await look.pictures(document));
}
