import path from 'node:path';
import type { Comparison, ParagraphDiff } from '../compare/change.ts';
import { type ReadableChange, type ReadableSubject, readable } from '../compare/readable.ts';
import { newText, oldText } from '../compare/text-diff.ts';
import { UserError } from '../errors.ts';
import { DRAFT, type Programme, publicPart } from '../model/programme.ts';
import { textIn } from '../model/text.ts';
import { editionDir } from '../read/dataset.ts';
import { readDesign } from '../read/design.ts';
import { readBytes } from '../read/file.ts';
import { openZip } from '../read/office/zip.ts';
import { type SheetVerdicts, verdictsIn } from '../read/sheet/verdicts.ts';
import { type VerdictRow, writeVerdicts } from '../render/sheet/verdicts.ts';
import { readWorkbook, SHEET_FILE } from './import-source.ts';
import { openLook } from './look.ts';
import { writeFiles } from './write-files.ts';

/** What a row says of a change beside the change itself. */
export type RowNotes = Pick<VerdictRow, 'draft' | 'by' | 'why'> & Pick<VerdictRow, 'verdict'>;

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
  notesOn: (id: string) => RowNotes,
): Promise<void> {
  if (path.extname(file).toLowerCase() !== '.xlsx')
    throw new UserError({ message: `"${file}" is no name of a workbook`, hint: 'let it end in .xlsx' });
  const { language: lang, title, author, date } = draft.config;
  const pages = await pagesOf(draft, data);
  const rows = readable(comparison, lang).groups.flatMap(({ subjects, title: group }) =>
    subjects.flatMap((own) =>
      own.changes.map((change) => rowOf(own, group.words, change, notesOn(change.change.fingerprint), pages)),
    ),
  );
  const words = textIn(title, lang, lang).words;
  await writeFiles([
    { path: file, bytes: await writeVerdicts(rows, { subject, title: words, author, date, lang }) },
  ]);
}

function rowOf(
  { number, title }: ReadableSubject,
  group: string,
  { change, headline, note, parts }: ReadableChange,
  notes: RowNotes,
  pages: ReadonlyMap<string, number>,
): VerdictRow {
  const words = (of: (diff: readonly ParagraphDiff[]) => string): string =>
    parts
      .map(({ label, paragraphs }) => {
        const own = of(paragraphs);
        return label === undefined || own === '' ? own : `${label}: ${own}`;
      })
      .filter((own) => own !== '')
      .join('\n');
  return {
    id: change.fingerprint,
    place: number === undefined || number === 0 ? group : `${number}. ${title.words}`,
    page: change.about === 'event' ? String(pages.get(change.id ?? '') ?? '') : '',
    what: note === undefined ? headline : `${headline} ${note}`,
    old: words(oldText),
    new: words(newText),
    ...notes,
  };
}

/** On which page of the PDF of the draft each event stands; nothing where the draft cannot be printed as it is. */
async function pagesOf(draft: Programme, data: string): Promise<ReadonlyMap<string, number>> {
  const [{ buildDocument }, { pdfPages }] = await Promise.all([
    import('../document/build.ts'),
    import('../render/pdf/render.ts'),
  ]);
  try {
    const look = await openLook(await readDesign(data, DRAFT), editionDir(data, DRAFT));
    const document = buildDocument(publicPart(draft), draft.config.language);
    return await pdfPages(document, look.design, await look.pdf(), await look.pictures(document));
  } catch (error) {
    if (error instanceof UserError) return new Map();
    throw error;
  }
}

/** The verdicts on a sheet that `writeReviewSheet` wrote, whoever saved it since; nothing for any other file. */
export async function readReviewSheet(file: string): Promise<SheetVerdicts | undefined> {
  if (path.extname(file).toLowerCase() !== '.xlsx') return undefined;
  const { names } = openZip(await readBytes(file, SHEET_FILE), file);
  // An export of events has more sheets than a sheet of verdicts: it is not read twice.
  if (names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).length !== SHEETS) return undefined;
  return verdictsIn(await readWorkbook(file, {}), file);
}

/** The verdicts, and the list that their cells offer. */
const SHEETS = 2;
