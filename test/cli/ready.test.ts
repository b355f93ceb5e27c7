import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWithData } from '../support/dataset-folder.ts';
import { FIT } from '../support/frozen.ts';
import { runInProcess } from '../support/run-programme.ts';

describe('ready without veraPDF', () => {
  const folder = (): { cwd: string; env: { PATH: string } } => {
    const cwd = folderWithData(FIT);
    const nothing = path.join(cwd, 'nothing');
    mkdirSync(nothing);
    return { cwd, env: { PATH: nothing } };
  };
  const run = async (...args: string[]) => runInProcess(['ready', '--json', ...args], folder());

  it('The last gate of `ready` reports that conformance to the PDF standards was not checked', async () => {
    const { code, stdout } = await run();
    const result = JSON.parse(stdout) as { ready: boolean; gates: { id: string; state: string }[] };
    expect(result.gates.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'data passed',
      'check passed',
      'changes passed',
      'editions passed',
      'outputs passed',
      'verapdf not checked',
    ]);
    expect([code, result.ready]).toEqual([0, true]);
  });

  it('`ready --require verapdf` fails without veraPDF', async () => {
    const { code, stdout } = await run('--require', 'verapdf');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ready: false,
      gates: expect.arrayContaining([
        expect.objectContaining({ id: 'verapdf', state: 'failed', why: 'verapdf is not installed' }),
      ]),
    });
  });

  it('`ready` rejects an unknown gate', async () => {
    const { code, stderr } = await run('--require', 'acrobat');
    expect(code).toBe(2);
    expect(stderr).toContain('"acrobat" is not one of verapdf');
  });

  it('The lock of an edition and the manifest of extracts record that veraPDF was not run', async () => {
    const at = folder();
    const frozen = await runInProcess(['freeze', '1'], at);
    expect(frozen.stderr).toMatch(/PDF\/UA-1 and PDF\/A-2a of its PDF files: not checked\n/);
    const lock = readFileSync(path.join(at.cwd, 'data/editions/1/edition.lock.json'), 'utf8');
    expect(JSON.parse(lock)).toMatchObject({ verapdf: 'not checked' });
    const extract = 'extract 1 --all --by theme --json --format pdf --lang en';
    const { stdout } = await runInProcess(extract.split(' '), at);
    expect(JSON.parse(stdout)).toMatchObject({ verapdf: 'not checked', failed: [] });
    const verified = await runInProcess(['verify', '1'], at);
    expect([verified.code, verified.stderr]).toEqual([0, '']);
  });
});
