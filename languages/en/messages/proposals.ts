import type { Catalogue } from '../../messages.ts';

/** Reasons why a decision on a change of a proposal is not possible. */
export const proposals = {
  'proposal-change-unknown': {
    message: 'the proposal has no change {id}',
    hint: '{command} lists them',
  },
  'setting-takes-no-words': {
    message: 'the setting "{setting}" cannot be accepted with other words',
    hint: 'accept it and change programme.yaml then, or refuse it',
  },
  'setting-not-undone': {
    message: 'the setting "{setting}" cannot be taken back: the draft uses it, or has changed it since',
    hint: 'take it out of programme.yaml by hand, a theme with its file of events',
  },
  'change-not-undone': {
    message: 'the change {id} cannot be taken back: the draft was changed there since',
    hint: 'change the words in the draft by hand',
  },
  'proposals-missing': {
    message: 'there is no proposal "{name}"',
    hint: 'import a file with --propose',
  },
  'proposal-unknown': { message: 'there is no proposal "{name}"', hint: 'proposals: {known}' },
  'change-needs-refused': {
    message: 'the change needs "{setting}" of programme.yaml, which was refused',
    hint: 'refuse the change, or put into the draft what it needs',
  },
  'change-needs-setting': {
    message: 'the change needs "{setting}" of programme.yaml, which is not in the draft',
    hint: 'refuse the change, or put into the draft what it needs',
  },
  'change-needs-theme': {
    message: 'the theme "{theme}" is not in the draft',
    hint: 'refuse the change, or put into the draft what it needs',
  },
  'change-of-missing': {
    message: 'the {about} "{of}" is not in the draft',
    hint: 'refuse the change, or put into the draft what it needs',
  },
} as const satisfies Catalogue;
