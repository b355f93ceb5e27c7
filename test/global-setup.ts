import { chooseSeed } from './support/property-runs.ts';

/** Chooses the seed of the property tests once for all workers, which inherit the variable. */
export default function setup(): void {
  const seed = chooseSeed();
  process.env.PROPERTY_SEED = String(seed);
  if (process.env.CI) console.log(`Property tests: the same cases again with PROPERTY_SEED=${seed} CI=true`);
}
