import { edtfBounds } from '../../model/edtf.ts';
import { datesInTexts } from '../dates-in-texts.ts';
import { dateIn, overlap, plannedBounds } from '../planned.ts';
import { type Rule, spotted } from '../rule.ts';

export const dateInTextDisagrees: Rule = {
  id: 'date-in-text-disagrees',
  severity: 'warning',
  title: 'date in the title or description that is not the planned one',
  why: 'One of the two dates is wrong, and the reader cannot tell which.',
  good: 'description: … which will take place in May 2021 · date: May 2021',
  bad: 'description: … which will take place in May 2021 · date: Semester 2',
  limits:
    'It looks at dates within the programme’s time that have no day in common with the planned one; a rehearsal is reported too.',
  run: (context) => {
    const period = edtfBounds(context.programme.config.period);
    return datesInTexts(context).flatMap(({ text, event, mention, bounds }) => {
      if (dateIn(event, context.programme) === undefined || !overlap(bounds, period)) return [];
      const planned = plannedBounds(event, context.programme);
      if (planned === undefined || overlap(bounds, planned)) return [];
      return [
        spotted(text, {
          offset: mention.start,
          length: mention.end - mention.start,
          message: `${mention.words} does not agree with the planned date (${event.when ?? 'as printed'})`,
        }),
      ];
    });
  },
};
