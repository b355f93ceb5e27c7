import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { scratchFolder, withoutPlaceholders } from '../support/dataset-folder.ts';
import { runProgramme } from '../support/run-programme.ts';
import { veraPdf } from './support/verapdf.ts';

it('`ready` runs veraPDF if it is installed', async () => {
  const cwd = scratchFolder();
  const program = path.join(cwd, 'verapdf');
  writeFileSync(program, `#!/bin/sh\nexec java -jar '${await veraPdf()}' "$@"\n`);
  chmodSync(program, 0o755);
  await runProgramme(['init', 'data'], { cwd });
  withoutPlaceholders(path.join(cwd, 'data'));
  const { code, stdout } = await runProgramme(['ready', '--json', '--require', 'verapdf'], {
    cwd,
    env: { PATH: `${cwd}:${process.env.PATH ?? ''}` },
  });
  const { gates } = JSON.parse(stdout) as { gates: { id: string; state: string; why: string }[] };
  expect(gates.at(-1)).toMatchObject({ id: 'verapdf', state: 'passed', why: 'no rule is violated' });
  expect(code).toBe(0);
});
