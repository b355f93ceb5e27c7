import { UserError } from '../../errors.ts';
import { SENT_SHEET } from '../../model/index.ts';
import { messageOf } from '../file-messages.ts';
import { readXml, type ZipPackage } from '../office/index.ts';
import { packageNotes, sentWords, UNREAD } from './cells.ts';
import type { Sheet, Workbook } from './model.ts';
import { ContentReader } from './ods-content.ts';

/**
 * Reads the sheets of an OpenDocument spreadsheet (OASIS, ISO/IEC 26300), as written by LibreOffice. Texts are read as
 * displayed; dates are taken from the stored values, in the displayed precision. Formulas are never computed. Charts,
 * pictures and macros are not read; the notes name them.
 *
 * @param file name of the file, for messages
 * @throws UserError if the file is damaged, hostile, encrypted, larger than the limits, or not a spreadsheet
 */
export async function readOds(zip: ZipPackage, file: string): Promise<Workbook> {
  await refuseEncrypted(zip, file);
  const reader = new ContentReader(file);
  for (const part of ['styles.xml', 'content.xml'])
    if (part === 'content.xml' || zip.has(part)) await readXml(zip, part, file, reader);
  const record = reader.sheets.find(({ name }) => name === SENT_SHEET);
  const own = reader.sheets.filter((sheet) => sheet !== record && !isLinked(sheet));
  if (own.every(({ hidden }) => hidden))
    throw new UserError(messageOf('spreadsheet-without-visible-sheet'), { file });
  return {
    sheets: own,
    notes: [
      ...reader.notes,
      ...own.filter(({ hidden }) => hidden).map(({ name }) => `the hidden sheet "${name}" is not read`),
      ...packageNotes(zip, [
        ['macros', /^(?:Basic|Scripts)\//],
        ['drawings', /^(?:Pictures|Object [^/]*)\/./],
      ]),
      ...(reader.sheets.some(isLinked) ? [UNREAD.links] : []),
    ],
    ...sentWords(record),
  };
}

/** Whether a sheet is a cached copy from another file. */
const isLinked = ({ name }: Sheet): boolean => name?.startsWith("'file:") === true;

async function refuseEncrypted(zip: ZipPackage, file: string): Promise<void> {
  const manifest = 'META-INF/manifest.xml';
  if (!zip.has(manifest)) return;
  await readXml(zip, manifest, file, {
    open(name) {
      if (name === 'encryption-data') throw new UserError(messageOf('spreadsheet-encrypted'), { file });
    },
  });
}
