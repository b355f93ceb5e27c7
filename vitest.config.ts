import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { v8Flags } from './src/launch/v8-flags.ts';

export default defineConfig({
  // The production build of React, as in the bundle: its development checks take most of the time of a page.
  oxc: { jsx: { development: false } },
  test: {
    env: { NODE_ENV: 'production' },
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/setup.ts'],
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/conformance/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Processes, because a command changes the working directory of its process (`runInProcess`). The files share their
    // modules: loading the program again for each file took a quarter of the time.
    pool: 'forks',
    isolate: false,
    // A larger young generation and later optimisation save a sixth of the CPU time, because most code runs only
    // briefly.
    execArgv: ['--max-semi-space-size=64', ...v8Flags(process.versions.v8)],
    maxWorkers: availableParallelism(),
  },
});
