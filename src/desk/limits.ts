/** Maximum size in bytes of a file that the page sends. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
