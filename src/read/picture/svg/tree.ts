/** Reads the elements of an SVG file. */

import { type UserError, withProblems } from '../../../errors.ts';
import { LIMITS } from '../../../model/index.ts';
import { readXmlFile, type XmlTag } from '../../office/index.ts';
import { messageOf, unprintable } from '../messages.ts';

export interface SvgElement {
  name: string;
  /** Attributes, keyed by name; `xlink:href` is stored as `href`. */
  attributes: ReadonlyMap<string, string>;
  classes: ReadonlySet<string>;
  parent: SvgElement | undefined;
  children: SvgElement[];
  /** The text content; `textLine` is the line on which it starts. */
  text: string;
  textLine: number;
  /** The total number of characters in attribute values. */
  length: number;
  /** The line on which the element starts, 1-based. */
  line: number;
}

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';

/** Namespace URIs, keyed by prefix. */
type Namespaces = Readonly<Record<string, string>>;

/**
 * Reads the root element of an SVG file. Elements in other namespaces, in which drawing programs store their own data,
 * are omitted.
 *
 * @throws UserError if the file is not an SVG file, is damaged or is too large
 */
export async function readTree(bytes: Uint8Array): Promise<SvgElement> {
  if (bytes.length > LIMITS.drawingFileBytes)
    throw unprintable(
      messageOf('drawing-too-large', {
        megabytes: Math.ceil(bytes.length / 1024 / 1024),
        most: LIMITS.drawingFileBytes / 1024 / 1024,
      }),
    );
  let root: SvgElement | undefined;
  let elements = 0;
  /** The elements that have not ended yet; `element` is undefined if the element is omitted. */
  const open: { element: SvgElement | undefined; namespaces: Namespaces }[] = [];
  const enter = (tag: XmlTag, name: string, prefix: string): void => {
    const above = open.at(-1);
    const namespaces = namespacesOf(tag, above?.namespaces ?? {});
    const parent = above?.element;
    const namespace = namespaces[prefix] ?? '';
    const isDrawn =
      root === undefined ? true : parent !== undefined && (namespace === SVG || namespace === '');
    if (root === undefined && (name !== 'svg' || (namespace !== SVG && namespace !== '')))
      throw unprintable(messageOf('svg-is-xml'));
    let element: SvgElement | undefined;
    if (isDrawn) {
      if (++elements > LIMITS.drawingElements) throw tooManyElements();
      element = elementOf(tag, name, namespaces, parent);
      root ??= element;
      parent?.children.push(element);
    }
    open.push({ element, namespaces });
  };
  const read = readXmlFile(bytes, 'picture.svg', {
    doctype: entitiesOf,
    open: (name, _, prefix, tag) => enter(tag, name, prefix),
    close: () => {
      open.pop();
    },
    text(words, line) {
      const element = open.at(-1)?.element;
      if (element === undefined) return;
      if (element.text === '') element.textLine = line - lineBreaks(words);
      element.text += words;
    },
  });
  const hint = messageOf('save-svg-anew').message;
  await withProblems(read, (problem) => ({ ...problem, hint }));
  if (root === undefined) throw unprintable(messageOf('svg-not'));
  return root;
}

/** @returns the error for a drawing with too many elements */
export const tooManyElements = (): UserError =>
  unprintable(messageOf('drawing-too-many-elements', { most: LIMITS.drawingElements }));

/** The number of line breaks in a text. */
export const lineBreaks = (text: string): number => text.split('\n').length - 1;

function namespacesOf({ attributes }: XmlTag, above: Namespaces): Namespaces {
  const declared: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes))
    if (name === 'xmlns') declared[''] = value;
    else if (name.startsWith('xmlns:')) declared[name.slice('xmlns:'.length)] = value;
  return Object.keys(declared).length === 0 ? above : { ...above, ...declared };
}

function elementOf(
  { attributes, line }: XmlTag,
  name: string,
  namespaces: Namespaces,
  parent: SvgElement | undefined,
): SvgElement {
  const named = new Map<string, string>();
  for (const [qualifiedName, value] of Object.entries(attributes)) {
    const [prefix = '', local] = qualifiedName.split(':');
    if (local === undefined) named.set(qualifiedName, value);
    else if (local === 'href' && (namespaces[prefix] ?? XLINK) === XLINK && !('href' in attributes))
      named.set('href', value);
  }
  const classes = new Set((named.get('class') ?? '').split(/\s+/).filter((word) => word !== ''));
  const length = [...named.values()].reduce((sum, value) => sum + value.length, 0);
  return { name, attributes: named, classes, parent, children: [], text: '', textLine: line, length, line };
}

const ENTITY = /\s*<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"&%<]{0,200})"|'([^'&%<]{0,200})')\s*>/gy;
/**
 * The entities that a document type definition declares. Old versions of Illustrator use entities for namespace URIs.
 * Entities that could refer to other entities or to files are refused.
 */
function entitiesOf(doctype: string): Readonly<Record<string, string>> {
  const from = doctype.indexOf('[');
  if (from < 0) return {};
  const subset = doctype.slice(from + 1, doctype.lastIndexOf(']'));
  const entities: Record<string, string> = {};
  for (const [, name = '', double, single = ''] of subset.matchAll(ENTITY)) entities[name] = double ?? single;
  if (subset.replace(ENTITY, '').trim() !== '') throw unprintable(messageOf('svg-doctype'));
  return entities;
}
