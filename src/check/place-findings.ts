import type { Place } from '../errors.ts';
import { openYaml, sourceOffset, type YamlSource } from './yaml-source.ts';

/** A file of the dataset and its text. */
export interface SourceFile {
  /** As messages name it. */
  file: string;
  text: string;
}

/** What has a place in a text of the dataset: event, field and offset. */
export interface Placeable {
  at: Place;
  offset: number;
}

/** The findings with file, line and column of their words; of the event where a field is missing. */
export function placeFindings<F extends Placeable>(
  findings: readonly F[],
  files: readonly SourceFile[],
): F[] {
  const sources = files.map(({ file, text }) => {
    const lines = text.replaceAll('\r\n', '\n');
    return { file, text: lines, source: openYaml(lines), starts: lineStarts(lines) };
  });
  return findings.map((finding) => {
    for (const { file, text, source, starts } of sources) {
      const offset = offsetOf(finding, text, source);
      if (offset !== undefined)
        return { ...finding, at: { file, ...positionOf(offset, starts), ...finding.at } };
    }
    return finding;
  });
}

function offsetOf({ at, offset }: Placeable, text: string, source: YamlSource): number | undefined {
  const scalar = source.scalarAt(at);
  const exact = scalar === undefined ? undefined : sourceOffset(text, scalar, offset);
  return exact ?? source.startOf(at);
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** Line and column from 1; the line is the last that starts at the offset or before. */
function positionOf(offset: number, starts: readonly number[]): { line: number; column: number } {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
