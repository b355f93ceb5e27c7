/** Checks the types of all sources: those of the program, and those of the pages, which run in browsers. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

for (const project of ['.', 'src/page', 'src/desk/page'].filter((folder) => existsSync(folder)))
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', project], {
    stdio: 'inherit',
  });
