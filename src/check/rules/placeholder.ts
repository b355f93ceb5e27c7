import { messageOf } from '../messages.ts';
import type { Rule } from '../rule.ts';

export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'error',
  title: 'words that `init` made up',
  why: 'A title from the name of a file, or “Name of the publisher”, must not be printed.',
  good: 'author: City of Graz',
  bad: 'author: Name of the publisher',
  limits: 'Known is what programme.yaml lists under placeholders, whether it was written since or not.',
  run: ({ programme }) =>
    (programme.config.placeholders ?? []).map((key) => ({
      at: { field: key },
      words: '',
      offset: 0,
      length: 0,
      ...messageOf('placeholder', { field: key }),
    })),
};
