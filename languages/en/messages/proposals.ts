import type { Catalogue } from '../../messages.ts';

/** Reasons why a decision on a proposed change is not possible. */
export const proposals = {
  'proposal-change-unknown': {
    message: 'the proposal has no change {id}',
    hint: '{command} lists the changes',
  },
  'setting-takes-no-words': {
    message: 'the setting "{setting}" cannot be accepted with a different value',
    hint: 'accept it and edit programme.yaml afterwards, or refuse it',
  },
  'setting-not-undone': {
    message:
      'the verdict on the setting "{setting}" cannot be undone: the draft uses the setting, or the setting has been changed since',
    hint: 'remove the setting from programme.yaml by hand; for a theme, remove its events file too',
  },
  'change-not-undone': {
    message: 'the verdict on the change {id} cannot be undone: this part of the draft has been changed since',
    hint: 'edit the text in the draft by hand',
  },
  'proposals-missing': {
    message: 'there is no proposal "{name}"',
    hint: 'import a file with --propose',
  },
  'proposal-unknown': { message: 'there is no proposal "{name}"', hint: 'proposals: {known}' },
  'change-needs-refused': {
    message: 'the change requires the setting "{setting}", which was refused',
    hint: 'refuse the change, or add what it requires to the draft',
  },
  'change-needs-setting': {
    message: 'the change requires the setting "{setting}", which is not in the draft',
    hint: 'refuse the change, or add what it requires to the draft',
  },
  'change-needs-theme': {
    message: 'the theme "{theme}" is not in the draft',
    hint: 'refuse the change, or add what it requires to the draft',
  },
  'change-of-missing': {
    message: 'the {about} "{of}" is not in the draft',
    hint: 'refuse the change, or add what it requires to the draft',
  },
  'words-of-another-language':
    'these texts were missing in {lang}, so the file contained them in another language; accepting these changes edits the texts in that language: {changes}',
  'difference-by-hand': '{about} {place}: "{before}" → "{after}"',
} as const satisfies Catalogue;
