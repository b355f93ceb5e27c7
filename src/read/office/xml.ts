import { TextDecoder } from 'node:util';
import { UserError } from '../../errors.ts';
import type { Message, Parameter } from '../../messages.ts';
import { LIMITS } from '../../model/index.ts';
import { messageOf } from '../file-messages.ts';
import { hintsFor } from './hints.ts';
import type { ZipPackage } from './zip.ts';

/** Attributes of an element by name. */
export type Attributes = Readonly<Record<string, string>>;

/** Callbacks for the content of an XML part. Names do not include a namespace prefix. */
export interface XmlReader {
  /**
   * @param prefix the namespace prefix of the element; empty if it has none
   * @param tag the element as written
   */
  open(name: string, attributes: Attributes, prefix: string, tag: XmlTag): void;
  close?(name: string): void;
  /** @param line the line on which the text ends, 1-based */
  text?(words: string, line: number): void;
  /**
   * Handles a document type definition. If this callback is missing, a file that contains a document type definition is
   * refused.
   *
   * @returns the entities that the definition declares
   */
  doctype?(words: string): Readonly<Record<string, string>>;
}

/** An element as it is written in the file. */
export interface XmlTag {
  /** The attributes, with namespace prefixes in their names. */
  attributes: Attributes;
  /** The line on which the element starts, 1-based. */
  line: number;
}

/** Maximum number of characters (or bytes) that are passed to the parser at a time. */
const PIECE = 64 * 1024;

/**
 * Streams an XML part of a package to a reader. A document type definition is refused, because it can define entities
 * that expand to huge texts or refer to files.
 *
 * @throws UserError if the part is missing, is not well-formed XML, or contains a document type definition
 */
export async function readXml(zip: ZipPackage, part: string, reader: XmlReader): Promise<void> {
  await parseXml(messageOf('xml-part', { part }), zip.file, reader, (onBytes) => zip.read(part, onBytes));
}

/**
 * Streams an XML file to a reader, like `readXml`. The file may be in UTF-8, or in UTF-16 with a byte order mark.
 *
 * @throws UserError as `readXml` does
 */
export async function readXmlFile(bytes: Uint8Array, file: string, reader: XmlReader): Promise<void> {
  const read = async (onBytes: (bytes: Uint8Array) => void): Promise<void> => {
    for (let at = 0; at < bytes.length; at += PIECE) onBytes(bytes.subarray(at, at + PIECE));
  };
  await parseXml(messageOf('xml-file'), file, reader, read, encodingOf(bytes));
}

async function parseXml(
  part: Message,
  file: string,
  reader: XmlReader,
  read: (onBytes: (bytes: Uint8Array) => void) => Promise<void>,
  encoding = 'utf-8',
): Promise<void> {
  const { SaxesParser } = await import('saxes');
  // Do not add an eighth listener. With eight listeners, V8 stores the parser's fields in a hash table, and reading
  // takes 3.5 times as long.
  const parser = new SaxesParser();
  const decoder = new TextDecoder(encoding, { fatal: true });
  let depth = 0;
  /**
   * Number of characters since the last tag, which is limited because the parser buffers whole texts, names and
   * comments.
   */
  let silent = 0;
  parser.on('doctype', (words) => {
    if (reader.doctype !== undefined) {
      Object.assign(parser.ENTITIES, reader.doctype(words));
      return;
    }
    throw new UserError(messageOf('xml-doctype', { part, hint: hintsFor(file).anew }), { file });
  });
  parser.on('error', (error) => {
    throw damaged(part, file, error.message.slice(0, 200));
  });
  const write = (words: string): void => {
    for (let at = 0; at < words.length; at += PIECE) {
      const piece = words.slice(at, at + PIECE);
      silent += piece.length;
      parser.write(piece);
      if (silent > LIMITS.xmlSilence)
        throw damaged(part, file, messageOf('xml-text-too-long', { most: LIMITS.xmlSilence }));
    }
  };
  let line = 1;
  parser.on('opentagstart', () => {
    line = parser.line;
  });
  parser.on('opentag', (tag) => {
    silent = 0;
    if (++depth > LIMITS.xmlDepth)
      throw damaged(part, file, messageOf('xml-too-deep', { most: LIMITS.xmlDepth }));
    if (Object.keys(tag.attributes).length > LIMITS.xmlAttributes)
      throw damaged(part, file, messageOf('xml-too-many-attributes', { most: LIMITS.xmlAttributes }));
    const prefix = tag.name.slice(0, Math.max(0, tag.name.indexOf(':')));
    reader.open(localName(tag.name), localNames(tag.attributes), prefix, {
      attributes: tag.attributes,
      line,
    });
  });
  parser.on('closetag', (tag) => {
    silent = 0;
    depth--;
    reader.close?.(localName(tag.name));
  });
  parser.on('text', (words) => reader.text?.(words, parser.line));
  parser.on('cdata', (words) => reader.text?.(words, parser.line));
  await read((bytes) => {
    write(decode(decoder, bytes, part, file));
  });
  write(decode(decoder, undefined, part, file));
  parser.close();
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, part: Message, file: string): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw damaged(part, file, messageOf('xml-not-utf8'));
  }
}

function damaged(part: Message, file: string, why: Parameter): UserError {
  return new UserError(messageOf('xml-unreadable', { part, why, hint: hintsFor(file).again }), { file });
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localNames(attributes: Attributes): Record<string, string> {
  const names: Record<string, string> = {};
  for (const name in attributes) names[localName(name)] = attributes[name] ?? '';
  return names;
}
