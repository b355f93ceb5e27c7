/**
 * Flags of V8 that save CPU time, by its version: most runs take less than a second, and to optimise code costs them more than they get back.
 * V8 prints an error for a flag that it does not know, so versions that the flags were not tried with get none.
 */

/** Major and minor number. */
type Version = readonly [number, number];

interface Flags {
  /** First version that knows the flags. */
  from: Version;
  /** Last version that they were tried with. */
  to: Version;
  flags: readonly string[];
}

const FLAGS: readonly Flags[] = [
  // Node 20.
  { from: [11, 3], to: [11, 3], flags: ['--interrupt-budget=1000000'] },
  // Node 22 to 26.
  {
    from: [12, 4],
    to: [14, 6],
    flags: ['--invocation-count-for-maglev=6000', '--invocation-count-for-turbofan=45000'],
  },
];

/**
 * The flags for a run.
 *
 * @param v8 version of V8, as in `process.versions.v8`
 */
export function v8Flags(v8: string): readonly string[] {
  const [major = 0, minor = 0] = v8.split('.').map(Number);
  const version = order([major, minor]);
  return FLAGS.find(({ from, to }) => order(from) <= version && version <= order(to))?.flags ?? [];
}

/** A number that is greater for later versions. */
function order([major, minor]: Version): number {
  return 1000 * major + minor;
}
