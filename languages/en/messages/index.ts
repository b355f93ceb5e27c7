/** What the program says, in English, by area: each area is loaded with the part of the program that says it. */

export { files } from './files.ts';
export { general } from './general.ts';
export { read } from './read.ts';
