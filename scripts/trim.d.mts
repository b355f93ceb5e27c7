import type { Plugin } from 'esbuild';

export const dataFiles: Plugin;
