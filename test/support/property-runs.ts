/** How long the property tests run, and with which cases. */

/** In CI each property has all its runs, with other cases each time. */
const IS_CI = Boolean(process.env.CI);
/** The same cases on each run: a test that fails here fails because of what was changed. */
const FIXED_SEED = 20_210_319;

/** The number of runs of a property: all of them in CI, and a third of them elsewhere. */
export function runs(full: number): number {
  return IS_CI ? full : Math.ceil(full / 3);
}

/** The seed of all property tests of a run of Vitest: PROPERTY_SEED if it is given, a random one in CI, and a fixed one elsewhere. */
export function chooseSeed(): number {
  const given = process.env.PROPERTY_SEED;
  if (given !== undefined && !Number.isInteger(Number(given)))
    throw new Error(`PROPERTY_SEED: expected a whole number, found "${given}"`);
  if (given !== undefined) return Number(given);
  return IS_CI ? Math.floor(Math.random() * 2 ** 31) : FIXED_SEED;
}
