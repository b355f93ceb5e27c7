/** The parts of a package as texts, by path. */
export type Parts = Map<string, string>;

/** Appends elements to a part of a package, before its closing tag. */
export function append(parts: Parts, path: string, end: string, elements: string): void {
  const part = parts.get(path);
  if (!part?.endsWith(end)) throw new Error(`${path} does not end in ${end}`);
  parts.set(path, part.slice(0, -end.length) + elements + end);
}
