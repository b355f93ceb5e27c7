import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type FreezePlan, writeFreeze } from '../../src/commands/freeze-plan.ts';
import { publishSite } from '../../src/commands/site.ts';
import { folderWithData } from '../support/dataset-folder.ts';
import { recordDisk } from '../support/disk-changes.ts';
import { copyOf, FIT, plannedFreeze } from '../support/frozen.ts';
import { filesIn, runProgramme } from '../support/run-programme.ts';

const EDITION = 'editions/first';

/** All files that a freeze creates in a data folder. */
const made = (data: string): Record<string, string>[] =>
  ['editions', 'site'].map((name) => filesIn(path.join(data, name)));

it('If a freeze is killed before one of its disk changes, the edition is complete or missing, and the next freeze completes the work', async () => {
  const draft = path.join(folderWithData(FIT), 'data');
  const whole = copyOf(draft);
  const planned = (data: string): Promise<FreezePlan> => plannedFreeze({ data, name: 'first' });
  const act = async (plan: FreezePlan, data: string): Promise<void> => {
    await writeFreeze(plan, data);
    await publishSite(data);
  };
  const plan = await planned(whole);
  const record = await recordDisk(whole, () => act(plan, whole));
  const edition = filesIn(path.join(whole, EDITION));
  const wanted = made(whole);
  const outcomes = new Set<boolean>();
  for (let change = 1; change <= record.changes; change++) {
    const data = copyOf(draft);
    record.replay(change, data);
    const isDone = existsSync(path.join(data, EDITION));
    outcomes.add(isDone);
    if (isDone) expect(filesIn(path.join(data, EDITION))).toEqual(edition);
    await act(await planned(data), data);
    expect(made(data)).toEqual(wanted);
  }
  expect([...outcomes].sort()).toEqual([false, true]);
});

it('If a freeze is killed at any of 12 moments, the edition is complete or missing, and the next freeze completes the work', async () => {
  const draft = folderWithData(FIT);
  const run = (cwd: string, how: object = {}) => runProgramme(['freeze', 'first'], { cwd, ...how });
  const whole = copyOf(draft);
  const begun = performance.now();
  expect((await run(whole)).code).toBe(0);
  const lasts = performance.now() - begun;
  const edition = filesIn(path.join(whole, 'data', EDITION));
  const wanted = made(path.join(whole, 'data'));
  for (let moment = 0; moment < 12; moment++) {
    const cwd = copyOf(draft);
    const data = path.join(cwd, 'data');
    const { code } = await run(cwd, { signal: { name: 'SIGKILL', after: (moment / 12) * lasts } });
    expect([0, 'SIGKILL']).toContain(code);
    if (existsSync(path.join(data, EDITION))) expect(filesIn(path.join(data, EDITION))).toEqual(edition);
    expect((await run(cwd)).code).toBe(0);
    expect(made(data)).toEqual(wanted);
  }
});
