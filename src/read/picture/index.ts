/** Reads the JPEG, PNG and SVG pictures of a dataset without their metadata, and reports problems. */
export { pathProblems } from './read.ts';

/** Loads the module that reads pictures. */
export const loadPictures = () => import('./read.ts');
