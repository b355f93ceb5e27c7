import { SaxesParser } from 'saxes';

/** An element of a part of a Word file. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => {
    open.at(-1)?.children.push(text);
  });
  parser.write(xml).close();
  return root;
}

export type Choice = 'accept' | 'reject';

const elements = (parent: Element | undefined): Element[] =>
  (parent?.children ?? []).filter((child) => typeof child !== 'string');

function at(parent: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>(
    (element, name) => elements(element).find((child) => child.name === name),
    parent,
  );
}

/** Whether the end of a paragraph or a row is removed: its properties have the mark that the choice rejects. */
const goes = (properties: Element | undefined, choice: Choice): boolean =>
  at(properties, choice === 'accept' ? 'w:del' : 'w:ins') !== undefined;

/**
 * The result of accepting or rejecting all tracked changes in a word processor (ISO/IEC 29500-1, 17.13.5): rejected
 * content is removed, and kept content loses its mark. A rejected row is removed, and a paragraph whose end is rejected
 * is merged with the next one. Tables without rows and links without words are removed.
 */
export function settled(element: Element, choice: Choice): Element {
  const out = choice === 'accept' ? 'w:del' : 'w:ins';
  const kept = choice === 'accept' ? 'w:ins' : 'w:del';
  const children: (Element | string)[] = [];
  let carried: (Element | string)[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') {
      children.push(child);
      continue;
    }
    if (child.name === out) continue;
    if (child.name === kept) {
      children.push(...settled(child, choice).children);
      continue;
    }
    if (child.name === 'w:tr' && goes(at(child, 'w:trPr'), choice)) continue;
    const done = settled(child, choice);
    if (child.name === 'w:tbl' && !elements(done).some(({ name }) => name === 'w:tr')) continue;
    if (child.name === 'w:hyperlink' && elements(done).length === 0) continue;
    if (child.name !== 'w:p') {
      children.push(done);
      continue;
    }
    const [properties, ...content] = done.children;
    if (goes(at(child, 'w:pPr', 'w:rPr'), choice)) {
      carried = [...carried, ...content];
      continue;
    }
    children.push({
      ...done,
      children: [...(properties === undefined ? [] : [properties]), ...carried, ...content],
    });
    carried = [];
  }
  if (carried.some((child) => typeof child !== 'string' && child.name === 'w:r'))
    throw new Error('words whose paragraph went away');
  return { ...element, children };
}

/** Text of an element: words, tabs, and fields with their targets. */
function textOf(element: Element): string {
  return elements(element)
    .map((child) => {
      if (['w:t', 'w:delText', 'w:instrText', 'w:delInstrText'].includes(child.name))
        return child.children.join('');
      return child.name === 'w:tab' ? '\t' : textOf(child);
    })
    .join('');
}

/** The formatting of each letter: style and language. */
function runsOf(element: Element): string[] {
  return elements(element).flatMap((child) => {
    if (child.name !== 'w:r') return child.name === 'w:pPr' ? [] : runsOf(child);
    const look = elements(at(child, 'w:rPr')).map(({ attributes }) => attributes['w:val']);
    return [...textOf(child)].map((letter) => [letter, ...look].join('|'));
  });
}

/** A printed paragraph, or a row with its link target. */
export type Printed =
  | { style: string | undefined; text: string; looks: string[]; links: string[] }
  | { row: string[]; cells: Printed[][] };

function bookmarksIn(element: Element): string[] {
  return elements(element).flatMap((child) =>
    child.name === 'w:bookmarkStart' ? [child.attributes['w:name'] ?? ''] : bookmarksIn(child),
  );
}

function anchorsIn(element: Element): string[] {
  return elements(element).flatMap((child) =>
    child.name === 'w:hyperlink' ? [child.attributes['w:anchor'] ?? ''] : anchorsIn(child),
  );
}

/** All printed content of an element in order, without section ends. */
export function printed(element: Element): Printed[] {
  return elements(element).flatMap((child): Printed[] => {
    if (child.name === 'w:p') {
      const style = at(child, 'w:pPr', 'w:pStyle')?.attributes['w:val'];
      if (style === 'SectionEnd') return [];
      return [{ style, text: textOf(child), looks: runsOf(child), links: anchorsIn(child) }];
    }
    if (child.name === 'w:tr')
      return [
        {
          row: bookmarksIn(child),
          cells: elements(child)
            .filter(({ name }) => name === 'w:tc')
            .map(printed),
        },
      ];
    return printed(child);
  });
}
