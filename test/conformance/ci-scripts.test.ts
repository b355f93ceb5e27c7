import { execFile } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { folderWithData, scratchFolder } from '../support/dataset-folder.ts';
import { bundledProgramme } from '../support/dist.ts';
import { FIT } from '../support/frozen.ts';

/** A folder with the command `programme`. */
let bin = '';

beforeEach(async () => {
  bin = scratchFolder();
  const command = path.join(bin, 'programme');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${await bundledProgramme()}" "$@"\n`);
  chmodSync(command, 0o755);
});

/** Runs ci/ready.sh, which the action and the container use. */
async function ready(cwd: string, env: Record<string, string> = {}) {
  const variables = { PATH: `${bin}:${process.env.PATH}`, HOME: bin, ...env };
  const script = path.resolve('ci/ready.sh');
  return promisify(execFile)(script, { cwd, env: variables }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  );
}

const gatesIn = (folder: string): { ready: boolean } =>
  JSON.parse(readFileSync(path.join(folder, 'ready.json'), 'utf8'));

describe('ci/ready.sh', () => {
  it('`ci/ready.sh` succeeds for a draft that is ready, and writes the result and the outputs to the given folder', async () => {
    const cwd = folderWithData(FIT);
    expect(await ready(cwd, { OUT: 'kept' })).toMatchObject({ code: 0 });
    expect(gatesIn(path.join(cwd, 'kept')).ready).toBe(true);
    const endings = readdirSync(path.join(cwd, 'kept')).map((name) => path.extname(name));
    expect([...new Set(endings)].sort()).toEqual(['.csv', '.docx', '.html', '.ics', '.json', '.pdf']);
  });

  it('`ci/ready.sh` fails for a draft that is not ready, prints annotations and keeps the outputs', async () => {
    const cwd = folderWithData();
    const ended = await ready(cwd, { GITHUB_ACTIONS: 'true' });
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('::error file=data/events/');
    expect(gatesIn(path.join(cwd, 'output')).ready).toBe(false);
    expect(readdirSync(path.join(cwd, 'output')).some((name) => name.endsWith('.pdf'))).toBe(true);
  });

  it('`ci/ready.sh` writes the changes since an edition to the output folder, even if the dataset is in another folder', async () => {
    const cwd = scratchFolder();
    expect((await ready(cwd, { DATA: path.resolve('data'), SINCE: '1' })).code).toBe(1);
    expect(readFileSync(path.join(cwd, 'output/changes.md'), 'utf8')).toMatch(/^# /);
  });

  it('`ci/ready.sh` fails for a draft that cannot be read, and the result lists the failed gate', async () => {
    const cwd = folderWithData({ 'programme.yaml': 'name: [' });
    expect((await ready(cwd)).code).toBe(1);
    expect(gatesIn(path.join(cwd, 'output')).ready).toBe(false);
  });
});
