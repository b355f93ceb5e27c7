/** Failures of the operating system as user errors: a full disk is not a bug of the program. */
import { system } from '../languages/en/messages/index.ts';
import { UserError } from './errors.ts';
import { messagesOf } from './messages.ts';

const messageOf = messagesOf(system);

/** The text for each error code. */
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
/** Error codes that only a bug of the program causes. */
const OUR_FAULT: readonly string[] = ['EBADF', 'EFAULT'];

/**
 * The error to be thrown: a failure of the operating system becomes a `UserError` with its position; any other error
 * stays unchanged.
 *
 * @param file the file or folder that was read or written; by default the one that the system names
 * @param hint what to do, instead of the general advice
 */
export function refusalOf(error: unknown, file?: string, hint?: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code === undefined || OUR_FAULT.includes(code)) return error;
  const reason = code in REASONS ? REASONS[code as keyof typeof REASONS] : undefined;
  if (syscall === undefined && reason === undefined) return error;
  const said = reason === undefined ? messageOf('system-refuses', { code }) : messageOf(reason);
  const place = file ?? path;
  return new UserError({
    ...said,
    ...(place === undefined ? {} : { at: { file: place } }),
    ...(hint === undefined ? {} : { hint }),
  });
}

/**
 * Runs an action on a file or folder.
 *
 * @throws UserError if the system refuses it
 */
export function attempt<T>(file: string, action: () => T, hint?: string): T {
  try {
    return action();
  } catch (error) {
    throw refusalOf(error, file, hint);
  }
}

/** Handles the rejection of a promise as `attempt` does: `readFile(file).catch(refusedAt(file))`. */
export function refusedAt(file: string): (error: unknown) => never {
  return (error) => {
    throw refusalOf(error, file);
  };
}

/** Whether an error means that no file or folder has that name. */
export function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
