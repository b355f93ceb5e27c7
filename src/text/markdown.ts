/**
 * Parses texts in Markdown: mdast-util-from-markdown parses CommonMark blocks and tables, and `inline.ts` parses the
 * inline markup of paragraphs. Other CommonMark syntax, mainly raw HTML, is reported as a problem with its position.
 * The size of a text is checked before it is parsed, because parsing can take quadratic time.
 */

import type {
  RootContent as Content,
  Definition,
  Image,
  ImageReference,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  Table,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Position, Problem } from '../errors.ts';
import type { Message } from '../messages.ts';
import {
  ellipsis,
  LIMITS,
  ownProperty,
  type PicturePath,
  type RichBlock,
  type RichItem,
  type RichParagraph,
  type RichRun,
  type RichText,
  type Stretch,
} from '../model/index.ts';
import { joined, PART_SCHEMES, parseInline, piecesOf, plainWords, safeAddress } from './inline.ts';
import { messageOf } from './messages.ts';

/**
 * A block that contains paragraphs, and its range in the source, in UTF-16 code units. A paragraph or heading counts as
 * its own container.
 */
export interface Container {
  kind: 'block' | 'list' | 'item' | 'quote' | 'table' | 'row';
  from: number;
  to: number;
}

/**
 * The words of a paragraph, heading or cell, or of the alternative text or caption of a picture, and their range in the
 * source, in UTF-16 code units.
 */
export interface MarkdownParagraph {
  kind: 'paragraph' | 'heading' | 'cell' | 'alt' | 'caption';
  runs: RichParagraph;
  from: number;
  to: number;
  /** The containers of the paragraph, outermost first; empty if pictures are in the same Markdown paragraph. */
  within: readonly Container[];
}

export interface ReadMarkdown {
  text: RichText;
  /** The title and all other paragraphs, in reading order. */
  paragraphs: readonly MarkdownParagraph[];
  problems: readonly Problem[];
}

/** Maps an offset in a text, in UTF-16 code units, to its position in a file. */
type PlaceOf = (offset: number) => Position;

/** How paragraphs are parsed: with `inline.ts` or, in dataset formats before format 3, as CommonMark. */
type Reading = 'inline' | 'commonmark';

/**
 * Parses a text and reports its problems.
 *
 * @param source the Markdown source, with line feeds as line ends
 */
export function readMarkdown(
  source: string,
  placeOf: PlaceOf = () => ({}),
  reading: Reading = 'inline',
): ReadMarkdown {
  const tooMuch = measured(source, placeOf);
  if (tooMuch !== undefined)
    return { text: { blocks: [], words: '', stretches: [] }, paragraphs: [], problems: [tooMuch] };
  const root = fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  return new TextConverter(source, root, placeOf, reading).read();
}

/** Maps an offset in the text without markup to an offset in the source. */
export function placeInSource({ stretches }: RichText, offset: number): number {
  const before = stretches.findLast(({ at }) => at <= offset) ?? stretches[0];
  return before === undefined ? 0 : before.from + Math.min(Math.max(offset - before.at, 0), before.length);
}

/** Markers of lists and quotes at the beginning of a line. */
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)))+/gm;
const CONTAINER = />|[-*+]|\d[.)]/g;
/** Lines that can turn the previous line into a heading. */
const UNDERLINES = /^[ \t]*(?:-+|=+)[ \t]*$/gm;
const SIGNS = /[*_[\]!|<&`\\]/g;
const MAX_CONTAINERS = 8;
const MAX_UNDERLINES = 200;

/** Returns a problem about the first limit that a text exceeds; undefined if it exceeds none. */
function measured(source: string, placeOf: PlaceOf): Problem | undefined {
  const counted = [
    ['characters', source.length, LIMITS.markdownCharacters],
    ['lines', source.split('\n').length, LIMITS.markdownLines],
    ['signs', source.match(SIGNS)?.length ?? 0, LIMITS.markdownSigns],
    ['lines-of-dashes', source.match(UNDERLINES)?.length ?? 0, MAX_UNDERLINES],
  ] as const;
  for (const [what, found, most] of counted)
    if (found > most) return { ...messageOf(`text-has-too-many-${what}`, { found, most }), at: placeOf(0) };
  for (const { 0: begin, index } of source.matchAll(CONTAINERS)) {
    const found = begin.match(CONTAINER)?.length ?? 0;
    if (found > MAX_CONTAINERS)
      return { at: placeOf(index), ...messageOf('line-begins-too-many-lists', { found }) };
  }
  return undefined;
}

type Node = Root | Content;

/** The messages about nodes that cannot be printed. */
const REFUSED = {
  html: 'html-not-read',
  code: 'code-block-not-printed',
  inlineCode: 'code-not-printed',
  thematicBreak: 'rule-not-printed',
  image: 'picture-between-paragraphs',
  imageReference: 'picture-between-paragraphs',
} as const;

/** The keyword for a picture without alternative text. */
const DECORATION = 'decoration';
/** The alternative text and the caption in the Markdown source of a picture. */
const ALT = /^!\[(?<words>(?:\\.|[^\\])*?)\](?=[([]|$)/ds;
const CAPTION = /\s["'(](?<words>(?:\\.|[^\\])*?)["')]\s*\)$/ds;

type Inline = PhrasingContent | undefined;

const isPicture = (node: Inline): node is Image | ImageReference =>
  node?.type === 'image' || node?.type === 'imageReference';
const isBlank = (node: Inline): boolean => node?.type === 'text' && node.value.trim() === '';
/**
 * Whether the node before or after a picture leaves it on a line of its own; `edge` matches a text with a line end on
 * the side of the picture.
 */
const isApart = (node: Inline, edge: RegExp): boolean =>
  node === undefined ||
  node.type === 'break' ||
  isPicture(node) ||
  isBlank(node) ||
  (node.type === 'text' && edge.test(node.value));

/** Removes the line ends around the words between two pictures. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const isEdge = (node: Inline): boolean => node?.type === 'break' || isBlank(node);
  let [from, end] = [0, nodes.length];
  while (from < end && isEdge(nodes[from])) from++;
  while (end > from && isEdge(nodes[end - 1])) end--;
  return nodes.slice(from, end).map((node, index, { length }) => {
    if (node.type !== 'text') return node;
    const begun = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === length - 1 ? begun.trimEnd() : begun };
  });
}

/**
 * Path of a picture in a text, relative to the folder of the dataset. In a text, the path may also be relative to the
 * folder of that text, because Markdown editors write such paths.
 */
function pathOf(url: string): PicturePath {
  const file = url.replace(/^(?:\.\/|\.\.\/(?=pictures\/))/, '');
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

/** Converts the syntax tree of one text to paragraphs. */
class TextConverter {
  readonly #source: string;
  readonly #root: Root;
  readonly #placeOf: PlaceOf;
  readonly #reading: Reading;
  readonly #problems: Problem[] = [];
  readonly #definitions = new Map<string, Definition>();
  readonly #placed: MarkdownParagraph[] = [];
  #words = '';
  readonly #stretches: Stretch[] = [];
  /** Markdown levels of the headings above the current node. */
  readonly #above: number[] = [];
  /** The open containers around the current node, outermost first. */
  readonly #within: Container[] = [];

  constructor(source: string, root: Root, placeOf: PlaceOf, reading: Reading) {
    this.#source = source;
    this.#root = root;
    this.#placeOf = placeOf;
    this.#reading = reading;
    for (const node of root.children)
      if (node.type === 'definition') this.#definitions.set(node.identifier, node);
  }

  read(): ReadMarkdown {
    const [first, ...others] = this.#root.children;
    const titled = first?.type === 'heading' && first.depth === 1;
    const title = titled
      ? this.#inside('block', first, () => this.#paragraph(first.children, 'heading'))
      : undefined;
    if (title !== undefined && title.length === 0 && first !== undefined)
      this.#refuse(first, messageOf('text-title-without-words'));
    const rest = titled ? others : this.#root.children;
    const blocks = rest.flatMap((node) => this.#block(node));
    return {
      text: {
        ...(title === undefined ? {} : { title }),
        blocks,
        words: this.#words,
        stretches: this.#stretches,
      },
      paragraphs: this.#placed,
      problems: this.#problems.slice(0, LIMITS.problems),
    };
  }

  #refuse(node: Node, message: Message): [] {
    this.#problems.push({ ...message, at: this.#placeOf(node.position?.start.offset ?? 0) });
    return [];
  }

  /** Calls a function that converts the content of a container, with this container as the innermost one. */
  #inside<T>(kind: Container['kind'], { position }: Node, read: () => T): T {
    this.#within.push({ kind, from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 });
    const found = read();
    this.#within.pop();
    return found;
  }

  #block(node: Content): RichBlock[] {
    switch (node.type) {
      case 'paragraph':
        return this.#paragraphs(node);
      case 'heading':
        return this.#inside('block', node, () => this.#heading(node));
      case 'list': {
        const items = this.#items(node, 0);
        return items.length === 0 ? [] : [{ kind: 'list', items }];
      }
      case 'blockquote': {
        const paragraphs = this.#inside('quote', node, () =>
          node.children.flatMap((child): RichParagraph[] =>
            child.type === 'paragraph'
              ? [this.#blockParagraph(child)]
              : this.#refuse(child, messageOf('quote-with-other-than-paragraphs')),
          ),
        );
        return paragraphs.length === 0 ? [] : [{ kind: 'quote', paragraphs }];
      }
      case 'table':
        return [this.#table(node)];
      case 'definition':
        return [];
      default:
        return this.#refused(node);
    }
  }

  /** Converts a paragraph. The paragraph is split at pictures that are on lines of their own. */
  #paragraphs(node: Paragraph): RichBlock[] {
    const nodes = node.children;
    if (!nodes.some(isPicture)) return [{ kind: 'paragraph', text: this.#blockParagraph(node) }];
    const blocks: RichBlock[] = [];
    let words: PhrasingContent[] = [];
    const endWords = (): void => {
      const run = trimmed(words);
      if (run.length > 0) blocks.push({ kind: 'paragraph', text: this.#paragraph(run) });
      words = [];
    };
    nodes.forEach((node, index) => {
      if (!isPicture(node)) {
        words.push(node);
        return;
      }
      if (!isApart(nodes[index - 1], /\n[^\S\n]*$/) || !isApart(nodes[index + 1], /^[^\S\n]*\n/)) {
        this.#refuse(node, messageOf('picture-between-paragraphs'));
        return;
      }
      endWords();
      blocks.push(...this.#picture(node));
    });
    endWords();
    return blocks;
  }

  #picture(node: Image | ImageReference): RichBlock[] {
    const { url = '', title } = node.type === 'image' ? node : (this.#definitions.get(node.identifier) ?? {});
    const offset = node.position?.start.offset ?? 0;
    const alt = (node.alt ?? '').trim();
    if (alt === '') return this.#refuse(node, messageOf('text-picture-without-words', { word: DECORATION }));
    const caption = title?.trim() || undefined;
    const isDecoration = alt === DECORATION;
    if (!isDecoration) this.#pictureWords('alt', alt, node, ALT);
    if (caption !== undefined) this.#pictureWords('caption', caption, node, CAPTION);
    return [
      {
        kind: 'picture',
        file: pathOf(url),
        ...(isDecoration ? {} : { alt }),
        ...(caption === undefined ? {} : { caption }),
        offset,
      },
    ];
  }

  /** Reports a node that cannot be printed. */
  #refused(node: Content): [] {
    const code = ownProperty(REFUSED, node.type);
    const message =
      code === undefined ? messageOf('markdown-not-printed', { type: node.type }) : messageOf(code);
    return this.#refuse(node, message);
  }

  /**
   * Converts a heading. Levels are numbered consecutively, regardless of the number of `#` signs. Headings below the
   * second level are formatted like those of the second.
   */
  #heading(node: Extract<Content, { type: 'heading' }>): RichBlock[] {
    if (node.depth === 1) return this.#refuse(node, messageOf('second-title'));
    const text = this.#paragraph(node.children, 'heading');
    if (text.length === 0) return this.#refuse(node, messageOf('heading-without-words'));
    while ((this.#above.at(-1) ?? 0) >= node.depth) this.#above.pop();
    this.#above.push(node.depth);
    return [{ kind: 'heading', level: this.#above.length > 1 ? 2 : 1, text }];
  }

  #items(list: List, level: number): RichItem[] {
    const start = list.ordered === true ? (list.start ?? 1) : undefined;
    const read = (item: ListItem, index: number): RichItem[] => {
      if (level >= LIMITS.markdownDepth)
        return this.#refuse(item, messageOf('list-too-deep', { most: LIMITS.markdownDepth }));
      const [first] = item.children;
      if (first?.type !== 'paragraph') return this.#refuse(item, messageOf('list-item-without-words'));
      const number = start === undefined ? {} : { number: `${start + index}.` };
      return item.children.flatMap((child): RichItem[] => {
        if (child.type === 'list') return this.#items(child, level + 1);
        if (child.type !== 'paragraph') return this.#refuse(child, messageOf('list-item-with-other'));
        const text = this.#blockParagraph(child);
        return [{ text, level, ...(child === first ? number : { continues: true }) }];
      });
    };
    return this.#inside('list', list, () =>
      list.children.flatMap((item, index) => this.#inside('item', item, () => read(item, index))),
    );
  }

  #table(node: Table): RichBlock {
    const [head, ...rows] = node.children;
    const columns = head?.children.length ?? 0;
    const cells = (row: Table['children'][number] | undefined): RichParagraph[] =>
      Array.from({ length: columns }, (_, index) =>
        this.#paragraph(row?.children[index]?.children ?? [], 'cell'),
      );
    for (const row of rows) {
      const extra = row.children[columns];
      if (extra !== undefined) this.#refuse(extra, messageOf('table-row-too-long', { columns }));
    }
    return this.#inside('table', node, () => ({
      kind: 'table' as const,
      head: cells(head),
      rows: rows.map((row) => this.#inside('row', row, () => cells(row))),
    }));
  }

  #blockParagraph(node: Paragraph): RichParagraph {
    return this.#inside('block', node, () => this.#paragraph(node.children));
  }

  /** Converts words on lines of their own to a paragraph. */
  #paragraph(
    nodes: readonly PhrasingContent[],
    kind: MarkdownParagraph['kind'] = 'paragraph',
  ): RichParagraph {
    this.#beginLine();
    const byLibrary = nodes.flatMap((node) => this.#runs(node, {}));
    const from = nodes[0]?.position?.start.offset;
    const to = nodes.at(-1)?.position?.end.offset;
    if (from === undefined || to === undefined) return [];
    const runs = this.#reading === 'commonmark' ? byLibrary : this.#inline(from, to);
    this.#place(kind, runs, from, to);
    return runs;
  }

  /** The runs between two offsets of the source. Lines are joined unless a line break is between them. */
  #inline(from: number, to: number): RichRun[] {
    const source = this.#source.slice(from, to);
    const begin = from + source.search(/[^ \t\n]|$/);
    const { text, places } = paragraphIn(source.replace(/^[ \t\n]+|[ \t\n]+$/g, ''));
    const pieces = piecesOf(text, PART_SCHEMES);
    for (const piece of pieces) {
      let length = 0;
      // Where lines are joined, the source contains more characters between the words than the text does.
      for (let at = 0; at < piece.text.length; at += length) {
        const start = places[piece.from + at] ?? 0;
        length = 1;
        while (at + length < piece.text.length && places[piece.from + at + length] === start + length)
          length++;
        this.#stretches.push({ at: this.#words.length + at, from: begin + start, length });
      }
      this.#words += piece.text.replaceAll('\n', ' ');
    }
    return joined(pieces.map(({ from: _, ...run }) => run));
  }

  /**
   * Adds the alternative text or caption of a picture as a paragraph of its own. Its position is stored if it can be
   * found in the source.
   */
  #pictureWords(kind: MarkdownParagraph['kind'], text: string, node: Node, pattern: RegExp): void {
    this.#beginLine();
    const words = text.replaceAll('\n', ' ');
    const offset = node.position?.start.offset ?? 0;
    const [from = 0, to = 0] = pattern.exec(this.#sourceOf(node))?.indices?.groups?.words ?? [];
    const source = paragraphIn(this.#source.slice(offset + from, offset + to).trim()).text;
    if (plainWords(parseInline(source, PART_SCHEMES)) === words) {
      this.#inline(offset + from, offset + to);
      this.#place(kind, [{ text }], offset + from, offset + to);
    } else {
      this.#stretches.push({ at: this.#words.length, from: offset, length: 0 });
      this.#words += words;
    }
  }

  /** Stores the position of words, excluding spaces before and after them. */
  #place(kind: MarkdownParagraph['kind'], runs: RichParagraph, from: number, to: number): void {
    const source = this.#source.slice(from, to);
    const before = source.length - source.trimStart().length;
    const place = { from: from + before, to: from + source.trimEnd().length };
    this.#placed.push({ kind, runs, ...place, within: [...this.#within] });
  }

  /** Converts a paragraph that is parsed as CommonMark; syntax that `inline.ts` does not support is reported. */
  #runs(node: PhrasingContent, look: Omit<RichRun, 'text'>): RichRun[] {
    switch (node.type) {
      case 'text':
        for (const [code] of this.#reading === 'inline' ? this.#sourceOf(node).matchAll(ENTITY) : [])
          if (!node.value.includes(code)) this.#refuse(node, messageOf('character-code-unknown', { code }));
        return [{ text: node.value.replaceAll('\n', ' '), ...look }];
      case 'strong':
      case 'emphasis':
        if (this.#sourceOf(node).startsWith('_') && this.#reading === 'inline')
          this.#refuse(node, messageOf('underscores-emphasis'));
        return node.children.flatMap((child) => this.#runs(child, { ...look, [node.type]: true }));
      case 'break':
        return [{ text: '\n' }];
      case 'link':
      case 'linkReference': {
        const url = node.type === 'link' ? node.url : (this.#definitions.get(node.identifier)?.url ?? '');
        const link = this.#address(node, url);
        const inside = link === undefined ? look : { ...look, link };
        const runs = node.children.flatMap((child) => this.#runs(child, inside));
        if (link !== undefined && !this.#isInline(node, link))
          this.#refuse(node, messageOf('link-without-words', { link }));
        return runs;
      }
      default:
        return this.#refused(node);
    }
  }

  #address(node: PhrasingContent, url: string): string | undefined {
    const address = safeAddress(url, PART_SCHEMES);
    if (address === undefined) this.#refuse(node, messageOf('address-not-allowed', { url: ellipsis(url) }));
    return address;
  }

  #sourceOf({ position }: Node): string {
    return this.#source.slice(position?.start.offset, position?.end.offset);
  }

  /** Whether `inline.ts` parses a link in the same way as CommonMark. */
  #isInline(node: Node, link: string): boolean {
    if (this.#reading === 'commonmark') return true;
    const runs = parseInline(paragraphIn(this.#sourceOf(node)).text, PART_SCHEMES);
    return runs.every((run) => run.text === '\n' || run.link === link);
  }

  #beginLine(): void {
    if (this.#words !== '' && !this.#words.endsWith('\n')) this.#words += '\n';
  }
}

/**
 * Removes the list and quote markers from the lines of a paragraph, and returns the position of each remaining
 * character in the source. A line end becomes a space, or a line feed if it follows a backslash or two spaces.
 */
function paragraphIn(source: string): { text: string; places: number[] } {
  let text = '';
  const places: number[] = [];
  let start = 0;
  const lines = source.split('\n');
  lines.forEach((line, index) => {
    const isLast = index === lines.length - 1;
    const [margin] = /^[ \t]*(?:>[ \t]*)?/.exec(index === 0 ? '' : line) ?? [''];
    const isBroken = !isLast && / {2}$|(?<!\\)(?:\\\\)*\\$/.test(line);
    const words = (isLast ? line : line.replace(/[ \t]+$/, '')).slice(margin.length);
    const content = isBroken && words.endsWith('\\') ? words.slice(0, -1) : words;
    for (let at = 0; at < content.length; at++) places.push(start + margin.length + at);
    text += content;
    if (!isLast) {
      places.push(start + line.length);
      text += isBroken ? '\n' : ' ';
    }
    start += line.length + 1;
  });
  return { text, places };
}

const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z\d]+);/gi;
