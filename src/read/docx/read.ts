import { UserError } from '../../errors.ts';
import { readXml } from '../office/xml.ts';
import { openZip, type ZipPackage } from '../office/zip.ts';
import { BodyReader } from './body.ts';
import type { WordFile, WordNote } from './model.ts';
import { wordsIn } from './settle.ts';

const DOCUMENT = 'word/document.xml';
const RELATIONSHIPS = 'word/_rels/document.xml.rels';
/** How a file of the older formats begins, and one that is protected by a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * The words of a Word file with their tracked changes, comments and notes. Nothing in it is run, fetched or expanded.
 *
 * @param file name of the file, for messages
 * @throws UserError when it is no Word file, is protected or damaged, has macros, or is larger than any programme
 */
export async function readWord(bytes: Uint8Array, file: string): Promise<WordFile> {
  const refuse = (message: string, hint: string): UserError => new UserError({ message, at: { file }, hint });
  if (COMPOUND.every((byte, index) => bytes[index] === byte))
    throw refuse(
      'the file is protected by a password, or of the format before 2007 (.doc)',
      'save it without a password as .docx',
    );
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw refuse('this is no Word file', 'save the document as .docx in your word processor');
  const zip = openZip(bytes, file);
  if (zip.names.some((name) => /vbaProject/i.test(name)))
    throw refuse('the file has macros', 'save it as .docx, which has none');
  if (!zip.has(DOCUMENT))
    throw refuse(
      'this is no Word file: it has no document in it',
      zip.has('xl/workbook.xml')
        ? 'it is a spreadsheet: let its name end in .xlsx'
        : 'save the document as .docx in your word processor',
    );
  const body = new BodyReader(file, await addressesIn(zip, file));
  await readXml(zip, DOCUMENT, file, body);
  const comments = await notesIn(zip, ['word/comments.xml'], file);
  const notes = await notesIn(zip, ['word/footnotes.xml', 'word/endnotes.xml'], file);
  const record = await recordIn(zip, file);
  const fingerprint = await propertyIn(zip, 'docProps/custom.xml', 'Fingerprint', file);
  const language = await propertyIn(zip, 'docProps/core.xml', 'language', file);
  return {
    blocks: body.blocks,
    comments,
    notes,
    ...(record === undefined ? {} : { record }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(language === undefined ? {} : { language }),
  };
}

async function notesIn(
  zip: ZipPackage,
  parts: readonly string[],
  file: string,
): Promise<Map<string, WordNote>> {
  const notes = new Map<string, WordNote>();
  for (const part of parts) {
    if (!zip.has(part)) continue;
    const reader = new BodyReader(file, undefined, (id, stamp, paragraphs) => {
      const words = wordsIn(paragraphs, 'accepted');
      if (words !== '') notes.set(id, { ...stamp, words });
    });
    await readXml(zip, part, file, reader);
  }
  return notes;
}

/** Addresses of the links of the document, by the ids of their relationships. */
async function addressesIn(zip: ZipPackage, file: string): Promise<Map<string, string>> {
  const addresses = new Map<string, string>();
  if (!zip.has(RELATIONSHIPS)) return addresses;
  await readXml(zip, RELATIONSHIPS, file, {
    open(name, { Id = '', Target = '', TargetMode }) {
      if (name === 'Relationship' && TargetMode === 'External') addresses.set(Id, Target);
    },
  });
  return addresses;
}

/** The lines of the record of the program, in whichever item of the package a word processor has kept it. */
async function recordIn(zip: ZipPackage, file: string): Promise<string[] | undefined> {
  for (const part of zip.names.filter((name) => /^customXml\/item\d+\.xml$/.test(name)).sort()) {
    const lines: string[] = [];
    let isOurs = false;
    let inLine = false;
    await readXml(zip, part, file, {
      open(name, attributes) {
        isOurs ||= name === 'record' && Object.values(attributes).includes(RECORD);
        inLine = name === 'line';
        if (inLine) lines.push('');
      },
      close() {
        inLine = false;
      },
      text(words) {
        if (inLine) lines[lines.length - 1] += words;
      },
    });
    if (isOurs) return lines;
  }
  return undefined;
}

/** Namespace of the record. */
const RECORD = 'urn:programme:record:1';

/** A property of the document: the words of the element, or inside the element, of this name. */
async function propertyIn(
  zip: ZipPackage,
  part: string,
  wanted: string,
  file: string,
): Promise<string | undefined> {
  if (!zip.has(part)) return undefined;
  let words: string | undefined;
  let depth = 0;
  await readXml(zip, part, file, {
    open(name, attributes) {
      if (depth > 0) depth++;
      else if (name === wanted || attributes.name === wanted) {
        depth = 1;
        words = '';
      }
    },
    close() {
      if (depth > 0) depth--;
    },
    text(more) {
      if (depth > 0) words += more;
    },
  });
  return words?.trim() || undefined;
}
