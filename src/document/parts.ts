/** Converts parts that are texts to sections. */
import {
  BACK_COVER,
  COLOPHON,
  isNamed,
  LANGS,
  type Part,
  type PartText,
  type RichBlock,
  type RichParagraph,
} from '../model/index.ts';
import type { Block, Column, ListItem, Paragraph, Row, Run, Section, Table, Target } from './model.ts';
import { LINE_BREAK } from './model.ts';
import { figureOf } from './pictures.ts';
import { wordsOf } from './texts.ts';
import type { Wording } from './wording.ts';

/** Link target of the section that prints a text part. */
export const partTarget = (part: string): Target => `_part-${part}`;

/**
 * The section for a part that is a text; undefined if the part has no text. If the text is not available in the
 * language of the document, it is printed in the main language or in the first available one, and marked as being in
 * that language.
 */
export function partSection(
  { id, signatures = [] }: Part,
  texts: readonly PartText[],
  wording: Wording,
): Section[] {
  const { runs } = wording;
  const text = textFor(id, texts, wording);
  if (text === undefined) return [];
  const { rich, lang: textLang } = text;
  const inOwn = (paragraph: RichParagraph): Paragraph =>
    paragraph.flatMap(({ text: words, ...look }) =>
      words === LINE_BREAK
        ? [{ text: words }]
        : runs.stretches(words, textLang).map((run): Run => ({ ...run, ...look })),
    );
  const spoken = (words: string): Run => runs.run({ [textLang]: words });
  const portraits = signatures.map(({ portrait }): Block[] =>
    portrait === undefined ? [] : [{ kind: 'picture', style: 'portrait', figure: figureOf(portrait, runs) }],
  );
  const isAlone = signatures.length === 1;
  const signed = signatures.flatMap(({ name, role }, index): Block[] => [
    ...(isAlone ? [] : (portraits[index] ?? [])),
    {
      kind: 'paragraph',
      style: 'signature',
      text: [
        ...runs.paragraph(name).map((run): Run => ({ ...run, strong: true })),
        ...(role === undefined
          ? []
          : runs.paragraphs(role).flatMap((line): Run[] => [{ text: LINE_BREAK }, ...line])),
      ],
    },
  ]);
  const tables = { count: 0 };
  const title = titleOf(rich.title, id, wording, inOwn);
  const blocks = rich.blocks.map((block) =>
    blockOf(block, { id, title: wordsOf(title), tables, inOwn, spoken }),
  );
  return [
    {
      id: partTarget(id),
      title,
      layout: id === COLOPHON ? 'colophon' : id === BACK_COVER ? 'back' : 'text',
      part: id,
      // If a text has a single author, the author's portrait is printed next to the beginning of the text.
      blocks: [...(isAlone ? portraits.flat() : []), ...blocks, ...signed],
    },
  ];
}

/** The text of a part for readers of one language. */
function textFor(id: string, texts: readonly PartText[], { lang, config }: Wording): PartText | undefined {
  const ofPart = texts.filter(({ part }) => part === id);
  for (const wanted of [lang, config.language, ...LANGS]) {
    const found = ofPart.find((text) => text.lang === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function titleOf(
  title: RichParagraph | undefined,
  id: string,
  { say }: Wording,
  inOwn: (paragraph: RichParagraph) => Paragraph,
): Paragraph {
  // A title is a single line without bold or italic words.
  if (title !== undefined)
    return inOwn(title).map(({ text, lang }) => ({
      text: text === LINE_BREAK ? ' ' : text,
      ...(lang === undefined ? {} : { lang }),
    }));
  return isNamed(id) ? [{ text: say.parts[id] }] : [];
}

interface BlockContext {
  id: string;
  title: string;
  tables: { count: number };
  inOwn: (paragraph: RichParagraph) => Paragraph;
  /** Returns a run for text that is spoken but not printed. */
  spoken: (words: string) => Run;
}

function blockOf(block: RichBlock, context: BlockContext): Block {
  const { inOwn, spoken } = context;
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', text: inOwn(block.text) };
    case 'heading':
      return { kind: 'heading', text: inOwn(block.text), ...(block.level === 2 ? { level: 2 } : {}) };
    case 'list':
      return {
        kind: 'list',
        items: block.items.map(({ text, ...item }): ListItem => ({ ...item, text: inOwn(text) })),
      };
    case 'quote':
      return { kind: 'quote', paragraphs: block.paragraphs.map(inOwn) };
    case 'table':
      return { kind: 'table', table: tableOf(block, context) };
    case 'picture': {
      const { file, alt, caption } = block;
      const spokenAlt = alt === undefined ? undefined : spoken(alt);
      return {
        kind: 'picture',
        figure: { file, ...(spokenAlt === undefined ? {} : { alt: spokenAlt }) },
        ...(caption === undefined ? {} : { caption: inOwn([{ text: caption }]) }),
      };
    }
  }
}

/** A table whose first column names its rows, with column widths derived from the content. */
function tableOf(
  { head, rows }: Extract<RichBlock, { kind: 'table' }>,
  { id, title, tables, inOwn }: BlockContext,
): Table {
  const number = ++tables.count;
  const names = new Map<string, number>();
  const name = (cell: Paragraph): Target => {
    const words = `${partTarget(id)}-${number}-${wordsOf(cell)}`;
    const seen = (names.get(words) ?? 0) + 1;
    names.set(words, seen);
    return seen === 1 ? words : `${words}-${seen}`;
  };
  const shares = head.map((heading, column) => shareOf([heading, ...rows.map((row) => row[column] ?? [])]));
  return {
    title,
    description: head.map((heading) => wordsOf(inOwn(heading))).join(', '),
    columns: head.map(
      (heading, column): Column => ({ kind: 'part', share: shares[column] ?? 1, heading: inOwn(heading) }),
    ),
    header: 0,
    rows: rows.map((row): Row => {
      const cells = row.map((cell) => ({ paragraphs: cell.length === 0 ? [] : [inOwn(cell)] }));
      return { id: name(cells[0]?.paragraphs[0] ?? []), cells };
    }),
  };
}

/** Lower and upper limit, in characters, for the text length that determines a column's share of the width. */
const [NARROWEST, WIDEST] = [8, 32];

/**
 * Share of the width for a column with these texts: the length of the longest text, adjusted to the limits, but at
 * least the length of the longest word.
 */
function shareOf(cells: readonly RichParagraph[]): number {
  const words = cells.map((cell) => cell.map(({ text }) => text).join(''));
  const longest = Math.max(...words.map(({ length }) => length));
  const longestWord = Math.max(...words.flatMap((text) => text.split(/\s/).map(({ length }) => length)));
  return Math.max(NARROWEST, Math.min(longest, WIDEST), longestWord);
}
