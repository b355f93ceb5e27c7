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
      message: `the ${key} is a placeholder`,
      hint: `write ${key} in the sheet of the programme that \`programme export events.xlsx\` makes, and import it; or in programme.yaml, and take it out of placeholders there`,
    })),
};
