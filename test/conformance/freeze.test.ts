import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderWithData, replaced, scratchFolder, smallFile } from '../support/dataset-folder.ts';
import { faultAt } from '../support/disk-faults.ts';
import { FIT } from '../support/frozen.ts';
import { filesIn, runProgramme } from '../support/run-programme.ts';

const FREEZE = ['freeze', 'first'];

it('a freeze that is killed before any change of the disk, or at 200 moments of its time, is done or not begun', async () => {
  // In one language there are half as many files.
  const programme = replaced(smallFile('programme.yaml'), 'languages: [en, fr]', 'languages: [en]');
  const folder = folderWithData({ ...FIT, 'programme.yaml': programme });
  const run = (cwd: string, how: object = {}) => runProgramme(FREEZE, { cwd, ...how });
  const copy = (): string => {
    const cwd = scratchFolder();
    cpSync(folder, cwd, { recursive: true });
    return cwd;
  };
  const whole = copy();
  const begun = performance.now();
  expect((await run(whole)).code).toBe(0);
  const lasts = performance.now() - begun;
  const [edition, site] = ['data/editions', 'data/site'].map((made) => filesIn(path.join(whole, made)));
  const killed = new Set<boolean>();
  const check = async (cwd: string, code: unknown): Promise<void> => {
    const there = existsSync(path.join(cwd, 'data/editions/first'));
    if (there)
      expect(filesIn(path.join(cwd, 'data/editions/first'))).toEqual(
        filesIn(path.join(whole, 'data/editions/first')),
      );
    if (code === 0) expect(there).toBe(true);
    else {
      expect(code).toBe('SIGKILL');
      killed.add(there);
    }
    expect((await run(cwd)).code).toBe(0);
    expect(filesIn(path.join(cwd, 'data/editions'))).toEqual(edition);
    expect(filesIn(path.join(cwd, 'data/site'))).toEqual(site);
  };
  let ended: unknown = 'SIGKILL';
  for (let at = 1; ended !== 0; at++) {
    const cwd = copy();
    ended = (await run(cwd, { env: faultAt('SIGKILL', at) })).code;
    await check(cwd, ended);
  }
  expect([...killed].sort()).toEqual([false, true]);
  for (let moment = 0; moment < 200; moment++) {
    const cwd = copy();
    const { code } = await run(cwd, { signal: { name: 'SIGKILL', after: (moment / 200) * lasts } });
    await check(cwd, code);
  }
}, 2_700_000);
