/** What the program says, in French. */
export { general } from './general.ts';
export { read } from './read.ts';
