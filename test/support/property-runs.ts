/** How long the property tests run, and with which cases. */

/** The same cases on each run: a test that fails here fails because of what was changed. */
const FIXED_SEED = 20_210_319;

/** The number of runs of a property: all of them with PROPERTY_RUNS=full, as in CI, and a third of them otherwise. */
export function runs(full: number): number {
  return process.env.PROPERTY_RUNS === 'full' ? full : Math.ceil(full / 3);
}

/** The seed of all property tests of a run of Vitest: PROPERTY_SEED if it is given, a random one in CI, and a fixed one elsewhere. */
export function chooseSeed(): number {
  const given = process.env.PROPERTY_SEED;
  if (given !== undefined && !Number.isInteger(Number(given)))
    throw new Error(`PROPERTY_SEED: expected a whole number, found "${given}"`);
  if (given !== undefined) return Number(given);
  return process.env.CI ? Math.floor(Math.random() * 2 ** 31) : FIXED_SEED;
}
