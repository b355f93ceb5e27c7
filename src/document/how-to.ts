import type { Section } from './model.ts';

/** The section on top of a document for others to write into: what to do, a paragraph each. */
export function howToSection(
  id: string,
  { heading, howTo }: { readonly heading: string; readonly howTo: readonly string[] },
): Section {
  return {
    id,
    title: [{ text: heading }],
    layout: 'text',
    blocks: howTo.map((text) => ({ kind: 'paragraph', text: [{ text }] })),
  };
}
