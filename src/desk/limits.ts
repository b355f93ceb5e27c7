/**
 * The size limits of requests. The page checks the limits before it sends a request, and the server checks them for
 * everything that it receives.
 */

/** Maximum size in bytes of a list or a returned file. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
/**
 * Maximum size in bytes of a picture. The number is repeated from the limits of the model, because importing it would
 * load all schemas into the page.
 */
const MAX_PICTURE_BYTES = 32 * 1024 * 1024;
/**
 * Maximum size in bytes of a request that contains texts. Edits and verdicts can contain the texts of up to 10,000
 * events, before and after the change.
 */
const MAX_TEXT_BYTES = 32 * 1024 * 1024;
/** Maximum size in bytes of a request that contains only names and choices. */
const MAX_CHOICE_BYTES = 1024 * 1024;

/** The limits for requests that contain files or texts, keyed by the address of the request. */
const LIMITS = new Map<string, number>([
  ['/api/create', MAX_FILE_BYTES],
  ['/api/incoming', MAX_FILE_BYTES],
  ['/api/list', MAX_FILE_BYTES],
  ['/api/list-pages', MAX_FILE_BYTES],
  ['/api/picture', MAX_PICTURE_BYTES],
  ['/api/edit', MAX_TEXT_BYTES],
  ['/api/part', MAX_TEXT_BYTES],
  ['/api/read', MAX_TEXT_BYTES],
  ['/api/verdicts', MAX_TEXT_BYTES],
]);

/** Maximum size in bytes of a request body, by the address of the request. */
export function maxBytesOf(address: string): number {
  return LIMITS.get(address) ?? MAX_CHOICE_BYTES;
}
