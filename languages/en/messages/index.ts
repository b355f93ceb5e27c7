/** All English messages, by area. Each area is loaded with the part of the program that uses it. */

export { commands } from './commands.ts';
export { console } from './console.ts';
export { design } from './design.ts';
export { edition } from './edition.ts';
export { exchange } from './exchange.ts';
export { files } from './files.ts';
export { findings } from './findings.ts';
export { general } from './general.ts';
export { lists } from './lists.ts';
export { output } from './output.ts';
export { pictures } from './pictures.ts';
export { proposals } from './proposals.ts';
export { read } from './read.ts';
export { reasons } from './reasons.ts';
export { reports } from './reports.ts';
export { system } from './system.ts';
export { text } from './text.ts';
