import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { v8Flags } from './src/launch/v8-flags.ts';

export default defineConfig({
  // As in the bundle: what React does for those who develop with it takes most of the time of a page.
  oxc: { jsx: { development: false } },
  test: {
    env: { NODE_ENV: 'production' },
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/setup.ts'],
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/conformance/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Processes, since a command runs in the working directory of its process (`runInProcess`). The files share their modules: to load the
    // program anew for each took a quarter of the time.
    pool: 'forks',
    isolate: false,
    // A larger young generation and later optimising take a sixth off the CPU time, as most code runs for a short time only.
    execArgv: ['--max-semi-space-size=64', ...v8Flags(process.versions.v8)],
    maxWorkers: availableParallelism(),
  },
});
