/** Writes the YAML files of a dataset. */
export { eventsText, rewriteEvents } from './events-text.ts';
export { mappingYaml } from './mapping-text.ts';
export { rewritePlaces } from './places-text.ts';
export { rewriteDesign, rewriteProgramme } from './programme-text.ts';
export { NO_ALIASES, STYLE, styledDocument } from './yaml-edits.ts';
