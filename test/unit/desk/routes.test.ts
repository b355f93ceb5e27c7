import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { DisplayedChange } from '../../../src/desk/api.ts';
import { type Answer, JobQueue } from '../../../src/desk/job-queue.ts';
import {
  build,
  type Change,
  check,
  diff,
  extractAll,
  listEditions,
  listExtracts,
  readDataset,
  ready,
  verify,
} from '../../../src/index.ts';
import { folderWithData, replaced, scratchFolder } from '../../support/dataset-folder.ts';
import { FIT } from '../../support/frozen.ts';
import { desk, doerHere } from './support.ts';

it('The dataset in the desk is the same as the dataset that the program reads', async () => {
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

it('The outline shows the bodies of an event only if another event has the same title', async () => {
  const { ask, own, data } = await desk();
  const file = path.join(data, 'events/music.yaml');
  writeFileSync(
    file,
    replaced(readFileSync(file, 'utf8'), 'title: Choir of the choirs', 'title: Spring concert'),
  );
  const { events } = JSON.parse((await ask('/api/dataset', { headers: own })).text);
  const shown = events.map(({ title, about }: { title: string; about?: string }) => [title, about]);
  expect(shown).toEqual([
    ['Spring concert', 'Hillton – Portville'],
    ['Autumn concert', undefined],
    ['Spring concert', 'Portville'],
    ['Regatta', undefined],
  ]);
});

it('The pages in the desk have the same bytes as those that `build` writes', async () => {
  const { ask, own, data } = await desk();
  const out = scratchFolder();
  const { files } = await build({ data, formats: ['pdf'], langs: ['fr'], out });
  const reply = await ask('/api/pages?lang=fr', { headers: own });
  expect(reply.headers).toMatchObject({ 'content-type': 'application/pdf' });
  expect(reply.bytes).toEqual(readFileSync(files[0]?.path ?? ''));
});

it('Errors in files are reported in the language of the page, with their position in the dataset', async () => {
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

it('If files change while they are read, the response has the status 409; other errors result in a list of problems', async () => {
  const folder = folderWithData();
  const data = path.join(folder, 'data');
  const file = path.join(data, 'events/music.yaml');
  const text = readFileSync(file, 'utf8');
  const broken = replaced(text, 'title: Spring concert', 'titel: Spring concert');
  let afterwards = broken;
  const { run, stop } = doerHere(data);
  const reports = new JobQueue({
    stop,
    run: async (job) => {
      const done = await run(job);
      writeFileSync(file, afterwards);
      return done;
    },
  });
  const { ask, own } = await desk({ data, reports });
  writeFileSync(file, broken);
  afterwards = text;
  expect((await ask('/api/findings', { headers: own })).status).toBe(409);
  expect((await ask('/api/findings', { headers: own })).status).toBe(200);
  writeFileSync(file, broken);
  expect((await ask('/api/dataset', { headers: own })).status).toBe(422);
});

it('A change made by another program is reported within a second', async () => {
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

it('Editing a date in the desk changes the file, updates the EDTF date, and returns the edit that undoes the change', async () => {
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

it('A machine-readable date that the user typed is kept even if the words of the date are changed later', async () => {
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

it('A copied event has an id that is derived from its title, and otherwise the same fields as the original event', async () => {
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

it('The desk shows in words how the program understands the text that is typed into a field', async () => {
  const { post, own } = await desk();
  const read = async (date: string, when?: string) => {
    const event = { id: 'x', bodies: {}, regions: {}, title: 'X', date, when };
    return JSON.parse((await post('/api/read', { event }, own)).text);
  };
  expect(await read('9-19 May')).toEqual({ date: '9–19\u00a0May 2030', times: [] });
  expect(await read('soon', '2030-41')).toEqual({ calendar: 'Semester\u00a02 2030', times: [] });
  expect(await read('soon', 'later')).toEqual({ times: [] });
});

it('The findings and gates in the desk are the same as those of check and ready', async () => {
  const { ask, own, data } = await desk();
  // The desk begins messages with a capital letter.
  const plain = <T extends { message: string }>(one: T): T => ({
    ...one,
    message: one.message.toLowerCase(),
  });
  const shown = JSON.parse((await ask('/api/findings', { headers: own })).text).map(plain);
  const { findings } = await check({ data });
  expect(findings.length).toBeGreaterThan(0);
  const expected = findings.map(({ rule, severity, message, words, offset, length, at }) => {
    const { event, field } = at;
    return plain({ rule, severity, message, words, offset, length, event, field });
  });
  expect(shown).toMatchObject(JSON.parse(JSON.stringify(expected)));
  const gates = JSON.parse((await ask('/api/gates', { headers: own })).text);
  expect(gates.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual(
    (await ready({ data })).gates.map(({ id, state }) => [id, state]),
  );
});

it('A downloaded file has the same name and bytes as the file that `build` writes', async () => {
  const { ask, own, data } = await desk();
  const { files } = await build({ data, formats: ['csv'], langs: ['fr'], out: scratchFolder() });
  const { headers, bytes } = await ask('/api/file?format=csv&lang=fr', { headers: own });
  expect(bytes).toEqual(readFileSync(files[0]?.path ?? ''));
  expect(headers['x-file-name']).toBe(path.basename(files[0]?.path ?? ''));
  expect((await ask('/api/file?format=exe', { headers: own })).status).toBe(400);
});

it('The download of all extracts contains the files that `extract` writes', async () => {
  const { data, own, host } = await desk();
  const out = scratchFolder();
  const { manifest } = await extractAll({ data, by: 'theme', formats: ['pdf'], langs: ['fr'], out });
  const reply = await fetch(`http://${host}/api/parts?parts=theme&lang=fr`, { headers: own });
  expect(reply.headers.get('x-file-name')).toBe('small-theme.zip');
  const files = unzipSync(new Uint8Array(await reply.arrayBuffer()));
  expect(manifest.extracts.length).toBe(2);
  expect(Object.keys(files).sort()).toEqual(
    readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((name) => path.extname(name) !== '')
      .sort(),
  );
  for (const [name, bytes] of Object.entries(files))
    expect(Buffer.from(bytes).equals(readFileSync(path.join(out, name))), name).toBe(true);
  const unknown = await fetch(`http://${host}/api/parts?parts=../x`, { headers: own });
  expect(unknown.status).toBe(422);
});

it('The web folder can be downloaded as one ZIP file', async () => {
  const { own, host, data, ask } = await desk();
  const hasSite = async () => JSON.parse((await ask('/api/dataset', { headers: own })).text).hasSite;
  expect(await hasSite()).toBe(false);
  expect((await ask('/api/site', { headers: own })).status).toBe(400);
  mkdirSync(path.join(data, 'site/1'), { recursive: true });
  writeFileSync(path.join(data, 'site/1/index.html'), '<p>1');
  expect(await hasSite()).toBe(true);
  const reply = await fetch(`http://${host}/api/site`, { headers: own });
  expect(reply.headers.get('x-file-name')).toBe('small-site.zip');
  const files = unzipSync(new Uint8Array(await reply.arrayBuffer()));
  expect(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['1/index.html', '<p>1'],
  ]);
});

it('An edition can be frozen after its files have been previewed', async () => {
  const data = path.join(folderWithData(FIT), 'data');
  const { ask, post, own } = await desk({ data });
  const freeze = async (dryRun: boolean) =>
    JSON.parse((await post('/api/freeze', { name: '1', dryRun }, own)).text);
  const plan = await freeze(true);
  expect(plan.notReady).toEqual([]);
  expect(plan.files).toContain('editions/1/programme.yaml');
  expect(await listEditions({ data })).toEqual([]);
  const { fingerprint, published, files } = await freeze(false);
  expect(fingerprint).toBe(plan.fingerprint);
  expect(await listEditions({ data })).toEqual(['1']);
  // Files that people read come first in the list.
  const kinds = files.map((file: string) => path.extname(file));
  expect([...new Set(kinds)].slice(0, 3)).toEqual(['.pdf', '.docx', '.html']);
  expect(kinds.slice(3)).not.toContain('.pdf');
  const editions = JSON.parse((await ask('/api/editions', { headers: own })).text);
  expect(editions).toEqual([{ edition: '1', fingerprint, published }]);
  expect(await verify({ data, edition: '1', expect: fingerprint, expectPublished: published })).toMatchObject(
    [{ passed: true, expected: true, publishedExpected: true }],
  );
});

it('A draft that is not ready cannot be frozen, and the gates state the reason', async () => {
  const { post, own, data } = await desk();
  const { text } = await post('/api/freeze', { name: '1', dryRun: false }, own);
  const { notReady, files } = JSON.parse(text);
  expect(files).toEqual([]);
  expect(notReady.map(({ id }: { id: string }) => id)).toEqual(['check']);
  expect(await listEditions({ data })).toEqual([]);
});

it('The changes between two editions are the same as those of `diff --format json`, and an approval is stored in the dataset', async () => {
  const data = path.join(scratchFolder(), 'data');
  cpSync('data', data, { recursive: true });
  const { ask, post, own } = await desk({ data });
  const changes = async (from = '1', to = 'draft'): Promise<DisplayedChange[]> =>
    JSON.parse((await ask(`/api/compare?from=${from}&to=${to}`, { headers: own })).text);
  for (const [from, to] of [
    ['1', 'draft'],
    ['draft', '1'],
  ] as const) {
    const { printed } = await diff({ data, old: from, new: to, formats: ['json'] });
    const expected: { changes: Change[] } = JSON.parse(printed[0] ?? '');
    const shown = await changes(from, to);
    expect(shown.map(({ id, code, severity, field, lang }) => [id, code, severity, field, lang])).toEqual(
      expected.changes.map(({ fingerprint, kind, severity, field, lang }) => [
        ...[fingerprint, kind, severity, field, lang],
      ]),
    );
    const inOneField = shown.filter(({ field, lang }) => field !== undefined && lang !== undefined);
    const texts = new Map(expected.changes.map(({ fingerprint, paragraphs }) => [fingerprint, paragraphs]));
    expect(inOneField.map(({ parts }) => parts[0]?.paragraphs)).toEqual(
      inOneField.map(({ id }) => texts.get(id)),
    );
  }
  expect(await changes('draft', 'draft')).toEqual([]);
  const [first] = await changes();
  const id = first?.id;
  expect((await post('/api/approve', { ids: [id], by: '' }, own)).status).toBe(400);
  expect((await post('/api/approve', { ids: ['none'], by: 'A. Editor' }, own)).status).toBe(422);
  expect((await post('/api/approve', { ids: [id], by: 'A. Editor' }, own)).status).toBe(200);
  expect((await changes())[0]).toMatchObject({ id, approvedBy: 'A. Editor' });
  expect(readFileSync(path.join(data, 'approvals.yaml'), 'utf8')).toContain(id);
});

it('An unexpected error is reported even if its page has been closed, and a truncated request body is not an error', async () => {
  const jobs: ((answer: Answer) => void)[] = [];
  const held = { run: () => new Promise<Answer>((resolve) => jobs.push(resolve)), stop: () => undefined };
  const { host, own, faults } = await desk({ reports: new JobQueue(held) });
  const [hostname, port] = host.split(':');
  const send = (first: string, ...rest: string[]): Socket => {
    const socket = connect(Number(port), hostname);
    socket.write(
      [`${first} HTTP/1.1`, `Host: ${host}`, `Authorization: ${own.Authorization}`, ...rest].join('\r\n'),
    );
    return socket;
  };
  const cut = send('POST /api/edit', 'Content-Type: application/json', 'Content-Length: 9', '', '{');
  const gone = send('GET /api/findings', '', '');
  await expect.poll(() => jobs.length).toBe(1);
  for (const socket of [cut, gone]) socket.destroy();
  await setTimeout(50);
  jobs[0]?.({ fault: 'broken' });
  await expect.poll(() => faults).toEqual(['broken']);
});
