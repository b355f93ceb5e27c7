/**
 * The texts of the items of a YAML list that begins at the left edge, each with the comments that go before the first or follow it;
 * undefined where there are none, or the text may hold more than one document. Each is a YAML text of its own: all of a quoted,
 * bracketed or block text but its first line is indented, or an item that it reaches into cannot be read alone.
 */
export function listItems(text: string): string[] | undefined {
  if (/\n(?:\.\.\.|---)|^%/.test(text)) return undefined;
  const starts = [...text.matchAll(/^-[ \n]/gm)].map(({ index }) => index);
  if (starts.length === 0) return undefined;
  return starts.map((start, index) => text.slice(index === 0 ? 0 : start, starts[index + 1]));
}
