import type { Catalogue } from '../../messages.ts';

/** Errors in frozen editions, and reasons why an edition cannot be frozen. */
export const edition = {
  'edition-without-lock': {
    message: 'the edition has no lock',
    hint: 'an edition is frozen with the command freeze',
  },
  'edition-font-missing': {
    message:
      'edition {edition} is set in a font that it does not hold, since its makers let nobody hand it on',
    hint: 'put the file with the SHA-256 sum {sum} into {folder}, under any name',
  },
  'lock-names-unknown-file': 'names {file}, which is no file of the edition',
  'edition-folder-extra': 'is a folder that the lock does not know',
  'edition-file-missing': 'is missing',
  'edition-file-changed': 'was changed',
  'edition-file-extra': 'is not in the lock',
  'edition-name-reserved': {
    message: '"{edition}" is reserved and cannot name an edition',
    hint: 'choose a name such as 2 or 2030-06',
  },
  'edition-name-of-device': {
    message:
      '"{edition}" cannot name an edition: on Windows it names a device, and no folder can be called so',
    hint: 'choose a name such as 2 or 2030-06',
  },
  'edition-name-odd': {
    message: '"{edition}" is an odd name for an edition',
    hint: 'use lower-case letters, digits, single hyphens and numbers after points, such as 2, 2.1 or 2030-06',
  },
  'edition-exists': {
    message: 'the edition "{edition}" exists already; a frozen edition is never changed',
    hint: 'choose another name',
  },
  'edition-unchanged': {
    message: 'nothing has changed since edition {edition}',
    hint: 'there is nothing to publish',
  },
  'edition-date-earlier': {
    message: 'the date of the draft, {date}, is before that of edition {edition}, {last}',
    hint: 'correct date: in programme.yaml',
  },
  'file-in-place-of-program': {
    message: 'the picture or font {file} is in a place that belongs to the program',
    hint: 'move it into pictures/ or fonts/, and name it so in the data',
  },
  'move-elsewhere': 'move what is no part of the edition elsewhere',
  'lock-damaged': {
    message: 'the lock is damaged',
    hint: 'restore it from the version control system',
  },
  'lock-entry-damaged': {
    message: 'the lock is damaged: {entry}',
    hint: 'restore it from the version control system',
  },
  'entry-is-link': { message: 'is a link', hint: 'an edition holds files of its own only' },
  'entry-is-special': {
    message: 'is neither a file nor a folder',
    hint: 'an edition holds files of its own only',
  },
  'entry-name-not-utf8': {
    message: 'has a name that is not UTF-8',
    hint: 'an edition holds files of its own only',
  },
  'base-in-circle': 'edition {edition} names edition {base} as its base, which is based on it',
  'base-missing': 'edition {edition} is missing',
  'base-lock-unreadable': 'the lock of edition {edition} cannot be read',
  'base-without-fingerprint': 'the lock of edition {edition} has no fingerprint of its base, edition {base}',
  'base-is-another': 'edition {base} is not the one that edition {edition} names as its base',
  'lock-of-another-folder': 'is "{edition}", but the folder is "{folder}"',
  'lock-of-another-date': 'is {date}, but programme.yaml says {said}',
  'lock-base-missing': 'is edition {edition}, which is not there or has no lock that can be read',
  'lock-base-is-another':
    'is edition {edition} with the fingerprint {fingerprint}, but the lock of that edition has {found}',
  'lock-names-unknown-font': 'names {file}, which is no font of the design of the edition',
  'lock-fingerprint-is-another': 'is {fingerprint}, but its name, date, data and base give {found}',
  'lock-seal-broken': 'does not fit: an entry of the lock was altered after it was written',
  'corrected-edition-unknown': {
    message: 'there is no edition "{edition}" to be corrected',
    hint: 'freeze it first',
  },
  'corrected-edition-not-newest': {
    message: 'only the newest edition can be corrected, and that is {newest}',
    hint: 'use --corrects {newest}',
  },
  'edition-is-none': 'is no edition: it is a link or a file, or has a name that no edition has',
  'edition-lock-unreadable': '{why}',
  'edition-data-unreadable': '{why}',
} as const satisfies Catalogue;
