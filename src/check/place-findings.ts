import type { Place } from '../errors.ts';
import { positionsIn } from '../text/positions.ts';
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
    return { file, text: lines, source: openYaml(lines), positionOf: positionsIn(lines) };
  });
  return findings.map((finding) => {
    for (const { file, text, source, positionOf } of sources) {
      const offset = offsetOf(finding, text, source);
      if (offset !== undefined) return { ...finding, at: { file, ...positionOf(offset), ...finding.at } };
    }
    return finding;
  });
}

function offsetOf({ at, offset }: Placeable, text: string, source: YamlSource): number | undefined {
  const scalar = source.scalarAt(at);
  const exact = scalar === undefined ? undefined : sourceOffset(text, scalar, offset);
  return exact ?? source.startOf(at);
}
