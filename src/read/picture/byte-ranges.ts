/** A byte range of a file; `end` is exclusive. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * The bytes in ranges, in order and without copying them. Adjacent ranges are merged, so that each is written in one
 * step.
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
