import { SaxesParser } from 'saxes';
import type { Pdf } from './pdf-reader.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const DC = 'http://purl.org/dc/elements/1.1/';
const XMP = 'http://ns.adobe.com/xap/1.0/';
const PDF = 'http://ns.adobe.com/pdf/1.3/';
const PDFA = 'http://www.aiim.org/pdfa/ns/id/';
const PDFUA = 'http://www.aiim.org/pdfua/ns/id/';
const EXTENSION = 'http://www.aiim.org/pdfa/ns/extension/';
const SCHEMA = 'http://www.aiim.org/pdfa/ns/schema#';

/**
 * Checks that the metadata are well-formed XML, claim both standards, describe the schema of the PDF/UA claim, which
 * PDF/A does not know, and equal the document information.
 */
export function checkMetadata({ xmp, info }: Pdf): string[] {
  let root: Element;
  try {
    root = parse(xmp);
  } catch (error) {
    return [`the metadata are not well-formed: ${error instanceof Error ? error.message : String(error)}`];
  }
  const first = (namespace: string, name: string): string | undefined => {
    const element = below(root, namespace, name)[0];
    return element && (below(element, RDF, 'li')[0] ?? element).text;
  };
  const expected: [string, string | undefined, string | undefined][] = [
    ['part of PDF/A', first(PDFA, 'part'), '2'],
    ['conformance of PDF/A', first(PDFA, 'conformance'), 'A'],
    ['part of PDF/UA', first(PDFUA, 'part'), '1'],
    ['title', first(DC, 'title'), info.get('Title')],
    ['author', first(DC, 'creator'), info.get('Author')],
    ['subject', first(DC, 'description'), info.get('Subject')],
    ['creator', first(XMP, 'CreatorTool'), info.get('Creator')],
    ['producer', first(PDF, 'Producer'), info.get('Producer')],
    ['creation date', instant(first(XMP, 'CreateDate')), instantOf(info.get('CreationDate'))],
    ['modification date', instant(first(XMP, 'ModifyDate')), instantOf(info.get('ModDate'))],
  ];
  const problems = expected.flatMap(([what, found, wanted]) =>
    found === wanted && found !== undefined
      ? []
      : [`the metadata give "${found}" as ${what} instead of "${wanted}"`],
  );
  const described = below(root, EXTENSION, 'schemas')
    .flatMap((schemas) => below(schemas, SCHEMA, 'namespaceURI'))
    .map(({ text }) => text);
  if (!described.includes(PDFUA))
    problems.push('the metadata do not describe the schema of the PDF/UA claim');
  if ((info.get('Title') ?? '').trim() === '') problems.push('the document has no title');
  return problems;
}

/** An element with the text directly inside it. */
interface Element {
  namespace: string;
  name: string;
  text: string;
  kids: Element[];
}

/** @throws Error if the text is not well-formed XML */
function parse(xml: string): Element {
  const root: Element = { namespace: '', name: '', text: '', kids: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local }) => {
    const element: Element = { namespace: uri, name: local, text: '', kids: [] };
    open.at(-1)?.kids.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return root;
}

/** The descendants of an element with a given name. */
function below(element: Element, namespace: string, name: string): Element[] {
  return element.kids.flatMap((kid) => [
    ...(kid.namespace === namespace && kid.name === name ? [kid] : []),
    ...below(kid, namespace, name),
  ]);
}

/** A date of XMP in milliseconds, as text. */
function instant(date: string | undefined): string | undefined {
  return date === undefined ? undefined : String(Date.parse(date));
}

/** A date of the document information, `D:YYYYMMDDHHMMSSZ`, in the same form. */
function instantOf(date: string | undefined): string | undefined {
  const [, ...parts] = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(date ?? '') ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  return parts.length === 0 ? undefined : String(Date.UTC(year, month - 1, day, hour, minute, second));
}
