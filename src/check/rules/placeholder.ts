import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { findingAt, type Rule } from '../rule.ts';

export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'error',
  title: 'value invented by `init`',
  why: 'Titles from file names, or “Name of the publisher”, must not be printed.',
  good: 'author: City of Graz',
  bad: 'author: Name of the publisher',
  limits: 'The rule uses the list under placeholders in programme.yaml, even if a value was replaced since.',
  run: ({ programme: { config } }) => {
    const sheet = LANGUAGES[config.language].sheet.parts.programme;
    return (config.placeholders ?? []).map((key) =>
      findingAt({ field: key }, messageOf('placeholder', { field: key, sheet })),
    );
  },
};
