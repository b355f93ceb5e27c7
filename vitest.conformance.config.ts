import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What needs a system program (poppler, qpdf, Java for veraPDF, LibreOffice, Chromium) or rights, and what takes minutes: hostile inputs, real kills. */
export default defineConfig({
  test: {
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/setup.ts'],
    include: ['test/conformance/**/*.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    pool: 'forks',
    isolate: false,
    maxWorkers: availableParallelism(),
  },
});
