import type { Catalogue } from '../../messages.ts';

/** Errors in frozen editions, and reasons why an edition cannot be frozen. */
export const edition = {
  'edition-without-lock': {
    message: 'the edition has no lock',
    hint: 'editions are created with the command freeze',
  },
  'edition-font-missing': {
    message:
      'edition {edition} uses a font that it does not include, because the licence of the font forbids redistribution',
    hint: 'copy the file with the SHA-256 checksum {sum} into {folder}, under any name',
  },
  'lock-names-unknown-file': 'lists {file}, which is not a file of the edition',
  'edition-folder-extra': 'is a folder that is not in the lock',
  'edition-file-missing': 'is missing',
  'edition-file-changed': 'was changed',
  'edition-file-extra': 'is not in the lock',
  'edition-name-reserved': {
    message: '"{edition}" is reserved and cannot be the name of an edition',
    hint: 'choose a name such as 2 or 2030-06',
  },
  'edition-name-of-device': {
    message:
      '"{edition}" cannot be the name of an edition: Windows reserves it for a device, so a folder cannot have it',
    hint: 'choose a name such as 2 or 2030-06',
  },
  'edition-name-odd': {
    message: '"{edition}" is not a valid edition name',
    hint: 'use lower-case letters, digits and single hyphens, optionally followed by a dot and a number, for example 2, 2.1 or 2030-06',
  },
  'edition-exists': {
    message: 'the edition "{edition}" already exists, and frozen editions never change',
    hint: 'choose another name',
  },
  'edition-unchanged': {
    message: 'nothing has changed since edition {edition}',
    hint: 'there is nothing to publish',
  },
  'edition-date-earlier': {
    message: 'the date of the draft, {date}, is earlier than the date of edition {edition}, {last}',
    hint: 'correct the date in the workbook that `export --settings` writes',
  },
  'file-in-place-of-program': {
    message: 'the path {file} cannot be used for a picture or font, because it is reserved for program files',
    hint: 'move the file into pictures/ or fonts/, and update its path in the data',
  },
  'move-elsewhere': 'move files that do not belong to the edition to another folder',
  'lock-damaged': {
    message: 'the lock is damaged',
    hint: 'restore it from version control',
  },
  'lock-entry-damaged': {
    message: 'the lock is damaged: {entry}: {why}',
    hint: 'restore it from version control',
  },
  'entry-is-link': {
    message: 'is a link',
    hint: 'replace the link with the file or folder that it points to',
  },
  'entry-is-special': {
    message: 'is neither a file nor a folder',
    hint: 'an edition can contain only files and folders',
  },
  'entry-name-not-utf8': {
    message: 'has a name that is not valid UTF-8',
    hint: 'rename the file, or move it out of the edition',
  },
  'base-in-circle': 'edition {edition} is based on edition {base}, which is based on edition {edition}',
  'base-missing': 'edition {edition} is missing',
  'base-lock-unreadable': 'the lock of edition {edition} cannot be read',
  'base-is-another': 'edition {base} is not the edition that edition {edition} is based on',
  'lock-of-another-folder': 'is "{edition}", but the name of the folder is "{folder}"',
  'lock-of-another-date': 'is {date}, but the date in programme.yaml is {said}',
  'lock-base-missing': 'is edition {edition}, which is missing or has an unreadable lock',
  'lock-base-is-another':
    'is edition {edition} with the fingerprint {fingerprint}, but the lock of edition {edition} has the fingerprint {found}',
  'lock-names-unknown-font': 'lists {file}, which is not a font of the design of the edition',
  'lock-fingerprint-is-another':
    'is {fingerprint}, but the fingerprint of the name, date, data and base is {found}',
  'lock-seal-broken': 'does not match: an entry was changed after the lock was written',
  'corrected-edition-unknown': {
    message: 'there is no edition "{edition}" to correct',
    hint: 'freeze it first',
  },
  'corrected-edition-not-newest': {
    message: 'only the newest edition, {newest}, can be corrected',
    hint: 'use --corrects {newest}',
  },
  'edition-is-none': 'is not an edition: it is a link or a file, or its name is not a valid edition name',
  'edition-lock-unreadable': '{why}',
  'edition-data-unreadable': '{why}',
} as const satisfies Catalogue;
