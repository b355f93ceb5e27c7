/** Default styles of event lists and of group headings. */
export const EVENT_LISTS = {
  group: { face: 'serifBold', size: 14, leading: 18, colour: 'brand', above: 20 },
  title: { face: 'sansBold', size: 12, leading: 15.5, colour: 'ink' },
  facts: { face: 'sans', size: 10, leading: 13.5, colour: 'brand' },
  text: { face: 'serif', size: 10.5, leading: 14.5, colour: 'ink' },
  indent: 28,
  between: 3,
  gap: 18,
} as const;
