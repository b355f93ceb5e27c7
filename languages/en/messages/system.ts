import type { Catalogue } from '../../messages.ts';

/** Errors of the operating system. */
export const system = {
  'access-refused': { message: 'permission denied', hint: 'check the permissions of this path' },
  'disk-read-only': { message: 'the disk is read-only', hint: 'use another path' },
  'disk-full': { message: 'the disk is full', hint: 'free some space, or use a path on another disk' },
  'disk-quota-used-up': {
    message: 'the disk quota is used up',
    hint: 'free some space, or use a path on another disk',
  },
  'file-too-large-for-system': 'the file is too large',
  'path-missing': 'no such file or directory',
  'path-through-file': 'an element of the path is a file, not a folder',
  'path-is-folder': 'expected a file, found a folder',
  'path-is-file': 'expected a folder, found a file',
  'path-not-empty': 'the folder is not empty',
  'links-in-circle': 'the links form a loop',
  'links-too-many': 'too many links',
  'name-too-long': 'the name is too long',
  'name-not-allowed': { message: 'the file system does not allow this name', hint: 'use another path' },
  'files-too-many-open': {
    message: 'too many files are open',
    hint: 'close other programs and try again',
  },
  'memory-full': {
    message: 'there is not enough memory',
    hint: 'close other programs and try again',
  },
  'disk-fault': { message: 'disk error', hint: 'use another path' },
  'device-silent': { message: 'the device does not respond', hint: 'use another path' },
  'file-held': { message: 'another program is using the file', hint: 'close that program and try again' },
  'path-on-other-disk': {
    message: 'the path is on a different disk from the files next to it',
    hint: 'move the files to one disk',
  },
  'disk-cannot': { message: 'the file system does not support this operation', hint: 'use another path' },
  'system-refuses': 'the operating system reports an error ({code})',
} as const satisfies Catalogue;
