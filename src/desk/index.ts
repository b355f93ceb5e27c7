/**
 * The desk: a server that is reachable only from this machine, and a page in the browser to view, correct and publish
 * a programme. It works on the files of the dataset through the public interface and stores no data of its own.
 */
export { openDesk } from './open.ts';
