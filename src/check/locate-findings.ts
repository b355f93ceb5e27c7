import type { Position } from '../errors.ts';
import { valueAt } from '../model/index.ts';
import { positionsIn } from '../text/index.ts';
import { openYaml, sourceOffset, type YamlSource } from './yaml-source.ts';

/** A file of the dataset and its text. */
export interface SourceFile {
  /** The path as shown in messages. */
  file: string;
  text: string;
  /** The field whose text the file contains, if the file is not YAML. */
  field?: string;
}

/** A position in a text of the dataset: event, field and offset. */
export interface Locatable {
  at: Position;
  offset: number;
}

/**
 * Adds file, line and column to findings: those of the words or, if the event lacks the field, those of the event.
 *
 * @param placed maps a position in the printed text of a field to the position in its source text, if they differ
 */
export function locateFindings<F extends Locatable>(
  findings: readonly F[],
  files: readonly SourceFile[],
  placed: (place: Locatable) => Locatable = (place) => place,
): F[] {
  const sources = files.map(({ file, text, field }) => {
    const lines = text.replaceAll('\r\n', '\n');
    const source = field === undefined ? openYaml(lines) : wholeText(lines, field);
    return { file, text: lines, source, positionOf: positionsIn(lines) };
  });
  const sourcesOf = sourcesByEvent(sources);
  return findings.map((finding) => {
    const place = placed(finding);
    for (const { file, text, source, positionOf } of sourcesOf(place.at.event)) {
      const offset = offsetOf(place, text, source);
      if (offset !== undefined) return { ...finding, at: { file, ...positionOf(offset), ...finding.at } };
    }
    return finding;
  });
}

/** Returns a cached lookup of the files that may contain an event or, without an event, texts outside events. */
function sourcesByEvent<S extends { source: YamlSource }>(
  sources: readonly S[],
): (event: string | undefined) => readonly S[] {
  const byEvent = new Map<string | undefined, readonly S[]>();
  return (event) => valueAt(byEvent, event, () => sources.filter(({ source }) => source.has(event)));
}

function offsetOf({ at, offset }: Locatable, text: string, source: YamlSource): number | undefined {
  const scalar = source.scalarAt(at);
  const exact = scalar === undefined ? undefined : sourceOffset(text, scalar, offset);
  return exact ?? source.startOf(at);
}

/** A file that consists of a single text. */
function wholeText(text: string, field: string): YamlSource {
  const isAll = ({ event, field: fieldOfPosition }: Position): boolean =>
    event === undefined && fieldOfPosition === field;
  const end = text.length;
  const all = {
    value: text,
    style: 'plain',
    start: 0,
    end,
    outerStart: 0,
    outerEnd: end,
    indent: 0,
  } as const;
  return {
    has: (event) => event === undefined,
    scalarAt: (at) => (isAll(at) ? all : undefined),
    startOf: (at) => (isAll(at) ? 0 : undefined),
  };
}
