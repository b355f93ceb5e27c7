import { nameVariants } from '../name-variants.ts';
import { type Rule, spotted } from '../rule.ts';

export const nameVariant: Rule = {
  id: 'name-variant',
  severity: 'warning',
  title: 'spelling of a place that differs from the reference',
  why: 'Two spellings of one place look like two places, in the text and in the index.',
  good: 'Saint Petersburg, everywhere',
  bad: 'Saint Petersburg here and St Petersburg there',
  limits:
    'The rule knows the places of the reference. Another name of a place is reported only if the programme also prints the reference name. Names in quotation marks may be in any language.',
  run: (context) =>
    [...nameVariants(context)].flatMap(([text, spots]) => spots.map((spot) => spotted(text, spot))),
};
