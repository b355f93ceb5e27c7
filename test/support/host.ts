import type { Host } from '../../src/commands/host.ts';

/** The system that the tests run on. */
export const TEST_HOST: Host = {
  runtime: { icu: process.versions.icu ?? '', zlib: process.versions.zlib },
};
