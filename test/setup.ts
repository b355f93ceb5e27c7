import { configureGlobal } from 'fast-check';
import { chooseSeed, runs } from './support/property-runs.ts';

configureGlobal({ seed: chooseSeed(), numRuns: runs(100) });
