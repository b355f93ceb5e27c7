/**
 * V8 flags that save CPU time, keyed by V8 version. Most runs take less than a second, so optimising code costs more
 * time than it saves. V8 reports an error if it does not know a flag, so no flags are set for versions that have not
 * been tested.
 */

interface Flags {
  /**
   * First version that supports the flags, and last version with which they were tested. A version is given as 1000 ×
   * major + minor.
   */
  from: number;
  to: number;
  flags: readonly string[];
}

/** Regular expressions are compiled to machine code at once, and not to byte code first. */
const COMPILED_PATTERNS = '--no-regexp-tier-up';

const FLAGS: readonly Flags[] = [
  // Node 20.
  {
    from: 11_003,
    to: 11_003,
    flags: ['--interrupt-budget=1000000', '--wasm-tiering-budget=100000000', COMPILED_PATTERNS],
  },
  // Node 22 to 26.
  {
    from: 12_004,
    to: 14_006,
    flags: ['--invocation-count-for-maglev=6000', '--invocation-count-for-turbofan=45000', COMPILED_PATTERNS],
  },
];

/**
 * The flags for a version of V8.
 *
 * @param v8 version of V8, as in `process.versions.v8`
 */
export function v8Flags(v8: string): readonly string[] {
  const [major = 0, minor = 0] = v8.split('.').map(Number);
  const version = 1000 * major + minor;
  return FLAGS.find(({ from, to }) => from <= version && version <= to)?.flags ?? [];
}
