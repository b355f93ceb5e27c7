/** A byte range of a file; `end` is exclusive. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * The bytes in the given ranges, in order, without copying them. Adjacent ranges are merged, so that they are written
 * in a single step.
 */
export function bytesOfRanges(bytes: Buffer, stretches: readonly ByteRange[]): Buffer[] {
  const joined: ByteRange[] = [];
  for (const { start, end } of stretches) {
    const last = joined.at(-1);
    if (last?.end === start) last.end = end;
    else joined.push({ start, end });
  }
  return joined.map(({ start, end }) => bytes.subarray(start, end));
}
