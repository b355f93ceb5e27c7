import { nameVariants } from '../name-variants.ts';
import { type Rule, spotted } from '../rule.ts';

export const nameVariant: Rule = {
  id: 'name-variant',
  severity: 'warning',
  run: (context) =>
    [...nameVariants(context)].flatMap(([text, spots]) => spots.map((spot) => spotted(text, spot))),
};
