/** What the operating system refuses, as errors of the user's: a full disk is no fault of the program. */
import { type Problem, UserError } from './errors.ts';

interface Reason {
  message: string;
  hint?: string;
}

const TRY_ANOTHER = 'choose another place';
const NO_ACCESS: Reason = { message: 'access is refused', hint: 'see who may read and write there' };
const HELD: Reason = { message: 'another program holds it', hint: 'close that program and try again' };
const TOO_LARGE: Reason = { message: 'the file is too large' };
const NO_DEVICE: Reason = { message: 'the device does not answer', hint: TRY_ANOTHER };
const TOO_MANY_OPEN: Reason = {
  message: 'too many files are open',
  hint: 'close other programs and try again',
};
const NOT_SUPPORTED: Reason = { message: 'the disk cannot do this', hint: TRY_ANOTHER };

const REASONS: ReadonlyMap<string, Reason> = new Map(
  Object.entries({
    EACCES: NO_ACCESS,
    EPERM: NO_ACCESS,
    EROFS: { message: 'the disk is read-only', hint: TRY_ANOTHER },
    ENOSPC: { message: 'the disk is full', hint: 'make room, or choose a place on another disk' },
    EDQUOT: {
      message: 'your share of the disk is used up',
      hint: 'make room, or choose a place on another disk',
    },
    EFBIG: TOO_LARGE,
    ERR_FS_FILE_TOO_LARGE: TOO_LARGE,
    ERR_STRING_TOO_LONG: TOO_LARGE,
    ENOENT: { message: 'there is no such file or folder' },
    ENOTDIR: { message: 'a part of the path is a file, not a folder' },
    EISDIR: { message: 'expected a file, found a folder' },
    EEXIST: { message: 'expected a folder, found a file' },
    ENOTEMPTY: { message: 'the folder is not empty' },
    ELOOP: { message: 'links lead in a circle' },
    EMLINK: { message: 'there are too many links' },
    ENAMETOOLONG: { message: 'the name is too long' },
    EINVAL: { message: 'the disk does not allow this name', hint: TRY_ANOTHER },
    EMFILE: TOO_MANY_OPEN,
    ENFILE: TOO_MANY_OPEN,
    ENOMEM: { message: 'there is not enough memory', hint: 'close other programs and try again' },
    EIO: { message: 'the disk has a fault', hint: TRY_ANOTHER },
    ENXIO: NO_DEVICE,
    ENODEV: NO_DEVICE,
    ETIMEDOUT: NO_DEVICE,
    ESTALE: NO_DEVICE,
    EBUSY: HELD,
    ETXTBSY: HELD,
    EAGAIN: HELD,
    EXDEV: { message: 'it lies on another disk than the files beside it', hint: 'keep them on one disk' },
    ENOTSUP: NOT_SUPPORTED,
    EOPNOTSUPP: NOT_SUPPORTED,
    ENOSYS: NOT_SUPPORTED,
  }),
);
/** Refusals that only a fault of the program brings about. */
const OUR_FAULT: readonly string[] = ['EBADF', 'EFAULT'];

/**
 * An error as it is to be thrown: what the operating system refused becomes a `UserError` with the place, all else stays.
 *
 * @param file the file or folder that was read or written; left out: the one that the system names
 * @param hint what to do, instead of the general advice
 */
export function refusalOf(error: unknown, file?: string, hint?: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code === undefined || OUR_FAULT.includes(code)) return error;
  const reason = REASONS.get(code);
  if (syscall === undefined && reason === undefined) return error;
  const problem: Problem = { message: `the system refuses it (${code})`, ...reason };
  const place = file ?? path;
  return new UserError({
    ...problem,
    ...(place === undefined ? {} : { at: { file: place } }),
    ...(hint === undefined ? {} : { hint }),
  });
}

/**
 * Does something to a file or folder.
 *
 * @throws UserError when the system refuses it
 */
export function attempt<T>(file: string, action: () => T, hint?: string): T {
  try {
    return action();
  } catch (error) {
    throw refusalOf(error, file, hint);
  }
}

/** Handles the failure of a promise as `attempt` does: `readFile(file).catch(refusedAt(file))`. */
export function refusedAt(file: string): (error: unknown) => never {
  return (error) => {
    throw refusalOf(error, file);
  };
}

/** Whether an error says that there is no file or folder of that name. */
export function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
