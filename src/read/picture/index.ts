/** Pictures. In: files of the dataset. Out: JPEG, PNG and drawings without metadata, or problems. */
export { pathProblems } from './read.ts';

/** Loads the reader of pictures. */
export const loadPictures = () => import('./read.ts');
