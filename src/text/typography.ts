const ADDRESS = /(?:https?:\/\/|www\.)[^\s»”"]+|(?<![^\s@,;()])[^\s@,;()]+@[^\s@,;()]+\.[^\s@,;()]+/giu;

/** A test whether an offset of a text stands in an address of the web or of mail, which typography leaves alone. */
export function addressTest(words: string): (offset: number) => boolean {
  if (!/@|:\/\/|www\./i.test(words)) return () => false;
  const found = [...words.matchAll(ADDRESS)].map(({ 0: address, index }) => ({
    start: index,
    end: index + address.length,
  }));
  return (offset) => {
    let low = 0;
    let high = found.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((found[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return (found[low]?.start ?? Number.POSITIVE_INFINITY) <= offset;
  };
}

/** Words as a heading or a line begins: with a capital. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
