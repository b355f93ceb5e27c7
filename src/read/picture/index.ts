/** Pictures. In: files of the dataset. Out: JPEG, PNG and SVG pictures without metadata, or problems. */
export { pathProblems } from './read.ts';

/** Loads the picture reader. */
export const loadPictures = () => import('./read.ts');
