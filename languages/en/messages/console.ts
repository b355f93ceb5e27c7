import type { Catalogue } from '../../messages.ts';

/** Errors in command-line flags. */
export const console = {
  'translation-name-unknown': {
    message: '"{file}" is no name of a file for translators',
    hint: 'let it end in .xlf, for their tools, or in .docx, for two columns',
  },
  'translation-language-missing': {
    message: 'the language to be translated into is missing',
    hint: 'name it with --lang: {known}',
  },
  'extract-value-missing': {
    message: '--by {field} needs a value',
    hint: 'give --value; {command} shows them',
  },
  'draft-verdict-not-undone': {
    message: 'verdicts on changes of the draft itself are not taken back here',
    hint: 'take an entry out of approvals.yaml, or change the draft; to decide on a proposal, name it',
  },
  'extract-region-not-named': {
    message: 'no region is named',
    hint: 'give --region NAME, or --all, or --list',
  },
  'extract-value-not-named': {
    message: 'no value of {field} is named',
    hint: 'give --value WORDS, or --all, or --list',
  },
  'change-stays-open': '{change} stays open: {why}',
} as const satisfies Catalogue;
