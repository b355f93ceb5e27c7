import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../../support/dataset-folder.ts';
import { follow, RECIPES } from '../../support/recipes.ts';
import { runInProcess } from '../../support/run-programme.ts';

/** The conformance suite tests that the result compiles and runs. */
describe('Code blocks in the recipes compile with the source code', () => {
  it.each(RECIPES)('The steps of docs/%s can be followed', async (recipe) => {
    const folder = scratchFolder();
    const left = await follow(recipe, folder, async (command) => {
      const [name, from = '', to = ''] = command.split(' ');
      if (name === 'cp') cpSync(from, path.join(folder, to));
      else expect((await runInProcess(command.split(' ').slice(2), { cwd: folder })).code).toBe(0);
    });
    expect(
      left.filter((command) => !/^(npm run|npx vitest run|node dist\/programme\.mjs) /.test(command)),
    ).toEqual([]);
  });
});
