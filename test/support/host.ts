import type { Host } from '../../src/commands/host.ts';

/** The process of the tests; no other one is running. */
export const TEST_HOST: Host = {
  pid: process.pid,
  runs: (pid) => pid === process.pid,
  runtime: { icu: process.versions.icu ?? '', zlib: process.versions.zlib },
};
