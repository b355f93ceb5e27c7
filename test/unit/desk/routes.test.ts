import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { expect, it } from 'vitest';
import { build, listExtracts, readDataset } from '../../../src/index.ts';
import { folderWithData, replaced, scratchFolder } from '../../support/dataset-folder.ts';
import { desk } from './support.ts';

it('The dataset of the desk equals the dataset that the program reads', async () => {
  const { ask, own, data } = await desk();
  const shown = JSON.parse((await ask('/api/dataset', { headers: own })).text);
  const { themes, config } = await readDataset({ data });
  const events = themes.flatMap((theme) => theme.events);
  expect(Object.values(shown.values)).toEqual(events);
  expect(shown.events.map(({ id }: { id: string }) => id)).toEqual(events.map(({ id }) => id));
  expect(shown.themes.map(({ id }: { id: string }) => id)).toEqual(config.themes.map(({ id }) => id));
  expect(shown).toMatchObject({ edition: 'draft', editions: [], fields: config.fields });
  for (const { by, values } of shown.extracts) {
    const { extracts } = await listExtracts({ data, by });
    expect(values.map(({ key, events }: { key: string; events: number }) => [key, events])).toEqual(
      extracts.map(({ key, events }) => [key, events.size]),
    );
  }
});

it('The pages of the desk have the same bytes as those of `build`', async () => {
  const { ask, own, data } = await desk();
  const out = scratchFolder();
  const { files } = await build({ data, formats: ['pdf'], langs: ['fr'], out });
  const reply = await ask('/api/pages?lang=fr', { headers: own });
  expect(reply.headers).toMatchObject({ 'content-type': 'application/pdf' });
  expect(reply.text).toBe(readFileSync(files[0]?.path ?? '').toString('utf8'));
});

it('Errors in files are reported with their place in the dataset, in the language of the page', async () => {
  const folder = folderWithData();
  const data = path.join(folder, 'data');
  const { ask, own } = await desk({ data });
  const file = path.join(data, 'events/music.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('title:', 'titel:'));
  const { status, text } = await ask('/api/dataset', { headers: { ...own, 'Accept-Language': 'fr' } });
  expect(status).toBe(422);
  const [first] = JSON.parse(text).problems;
  expect(first).toMatchObject({ file: 'events/music.yaml', line: expect.any(Number) });
  expect(text).not.toContain(folder);
  expect((await ask('/api/pages', { headers: own })).status).toBe(422);
});

it('A change by another program is reported within a second', async () => {
  const { own, data, host } = await desk();
  const [hostname, port] = host.split(':');
  const states: string[] = [];
  const told = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const look = setInterval(() => {
        if (states.length < count) return;
        clearInterval(look);
        resolve();
      }, 10);
    });
  const stream = request({ host: hostname, port, path: '/api/changes', headers: { ...own, Host: host } });
  stream.on('response', (response) => {
    response.setEncoding('utf8').on('data', (text: string) => {
      states.push(
        ...text
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line).state),
      );
    });
    response.on('error', () => undefined);
  });
  stream.on('error', () => undefined);
  stream.end();
  await told(1);
  const file = path.join(data, 'programme.yaml');
  writeFileSync(file, replaced(readFileSync(file, 'utf8'), 'author:', '# A comment.\nauthor:'));
  await told(2);
  expect(new Set(states).size).toBe(2);
  stream.destroy();
});

it('An edit through the desk changes the file, reads the date of new words, and gives its undo', async () => {
  const { ask, post, own, data } = await desk();
  const values = async () => JSON.parse((await ask('/api/dataset', { headers: own })).text).values;
  const file = path.join(data, 'events/music.yaml');
  const text = readFileSync(file, 'utf8');
  const before = (await values())['spring-concert'];
  const after = { ...before, date: '3 June' };
  const edited = await post('/api/edit', { edits: [{ id: before.id, before, after }] }, own);
  expect(readFileSync(file, 'utf8')).toBe(
    replaced(replaced(text, '9-19 May', '3 June'), 'when: 2030-05-09/2030-05-19', 'when: "2030-06-03"'),
  );
  const stale = await post('/api/edit', { edits: [{ id: before.id, before, after: before }] }, own);
  expect(JSON.parse(stale.text)).toEqual({ undo: [], conflicts: ['spring-concert'] });
  await post('/api/edit', { edits: JSON.parse(edited.text).undo }, own);
  expect((await values())['spring-concert']).toEqual(before);
  expect(readFileSync(file, 'utf8').replaceAll('"', '')).toBe(text);
});

it('A date for calendars that was typed stays, and one that the words do not give is not overwritten', async () => {
  const { ask, post, own } = await desk();
  const event = async () =>
    JSON.parse((await ask('/api/dataset', { headers: own })).text).values['spring-concert'];
  const edit = async (change: object) => {
    const before = await event();
    await post('/api/edit', { edits: [{ id: before.id, before, after: { ...before, ...change } }] }, own);
    return (await event()).when;
  };
  expect(await edit({ date: '3 June', when: '2030-06-04' })).toBe('2030-06-04');
  expect(await edit({ date: '5 June' })).toBe('2030-06-04');
});

it('A new event has an id of its title, and all fields of the event that it is a copy of', async () => {
  const { ask, post, own } = await desk();
  const dataset = async () => JSON.parse((await ask('/api/dataset', { headers: own })).text);
  const addition = { title: 'Choir of the choirs', theme: 'music', after: 'choir', like: 'spring-concert' };
  const { id } = JSON.parse((await post('/api/add', addition, own)).text);
  const { values, themes } = await dataset();
  expect(id).toBe('choir-of-the-choirs');
  expect(values[id]).toEqual({ ...values['spring-concert'], id, title: 'Choir of the choirs' });
  expect(themes[0].events.at(-1)).toBe(id);
  const second = JSON.parse((await post('/api/add', { ...addition, like: undefined }, own)).text);
  expect(second.id).toBe('choir-of-the-choirs-2');
  const wrong = await post('/api/add', { ...addition, theme: 'none' }, own);
  expect(JSON.parse(wrong.text).problems).toMatchObject([{ message: expect.stringContaining('theme') }]);
});

it('What the program reads in an event as it is typed is told in words', async () => {
  const { post, own } = await desk();
  const read = async (date: string) => {
    const event = { id: 'x', bodies: {}, regions: {}, title: 'X', date };
    return JSON.parse((await post('/api/read', { event }, own)).text);
  };
  expect(await read('9-19 May')).toEqual({
    when: '2030-05-09/2030-05-19',
    date: '9–19\u00a0May 2030',
    times: [],
  });
  expect(await read('soon')).toEqual({ times: [] });
});
