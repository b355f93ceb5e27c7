/**
 * The desk: a server that only this machine can reach, and a page in the browser, to see, correct and publish a
 * programme. It works on the files of the dataset through the public interface, and keeps nothing of its own.
 */
export { openDesk } from './open.ts';
