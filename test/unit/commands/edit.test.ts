import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type EventEdit, edit, readDataset } from '../../../src/index.ts';
import { folderWithData, replaced } from '../../support/dataset-folder.ts';

/** The small dataset in a folder: its events, the text of its events files, and functions to edit it. */
async function dataset() {
  const data = path.join(folderWithData(), 'data');
  const text = (theme: string): string => readFileSync(path.join(data, `events/${theme}.yaml`), 'utf8');
  const write = (theme: string, content: string): void =>
    writeFileSync(path.join(data, `events/${theme}.yaml`), content);
  const events = async () => {
    const { themes } = await readDataset({ data });
    return new Map(themes.map(({ theme, events }) => [theme.id, events]));
  };
  const event = async (id: string) => {
    const found = [...(await events()).values()].flat().find((one) => one.id === id);
    if (found === undefined) throw new Error(`no event ${id}`);
    return found;
  };
  const order = async () =>
    [...(await events())].map(([theme, list]) => `${theme}: ${list.map(({ id }) => id).join(' ')}`);
  return { data, text, write, event, order, apply: (...edits: EventEdit[]) => edit({ data, edits }) };
}

it('An edit changes only the lines of its field, and undoing it restores the file byte for byte', async () => {
  const { text, write, event, apply } = await dataset();
  write('music', replaced(text('music'), 'title: Choir', 'title: Choir # as on the poster'));
  const old = text('music');
  const before = await event('choir');
  const { undo, conflicts, written } = await apply({
    id: 'choir',
    before,
    after: { ...before, title: 'Choirs' },
  });
  expect(conflicts).toEqual([]);
  expect(written).toHaveLength(1);
  expect(text('music')).toBe(replaced(old, 'title: Choir #', 'title: Choirs #'));
  await apply(...undo);
  expect(text('music')).toBe(old);
});

it('An event that has changed since it was read is not overwritten', async () => {
  const { text, write, event, apply } = await dataset();
  const before = await event('choir');
  write('music', replaced(text('music'), 'title: Choir', 'title: Choir of children'));
  const other = text('music');
  const result = await apply({ id: 'choir', before, after: { ...before, title: 'Choirs' } });
  expect(result).toEqual({ written: [], conflicts: [{ id: 'choir', now: await event('choir') }], undo: [] });
  expect(text('music')).toBe(other);
});

it('If an event has been removed since it was read, editing it causes a conflict that contains no current state of the event', async () => {
  const { event, apply } = await dataset();
  const before = await event('choir');
  await apply({ id: 'choir', before });
  expect((await apply({ id: 'choir', before, after: before })).conflicts).toEqual([{ id: 'choir' }]);
});

it('Events can be added, removed, and moved within and between themes, and undoing each edit restores the order', async () => {
  const { event, apply, order } = await dataset();
  const old = await order();
  const choir = await event('choir');
  const states: string[][] = [];
  for (const one of [
    { id: 'new-one', after: { ...choir, id: 'new-one' }, spot: { theme: 'sport' } },
    { id: 'choir', before: choir, after: choir, spot: { theme: 'sport', after: 'new-one' } },
    { id: 'choir', before: choir, after: choir, spot: { theme: 'sport' } },
    { id: 'choir', before: choir },
  ] satisfies EventEdit[]) {
    const earlier = await order();
    const { undo } = await apply(one);
    states.push(await order());
    await apply(...undo);
    expect(await order()).toEqual(earlier);
    await apply(one);
  }
  const [music = '', sport = ''] = old;
  const [, others] = sport.split(': ');
  const without = music.replace(' choir', '').replace('choir ', '');
  expect(states).toEqual([
    [music, `sport: new-one ${others}`],
    [without, `sport: new-one choir ${others}`],
    [without, `sport: choir new-one ${others}`],
    [without, `sport: new-one ${others}`],
  ]);
});

it.each([
  ['no title', { title: undefined }, 'title'],
  ['an invalid date', { when: '2030-13-01' }, 'when'],
  ['a field that the programme does not have', { colour: 'red' }, 'colour'],
])('An edited event is rejected, and nothing is written, if it has %s', async (_, wrong, field) => {
  const { text, event, apply } = await dataset();
  const old = text('music');
  const before = await event('choir');
  await expect(apply({ id: 'choir', before, after: { ...before, ...wrong } })).rejects.toMatchObject({
    problems: [{ at: { event: 'choir', field } }],
  });
  expect(text('music')).toBe(old);
});

it('An edit is rejected if it changes the id of an event or adds an event without a theme or to an unknown theme', async () => {
  const { event, apply } = await dataset();
  const before = await event('choir');
  await expect(apply({ id: 'choir', before, after: { ...before, id: 'other' } })).rejects.toMatchObject({
    problems: [{ code: 'event-id-changed' }],
  });
  for (const spot of [undefined, { theme: 'none' }])
    await expect(apply({ id: 'new', after: { ...before, id: 'new' }, spot })).rejects.toMatchObject({
      problems: [{ code: 'event-without-theme' }],
    });
});
