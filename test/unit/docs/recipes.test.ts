import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfSources, follow, RECIPES } from '../../support/recipes.ts';
import { runInProcess } from '../../support/run-programme.ts';

/** That the result compiles and runs, the conformance suite tests. */
describe('the blocks of code of each recipe fit the sources', () => {
  let folder: string;
  beforeAll(() => {
    folder = copyOfSources();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(RECIPES)('docs/%s', async (recipe) => {
    const left = await follow(recipe, folder, async (command) => {
      const [name, ...args] = command.split(' ');
      const [from = '', to = ''] = args.map((arg) => path.join(folder, arg));
      if (name === 'cp') cpSync(from, to);
      else expect((await runInProcess(args.slice(1), { cwd: folder })).code).toBe(0);
    });
    expect(
      left.filter((command) => !/^(npm run|npx vitest run|node dist\/programme\.mjs) /.test(command)),
    ).toEqual([]);
  });
});
