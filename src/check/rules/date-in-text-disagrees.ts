import { type Bounds, edtfBounds, parseEdtf, textIn } from '../../model/index.ts';
import { datesInTexts } from '../dates-in-texts.ts';
import { messageOf } from '../messages.ts';
import { dateIn, overlap, plannedEdtf } from '../planned.ts';
import { type Rule, spotted } from '../rule.ts';

export const dateInTextDisagrees: Rule = {
  id: 'date-in-text-disagrees',
  severity: 'warning',
  title: 'date in the title or description that differs from the planned date',
  why: 'One of the two dates is wrong, and readers cannot know which.',
  good: 'description: … which will take place in May 2021 · date: May 2021',
  bad: 'description: … which will take place in May 2021 · date: Semester 2 · description: … from 9 to 19 December · date: 8–18 December',
  limits:
    'Only dates within the period of the programme are checked. The rule reports dates that do not overlap with the planned date, including rehearsals, and ranges whose start or end differs by a day or two.',
  readsLanguage: true,
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

/** Whether two dates do not overlap, or are ranges that differ by a small shift at one end. */
function disagrees(told: string, planned: string): boolean {
  const [a, b] = [edtfBounds(told), edtfBounds(planned)];
  return !overlap(a, b) || (isRangeOfDays(told) && isRangeOfDays(planned) && isShifted(a, b));
}

/** Maximum number of days of a shift that counts as a mistake; a larger one is another date. */
const NEAR = 2;

/** Whether both ends of two ranges are close to each other, but not all are equal. */
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
