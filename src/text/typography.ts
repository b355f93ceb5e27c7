/** Stretches of a text that are addresses of the web or of mail: typography leaves them alone. */
export function addressesIn(words: string): { start: number; end: number }[] {
  if (!/@|:\/\/|www\./i.test(words)) return [];
  return [...words.matchAll(/(?:https?:\/\/|www\.)[^\s»”"]+|[^\s@,;()]+@[^\s@,;()]+\.[^\s@,;()]+/giu)].map(
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
}
