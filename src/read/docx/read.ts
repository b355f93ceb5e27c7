import { UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import { withoutUndefined } from '../../model/index.ts';
import { messageOf } from '../file-messages.ts';
import {
  type Attributes,
  openZip,
  type Relation,
  readRelations,
  readXml,
  type XmlReader,
  type XmlTag,
  type ZipPackage,
} from '../office/index.ts';
import { BodyReader, type Surroundings } from './document-body.ts';
import { readInserted } from './inserted-files.ts';
import { paragraphsOf, type WordFile, type WordNote, type WordParagraph } from './model.ts';
import { linkedWordsIn } from './resolve-changes.ts';
import { readStyleLooks, type StyleLooks } from './styles.ts';

/** The first bytes of Word files that are in older formats or password-protected. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads the text of a Word file, including tracked changes, comments and notes. Nothing in the file is executed,
 * fetched or expanded.
 *
 * @param file the name of the file, for messages
 * @throws UserError if the file is not a Word file, is password-protected or damaged, contains macros, or exceeds the
 * limits
 */
export async function readWord(bytes: Uint8Array, file: string): Promise<WordFile> {
  const refuse = (message: Message): UserError => new UserError(message, { file });
  if (COMPOUND.every((byte, index) => bytes[index] === byte))
    throw refuse(messageOf('word-protected-or-old'));
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw refuse(messageOf('word-not'));
  const zip = openZip(bytes, file);
  const { parts: root } = await readRelations(zip, '');
  const main = root.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const relations = await readRelations(zip, main);
  const { parts } = relations;
  if (await hasMacros(zip, parts)) throw refuse(messageOf('word-macros'));
  if (zip.has('xl/workbook.xml')) throw refuse(messageOf('word-is-spreadsheet'));
  if (!zip.has(main)) throw refuse(messageOf('word-without-document'));
  const partsOf = (...types: string[]): string[] =>
    parts.flatMap(({ type, target }) => (types.includes(type) && zip.has(target) ? [target] : []));
  const [stylesPart] = partsOf('styles');
  const styles = stylesPart === undefined ? NO_STYLES : await readStyleLooks(zip, stylesPart);
  const around = async (part: string): Promise<Surroundings> => {
    const partRelations = part === main ? relations : await readRelations(zip, part);
    return { styles, addresses: partRelations.addresses, inserted: await readInserted(zip, partRelations) };
  };
  const bodyOf = async (part: string): Promise<BodyReader> => {
    const body = new BodyReader(file, await around(part));
    await readPart(zip, part, body);
    return body;
  };
  const notesIn = async (...names: string[]): Promise<Map<string, WordNote>> => {
    const notes = new Map<string, WordNote>();
    for (const part of names) {
      const reader = new BodyReader(file, await around(part), (id, stamp, paragraphs) => {
        const words = linkedWordsIn(paragraphs);
        if (words !== '') notes.set(id, { ...stamp, words });
      });
      await readPart(zip, part, reader);
    }
    return notes;
  };
  const { blocks, asides } = await bodyOf(main);
  const margins: WordParagraph[] = [];
  for (const part of partsOf('header', 'footer')) {
    const body = await bodyOf(part);
    margins.push(...body.blocks.flatMap(paragraphsOf), ...body.asides);
  }
  const comments = await notesIn(...partsOf('comments'));
  const notes = await notesIn(...partsOf('footnotes', 'endnotes'));
  const record = await recordIn(zip);
  const fingerprint = await propertyIn(zip, 'docProps/custom.xml', 'Fingerprint');
  const language = await propertyIn(zip, 'docProps/core.xml', 'language');
  return { blocks, asides, margins, comments, notes, ...withoutUndefined({ record, fingerprint, language }) };
}

const NO_STYLES: ReadonlyMap<string, StyleLooks> = new Map();

/**
 * Whether a file can contain macros. Content types are checked in addition to part names, because parts can be renamed.
 */
async function hasMacros(zip: ZipPackage, parts: readonly Relation[]): Promise<boolean> {
  if (zip.names.some((name) => /vbaProject/i.test(name)) || parts.some(({ type }) => /vba/i.test(type)))
    return true;
  let found = false;
  if (zip.has(TYPES))
    await readXml(zip, TYPES, {
      open(_name, { ContentType: type = '' }) {
        found ||= /vbaProject|macroEnabled/i.test(type);
      },
    });
  return found;
}

/** The part that lists the content types of the other parts. */
const TYPES = '[Content_Types].xml';

/** Reads a part that contains paragraphs. Of alternate content, only one version is read. */
async function readPart(zip: ZipPackage, part: string, body: BodyReader): Promise<void> {
  const reader = new OneVersion(body, (words) => body.aside(words, messageOf('word-other-version')));
  await readXml(zip, part, reader);
  body.end();
}

/**
 * The lines of the data that this program stored in the file. A word processor may have moved the lines to a different
 * part.
 */
async function recordIn(zip: ZipPackage): Promise<string[] | undefined> {
  for (const part of zip.names.filter((name) => /^customXml\/item\d+\.xml$/.test(name)).sort()) {
    let isOurs = false;
    const lines = await textsIn(zip, part, (name, attributes) => {
      isOurs ||= name === 'record' && Object.values(attributes).includes(RECORD);
      return name === 'line';
    });
    if (isOurs) return lines;
  }
  return undefined;
}

/** The XML namespace of the data that this program stores in Word files. */
const RECORD = 'urn:programme:record:1';

/** Reads a document property: the text of the last element that has the given name or the given `name` attribute. */
async function propertyIn(zip: ZipPackage, part: string, wanted: string): Promise<string | undefined> {
  if (!zip.has(part)) return undefined;
  const isWanted: Wanted = (name, attributes) => name === wanted || attributes.name === wanted;
  return (await textsIn(zip, part, isWanted)).at(-1)?.trim() || undefined;
}

type Wanted = (name: string, attributes: Attributes) => boolean;

/** Reads the texts of the elements in a part that pass a test, in order. */
async function textsIn(zip: ZipPackage, part: string, isWanted: Wanted): Promise<string[]> {
  const texts: string[] = [];
  let depth = 0;
  await readXml(zip, part, {
    open(name, attributes) {
      const isText = isWanted(name, attributes);
      if (depth === 0 && isText) texts.push('');
      if (depth > 0 || isText) depth++;
    },
    close() {
      if (depth > 0) depth--;
    },
    text(words) {
      if (depth > 0) texts[texts.length - 1] += words;
    },
  });
  return texts;
}

/**
 * Alternate content (ECMA-376, part 3) consists of several versions of the same content, for newer and older programs.
 * Only one version is read.
 */

type Event = (reader: XmlReader) => void;

/** A version of alternate content, and its text. */
interface Version {
  events: Event[];
  words: string;
}

/** The elements that contain text. */
const WORDS: ReadonlySet<string> = new Set(['t', 'delText']);

/**
 * Passes all content to a reader, but only one version of alternate content. The first version with text is passed,
 * because a version without text may contain only a picture of the text. If no version has text, the first version is
 * passed.
 *
 * @param onOther receives the text of each omitted version, unless the version that was read contains this text
 */
class OneVersion implements XmlReader {
  readonly #reader: XmlReader;
  readonly #onOther: (words: string) => void;
  /** The versions of the alternate content that is being read; undefined outside alternate content. */
  #versions: Version[] | undefined;
  #open: string[] = [];

  constructor(reader: XmlReader, onOther: (words: string) => void) {
    this.#reader = reader;
    this.#onOther = onOther;
  }

  open(name: string, attributes: Attributes, prefix: string, tag: XmlTag): void {
    if (this.#versions === undefined) {
      if (name === 'AlternateContent') this.#versions = [];
      else this.#reader.open(name, attributes, prefix, tag);
      return;
    }
    if (this.#open.length === 0) this.#versions.push({ events: [], words: '' });
    else this.#keep((reader) => reader.open(name, attributes, prefix, tag));
    if (name === 'textpath') this.#addWords(attributes.string ?? '');
    this.#open.push(name);
  }

  close(name: string): void {
    if (this.#versions === undefined) {
      this.#reader.close?.(name);
      return;
    }
    if (this.#open.pop() === undefined) this.#choose(this.#versions);
    else if (this.#open.length > 0) this.#keep((reader) => reader.close?.(name));
  }

  text(words: string, line: number): void {
    if (this.#versions === undefined) {
      this.#reader.text?.(words, line);
      return;
    }
    this.#keep((reader) => reader.text?.(words, line));
    if (WORDS.has(this.#open.at(-1) ?? '')) this.#addWords(words);
  }

  #keep(event: Event): void {
    this.#versions?.at(-1)?.events.push(event);
  }

  #addWords(words: string): void {
    const version = this.#versions?.at(-1);
    if (version !== undefined) version.words += words;
  }

  #choose(versions: readonly Version[]): void {
    this.#versions = undefined;
    const chosen = versions.find(({ words }) => words.trim() !== '') ?? versions[0];
    if (chosen === undefined) return;
    // The selected version passes through this reader again, because it may contain nested alternate content.
    for (const event of chosen.events) event(this);
    const others = versions.map(({ words }) => words.trim());
    for (const words of new Set(others)) if (!chosen.words.includes(words)) this.#onOther(words);
  }
}
