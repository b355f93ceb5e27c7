import { nameVariants } from '../name-variants.ts';
import { type Rule, spotted } from '../rule.ts';

export const nameVariant: Rule = {
  id: 'name-variant',
  severity: 'warning',
  title: 'place printed under another spelling than its own',
  why: 'Two spellings of one place look like two places, in the text and in the index.',
  good: 'Saint Petersburg, everywhere',
  bad: 'Saint Petersburg here and St Petersburg there',
  limits:
    'It knows the places of the reference. Another name of a place is reported only when the programme prints its own name too; names inside quotation marks may be in any language.',
  run: (context) =>
    [...nameVariants(context)].flatMap(([text, spots]) => spots.map((spot) => spotted(text, spot))),
};
