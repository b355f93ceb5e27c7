import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeFreeze } from '../../../src/commands/freeze-plan.ts';
import { UserError } from '../../../src/errors.ts';
import { folderWithData, scratchFolder } from '../../support/dataset-folder.ts';
import { withFaults } from '../../support/disk-changes.ts';
import { FIT, plannedFreeze } from '../../support/frozen.ts';
import { filesIn } from '../../support/run-programme.ts';

it.each(['ENOSPC', 'EIO'])(
  'If any change on the disk fails with %s, the error states this, the edition is either complete or missing, and the next freeze succeeds',
  async (code) => {
    const data = path.join(folderWithData(FIT), 'data');
    const plan = await plannedFreeze({ data, name: 'first' });
    if (plan.edition === undefined) throw new Error('nothing is to be frozen');
    // The content of the files does not matter here.
    const files = plan.edition.files.map((file) => ({ path: file.path, bytes: file.path }));
    const edition = { ...plan.edition, files };
    const at = (editions: string) => ({
      ...plan,
      // There is no draft next to it.
      draft: new Map(),
      edition: { ...edition, folder: path.join(editions, 'editions/first') },
    });
    const whole = scratchFolder();
    await writeFreeze(at(whole), whole);
    let refused = 0;
    for (let change = 1; ; change++) {
      const folder = scratchFolder();
      const attempt = at(folder);
      let error: unknown;
      let changes = 0;
      // Files that cannot be removed are left for the next freeze.
      const fails = (name: string): boolean => !name.startsWith('rm') && ++changes === change;
      await withFaults(code, fails, () =>
        writeFreeze(attempt, folder).catch((caught: unknown) => {
          error = caught;
        }),
      );
      if (changes < change) break;
      expect(error).toBeInstanceOf(UserError);
      refused++;
      const { folder: place } = attempt.edition;
      if (existsSync(place)) expect(filesIn(place)).toEqual(filesIn(path.join(whole, 'editions/first')));
      else await writeFreeze(attempt, folder);
      expect(filesIn(folder)).toEqual(filesIn(whole));
      expect(readdirSync(path.join(folder, 'editions'))).toEqual(['first']);
    }
    expect(refused).toBeGreaterThan(edition.files.length * 2);
  },
);
