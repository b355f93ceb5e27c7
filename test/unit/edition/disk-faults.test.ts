import fs, { existsSync, readdirSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { freeze, planFreeze } from '../../../src/commands/freeze.ts';
import { UserError } from '../../../src/errors.ts';
import { folderWithData, replaced, scratchFolder, smallFile } from '../../support/dataset-folder.ts';
import { FIT } from '../../support/frozen.ts';
import { TEST_HOST } from '../../support/host.ts';
import { filesIn } from '../../support/run-programme.ts';

const CHANGES = ['mkdirSync', 'mkdtempSync', 'writeFileSync', 'fsyncSync', 'renameSync'] as const;

/** Lets the nth change of the disk, counted from 1, fail with an error of the system; gives whether it came so far. */
function withFault(code: string, at: number, action: () => void): boolean {
  let left = at;
  const { openSync } = fs;
  const real = Object.fromEntries(CHANGES.map((name) => [name, fs[name]]));
  // The chunks of one file are one change.
  let open: unknown;
  fs.openSync = (...given) => {
    open = undefined;
    return openSync(...given);
  };
  for (const name of CHANGES)
    Object.assign(fs, {
      [name]: (...given: unknown[]) => {
        const goesOn = name === 'writeFileSync' && typeof given[0] === 'number' && given[0] === open;
        if (name === 'writeFileSync') open = given[0];
        if (!goesOn && --left === 0) throw Object.assign(new Error(code), { code });
        return Reflect.apply(real[name] as () => unknown, fs, given);
      },
    });
  syncBuiltinESMExports();
  try {
    action();
  } finally {
    Object.assign(fs, real, { openSync });
    syncBuiltinESMExports();
  }
  return left <= 0;
}

it.each(['ENOSPC', 'EIO'])(
  'a disk that answers %s to any change is told as such; the edition is whole or not there, and the next call works',
  async (code) => {
    // In one language there are half as many files.
    const programme = replaced(smallFile('programme.yaml'), 'languages: [en, fr]', 'languages: [en]');
    const data = path.join(folderWithData({ ...FIT, 'programme.yaml': programme }), 'data');
    const plan = await planFreeze({ data, name: 'first' }, TEST_HOST);
    const { edition } = plan;
    if (edition === undefined) throw new Error('nothing is to be frozen');
    const at = (editions: string) => ({
      ...plan,
      edition: { ...edition, folder: path.join(editions, 'editions/first') },
    });
    const whole = scratchFolder();
    freeze(at(whole), whole);
    let refused = 0;
    for (let change = 1; ; change++) {
      const folder = scratchFolder();
      const attempt = at(folder);
      let error: unknown;
      const reached = withFault(code, change, () => {
        try {
          freeze(attempt, folder);
        } catch (caught) {
          error = caught;
        }
      });
      if (!reached) break;
      expect(error).toBeInstanceOf(UserError);
      refused++;
      const { folder: place } = attempt.edition;
      if (existsSync(place)) expect(filesIn(place)).toEqual(filesIn(path.join(whole, 'editions/first')));
      else freeze(attempt, folder);
      expect(filesIn(folder)).toEqual(filesIn(whole));
      expect(readdirSync(path.join(folder, 'editions'))).toEqual(['first']);
    }
    expect(refused).toBeGreaterThan(edition.files.length * 2);
  },
);
