import { execFileSync } from 'node:child_process';
import { cpSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { scratchFolder } from '../support/dataset-folder.ts';
import { filesIn } from '../support/run-programme.ts';
import { desk } from '../unit/desk/support.ts';
import { mount } from './support/mount.ts';

it('The desk reports a full disk and an unwritable folder, and changes no file', async () => {
  const disk = path.join(scratchFolder(), 'disk');
  mount(disk, '-t', 'tmpfs', '-o', 'size=16m', 'tmpfs');
  const data = path.join(disk, 'data');
  cpSync('test/fixtures/small-dataset', data, { recursive: true });
  const { ask, post, own } = await desk({ data });
  const { choir } = JSON.parse((await ask('/api/dataset', { headers: own })).text).values;
  const files = filesIn(data);
  const save = async (title: string) =>
    JSON.parse(
      (await post('/api/edit', { edits: [{ id: 'choir', before: choir, after: { ...choir, title } }] }, own))
        .text,
    );
  const { bsize, blocks, bfree } = statfsSync(disk);
  execFileSync('mount', ['-o', `remount,size=${(blocks - bfree) * bsize}`, disk]);
  expect((await save('Choirs')).problems).toMatchObject([{ message: expect.stringContaining('full') }]);
  execFileSync('mount', ['-o', 'remount,size=16m,ro', disk]);
  expect((await save('Choirs')).problems).toMatchObject([{ message: expect.stringContaining('read-only') }]);
  expect(filesIn(data)).toEqual(files);
  execFileSync('mount', ['-o', 'remount,rw', disk]);
  expect(await save('Choirs')).toMatchObject({ conflicts: [] });
});
