import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { copyOfSources, follow, RECIPES } from '../support/recipes.ts';

it('After all recipes in docs/ are applied, the sources compile, and every command of the recipes succeeds', async () => {
  const folder = copyOfSources();
  const run = (command: string): string => {
    const [program = '', ...args] = command.split(' ');
    return execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  };
  try {
    execFileSync('npm', ['run', 'build'], { cwd: folder, stdio: 'pipe' });
    const commands: string[] = [];
    for (const recipe of RECIPES)
      commands.push(...(await follow(recipe, folder, async (command) => run(command))));
    const isOfNpm = (command: string): boolean => command.startsWith('npm run');
    const once = [...new Set(['npm run generate', ...commands])];
    const failed = [...once.filter(isOfNpm), ...once.filter((command) => !isOfNpm(command))].flatMap(
      (command) => {
        try {
          run(command);
          return [];
        } catch (error) {
          return [
            `${command}: ${String((error as { stdout?: string }).stdout)}${String((error as { stderr?: string }).stderr)}`,
          ];
        }
      },
    );
    expect(failed).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
