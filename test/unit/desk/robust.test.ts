import { readFileSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Event, exportSheet, propose } from '../../../src/index.ts';
import { replaced, scratchFolder } from '../../support/dataset-folder.ts';
import { desk } from './support.ts';

/** Two desks on one dataset. */
async function twoDesks() {
  const one = await desk();
  const other = await desk({ data: one.data });
  const both = [one, other] as const;
  const eventsOf = async ({ ask, own }: typeof one): Promise<Record<string, Event>> =>
    JSON.parse((await ask('/api/dataset', { headers: own })).text).values;
  const edit = async ({ post, own }: typeof one, before: Event | undefined, change: object) => {
    const after = { ...before, ...change };
    return JSON.parse((await post('/api/edit', { edits: [{ id: before?.id, before, after }] }, own)).text);
  };
  return { both, one, other, data: one.data, eventsOf, edit };
}

it('If two desks save different fields of one event at the same time, the second one receives a conflict and can then save its field', async () => {
  const { both, one, eventsOf, edit } = await twoDesks();
  const { choir } = await eventsOf(one);
  const changes = [{ title: 'Choirs' }, { description: 'All of them' }];
  const saved = await Promise.all(both.map((desk, index) => edit(desk, choir, changes[index] ?? {})));
  const late = saved.findIndex(({ conflicts }) => conflicts.length > 0);
  expect(saved[late].conflicts).toEqual(['choir']);
  const { choir: now } = await eventsOf(one);
  expect(await edit(one, now, changes[late] ?? {})).toMatchObject({ conflicts: [] });
  expect((await eventsOf(one)).choir).toMatchObject({ title: 'Choirs', description: 'All of them' });
});

it('If two desks save the same field at the same time, one of them receives a conflict, and no text in the file is lost', async () => {
  const { one, other, data, eventsOf, edit } = await twoDesks();
  const file = path.join(data, 'events/music.yaml');
  const text = readFileSync(file, 'utf8');
  const { choir } = await eventsOf(one);
  const titles = ['Choirs', 'Singers'];
  const saved = await Promise.all([
    edit(one, choir, { title: titles[0] }),
    edit(other, choir, { title: titles[1] }),
  ]);
  const won = saved.findIndex(({ conflicts }) => conflicts.length === 0);
  expect(saved[1 - won].conflicts).toEqual(['choir']);
  expect(readFileSync(file, 'utf8')).toBe(
    replaced(text, 'title: Choir of the choirs', `title: ${titles[won]}`),
  );
});

it('If two desks decide on the same change at the same time, the later one receives a message that the change was already decided', async () => {
  const { both, one, data } = await twoDesks();
  const sheet = path.join(scratchFolder(), 'sheet.csv');
  await exportSheet({ data, file: sheet });
  writeFileSync(sheet, replaced(readFileSync(sheet, 'utf8'), ',Spring concert,', ',May concert,'));
  await propose({ data, source: sheet, write: true });
  const shown = JSON.parse((await one.ask('/api/proposal?name=sheet', { headers: one.own })).text);
  const [{ id, standing }] = shown.changes;
  const ruled = await Promise.all(
    both.map(async ({ post, own }, index) => {
      const verdict = { id, verdict: index === 0 ? 'accepted' : 'refused' };
      const given = {
        name: 'sheet',
        by: 'A. Editor',
        verdicts: [verdict],
        seen: { [id]: standing },
        done: [],
      };
      return JSON.parse((await post('/api/verdicts', given, own)).text);
    }),
  );
  expect(ruled.map(({ problems }) => problems.length).sort()).toEqual([0, 1]);
  const won = ruled.findIndex(({ problems }) => problems.length === 0);
  expect(readFileSync(path.join(data, 'events/music.yaml'), 'utf8').includes('title: May concert')).toBe(
    won === 0,
  );
});

it('If a file contains an error, the desk saves nothing and reports the position; once the error is corrected, the same edit can be saved', async () => {
  const { one, data, eventsOf, edit } = await twoDesks();
  const { choir } = await eventsOf(one);
  const file = path.join(data, 'events/sport.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text}  titel: Broken\n`);
  const refused = await edit(one, choir, { title: 'Choirs' });
  expect(refused.problems).toMatchObject([{ file: 'events/sport.yaml', line: expect.any(Number) }]);
  writeFileSync(file, text);
  expect(await edit(one, choir, { title: 'Choirs' })).toMatchObject({ conflicts: [] });
});

it('The desk shuts down after the idle timeout, but never while a page is connected', async () => {
  const { host, own, ended } = await desk({ idle: 200 });
  let isEnded = false;
  void ended.then(() => {
    isEnded = true;
  });
  const page = request(`http://${host}/api/changes`, { headers: own });
  page.on('error', () => undefined);
  const stream = await new Promise<IncomingMessage>((resolve) => page.end().once('response', resolve));
  expect(stream.statusCode).toBe(200);
  await setTimeout(600);
  expect(isEnded).toBe(false);
  page.destroy();
  await ended;
});
