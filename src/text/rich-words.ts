import type { RichBlock, RichParagraph, RichText } from '../model/part.ts';

/** The words of a text as a comparison reads them: each paragraph, item and cell on a line, addresses of links behind their words. */
export function readWords({ title, blocks }: RichText): string {
  return [...(title === undefined ? [] : [title]), ...blocks.flatMap(paragraphsIn)].map(lineOf).join('\n');
}

function paragraphsIn(block: RichBlock): readonly RichParagraph[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.text];
    case 'list':
      return block.items.map(({ text }) => text);
    case 'quote':
      return block.paragraphs;
    case 'table':
      return [block.head, ...block.rows].flat();
  }
}

function lineOf(paragraph: RichParagraph): string {
  return paragraph
    .map(({ text, link }, index) => {
      if (link === undefined || paragraph[index + 1]?.link === link) return text.replaceAll('\n', ' ');
      const words = paragraph
        .filter((run) => run.link === link)
        .map((run) => run.text)
        .join('');
      return says(words, link) ? text : `${text} (${link})`;
    })
    .join('');
}

/** Whether the words of a link are its address. */
function says(words: string, link: string): boolean {
  const bare = (address: string): string =>
    address.replace(/^(?:https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '');
  return bare(words.trim()) === bare(link);
}
