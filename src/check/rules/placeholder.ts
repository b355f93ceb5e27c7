import { messageOf } from '../messages.ts';
import type { Rule } from '../rule.ts';

export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'error',
  title: 'value invented by `init`',
  why: 'Titles from file names, or “Name of the publisher”, must not be printed.',
  good: 'author: City of Graz',
  bad: 'author: Name of the publisher',
  limits: 'The rule uses the list under placeholders in programme.yaml, even if a value was replaced since.',
  run: ({ programme }) =>
    (programme.config.placeholders ?? []).map((key) => ({
      at: { field: key },
      words: '',
      offset: 0,
      length: 0,
      ...messageOf('placeholder', { field: key }),
    })),
};
