/** From the package that the docx library makes to the file: the body streamed in, the fonts put in, what varies pinned. */
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';

/** A package without its body and fonts. */
export interface Shell {
  /** Parts by path, but for the document and the fonts. */
  parts: ReadonlyMap<string, Uint8Array>;
  /** The document around the content of w:body. */
  before: string;
  after: string;
  /** Properties of the document's sections, in order. */
  sections: readonly string[];
}

const DOCUMENT = 'word/document.xml';
const CORE = 'docProps/core.xml';
const FONT_TABLE = 'word/fontTable.xml';
const FONTS = 'word/fonts/';
const CONTENT_TYPES = '[Content_Types].xml';

/**
 * Opens a package that the docx library made.
 *
 * @param date YYYY-MM-DD: when the file was created and last changed
 */
export function openShell(packed: Uint8Array, date: string): Shell {
  const parts = new Map(Object.entries(unzipSync(packed, { filter: ({ name }) => !name.startsWith(FONTS) })));
  const document = takePart(parts, DOCUMENT);
  const body = document.indexOf('<w:body>') + '<w:body>'.length;
  const time = `${date}T00:00:00Z`;
  parts.set(
    CORE,
    strToU8(takePart(parts, CORE).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${time}`)),
  );
  let key = 0;
  parts.set(
    FONT_TABLE,
    strToU8(
      takePart(parts, FONT_TABLE).replace(/(w:fontKey=")[^"]*/g, (_, name) => `${name}{${fontKey(++key)}}`),
    ),
  );
  return {
    parts,
    before: document.slice(0, body),
    after: document.slice(document.lastIndexOf('</w:body>')),
    sections: document.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [],
  };
}

function takePart(parts: Map<string, Uint8Array>, path: string): string {
  const part = parts.get(path);
  if (part === undefined) throw new Error(`the package has no ${path}`);
  parts.delete(path);
  return strFromU8(part);
}

/**
 * Zips a package: the same content gives the same bytes.
 *
 * @param body content of w:body
 * @param fonts in the order of the font table
 */
export function zipPackage(shell: Shell, body: Iterable<string>, fonts: readonly Uint8Array[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const file = (path: string): ZipDeflate => {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    return entry;
  };
  const paths = [...shell.parts.keys()].sort((a, b) => (a < b ? -1 : 1));
  for (const path of [CONTENT_TYPES, ...paths.filter((name) => name !== CONTENT_TYPES)])
    file(path).push(shell.parts.get(path) ?? new Uint8Array(), true);
  fonts.forEach((font, index) => {
    file(`${FONTS}font${index + 1}.odttf`).push(obfuscate(font, fontKey(index + 1)), true);
  });
  const document = file(DOCUMENT);
  for (const text of gathered([shell.before], body, [shell.after])) document.push(strToU8(text));
  document.push(new Uint8Array(), true);
  zip.end();
  return joined(chunks);
}

/** Characters that are compressed at a time. */
const CHUNK = 1 << 16;

function* gathered(...sources: readonly Iterable<string>[]): Generator<string> {
  let text = '';
  for (const source of sources) {
    for (const piece of source) {
      text += piece;
      if (text.length < CHUNK) continue;
      yield text;
      text = '';
    }
  }
  yield text;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Key of an embedded font: a GUID, which need be nothing but its own. */
function fontKey(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** An embedded font as Word wants it: the first 32 bytes are mixed with the key (ISO/IEC 29500-4, 17.8.1). */
function obfuscate(font: Uint8Array, key: string): Uint8Array {
  const mask = Buffer.from(key.replaceAll('-', ''), 'hex').reverse();
  return font.map((byte, index) => (index < 32 ? byte ^ (mask[index % 16] ?? 0) : byte));
}
