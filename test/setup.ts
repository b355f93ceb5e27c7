import { configureGlobal } from 'fast-check';
import { chooseSeed, runs } from './support/property-runs.ts';

// Tests do not depend on the dictionaries of this computer.
process.env.DICPATH = '';

configureGlobal({ seed: chooseSeed(), numRuns: runs(100) });
