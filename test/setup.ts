import { configureGlobal } from 'fast-check';
import { expect } from 'vitest';
import { chooseSeed, runs } from './support/property-runs.ts';

// Tests do not depend on the dictionaries that are installed on this computer.
process.env.DICPATH = '';

configureGlobal({ seed: chooseSeed(), numRuns: runs(100) });

// Without this, files are compared byte by byte in JavaScript, which takes seconds.
expect.addEqualityTesters([
  (a, b) => (a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.compare(a, b) === 0 : undefined),
]);
