import { stat } from 'node:fs/promises';
import path from 'node:path';
import { LANGUAGES } from '../../languages/index.ts';
import { type SheetVerdicts, verdictsIn } from '../exchange/verdicts/index.ts';
import { LANGS, LIMITS, SENT_SHEET } from '../model/index.ts';
import { type FileLimit, readBytes } from '../read/index.ts';
import { openZip, partBytes, XLIFF_NAME } from '../read/office/index.ts';
import { readSheets } from '../read/sheet/index.ts';
import { messageOf } from './messages.ts';

/**
 * An opened file, or the folder of a copy of the dataset, with its kind. The bytes of a file are kept, so that the file
 * is read only once.
 */
export type Opened =
  | { kind: 'copy'; file: string }
  | { kind: 'word' | 'xliff' | 'sheet'; file: string; bytes: Uint8Array }
  | { kind: 'verdicts'; file: string; bytes: Uint8Array; verdicts: SheetVerdicts };

/** The size limit for spreadsheets. */
export const SHEET_FILE: FileLimit = { maxBytes: LIMITS.sheetFileBytes, hint: messageOf('save-list-alone') };

/**
 * Kinds of files, by file name. Files in the old Word format (.doc) are rejected with a hint. Every other file is
 * treated as a spreadsheet.
 */
const KINDS = [
  {
    kind: 'word',
    name: /\.(?:docx|docm|doc|dotx|dotm)$/i,
    limit: { maxBytes: LIMITS.wordFileBytes, hint: messageOf('send-texts-alone') },
  },
  {
    kind: 'xliff',
    name: XLIFF_NAME,
    limit: { maxBytes: LIMITS.translationFileBytes, hint: messageOf('send-by-theme') },
  },
] as const;

/**
 * Opens a file, or the folder of a copy of the dataset, and detects its kind.
 *
 * @throws UserError when the file does not exist, is too large or cannot be read
 */
export async function open(file: string): Promise<Opened> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return { kind: 'copy', file };
  const known = KINDS.find(({ name }) => name.test(file));
  const bytes = await readBytes(file, known?.limit ?? SHEET_FILE);
  if (known !== undefined) return { kind: known.kind, file, bytes };
  const verdicts = (await mayHoldVerdicts(bytes, file))
    ? verdictsIn(await readSheets(bytes, file), file)
    : undefined;
  return verdicts === undefined
    ? { kind: 'sheet', file, bytes }
    : { kind: 'verdicts', file, bytes, verdicts };
}

/**
 * Spreadsheets of at least this size in bytes are searched for verdicts only if they are .xlsx files, because other
 * formats would have to be read twice.
 */
const SMALL = 1_000_000;
const BOOK = 'xl/workbook.xml';

async function mayHoldVerdicts(bytes: Uint8Array, file: string): Promise<boolean> {
  const ending = path.extname(file).toLowerCase();
  const isSmall = bytes.length < SMALL;
  if (ending !== '.xlsx') return isSmall && (ending === '.ods' || ending === '.csv');
  const zip = openZip(bytes, file);
  if (!zip.has(BOOK)) return false;
  const book = String(await partBytes(zip, BOOK));
  const isNamed = LANGS.some((lang) => book.includes(`name="${LANGUAGES[lang].review.headings.verdict}"`));
  return isNamed || (isSmall && book.includes(`"${SENT_SHEET}"`));
}
