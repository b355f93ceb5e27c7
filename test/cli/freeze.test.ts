import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderWithData } from '../support/dataset-folder.ts';
import { FIT } from '../support/frozen.ts';
import { runInProcess, runProgramme } from '../support/run-programme.ts';

const FREEZE = ['freeze', 'first'];

it('One of two concurrent freezes succeeds, and the other reports that another freeze finished first', async () => {
  const cwd = folderWithData(FIT);
  const ended = await Promise.all([
    runProgramme(['freeze', 'a'], { cwd }),
    runProgramme(['freeze', 'b'], { cwd }),
  ]);
  expect(ended.map(({ code }) => code).sort()).toEqual([0, 2]);
  expect(ended.find(({ code }) => code === 2)?.stderr).toMatch(
    /was added to the folder of editions at the same time|nothing has changed since/,
  );
  expect(readdirSync(path.join(cwd, 'data/editions'))).toHaveLength(1);
});

it('`verify FILE` prints the edition that a file belongs to, and fails for an unknown file', async () => {
  const cwd = folderWithData(FIT);
  expect((await runInProcess([...FREEZE, '--out', 'sent'], { cwd })).code).toBe(0);
  const [sent = ''] = readdirSync(path.join(cwd, 'sent'));
  const known = await runInProcess(['verify', path.join('sent', sent)], { cwd });
  expect(known).toMatchObject({ code: 0, stdout: expect.stringContaining('first') });
  const unknown = await runInProcess(['verify', 'data/programme.yaml'], { cwd });
  expect(unknown).toMatchObject({ code: 1 });
});

it('`verify --expect` compares an edition with a recorded fingerprint', async () => {
  const cwd = folderWithData(FIT);
  const fingerprint =
    /\b[0-9a-f]{64}\b/.exec(Object.values(await runInProcess(FREEZE, { cwd })).join('\n'))?.[0] ?? '';
  expect(await runInProcess(['verify', 'first', '--expect', fingerprint], { cwd })).toMatchObject({
    code: 0,
  });
  const other = fingerprint.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  expect(await runInProcess(['verify', 'first', '--expect', other], { cwd })).toMatchObject({ code: 1 });
});
