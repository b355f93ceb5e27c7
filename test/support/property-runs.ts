/** The number of runs and the seed of property tests. */

/** Without PROPERTY_SEED, every run uses the same cases, so that a failure is caused by a change of the code. */
const FIXED_SEED = 20_210_319;

/** The number of runs of a property: the full number with PROPERTY_RUNS=full, as in CI, and a tenth of it otherwise. */
export function runs(full: number): number {
  return process.env.PROPERTY_RUNS === 'full' ? full : Math.ceil(full / 10);
}

/** The seed of all property tests of a Vitest run: PROPERTY_SEED if it is set, otherwise a fixed one. */
export function chooseSeed(): number {
  const given = process.env.PROPERTY_SEED;
  if (given !== undefined && !Number.isInteger(Number(given)))
    throw new Error(`PROPERTY_SEED: expected a whole number, found "${given}"`);
  return given === undefined ? FIXED_SEED : Number(given);
}
