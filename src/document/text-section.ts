import type { Block, ListItem, Paragraph, Section } from './model.ts';

/** A section of running text. */
export const textSection = (id: string, title: Paragraph, blocks: readonly Block[]): Section => ({
  id,
  title,
  layout: 'text',
  blocks,
});

/** A section that contains a single list; the result is empty if there are no items. */
export const listSection = (id: string, title: Paragraph, items: readonly ListItem[]): Section[] =>
  items.length === 0 ? [] : [textSection(id, title, [{ kind: 'list', items }])];

/** The text of a paragraph or list item, without formatting. */
export const plainText = (text: string): { text: Paragraph } => ({ text: [{ text }] });

/** The first section of a document that other people fill in: its paragraphs are the instructions. */
export function howToSection(
  id: string,
  { heading, howTo }: { readonly heading: string; readonly howTo: readonly string[] },
): Section {
  return textSection(
    id,
    [{ text: heading }],
    howTo.map((text) => ({ kind: 'paragraph', ...plainText(text) })),
  );
}
