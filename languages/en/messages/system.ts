import type { Catalogue } from '../../messages.ts';

/** Errors of the operating system. */
export const system = {
  'access-refused': { message: 'access is refused', hint: 'see who may read and write there' },
  'disk-read-only': { message: 'the disk is read-only', hint: 'choose another place' },
  'disk-full': { message: 'the disk is full', hint: 'make room, or choose a place on another disk' },
  'disk-quota-used-up': {
    message: 'your share of the disk is used up',
    hint: 'make room, or choose a place on another disk',
  },
  'file-too-large-for-system': 'the file is too large',
  'path-missing': 'there is no such file or folder',
  'path-through-file': 'a part of the path is a file, not a folder',
  'path-is-folder': 'expected a file, found a folder',
  'path-is-file': 'expected a folder, found a file',
  'path-not-empty': 'the folder is not empty',
  'links-in-circle': 'links lead in a circle',
  'links-too-many': 'there are too many links',
  'name-too-long': 'the name is too long',
  'name-not-allowed': { message: 'the disk does not allow this name', hint: 'choose another place' },
  'files-too-many-open': {
    message: 'too many files are open',
    hint: 'close other programs and try again',
  },
  'memory-full': {
    message: 'there is not enough memory',
    hint: 'close other programs and try again',
  },
  'disk-fault': { message: 'the disk has a fault', hint: 'choose another place' },
  'device-silent': { message: 'the device does not answer', hint: 'choose another place' },
  'file-held': { message: 'another program holds it', hint: 'close that program and try again' },
  'path-on-other-disk': {
    message: 'it lies on another disk than the files beside it',
    hint: 'keep them on one disk',
  },
  'disk-cannot': { message: 'the disk cannot do this', hint: 'choose another place' },
  'system-refuses': 'the system refuses it ({code})',
} as const satisfies Catalogue;
