import { pictureWords, type RichBlock, type RichParagraph, type RichText } from '../model/index.ts';

/**
 * The words of a text for comparison: one line for each paragraph, item and cell, and the address of each link after
 * the words of the link.
 */
export function readWords({ title, blocks }: RichText): string {
  return [...(title === undefined ? [] : [title]), ...blocks.flatMap(paragraphsIn)]
    .map(linkedWords)
    .join('\n');
}

function paragraphsIn(block: RichBlock): readonly RichParagraph[] {
  switch (block.kind) {
    case 'table':
      return [block.head, ...block.rows].flat();
    case 'picture': {
      const { caption, ...picture } = block;
      return [pictureWords(picture), caption].flatMap((text) => (text === undefined ? [] : [[{ text }]]));
    }
    default:
      return runningParagraphs(block);
  }
}

/** A block of running text (paragraph, heading, list or quote), either as source or as printed. */
type Running<P> =
  | { kind: 'paragraph' | 'heading'; text: P }
  | { kind: 'list'; items: readonly { text: P }[] }
  | { kind: 'quote'; paragraphs: readonly P[] };

/** The paragraphs of a block of running text, in order. */
export function runningParagraphs<P>(block: Running<P>): readonly P[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.text];
    case 'list':
      return block.items.map(({ text }) => text);
    case 'quote':
      return block.paragraphs;
  }
}

/** The words of a paragraph on one line, with the address of each link after the words of the link. */
export function linkedWords(paragraph: RichParagraph): string {
  return paragraph
    .map(({ text, link }, index) => {
      if (link === undefined || paragraph[index + 1]?.link === link) return text.replaceAll('\n', ' ');
      const words = paragraph
        .filter((run) => run.link === link)
        .map((run) => run.text)
        .join('');
      return saysAddress(words, link) ? text : `${text} (${link})`;
    })
    .join('');
}

/** Whether the words of a link are the address to which it leads. */
export function saysAddress(words: string, link: string): boolean {
  return bareAddress(words.trim()) === bareAddress(link);
}

/** An address as people usually write it, without the scheme and the trailing slash. */
export function bareAddress(address: string): string {
  return address.replace(/^(?:https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '');
}
