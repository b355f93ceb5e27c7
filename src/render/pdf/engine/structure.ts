/**
 * Writes the structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8): elements, their marked content, links, and
 * the parent tree, which maps marked content to its element. Each element is written when it is closed, so that the
 * tree of a long document is not held in memory.
 */
import { valueAt } from '../../../model/index.ts';
import { requireLink } from './assertions.ts';
import type { Kit, PdfFile, Reference } from './pdf-file.ts';
import { pdfNumber, pdfText, raw } from './pdf-text.ts';

export interface Attributes {
  /** Language of the content, if it differs from that of the parent. */
  lang?: string;
  /** Alternative text for readers who cannot see the content. */
  alt?: string;
  /** Text that reading programs use instead of the content. */
  actualText?: string;
  title?: string;
  /** Description of what a table contains and how to read it. */
  summary?: string;
  scope?: 'Row' | 'Column';
  /** Name of the element, unique in the document; ASCII letters, digits and hyphens. */
  id?: string;
  /** Names of the header cells that apply to a table cell. */
  headers?: readonly string[];
  rowSpan?: number;
  colSpan?: number;
  decoration?: 'Underline' | 'LineThrough';
  /** Numbering style of the items of a list. */
  numbering?: 'Decimal';
  /** Rectangle of a figure on its page. */
  box?: Rectangle;
}

/** An element of the structure tree, which can receive content until it is closed. */
export interface Element {
  readonly id: number;
  readonly type: string;
  readonly parent: number;
  /** Page of the first content; further content on the same page does not name the page again. */
  page: number | undefined;
  closed: boolean;
  /** Language of the content, if it differs from that of the parent; can be set until the element is closed. */
  lang: string | undefined;
  kids: string;
  readonly attributes: string;
}

interface Destination {
  name: string;
  page: number;
  x: number;
  y: number;
}

/** Rectangle of a link or a figure, in points from the lower left corner of the page. */
export interface Rectangle {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

const NUMBERS_PER_LEAF = 100;

export class StructureTree {
  readonly root: Element;
  private readonly file: PdfFile;
  private readonly kit: Kit;
  private readonly rootId: number;
  private readonly numbers: string[] = [];
  private page: { key: number; id: number; parents: number[]; annotations: number[] } | undefined;
  private destinations: Destination[] = [];
  /** Object numbers of the named elements, by name. */
  private readonly named = new Map<string, number>();
  /** Descriptions and targets of links as encoded text strings: contents and indexes link to the same targets. */
  private readonly texts = new Map<string, string>();
  private readonly linked = new Set<string>();
  /** Number of open elements. */
  private unclosed = 0;

  constructor(file: PdfFile) {
    this.file = file;
    this.kit = file.kit;
    this.rootId = file.allocate();
    this.root = this.newElement('Document', this.rootId);
    this.kit._root.data.MarkInfo = raw(() => '<</Marked true>>');
    this.kit._root.data.StructTreeRoot = raw(() => `${this.rootId} 0 R`);
  }

  /** Opens a new element within a parent. Close the element when it is complete. */
  open(parent: Element, type: string, attributes?: Attributes): Element {
    requireOpen(parent);
    const element = this.newElement(type, parent.id, attributes);
    if (attributes?.id !== undefined) this.named.set(attributes.id, element.id);
    addKid(parent, `${element.id} 0 R`);
    return element;
  }

  close(element: Element): void {
    requireOpen(element);
    element.closed = true;
    this.unclosed--;
    const page = element.page === undefined ? '' : `/Pg ${element.page} 0 R`;
    const lang = element.lang === undefined ? '' : `/Lang${pdfText(element.lang)}`;
    const kids = element.kids === '' ? '' : `/K[${element.kids}]`;
    this.file.addElement(
      element.id,
      `<</S/${element.type}/P ${element.parent} 0 R${page}${lang}${element.attributes}${kids}>>`,
    );
  }

  /** Begins a page, on which marked content is numbered from 0. Call this method after the page is added. */
  beginPage(): void {
    this.endPage();
    const key = this.numbers.length;
    this.numbers.push('');
    this.kit.page.dictionary.data.StructParents = key;
    this.page = { key, id: this.kit.page.dictionary.id, parents: [], annotations: [] };
  }

  private endPage(): void {
    if (this.page === undefined) return;
    const parents = this.file.allocate();
    this.file.add(parents, `[${references(this.page.parents)}]`);
    this.numbers[this.page.key] = `${parents} 0 R`;
    this.page = undefined;
  }

  /**
   * Opening operator of marked content of an element; `EMC` closes it.
   *
   * @param reads ActualText that replaces the text of the glyphs (ISO 32000-1, 14.9.4)
   */
  content(element: Element, reads?: string): string {
    requireOpen(element);
    const page = this.currentPage();
    const mcid = page.parents.length;
    page.parents.push(element.id);
    element.page ??= page.id;
    addKid(element, element.page === page.id ? `${mcid}` : `<</Type/MCR/Pg ${page.id} 0 R/MCID ${mcid}>>`);
    // Poppler supports ActualText only for spans. The Span tag is allowed, because the tag of marked content may differ
    // from the type of its element.
    if (reads !== undefined) return `/Span <</MCID ${mcid}/ActualText${pdfText(reads)}>> BDC`;
    return `/${element.type} <</MCID ${mcid}>> BDC`;
  }

  /** Adds a link to a named destination over a rectangle, as an annotation within a Link element. */
  link(element: Element, rectangle: Rectangle, destination: string, contents: string): void {
    this.linked.add(destination);
    this.linkAnnotation(element, rectangle, contents, `/Dest${this.textOf(destination)}`);
  }

  /** Adds a link to a URI of ASCII characters, as an annotation within a Link element. */
  outerLink(element: Element, rectangle: Rectangle, uri: string, contents: string): void {
    this.linkAnnotation(element, rectangle, contents, `/A<</S/URI/URI${this.textOf(uri)}>>`);
  }

  private linkAnnotation(element: Element, rectangle: Rectangle, contents: string, target: string): void {
    requireOpen(element);
    requireLink(element.type);
    const page = this.currentPage();
    const id = this.file.allocate();
    const key = this.numbers.length;
    this.numbers.push(`${element.id} 0 R`);
    const place = element.page === page.id ? '' : `/Pg ${page.id} 0 R`;
    addKid(element, `<</Type/OBJR/Obj ${id} 0 R${place}>>`);
    const box = corners(rectangle);
    this.file.add(
      id,
      `<</Type/Annot/Subtype/Link/Rect[${box}]/Border[0 0 0]/F 4/Contents${this.textOf(contents)}/StructParent ${key}/P ${page.id} 0 R` +
        `${target}>>`,
    );
    const { annotations } = page;
    annotations.push(id);
    this.kit.page.dictionary.data.Annots ??= raw(() => `[${references(annotations)}]`);
  }

  private textOf(words: string): string {
    return valueAt(this.texts, words, () => pdfText(words));
  }

  /** Makes a position on the current page the target of links. */
  destination(name: string, x: number, y: number): void {
    this.destinations.push({ name, page: this.currentPage().id, x: pdfNumber(x), y: pdfNumber(y) });
  }

  /**
   * Writes the root, the parent tree and the names of destinations.
   *
   * @throws Error if the tree is incomplete: an element was never closed, a link has no target, or a destination is
   * defined twice
   */
  finish(): void {
    this.endPage();
    this.close(this.root);
    if (this.unclosed !== 0) throw new Error(`${this.unclosed} structure elements were not closed`);
    const places = new Set(this.destinations.map(({ name }) => name));
    if (places.size < this.destinations.length) throw new Error('two destinations have one name');
    for (const name of this.linked)
      if (!places.has(name)) throw new Error(`a link leads to "${name}", which is nowhere`);
    const numbers = this.numbers.map((value, key) => `${key} ${value}`);
    const tree = this.writeTree(numbers, 'Nums', (entry) => entry.slice(0, entry.indexOf(' ')));
    const ids = [...this.named]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, id]) => `${pdfText(name)}${id} 0 R`);
    const idTree = ids.length === 0 ? '' : `/IDTree ${this.writeTree(ids, 'Names', nameIn)} 0 R`;
    this.file.add(
      this.rootId,
      `<</Type/StructTreeRoot/K[${this.root.id} 0 R]/ParentTree ${tree} 0 R/ParentTreeNextKey ${this.numbers.length}${idTree}>>`,
    );
    const names = this.destinations
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
      .map(({ name, page, x, y }) => `${this.textOf(name)}[${page} 0 R/XYZ ${x} ${y} null]`);
    const dests = this.writeTree(names, 'Names', nameIn);
    (this.kit._root.data.Names as Reference).data = raw(() => `<</Dests ${dests} 0 R>>`);
  }

  /** Writes a number tree or name tree with one level of leaves, and returns the number of its root object. */
  private writeTree(
    entries: readonly string[],
    name: 'Nums' | 'Names',
    keyOf: (entry: string) => string,
  ): number {
    const root = this.file.allocate();
    const leaves: number[] = [];
    for (let from = 0; from < entries.length; from += NUMBERS_PER_LEAF) {
      const part = entries.slice(from, from + NUMBERS_PER_LEAF);
      const leaf = this.file.allocate();
      const limits = `${keyOf(part[0] ?? '')} ${keyOf(part.at(-1) ?? '')}`;
      this.file.add(leaf, `<</Limits[${limits}]/${name}[${part.join(' ')}]>>`);
      leaves.push(leaf);
    }
    this.file.add(root, `<</Kids[${references(leaves)}]>>`);
    return root;
  }

  private newElement(type: string, parent: number, attributes?: Attributes): Element {
    this.unclosed++;
    return {
      id: this.file.allocate(),
      type,
      parent,
      page: undefined,
      closed: false,
      lang: attributes?.lang,
      kids: '',
      attributes: attributes === undefined ? '' : attributeText(attributes),
    };
  }

  private currentPage(): NonNullable<typeof this.page> {
    if (this.page === undefined) throw new Error('content before the first page');
    return this.page;
  }
}

/** The key of an entry of a name tree. */
const nameIn = (entry: string): string => entry.slice(0, entry.indexOf(')') + 1);

/** A closed element is already written, so its content cannot change. */
function requireOpen(element: Element): void {
  if (element.closed) throw new Error(`the ${element.type} element ${element.id} is closed`);
}

function attributeText(attributes: Attributes): string {
  const { alt, actualText, title, id, decoration, numbering, box } = attributes;
  const table = tableAttributes(attributes);
  return [
    id === undefined ? '' : `/ID${pdfText(id)}`,
    title === undefined ? '' : `/T${pdfText(title)}`,
    alt === undefined ? '' : `/Alt${pdfText(alt)}`,
    actualText === undefined ? '' : `/ActualText${pdfText(actualText)}`,
    decoration === undefined ? '' : `/A<</O/Layout/TextDecorationType/${decoration}>>`,
    box === undefined ? '' : `/A<</O/Layout/Placement/Block/BBox[${corners(box)}]>>`,
    table === '' ? '' : `/A<</O/Table${table}>>`,
    numbering === undefined ? '' : `/A<</O/List/ListNumbering/${numbering}>>`,
  ].join('');
}

function tableAttributes({ summary, scope, headers, rowSpan = 1, colSpan = 1 }: Attributes): string {
  return [
    summary === undefined ? '' : `/Summary${pdfText(summary)}`,
    scope === undefined ? '' : `/Scope/${scope}`,
    headers === undefined ? '' : `/Headers[${headers.map(pdfText).join('')}]`,
    rowSpan > 1 ? `/RowSpan ${rowSpan}` : '',
    colSpan > 1 ? `/ColSpan ${colSpan}` : '',
  ].join('');
}

const corners = ({ left, bottom, right, top }: Rectangle): string =>
  `${pdfNumber(left)} ${pdfNumber(bottom)} ${pdfNumber(right)} ${pdfNumber(top)}`;

function addKid(element: Element, kid: string): void {
  element.kids += element.kids === '' ? kid : ` ${kid}`;
}

const references = (ids: readonly number[]): string => ids.map((id) => `${id} 0 R`).join(' ');
