import type { Finding } from './finding.ts';
import { openYaml, sourceOffset, type YamlSource } from './yaml-source.ts';

/** A file of the dataset and its text. */
export interface SourceFile {
  /** As messages name it. */
  file: string;
  text: string;
}

/** The findings with file, line and column of their words; of the event where a field is missing. */
export async function placeFindings(
  findings: readonly Finding[],
  files: readonly SourceFile[],
): Promise<Finding[]> {
  const sources = await Promise.all(
    files.map(async (file) => ({ ...file, source: await openYaml(file.text) })),
  );
  return findings.map((finding) => {
    for (const { file, text, source } of sources) {
      const offset = offsetOf(finding, text, source);
      if (offset !== undefined)
        return { ...finding, at: { file, ...source.position(offset), ...finding.at } };
    }
    return finding;
  });
}

function offsetOf({ at, offset }: Finding, text: string, source: YamlSource): number | undefined {
  const scalar = source.scalarAt(at);
  const exact = scalar === undefined ? undefined : sourceOffset(text, scalar, offset);
  return exact ?? source.startOf(at);
}
