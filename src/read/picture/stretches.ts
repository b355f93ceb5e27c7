/** A byte range of a file; `end` is exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** The bytes of ranges in order, not copied. Adjacent ranges are merged, so that they are written at once. */
export function stretchesOf(bytes: Buffer, stretches: readonly Stretch[]): Buffer[] {
  const joined: Stretch[] = [];
  for (const { start, end } of stretches) {
    const last = joined.at(-1);
    if (last?.end === start) last.end = end;
    else joined.push({ start, end });
  }
  return joined.map(({ start, end }) => bytes.subarray(start, end));
}
