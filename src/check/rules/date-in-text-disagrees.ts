import { type Bounds, edtfBounds, parseEdtf, textIn } from '../../model/index.ts';
import { datesInTexts } from '../dates-in-texts.ts';
import { messageOf } from '../messages.ts';
import { dateIn, overlap, plannedEdtf } from '../planned.ts';
import { type Rule, spotted } from '../rule.ts';

export const dateInTextDisagrees: Rule = {
  id: 'date-in-text-disagrees',
  severity: 'warning',
  title: 'date in the title or description that is not the planned one',
  why: 'One of the two dates is wrong, and the reader cannot tell which.',
  good: 'description: … which will take place in May 2021 · date: May 2021',
  bad: 'description: … which will take place in May 2021 · date: Semester 2 · description: … from 9 to 19 December · date: 8–18 December',
  limits:
    'Of dates within the programme’s time it reports those that have no day in common with the planned one, a rehearsal too, and ranges of days that share some but begin or end a day or two beside it.',
  run: (context) => {
    const period = edtfBounds(context.programme.config.period);
    return datesInTexts(context).flatMap((date) => {
      const { text, event, mention, bounds } = date;
      const planned = plannedEdtf(event, context.programme);
      const printed = dateIn(event, context.programme);
      if (planned === undefined || printed === undefined || !overlap(bounds, period)) return [];
      if (!disagrees(mention.edtf, planned)) return [];
      const { words } = textIn(printed, text.lang, context.programme.config.language);
      return [
        spotted(text, {
          offset: mention.start,
          length: mention.end - mention.start,
          ...messageOf('date-in-text-disagrees', { words: mention.words, date: words }),
        }),
      ];
    });
  },
};

/** Whether two dates have no day in common, or are ranges of which one is slightly shifted. */
function disagrees(told: string, planned: string): boolean {
  const [a, b] = [edtfBounds(told), edtfBounds(planned)];
  return !overlap(a, b) || (isRangeOfDays(told) && isRangeOfDays(planned) && isShifted(a, b));
}

/** Largest shift that is a slip and not another date; days. */
const NEAR = 2;

/** Whether both ends of two ranges are near each other, but not all the same. */
function isShifted(a: Bounds, b: Bounds): boolean {
  const start = daysBetween(a.start, b.start);
  const end = daysBetween(a.end, b.end);
  return start + end > 0 && start <= NEAR && end <= NEAR;
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

function isRangeOfDays(edtf: string): boolean {
  const date = parseEdtf(edtf);
  return (
    date.precision === 'interval' &&
    [date.start, date.end].every((end) => end?.precision === 'day' && !end.approximate)
  );
}
