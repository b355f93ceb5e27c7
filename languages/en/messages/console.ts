import type { Catalogue } from '../../messages.ts';

/** Messages of the desk, and errors in command-line options. */
export const console = {
  'desk-address': 'open this address in a browser; it can be used only once:',
  'desk-opens': 'the desk opens in the browser; press Ctrl+C to stop it',
  'desk-missing': {
    message: 'this copy of the program has no desk: {file} is missing',
    hint: 'install it again; all other commands work without the desk',
  },
  'translation-name-unknown': {
    message: '"{file}" is not the name of a translation file',
    hint: 'use a name that ends in .xlf (for translation tools) or .docx (two columns)',
  },
  'translation-language-missing': {
    message: 'the target language is missing',
    hint: 'set it with --lang: {known}',
  },
  'extract-value-missing': {
    message: '--by {field} needs a value',
    hint: 'add --value; {command} lists the values',
  },
  'draft-verdict-not-undone': {
    message: 'verdicts on changes in the draft cannot be undone with this command',
    hint: 'delete the entry from approvals.yaml, or edit the draft; to decide on a proposal, add its name',
  },
  'extract-region-not-named': {
    message: 'no region is given',
    hint: 'add --region NAME, --all or --list',
  },
  'extract-value-not-named': {
    message: 'no value of {field} is given',
    hint: 'add --value WORDS, --all or --list',
  },
  'change-stays-open': '{change} is still open: {why}',
  'more-like-these': '… and {more} more like these; --all shows them',
} as const satisfies Catalogue;
