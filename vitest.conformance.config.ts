import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * Tests that need a system program (poppler, qpdf, Java for veraPDF, LibreOffice, Chromium) or special rights, and
 * tests that take minutes: hostile inputs, real kills.
 */
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
