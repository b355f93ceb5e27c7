import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { ListPreview } from '../../../src/desk/api.ts';
import { init } from '../../../src/index.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';
import { desk } from './support.ts';

const LIST = Buffer.from(
  'Summer 2030;;;\nTitle;Date;Place;Contact\nChoir;4 May 2030;Market;Anna 0151 234567\nOrgan;5 May 2030;Church;Otto 0151 234568\n',
);

/** A desk of a folder without a programme. */
async function emptyDesk() {
  const data = path.join(scratchFolder(), 'data');
  mkdirSync(data);
  const { ask, own, host, post } = await desk({ data });
  const send = (address: string, body: Buffer, answers: object = {}) =>
    ask(`${address}?${new URLSearchParams({ name: 'list.csv', answers: JSON.stringify(answers) })}`, {
      method: 'POST',
      headers: { ...own, Origin: `http://${host}`, 'Content-Type': 'application/octet-stream' },
      body,
    });
  const read = async (answers: object = {}): Promise<ListPreview> =>
    JSON.parse((await send('/api/list', LIST, answers)).text);
  const isNew = async (): Promise<boolean> =>
    JSON.parse((await ask('/api/start', { headers: own })).text).isNew;
  return { data, ask, own, host, post, send, read, isNew };
}

it('The desk displays the first rows of a list and the meanings of its columns, and writes nothing', async () => {
  const { data, read, send, isNew } = await emptyDesk();
  const { sheets, found, questions } = await read();
  expect(questions).toEqual([]);
  expect(sheets).toEqual([
    {
      rows: [
        { A: 'Summer 2030' },
        { A: 'Title', B: 'Date', C: 'Place', D: 'Contact' },
        { A: 'Choir', B: '4 May 2030', C: 'Market', D: 'Anna 0151 234567' },
        { A: 'Organ', B: '5 May 2030', C: 'Church', D: 'Otto 0151 234568' },
      ],
    },
  ]);
  expect(found?.events).toBe(2);
  expect(found?.columns.map(({ column, field, internal }) => [column, field, internal])).toEqual([
    ['A', 'title', false],
    ['B', 'date', false],
    ['C', expect.any(String), false],
    ['D', expect.any(String), true],
  ]);
  expect((await send('/api/list-pages', LIST)).headers['content-type']).toBe('application/pdf');
  expect([readdirSync(data), await isNew()]).toEqual([[], true]);
});

it('An answer can make a column internal or public, and an invalid answer is rejected', async () => {
  const { read, send } = await emptyDesk();
  const internal = async (answers: object) =>
    (await read(answers)).found?.columns.flatMap(({ column, internal }) => (internal ? [column] : []));
  expect(await internal({ 'publish Place': 'no' })).toEqual(['C', 'D']);
  expect(await internal({ 'publish Contact': 'yes' })).toEqual([]);
  expect((await send('/api/list', LIST, { title: 'None' })).status).toBe(422);
});

it('The created dataset is identical to the dataset that init creates with the same answers', async () => {
  const { data, send, isNew } = await emptyDesk();
  const answers = { 'publish Place': 'no' };
  expect((await send('/api/create', LIST, answers)).status).toBe(200);
  const file = path.join(scratchFolder(), 'list.csv');
  writeFileSync(file, LIST);
  const dir = path.join(scratchFolder(), 'data');
  const { files } = await init({ dir, from: file, answers: new Map(Object.entries(answers)) });
  for (const name of files)
    expect(readFileSync(path.join(data, name), 'utf8')).toBe(readFileSync(path.join(dir, name), 'utf8'));
  expect(await isNew()).toBe(false);
  // An existing programme is never replaced.
  expect((await send('/api/create', LIST, answers)).status).toBe(422);
});

it('The example dataset can be created only once, and no dataset is created from a list while a question is open', async () => {
  const { post, own, send, data } = await emptyDesk();
  const open = Buffer.from('Title;Date\nChoir;4 May\nOrgan;5 May\n');
  expect((await send('/api/create', open)).status).toBe(422);
  expect(readdirSync(data)).toEqual([]);
  expect((await post('/api/create-example', {}, own)).status).toBe(200);
  expect(readdirSync(data)).toContain('programme.yaml');
  expect((await post('/api/create-example', {}, own)).status).toBe(422);
});

it('Requests that contain paths or damaged files are rejected', async () => {
  const { ask, own, host, send, data } = await emptyDesk();
  for (const address of ['/api/list', '/api/list-pages', '/api/create']) {
    expect((await send(address, Buffer.from('PK\x03\x04'), {})).status).toBe(422);
    const headers = { ...own, Origin: `http://${host}`, 'Content-Type': 'application/octet-stream' };
    for (const query of [
      'name=',
      'name=x.csv&dir=/etc',
      'name=x.csv&answers=%5B1%5D',
      'name=x.csv&answers=%7B',
    ])
      expect((await ask(`${address}?${query}`, { method: 'POST', headers, body: LIST })).status).toBe(400);
  }
  expect(readdirSync(path.dirname(data), { recursive: true })).toEqual(['data']);
});
