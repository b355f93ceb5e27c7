import { UserError } from '../../errors.ts';
import { messageOf } from '../file-messages.ts';
import { openZip, partBytes, type ZipPackage } from '../office/index.ts';
import { readCsv, SEPARATORS } from './csv.ts';
import { decodeText } from './encoding.ts';
import type { Workbook } from './model.ts';

export interface SheetOptions {
  /** The encoding of a CSV file, if it is not detected correctly. */
  encoding?: string | undefined;
  /** The field separator of a CSV file, if it is not detected correctly. */
  separator?: string | undefined;
}

/**
 * Reads the sheets of a spreadsheet file: an Excel workbook, an OpenDocument spreadsheet or CSV text. The format is
 * detected from the content, not from the file name.
 *
 * @param file name of the file, for messages
 * @throws UserError if the file is in none of these formats, is damaged or malicious, or exceeds the limits
 */
export async function readSheets(
  bytes: Uint8Array,
  file: string,
  options: SheetOptions = {},
): Promise<Workbook> {
  if (bytes.length === 0) throw new UserError(messageOf('sheet-file-empty'), { file });
  if (startsWith(bytes, [0x50, 0x4b])) {
    const zip = openZip(bytes, file);
    if (await isOpenDocument(zip)) return (await import('./ods.ts')).readOds(zip);
    return (await import('./xlsx.ts')).readXlsx(zip);
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldOrEncrypted(bytes, file);
  return readText(bytes, file, options);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/**
 * Parts that state the type of a package. According to the standard, the first of these parts is uncompressed at the
 * beginning of the file, but some programs omit it.
 */
const TYPE_PARTS = ['mimetype', 'META-INF/manifest.xml'];

/** Whether a package is an OpenDocument spreadsheet. */
async function isOpenDocument(zip: ZipPackage): Promise<boolean> {
  const part = TYPE_PARTS.find((name) => zip.has(name));
  if (part === undefined || !zip.has('content.xml')) return false;
  return (await partBytes(zip, part)).includes('application/vnd.oasis.opendocument.spreadsheet');
}

/**
 * Creates the error for an OLE file: either an encrypted workbook (with a stream named EncryptedPackage, see
 * MS-OFFCRYPTO) or a workbook in a format older than .xlsx.
 */
function oldOrEncrypted(bytes: Uint8Array, file: string): UserError {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
  return new UserError(messageOf(encrypted ? 'workbook-encrypted' : 'workbook-old-format'), { file });
}

function readText(bytes: Uint8Array, file: string, { encoding, separator }: SheetOptions): Workbook {
  const decoded = decodeText(bytes, file, encoding);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]) || decoded.text.includes('\0')) {
    throw new UserError(messageOf('spreadsheet-not'), { file });
  }
  if (separator !== undefined && [...separator].length !== 1)
    throw new UserError(
      messageOf('separator-invalid', { separator, examples: SEPARATORS.map((one) => JSON.stringify(one)) }),
    );
  const { sheet, separator: used } = readCsv(decoded.text, file, separator);
  const { encoding: read } = decoded;
  const note =
    used === '\t'
      ? messageOf('text-with-tabs-read', { encoding: read })
      : messageOf('text-file-read', { encoding: read, separator: used });
  return { sheets: [sheet], notes: [note] };
}
