/** The limits of what the page sends. The page checks them before it sends, the server whatever arrives. */

/** Maximum size in bytes of a list, or of a file that comes back. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** Maximum size of a picture, as the program accepts it; the page would load all schemas to learn its limits. */
const MAX_PICTURE_BYTES = 32 * 1024 * 1024;
/** Maximum size of texts: edits and decisions contain texts before and after, of up to 10,000 events. */
const MAX_TEXT_BYTES = 32 * 1024 * 1024;
/** Maximum size of a request with names and choices only. */
const MAX_CHOICE_BYTES = 1024 * 1024;

/** The requests that contain files or texts. */
const LIMITS = new Map<string, number>([
  ['/api/create', MAX_FILE_BYTES],
  ['/api/incoming', MAX_FILE_BYTES],
  ['/api/list', MAX_FILE_BYTES],
  ['/api/list-pages', MAX_FILE_BYTES],
  ['/api/picture', MAX_PICTURE_BYTES],
  ['/api/edit', MAX_TEXT_BYTES],
  ['/api/part', MAX_TEXT_BYTES],
  ['/api/read', MAX_TEXT_BYTES],
  ['/api/settings', MAX_TEXT_BYTES],
  ['/api/verdicts', MAX_TEXT_BYTES],
]);

/** Maximum size in bytes of the body of a request to an address. */
export function maxBytesOf(address: string): number {
  return LIMITS.get(address) ?? MAX_CHOICE_BYTES;
}
