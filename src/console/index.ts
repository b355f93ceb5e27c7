/** Runs commands on a terminal: converts flags to options, asks questions and prints results. */
export { type CommandTable, SHELLS } from './completion.ts';
export type { Outcome } from './console.ts';
export { type Io, openStreams, type Streams } from './streams.ts';

/** The functions that run the commands. The module of a function is loaded on its first call. */
export const VERBS = {
  open: async () => (await import('./open.ts')).runOpen,
  build: async () => (await import('./build.ts')).runBuild,
  extract: async () => (await import('./extract.ts')).runExtract,
  diff: async () => (await import('./diff.ts')).runDiff,
  check: async () => (await import('./check.ts')).runCheck,
  freeze: async () => (await import('./freeze.ts')).runFreeze,
  verify: async () => (await import('./verify.ts')).runVerify,
  takedown: async () => (await import('./takedown.ts')).runTakedown,
  ready: async () => (await import('./ready.ts')).runReady,
  export: async () => (await import('./export.ts')).runExport,
  import: async () => (await import('./import.ts')).runImport,
  review: async () => (await import('./review.ts')).runReview,
  init: async () => (await import('./init.ts')).runInit,
  completion: async () => (await import('./completion.ts')).runCompletion,
} as const;
