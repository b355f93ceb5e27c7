import { expect, test } from 'vitest';
import { checkProgramme } from '../../../src/check/check.ts';
import type { Event } from '../../../src/model/event.ts';
import { edition1 } from '../support/programmes.ts';

/** The duplicates in a programme with one theme per list of events. */
function duplicatesIn(...lists: readonly Pick<Event, 'id' | 'title' | 'time'>[][]): string[] {
  const columns = ['title', 'time'];
  const themes = lists.map((events, index) => ({
    theme: { id: `day-${index}`, title: `Day ${index}`, columns, carry: false },
    events: events.map((event): Event => ({ ...event, bodies: {}, regions: {} })),
  }));
  const fields = [
    { id: 'title', kind: 'title' as const },
    { id: 'time', kind: 'time' as const },
  ];
  const { parts: _, ...config } = edition1.config;
  const programme = {
    ...edition1,
    config: { ...config, fields, sides: [], themes: themes.map(({ theme }) => theme) },
    themes,
  };
  return checkProgramme(programme).flatMap(({ rule, at }) =>
    rule === 'duplicate-event' ? [at.event ?? ''] : [],
  );
}

test('In a list without dates, two breaks at the same time are duplicates only if they have the same theme', () => {
  const pause = (id: string) => ({ id, title: 'Coffee break with music', time: '10:15 am' });
  expect(duplicatesIn([pause('a')], [pause('b')])).toEqual([]);
  expect(duplicatesIn([pause('a'), pause('b')])).toEqual(['b']);
});

test('In a list without dates, events of a series with different artists are not duplicates', () => {
  const evening = (id: string, band: string) => ({
    id,
    title: `Dancing in the park with the band ${band}`,
    time: '8 pm',
  });
  expect(duplicatesIn([evening('a', 'Mymos'), evening('b', 'Salón')])).toEqual([]);
  expect(duplicatesIn([evening('a', 'Mymos'), evening('b', 'Mymos of the town')])).toEqual(['b']);
});
