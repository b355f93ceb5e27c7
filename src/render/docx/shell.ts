/**
 * The package that the docx library creates, without the parts that are inserted later. Fixed values replace all values
 * that would differ from build to build, such as dates and font keys.
 */
import { type Document as DocxDocument, Packer } from 'docx';
import type { Parts } from './parts.ts';

/** A package without its body and its fonts. */
export interface Shell {
  /** Parts by path, except for the document and the fonts. */
  parts: Parts;
  /** The XML of the document before and after the content of w:body. */
  before: string;
  after: string;
  /** Section properties of the document, in order. */
  sections: readonly string[];
}

export const DOCUMENT = 'word/document.xml';
export const FONTS = 'word/fonts/';
const CORE = 'docProps/core.xml';
export const FONT_TABLE = 'word/fontTable.xml';
const SETTINGS = 'word/settings.xml';

/** Settings that the docx library does not write. */
export interface ShellOptions {
  /** Dates of creation and last change, YYYY-MM-DD; if undefined, the file has none. */
  date: string | undefined;
  /** Language of the document, BCP 47. */
  lang: string;
  /** Whether the margins of left and right pages are mirrored. */
  mirrored: boolean;
}

/** Converts a document of the docx library to a package without its body and fonts. */
export function openShell(file: DocxDocument, { date, lang, mirrored }: ShellOptions): Shell {
  const parts = partsOf(file);
  const document = takePart(parts, DOCUMENT);
  const body = document.indexOf('<w:body>') + '<w:body>'.length;
  const core = takePart(parts, CORE)
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*<\/dcterms:\2>/g, (_, start: string, name: string) =>
      date === undefined ? '' : `${start}${date}T00:00:00Z</dcterms:${name}>`,
    )
    .replace('</cp:coreProperties>', `<dc:language>${lang}</dc:language>$&`);
  parts.set(CORE, core);
  if (mirrored) {
    const settings = takePart(parts, SETTINGS);
    // The elements of the settings must be in a fixed order. Only files for corrections contain `w:trackRevisions`.
    const next = ['<w:trackRevisions', '<w:defaultTabStop'].find((tag) => settings.includes(tag)) ?? '';
    parts.set(SETTINGS, settings.replace(next, `<w:mirrorMargins/>${next}`));
  }
  let key = 0;
  const fonts = takePart(parts, FONT_TABLE);
  parts.set(
    FONT_TABLE,
    fonts.replace(/(w:fontKey=")[^"]*/g, (_, name) => `${name}{${fontKey(++key)}}`),
  );
  return {
    parts,
    before: document.slice(0, body),
    after: document.slice(document.lastIndexOf('</w:body>')),
    sections: document.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [],
  };
}

/**
 * The parts that the docx library writes, as text. The public API of the library returns them only as a zip, and
 * zipping and unzipping would take longer than all other work on a small file. For this reason a private method is
 * used; the version of the library is pinned, and tests check the method.
 */
function partsOf(file: DocxDocument): Parts {
  // biome-ignore lint/complexity/useLiteralKeys: TypeScript allows access to a private member only in this form
  const compiler: { compile(file: DocxDocument): Map<string, string | Uint8Array> } = Packer['compiler'];
  const parts: Parts = new Map();
  for (const [path, content] of compiler.compile(file))
    if (typeof content === 'string') parts.set(path, content);
  return parts;
}

function takePart(parts: Parts, path: string): string {
  const part = parts.get(path);
  if (part === undefined) throw new Error(`the package has no ${path}`);
  parts.delete(path);
  return part;
}

/** Key of an embedded font: a GUID, which need only be unique within the file. */
export function fontKey(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
