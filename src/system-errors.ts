/** Converts failures of the operating system to user errors: a full disk, for example, is not a bug in the program. */
import { system } from '../languages/en/messages/index.ts';
import { UserError } from './errors.ts';
import { messagesOf } from './messages.ts';

const messageOf = messagesOf(system);

/** The message for each error code of the operating system. */
const REASONS = {
  EACCES: 'access-refused',
  EPERM: 'access-refused',
  EROFS: 'disk-read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-quota-used-up',
  EFBIG: 'file-too-large-for-system',
  ERR_FS_FILE_TOO_LARGE: 'file-too-large-for-system',
  ERR_STRING_TOO_LONG: 'file-too-large-for-system',
  ENOENT: 'path-missing',
  ENOTDIR: 'path-through-file',
  EISDIR: 'path-is-folder',
  EEXIST: 'path-is-file',
  ENOTEMPTY: 'path-not-empty',
  ELOOP: 'links-in-circle',
  EMLINK: 'links-too-many',
  ENAMETOOLONG: 'name-too-long',
  EINVAL: 'name-not-allowed',
  EMFILE: 'files-too-many-open',
  ENFILE: 'files-too-many-open',
  ENOMEM: 'memory-full',
  EIO: 'disk-fault',
  ENXIO: 'device-silent',
  ENODEV: 'device-silent',
  ETIMEDOUT: 'device-silent',
  ESTALE: 'device-silent',
  EBUSY: 'file-held',
  ETXTBSY: 'file-held',
  EAGAIN: 'file-held',
  EXDEV: 'path-on-other-disk',
  ENOTSUP: 'disk-cannot',
  EOPNOTSUPP: 'disk-cannot',
  ENOSYS: 'disk-cannot',
} as const;
/** Error codes that can only be caused by a bug in the program. */
const OUR_FAULT: readonly string[] = ['EBADF', 'EFAULT'];

/**
 * Converts a failure of the operating system to a `UserError` with a position. Any other error is returned unchanged.
 *
 * @param file the file or folder that was read or written; by default, the file or folder that the system names
 * @param hint a hint that replaces the general hint
 */
export function refusalOf(error: unknown, file?: string, hint?: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code === undefined || OUR_FAULT.includes(code)) return error;
  const reason = code in REASONS ? REASONS[code as keyof typeof REASONS] : undefined;
  if (syscall === undefined && reason === undefined) return error;
  const message = reason === undefined ? messageOf('system-refuses', { code }) : messageOf(reason);
  const place = file ?? path;
  return new UserError({
    ...message,
    ...(place === undefined ? {} : { at: { file: place } }),
    ...(hint === undefined ? {} : { hint }),
  });
}

/**
 * Runs an action on a file or folder.
 *
 * @throws UserError if the system refuses the action
 */
export function attempt<T>(file: string, action: () => T, hint?: string): T {
  try {
    return action();
  } catch (error) {
    throw refusalOf(error, file, hint);
  }
}

/** Converts the rejection of a promise in the same way as `attempt`: `readFile(file).catch(refusedAt(file))`. */
export function refusedAt(file: string): (error: unknown) => never {
  return (error) => {
    throw refusalOf(error, file);
  };
}

/** Whether an error means that there is no file or folder with the given name. */
export function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
