import type { Section } from './model.ts';

/** The section at the top of a document that others fill in: instructions, one paragraph each. */
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
