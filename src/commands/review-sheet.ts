import path from 'node:path';
import { LANGUAGES } from '../../languages/index.ts';
import type { Change, Comparison } from '../compare/index.ts';
import { loadBuildDocument } from '../document/index.ts';
import { UserError } from '../errors.ts';
import { DRAFT, LANGS, type Programme, publicPart, SENT_SHEET, textIn } from '../model/index.ts';
import {
  editionDir,
  readBytes,
  readDesign,
  type SheetVerdicts,
  statIfThere,
  verdictsIn,
} from '../read/index.ts';
import { openZip } from '../read/office/index.ts';
import { loadPdf } from '../render/pdf/index.ts';
import { type VerdictRow, writeVerdicts } from '../render/sheet/index.ts';
import { readWorkbook, SHEET_FILE } from './import-source.ts';
import { openLook } from './look.ts';
import { verdictCells } from './verdict-cells.ts';
import { writeFiles } from './write-files.ts';

/** What a row says of a change beside the change itself. */
export type RowNotes = Pick<VerdictRow, 'draft' | 'by' | 'why' | 'canRefuse'> & Pick<VerdictRow, 'verdict'>;

/**
 * Writes changes as a workbook, one row each, with cells for the verdicts.
 *
 * @param data folder of the dataset
 * @param subject what the verdicts are on: the name of a proposal, or `since` and the last edition
 * @throws UserError when the file has another ending or cannot be written
 */
export async function writeReviewSheet(
  file: string,
  subject: string,
  data: string,
  draft: Programme,
  comparison: Comparison,
  notesOn: (change: Change) => RowNotes,
): Promise<void> {
  if (path.extname(file).toLowerCase() !== '.xlsx')
    throw new UserError({ message: `"${file}" is no name of a workbook`, hint: 'let it end in .xlsx' });
  const { language: lang, title, author, date } = draft.config;
  const pages = await pagesOf(draft, data);
  const rows = verdictCells(comparison, lang).map(
    ({ change, place, what, old, new: now }): VerdictRow => ({
      id: change.fingerprint,
      place,
      page: change.about === 'event' ? String(pages.get(change.id ?? '') ?? '') : '',
      what,
      old,
      new: now,
      ...notesOn(change),
    }),
  );
  const words = textIn(title, lang, lang).words;
  await writeFiles([
    { path: file, bytes: await writeVerdicts(rows, { subject, title: words, author, date, lang }) },
  ]);
}

/** On which page of the PDF of the draft each event stands; nothing where the draft cannot be printed as it is. */
async function pagesOf(draft: Programme, data: string): Promise<ReadonlyMap<string, number>> {
  const [{ buildDocument }, { pdfPages }] = await Promise.all([loadBuildDocument(), loadPdf()]);
  try {
    const look = await openLook(await readDesign(data, DRAFT), editionDir(data, DRAFT));
    const document = buildDocument(publicPart(draft), draft.config.language);
    return await pdfPages(document, look.design, await look.pdf(), await look.pictures(document));
  } catch (error) {
    if (error instanceof UserError) return new Map();
    throw error;
  }
}

/** The verdicts on a sheet that `writeReviewSheet` wrote, whoever saved it since and as what; nothing for any other file. */
export async function readReviewSheet(file: string): Promise<SheetVerdicts | undefined> {
  if (!(await mayBeReviewSheet(file))) return undefined;
  return verdictsIn(await readWorkbook(file, {}), file);
}

/** Large spreadsheets of other kinds are not read twice; bytes. */
const SMALL = 1_000_000;

async function mayBeReviewSheet(file: string): Promise<boolean> {
  const ending = path.extname(file).toLowerCase();
  if (ending === '.ods' || ending === '.csv') return ((await statIfThere(file))?.size ?? SMALL) < SMALL;
  if (ending !== '.xlsx') return false;
  const bytes = await readBytes(file, SHEET_FILE);
  const zip = openZip(bytes, file);
  if (!zip.has(BOOK)) return false;
  let book = '';
  const decoder = new TextDecoder();
  await zip.read(BOOK, (piece) => {
    book += decoder.decode(piece, { stream: true });
  });
  const names = LANGS.map((lang) => LANGUAGES[lang].review.headings.verdict);
  return book.includes(`"${SENT_SHEET}"`)
    ? bytes.length < SMALL || hasName(book, names)
    : hasName(book, names);
}

const BOOK = 'xl/workbook.xml';

const hasName = (book: string, names: readonly string[]): boolean =>
  names.some((name) => book.includes(`name="${name}"`));
