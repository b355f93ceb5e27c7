import { expect, it } from 'vitest';
import { timetablePlaces } from '../../../src/commands/timetable-proposal.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { exampleFolder } from '../../support/examples.ts';
import { draft, withEvents } from '../support/programmes.ts';

const conference = await readProgramme(exampleFolder('conference-exampleton'), 'draft');

it('A timetable is proposed for events with days, times and places', () => {
  expect(timetablePlaces(conference)).toEqual({
    heading: 'Room',
    places: ['Great Hall', 'Room A', 'Room B', 'Workshop 1', 'Workshop 2'],
  });
});

it('No timetable is proposed if the events have no times or take place at fewer than two places', () => {
  const without = (field: string) =>
    withEvents(conference, (events) => events.map((event) => ({ ...event, [field]: undefined })));
  expect(timetablePlaces(without('time'))).toBeUndefined();
  expect(timetablePlaces(without('when'))).toBeUndefined();
  expect(timetablePlaces(without('room'))).toBeUndefined();
  const one = withEvents(conference, (events) => events.map((event) => ({ ...event, room: 'Great Hall' })));
  expect(timetablePlaces(one)).toBeUndefined();
  expect(timetablePlaces(draft)).toBeUndefined();
});
