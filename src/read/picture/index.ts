/** Reads JPEG, PNG and SVG pictures of a dataset without their metadata, or reports problems. */
export { pathProblems } from './read.ts';

/** Loads the picture reader. */
export const loadPictures = () => import('./read.ts');
