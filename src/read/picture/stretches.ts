/** Bytes of a file from one up to but not including another. */
export interface Stretch {
  start: number;
  end: number;
}

/** The bytes of stretches in their order, not copied; those that follow one another in the file are one, so that they are written at once. */
export function stretchesOf(bytes: Buffer, stretches: readonly Stretch[]): Buffer[] {
  const joined: Stretch[] = [];
  for (const { start, end } of stretches) {
    const last = joined.at(-1);
    if (last?.end === start) last.end = end;
    else joined.push({ start, end });
  }
  return joined.map(({ start, end }) => bytes.subarray(start, end));
}
