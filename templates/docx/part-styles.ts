/** Styles for the texts of a programme’s parts, such as the foreword. A file contains only the styles that it uses. */
import {
  BOX,
  type Design,
  measure,
  NUMBER_ROOM,
  type PartStyles,
  partStyles,
  QUOTE,
  SIGNATURE_FROM,
} from '../../src/design/index.ts';
import { LIMITS } from '../../src/model/index.ts';
import { hairline, type ParagraphStyle, type PartStyle } from './styles.ts';

/** Kinds of texts with different formatting: in one column, in several columns, a colophon, the back cover. */
export type PartVariant = 'text' | 'columns' | 'colophon' | 'back';
const VARIANTS = ['text', 'columns', 'colophon', 'back'] as const satisfies readonly PartVariant[];

const NAMES = {
  text: 'Text',
  columns: 'Columns',
  colophon: 'Colophon',
  back: 'Back Cover',
} as const satisfies Record<PartVariant, string>;

const KINDS = {
  body: 'Body',
  heading: 'Heading',
  subheading: 'Subheading',
  quote: 'Quote',
  box: 'Box',
  signature: 'Signature',
  figure: 'Picture',
  captioned: 'Picture With Words',
  caption: 'Caption',
  portrait: 'Portrait',
  bullet: 'List',
  number: 'Numbers',
  bulletContinue: 'List Continue',
  numberContinue: 'Numbers Continue',
} as const;
export type PartKind = keyof typeof KINDS;

/** Name of the style for a kind of text; lists have a style for each level, and for the last item. */
function nameOf(variant: PartVariant, kind: PartKind, level: number, last: boolean): string {
  const depth = level === 0 ? '' : ` ${level + 1}`;
  return `${NAMES[variant]} ${KINDS[kind]}${depth}${last ? ' End' : ''}`;
}

/** Returns a function that returns the ids of the styles of a variant. */
export function partStyleOf(variant: PartVariant) {
  return (kind: PartKind, level = 0, last = false): PartStyle => {
    // For these two kinds, the styles of other running text are used.
    if (variant === 'text' && kind === 'body') return 'BodyText';
    if (variant === 'text' && kind === 'heading') return 'Heading2';
    return `Part${nameOf(variant, kind, level, last).replaceAll(' ', '')}`;
  };
}

/** The styles of all variants, by their ids. */
export function partParagraphStyles(design: Design): Record<`Part${string}`, ParagraphStyle> {
  const styles: Record<`Part${string}`, ParagraphStyle> = {};
  for (const variant of VARIANTS) {
    const put = (kind: PartKind, style: Omit<ParagraphStyle, 'name'>, level = 0, last = false): void => {
      const id = partStyleOf(variant)(kind, level, last);
      if (id !== 'BodyText' && id !== 'Heading2')
        styles[id] = { name: nameOf(variant, kind, level, last), ...style };
    };
    const variantStyles = partStyles(design, variant === 'columns' ? 'text' : variant);
    putTexts(design, variantStyles, edgesOf(design, variant), widthOf(design, variant), put);
    putLists(variantStyles, edgesOf(design, variant), design.list.indent, put);
  }
  return {
    ...styles,
    PartTableGap: {
      name: 'Table Gap',
      text: { ...design.styles.running, size: 1, leading: 1 },
      after: design.styles.body.above,
    },
  };
}

type Put = (kind: PartKind, style: Omit<ParagraphStyle, 'name'>, level?: number, last?: boolean) => void;
type Edges = Required<Pick<ParagraphStyle, 'left' | 'right'>>;

function edgesOf(design: Design, variant: PartVariant): Edges {
  const { left, width } = design.text;
  if (variant === 'columns') return { left: 0, right: 0 };
  const from = variant === 'back' ? 0 : left;
  return { left: from, right: measure(design) - from - width };
}

/** Width of the column, if a style can determine it. */
function widthOf({ text, index }: Design, variant: PartVariant): number {
  return variant === 'columns' ? (text.width - index.gap) / 2 : text.width;
}

function putTexts(design: Design, styles: PartStyles, edges: Edges, width: number, put: Put): void {
  const { body, heading, subheading, quote, signature } = styles;
  const after = body.above;
  put('body', { text: body, after, ...edges });
  const head = { after, keepNext: true, ...edges } as const;
  put('heading', { ...head, text: heading, before: Math.max(0, heading.above - after), level: 2 });
  put('subheading', { ...head, text: subheading, before: Math.max(0, subheading.above - after), level: 3 });
  put('quote', {
    ...edges,
    text: quote,
    after,
    left: edges.left + QUOTE.indent,
    bar: { width: QUOTE.bar, gap: QUOTE.indent - QUOTE.bar },
  });
  put('box', {
    text: quote,
    after,
    left: edges.left + BOX,
    right: edges.right + BOX,
    fill: 'zebra',
    box: BOX,
  });
  const picture = { ...edges, text: hairline(design), grows: true } as const;
  put('figure', { ...picture, after });
  put('captioned', { ...picture, after: styles.caption.above, keepNext: true });
  put('caption', { ...edges, text: styles.caption, after });
  const signed = { before: signature.above - after, left: edges.left + SIGNATURE_FROM * width };
  put('portrait', { ...picture, ...signed, keepNext: true });
  put('signature', {
    ...edges,
    text: signature,
    after,
    ...signed,
  });
}

function putLists({ body, item }: PartStyles, edges: Edges, indent: number, put: Put): void {
  const room = NUMBER_ROOM * item.size;
  for (let level = 0; level < LIMITS.markdownDepth; level++) {
    const from = edges.left + level * room;
    for (const last of [false, true]) {
      const common = { ...edges, text: item, after: last ? body.above : item.above };
      put(
        'bullet',
        { ...common, left: from + indent, hanging: indent, numbering: 'signs', depth: level },
        level,
        last,
      );
      put(
        'number',
        { ...common, left: from + room, hanging: room, numbering: 'numbers', depth: level },
        level,
        last,
      );
      put('bulletContinue', { ...common, left: from + indent }, level, last);
      put('numberContinue', { ...common, left: from + room }, level, last);
    }
  }
}
