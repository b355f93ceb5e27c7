/** A file of a dataset holds some hundred kilobytes of text; what is larger is something else. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** Problems of one file that are reported: nobody corrects more at once, and a file of nonsense would give them without bound. */
export const MOST_PROBLEMS = 1000;
