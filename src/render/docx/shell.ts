/** The package that the docx library makes, without what is put in later, and with everything that varies pinned. */
import { type Document as DocxDocument, Packer } from 'docx';

/** A package without its body and fonts. */
export interface Shell {
  /** Parts by path, but for the document and the fonts. */
  parts: ReadonlyMap<string, string>;
  /** The document around the content of w:body. */
  before: string;
  after: string;
  /** Properties of the document's sections, in order. */
  sections: readonly string[];
}

export const DOCUMENT = 'word/document.xml';
export const FONTS = 'word/fonts/';
const CORE = 'docProps/core.xml';
export const FONT_TABLE = 'word/fontTable.xml';

/**
 * Opens the package of a document.
 *
 * @param date YYYY-MM-DD: when the file was created and last changed; left out, it does not say so
 * @param lang language of the document, BCP 47, which the library does not write among its properties
 */
export function openShell(file: DocxDocument, date: string | undefined, lang: string): Shell {
  const parts = partsOf(file);
  const document = takePart(parts, DOCUMENT);
  const body = document.indexOf('<w:body>') + '<w:body>'.length;
  const core = takePart(parts, CORE)
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*<\/dcterms:\2>/g, (_, start: string, name: string) =>
      date === undefined ? '' : `${start}${date}T00:00:00Z</dcterms:${name}>`,
    )
    .replace('</cp:coreProperties>', `<dc:language>${lang}</dc:language>$&`);
  let key = 0;
  const fonts = takePart(parts, FONT_TABLE).replace(
    /(w:fontKey=")[^"]*/g,
    (_, name) => `${name}{${fontKey(++key)}}`,
  );
  return {
    parts: new Map([...parts, [CORE, core], [FONT_TABLE, fonts]]),
    before: document.slice(0, body),
    after: document.slice(document.lastIndexOf('</w:body>')),
    sections: document.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [],
  };
}

/**
 * The parts that the library writes, as text. Its public face gives them only as a zip, and to zip and unzip them takes longer than
 * all the rest of a small file; the private one is pinned by its version and by the tests.
 */
function partsOf(file: DocxDocument): Map<string, string> {
  // biome-ignore lint/complexity/useLiteralKeys: TypeScript lets a private member be named so only
  const compiler: { compile(file: DocxDocument): Map<string, string | Uint8Array> } = Packer['compiler'];
  const parts = new Map<string, string>();
  for (const [path, content] of compiler.compile(file))
    if (typeof content === 'string') parts.set(path, content);
  return parts;
}

function takePart(parts: Map<string, string>, path: string): string {
  const part = parts.get(path);
  if (part === undefined) throw new Error(`the package has no ${path}`);
  parts.delete(path);
  return part;
}

/** Key of an embedded font: a GUID, which need be nothing but its own. */
export function fontKey(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
