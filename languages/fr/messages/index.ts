/** What the program says, in French. */

export { files } from './files.ts';
export { general } from './general.ts';
export { read } from './read.ts';
