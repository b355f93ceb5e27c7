import type { Hours } from '../../src/model/index.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const clock = (minutes: number): string => {
  const shown = minutes === 24 * 60 ? minutes : minutes % (24 * 60);
  return [Math.floor(shown / 60), shown % 60].map((part) => String(part).padStart(2, '0')).join(':');
};

/** Times in the notation that README.md explains. */
export function hoursText({ weekdays = [], doors, start, end, inexact }: Hours): string {
  const range = [start, end].map((minutes) => (minutes === undefined ? '' : clock(minutes)));
  const times = end === undefined ? range[0] : range.join('-');
  return [
    ...weekdays.map((day) => DAYS[day - 1]),
    ...(doors === undefined ? [] : ['doors', clock(doors)]),
    ...(times === '' || times === undefined ? [] : [times]),
    ...(inexact === undefined ? [] : [inexact === 'allDay' ? 'all day' : inexact]),
  ].join(' ');
}
