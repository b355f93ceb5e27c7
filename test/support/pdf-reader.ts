/** Reads a tagged PDF: pages, structure tree, links, outlines and metadata. Shares no code with the writer. */
import {
  type Content,
  type Mark,
  type ReadFont,
  readCids,
  readContent,
  readToUnicode,
  readWidths,
  type Show,
} from './pdf-content.ts';
import {
  arrayOf,
  type Dictionary,
  Name,
  numberOf,
  type PdfObjects,
  PdfString,
  type PdfValue,
  Ref,
  readObjects,
  Stream,
} from './pdf-objects.ts';

export interface Page {
  /** 1-based. */
  number: number;
  id: number;
  dictionary: Dictionary;
  /** Points. */
  width: number;
  height: number;
  content: Content;
  /** Marked content that belongs to the structure tree, by MCID. */
  tagged: ReadonlyMap<number, Mark>;
  artifacts: readonly Mark[];
  /** Numbers of the annotations on the page. */
  annotations: readonly number[];
}

/** Marked content as a child of an element. */
export interface ContentKid {
  kind: 'content';
  page: Page | undefined;
  mcid: number;
}

/** An annotation as a child of an element. */
export interface AnnotationKid {
  kind: 'annotation';
  id: number;
}

export interface StructureElement {
  kind: 'element';
  id: number;
  type: string;
  dictionary: Dictionary;
  parent: StructureElement | undefined;
  kids: Kid[];
}

type Kid = StructureElement | ContentKid | AnnotationKid;

interface Destination {
  page: Page | undefined;
  x: number;
  y: number;
}

interface OutlineItem {
  title: string;
  /** 1 for items at the top level. */
  level: number;
  destination: Destination | undefined;
}

export interface Pdf {
  file: PdfObjects;
  catalog: Dictionary;
  pages: readonly Page[];
  /** The Document element, if there is one. */
  root: StructureElement | undefined;
  /** Parent tree: the value of each key. */
  parents: ReadonlyMap<number, PdfValue>;
  destinations: ReadonlyMap<string, Destination>;
  outlines: readonly OutlineItem[];
  /** Document information. */
  info: ReadonlyMap<string, string>;
  xmp: string;
  /** Problems of the fonts. */
  fontProblems: readonly string[];
  /** Resolves a reference; other values are returned unchanged. */
  follow(value: PdfValue | undefined): PdfValue | undefined;
}

/** Files that have been read. */
const known = new WeakMap<Uint8Array, Pdf>();

/**
 * Reads a file that is not changed afterwards; the result for the same bytes is cached.
 *
 * @throws Error if the syntax of the file is broken
 */
export function readPdf(bytes: Uint8Array): Pdf {
  const pdf = known.get(bytes) ?? parsePdf(bytes);
  known.set(bytes, pdf);
  return pdf;
}

/**
 * Reads a file that may be changed afterwards.
 *
 * @throws Error if the syntax of the file is broken
 */
export function parsePdf(bytes: Uint8Array): Pdf {
  const file = readObjects(bytes);
  const follow = (value: PdfValue | undefined): PdfValue | undefined =>
    value instanceof Ref ? file.objects.get(value.id) : value;
  const dictionary = (value: PdfValue | undefined): Dictionary => {
    const found = follow(value);
    return found instanceof Map ? found : new Map();
  };
  const catalog = dictionary(file.trailer.get('Root'));
  const fonts = fontReader(follow);
  const pages: Page[] = [];
  const walkPages = (value: PdfValue): void => {
    const node = dictionary(value);
    const kids = follow(node.get('Kids'));
    if (Array.isArray(kids)) for (const kid of kids) walkPages(kid);
    else if (value instanceof Ref) pages.push(readPage(pages.length + 1, value.id, node, follow, fonts.read));
  };
  const root = catalog.get('Pages');
  if (root === undefined) throw new Error('the file has no pages');
  walkPages(root);
  const byId = new Map(pages.map((page) => [page.id, page]));
  const destination = (value: PdfValue | undefined): Destination | undefined => {
    const found = follow(value);
    const [page, , x, y] = Array.isArray(found) ? found : dictionaryArray(found, follow);
    if (!(page instanceof Ref)) return undefined;
    return { page: byId.get(page.id), x: typeof x === 'number' ? x : 0, y: typeof y === 'number' ? y : 0 };
  };
  const structure = dictionary(catalog.get('StructTreeRoot'));
  const [top] = kidsOf(structure, follow);
  const destinations = new Map<string, Destination>();
  for (const [name, value] of treeEntries(
    dictionary(dictionary(catalog.get('Names')).get('Dests')),
    'Names',
    follow,
  )) {
    const found = destination(value);
    if (name instanceof PdfString && found !== undefined) destinations.set(name.text, found);
  }
  const parents = new Map<number, PdfValue>();
  for (const [key, value] of treeEntries(dictionary(structure.get('ParentTree')), 'Nums', follow))
    if (typeof key === 'number') parents.set(key, value);
  const metadata = follow(catalog.get('Metadata'));
  return {
    file,
    catalog,
    pages,
    root: top instanceof Ref ? readElement(top, undefined, undefined, byId, follow, new Set()) : undefined,
    parents,
    destinations,
    outlines: readOutlines(dictionary(catalog.get('Outlines')).get('First'), follow, destination),
    info: new Map(
      [...dictionary(file.trailer.get('Info')).keys()].map((key) => [
        key,
        entryText(dictionary(file.trailer.get('Info')), key, follow) ?? '',
      ]),
    ),
    xmp: metadata instanceof Stream ? metadata.decoded().toString('utf8') : '',
    fontProblems: fonts.problems,
    follow,
  };
}

/** The array of a destination that is stored in a dictionary. */
function dictionaryArray(value: PdfValue | undefined, follow: Pdf['follow']): PdfValue[] {
  const array = value instanceof Map ? follow(value.get('D')) : undefined;
  return Array.isArray(array) ? array : [];
}

function readPage(
  number: number,
  id: number,
  dictionary: Dictionary,
  follow: Pdf['follow'],
  readFont: (value: PdfValue) => ReadFont,
): Page {
  const resources = follow(dictionary.get('Resources'));
  const fonts = resources instanceof Map ? follow(resources.get('Font')) : undefined;
  const contents = follow(dictionary.get('Contents'));
  const streams = Array.isArray(contents) ? contents.map(follow) : [contents];
  const text = streams
    .map((stream) => (stream instanceof Stream ? stream.decoded().toString('latin1') : ''))
    .join('\n');
  const content = readContent(
    text,
    new Map(fonts instanceof Map ? [...fonts].map(([name, font]) => [name, readFont(font)]) : []),
  );
  const [left = 0, bottom = 0, right = 0, top = 0] = arrayOf(follow(dictionary.get('MediaBox'))).map(
    numberOf,
  );
  const annotations = follow(dictionary.get('Annots'));
  return {
    number,
    id,
    dictionary,
    width: right - left,
    height: top - bottom,
    content,
    tagged: new Map(content.marks.flatMap((mark) => (mark.mcid === undefined ? [] : [[mark.mcid, mark]]))),
    artifacts: content.marks.filter((mark) => mark.mcid === undefined),
    annotations: Array.isArray(annotations)
      ? annotations.flatMap((annotation) => (annotation instanceof Ref ? [annotation.id] : []))
      : [],
  };
}

/** Reads each font once, and lists missing entries (9.6 to 9.10). */
function fontReader(follow: Pdf['follow']): { read(value: PdfValue): ReadFont; problems: string[] } {
  const problems: string[] = [];
  const fonts = new Map<PdfValue | undefined, ReadFont>();
  return {
    problems,
    read(value) {
      const found = follow(value);
      const known = fonts.get(found);
      if (known !== undefined) return known;
      const dictionary = found instanceof Map ? found : new Map<string, PdfValue>();
      const base = dictionary.get('BaseFont');
      const name = base instanceof Name ? base.name : 'a font without a name';
      const encoding = dictionary.get('Encoding');
      const map = follow(encoding);
      const cids = map instanceof Stream ? readCids(map.decoded().toString('latin1')) : undefined;
      if (cids === undefined && !(encoding instanceof Name && encoding.name === 'Identity-H'))
        problems.push(`${name} is not set by glyphs`);
      const [descendant] = arrayOf(follow(dictionary.get('DescendantFonts')) ?? []).map(follow);
      const cid: Dictionary = descendant instanceof Map ? descendant : new Map();
      const descriptor = follow(cid.get('FontDescriptor'));
      const program =
        descriptor instanceof Map
          ? follow(descriptor.get('FontFile2') ?? descriptor.get('FontFile3'))
          : undefined;
      if (!(program instanceof Stream)) problems.push(`${name} is not embedded`);
      const toUnicode = follow(dictionary.get('ToUnicode'));
      if (!(toUnicode instanceof Stream)) problems.push(`${name} has no ToUnicode map`);
      const characters =
        toUnicode instanceof Stream
          ? readToUnicode(toUnicode.decoded().toString('latin1'))
          : new Map<number, string>();
      const widths = readWidths(follow(cid.get('W')));
      const standard = cid.get('DW');
      const font: ReadFont = {
        name,
        text: (code) => characters.get(code),
        width: (code) =>
          widths.get(cids === undefined ? code : (cids.get(code) ?? 0)) ??
          (typeof standard === 'number' ? standard : 1000),
      };
      fonts.set(found, font);
      return font;
    },
  };
}

function kidsOf(dictionary: Dictionary, follow: Pdf['follow']): PdfValue[] {
  const kids = dictionary.get('K');
  if (kids === undefined) return [];
  const found = kids instanceof Ref && Array.isArray(follow(kids)) ? follow(kids) : kids;
  return Array.isArray(found) ? found : [kids];
}

function readElement(
  reference: Ref,
  parent: StructureElement | undefined,
  inherited: Page | undefined,
  pages: ReadonlyMap<number, Page>,
  follow: Pdf['follow'],
  seen: Set<number>,
): StructureElement {
  if (seen.has(reference.id))
    throw new Error(`the structure element ${reference.id} stands twice in the tree`);
  seen.add(reference.id);
  const dictionary = follow(reference);
  if (!(dictionary instanceof Map)) throw new Error(`the structure element ${reference.id} is missing`);
  const type = dictionary.get('S');
  const element: StructureElement = {
    kind: 'element',
    id: reference.id,
    type: type instanceof Name ? type.name : '',
    dictionary,
    parent,
    kids: [],
  };
  const pageAt = (holder: Dictionary): Page | undefined => {
    const page = holder.get('Pg');
    return page instanceof Ref ? pages.get(page.id) : undefined;
  };
  const own = pageAt(dictionary) ?? inherited;
  for (const kid of kidsOf(dictionary, follow)) {
    if (typeof kid === 'number') {
      element.kids.push({ kind: 'content', page: own, mcid: kid });
      continue;
    }
    const found = follow(kid);
    if (!(found instanceof Map)) throw new Error(`element ${reference.id} has a child that is missing`);
    const kind = found.get('Type');
    const object = found.get('Obj');
    if (kind instanceof Name && kind.name === 'MCR')
      element.kids.push({ kind: 'content', page: pageAt(found) ?? own, mcid: numberOf(found.get('MCID')) });
    else if (kind instanceof Name && kind.name === 'OBJR' && object instanceof Ref)
      element.kids.push({ kind: 'annotation', id: object.id });
    else if (kid instanceof Ref) element.kids.push(readElement(kid, element, own, pages, follow, seen));
    else throw new Error(`element ${reference.id} has a child of unknown kind`);
  }
  return element;
}

/** The pairs of a name tree or number tree (7.9.6, 7.9.7), in order. */
function* treeEntries(
  node: Dictionary,
  key: 'Names' | 'Nums',
  follow: Pdf['follow'],
): Generator<[PdfValue, PdfValue]> {
  const kids = follow(node.get('Kids'));
  if (Array.isArray(kids)) {
    for (const kid of kids) {
      const found = follow(kid);
      if (found instanceof Map) yield* treeEntries(found, key, follow);
    }
  }
  const pairs = follow(node.get(key));
  if (!Array.isArray(pairs)) return;
  for (let at = 0; at + 1 < pairs.length; at += 2) yield [pairs[at] ?? null, pairs[at + 1] ?? null];
}

function readOutlines(
  first: PdfValue | undefined,
  follow: Pdf['follow'],
  destination: (value: PdfValue | undefined) => Destination | undefined,
  level = 1,
): OutlineItem[] {
  const items: OutlineItem[] = [];
  for (let next = first; next !== undefined; ) {
    const item = follow(next);
    if (!(item instanceof Map)) break;
    items.push({
      title: entryText(item, 'Title', follow) ?? '',
      level,
      destination: destination(item.get('Dest')),
    });
    items.push(...readOutlines(item.get('First'), follow, destination, level + 1));
    next = item.get('Next');
  }
  return items;
}

/** A text entry of a dictionary, such as Alt, Lang or T. */
export function entryText(dictionary: Dictionary, key: string, follow: Pdf['follow']): string | undefined {
  const value = follow(dictionary.get(key));
  return value instanceof PdfString ? value.text : undefined;
}

/** An attribute of an element (14.7.5): Scope, RowSpan, Summary … */
export function attribute(
  element: StructureElement,
  name: string,
  follow: Pdf['follow'],
): PdfValue | undefined {
  const attributes = follow(element.dictionary.get('A'));
  for (const object of Array.isArray(attributes) ? attributes.map(follow) : [attributes]) {
    const value = object instanceof Map ? object.get(name) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

/** An element and all elements below it, in reading order. */
export function* elementsIn(element: StructureElement): Generator<StructureElement> {
  yield element;
  for (const kid of element.kids) if (kid.kind === 'element') yield* elementsIn(kid);
}

/** All content below an element with the elements that contain it, in reading order. */
export function* contentsIn(
  element: StructureElement,
): Generator<{ element: StructureElement; kid: ContentKid }> {
  for (const kid of element.kids) {
    if (kid.kind === 'element') yield* contentsIn(kid);
    else if (kid.kind === 'content') yield { element, kid };
  }
}

/** The elements of one type below an element, including the element itself, in reading order. */
export function elementsOf(element: StructureElement | undefined, type: string): StructureElement[] {
  return element === undefined ? [] : [...elementsIn(element)].filter((found) => found.type === type);
}

/** A text and its page. */
export interface PlacedShow extends Show {
  page: Page;
}

/** The texts of an element, in reading order. */
export function showsOf(element: StructureElement): readonly PlacedShow[] {
  const known = shows.get(element);
  if (known !== undefined) return known;
  const found = element.kids.flatMap((kid): readonly PlacedShow[] => {
    if (kid.kind === 'element') return showsOf(kid);
    if (kid.kind === 'annotation' || kid.page === undefined) return [];
    const { page } = kid;
    return (page.tagged.get(kid.mcid)?.shows ?? []).map((show) => ({ ...show, page }));
  });
  shows.set(element, found);
  return found;
}

/** Read once for each element: the checks ask for the texts of an element and of all elements around it. */
const shows = new WeakMap<StructureElement, readonly PlacedShow[]>();

/** The characters of an element as they are painted. */
export function textOf(element: StructureElement): string {
  return showsOf(element)
    .map((show) => show.text)
    .join('');
}

/** The characters of an element with its replacement texts applied. */
export function spokenText(element: StructureElement): string {
  const own = element.dictionary.get('ActualText');
  if (own instanceof PdfString) return own.text;
  return element.kids
    .map((kid) => {
      if (kid.kind === 'element') return spokenText(kid);
      return kid.kind === 'annotation' ? '' : textOf({ ...element, kids: [kid] });
    })
    .join('');
}

/** The numbers of the pages that contain an element, in order. */
export function pagesOf(element: StructureElement): number[] {
  return [...new Set(showsOf(element).map((show) => show.page.number))].sort((a, b) => a - b);
}

/** A table cell, and the rows and columns that it spans. */
export interface GridCell {
  element: StructureElement;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The cells of a table at their positions, and problems of their arrangement (14.8.4.3.4, 14.8.5.7). */
export function gridOf(
  table: StructureElement,
  follow: Pdf['follow'],
): { cells: GridCell[]; rows: StructureElement[]; problems: string[] } {
  const rows = elementsOf(table, 'TR');
  const cells: GridCell[] = [];
  const problems: string[] = [];
  const taken: StructureElement[][] = rows.map(() => []);
  const span = (element: StructureElement, name: string): number => {
    const value = attribute(element, name, follow);
    return typeof value === 'number' ? value : 1;
  };
  rows.forEach((line, row) => {
    let column = 0;
    for (const element of line.kids) {
      if (element.kind !== 'element') continue;
      while (taken[row]?.[column] !== undefined) column++;
      const cell = {
        element,
        row,
        column,
        rows: span(element, 'RowSpan'),
        columns: span(element, 'ColSpan'),
      };
      cells.push(cell);
      for (let y = row; y < row + cell.rows; y++) {
        const place = taken[y];
        if (place === undefined) problems.push(`a cell of row ${row + 1} reaches below the table`);
        else if (rows[y]?.parent !== line.parent)
          problems.push(`a cell of row ${row + 1} reaches into another group`);
        else
          for (let x = column; x < column + cell.columns; x++) {
            if (place[x] !== undefined) problems.push(`two cells share row ${y + 1}, column ${x + 1}`);
            place[x] = element;
          }
      }
      column += cell.columns;
    }
  });
  const width = taken[0]?.length ?? 0;
  taken.forEach((line, row) => {
    const filled = Array.from(line).filter((cell) => cell !== undefined).length;
    if (filled !== width || line.length !== width)
      problems.push(`row ${row + 1} has ${filled} columns instead of ${width}`);
  });
  return { cells, rows, problems };
}
