import { consecutive } from '../../model/index.ts';

/** A byte range of a file; `end` is exclusive. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * The bytes in the given ranges, in order, without copying them. Adjacent ranges are merged, so that they are written
 * in a single step.
 */
export function bytesOfRanges(bytes: Buffer, ranges: readonly ByteRange[]): Buffer[] {
  const groups = consecutive(ranges, ({ start }, _, before) => start === before.end);
  return groups.map((group) => bytes.subarray(group[0].start, group.at(-1)?.end));
}
