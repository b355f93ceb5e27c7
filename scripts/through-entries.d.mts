import type { Plugin } from 'esbuild';

export const throughEntries: Plugin;
