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
