/** How the bundle is started: V8 flags and the code cache. */
export { v8Flags } from './v8-flags.ts';
