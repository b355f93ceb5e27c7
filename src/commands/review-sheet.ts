import path from 'node:path';
import { loadBuildDocument } from '../document/index.ts';
import { UserError } from '../errors.ts';
import { loadWriteVerdicts, verdictCells } from '../exchange/verdicts/index.ts';
import { DRAFT, type Programme, publicPart, textIn } from '../model/index.ts';
import { editionDir, readDesign } from '../read/index.ts';
import { loadPdf } from '../render/pdf/index.ts';
import { openDesignResources } from './design-resources.ts';
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
  const pages = await pagesOf(draft, data);
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

/** The page of each event in the PDF of the draft; empty if the draft cannot be printed. */
async function pagesOf(draft: Programme, data: string): Promise<ReadonlyMap<string, number>> {
  const [{ buildDocument }, { pdfPages }] = await Promise.all([loadBuildDocument(), loadPdf()]);
  try {
    const look = await openDesignResources(await readDesign(data, DRAFT), editionDir(data, DRAFT));
    const document = buildDocument(publicPart(draft), draft.config.language);
    return await pdfPages(document, look.design, await look.pdf(), await look.pictures(document));
  } catch (error) {
    if (error instanceof UserError) return new Map();
    throw error;
  }
}
