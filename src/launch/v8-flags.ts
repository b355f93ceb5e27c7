/**
 * V8 flags that save CPU time, by version: most runs take less than a second, so optimising code costs more time than
 * it saves. V8 prints an error for an unknown flag, so untested versions get no flags.
 */

/** Major and minor version number. */
type Version = readonly [number, number];

interface Flags {
  /** First version that supports the flags. */
  from: Version;
  /** Last version with which the flags were tested. */
  to: Version;
  flags: readonly string[];
}

const FLAGS: readonly Flags[] = [
  // Node 20.
  {
    from: [11, 3],
    to: [11, 3],
    flags: ['--interrupt-budget=1000000', '--wasm-tiering-budget=100000000'],
  },
  // Node 22 to 26.
  {
    from: [12, 4],
    to: [14, 6],
    flags: ['--invocation-count-for-maglev=6000', '--invocation-count-for-turbofan=45000'],
  },
];

/**
 * The flags for a version of V8.
 *
 * @param v8 version of V8, as in `process.versions.v8`
 */
export function v8Flags(v8: string): readonly string[] {
  const [major = 0, minor = 0] = v8.split('.').map(Number);
  const version = order([major, minor]);
  return FLAGS.find(({ from, to }) => order(from) <= version && version <= order(to))?.flags ?? [];
}

/** Maps a version to a number that increases with later versions. */
function order([major, minor]: Version): number {
  return 1000 * major + minor;
}
