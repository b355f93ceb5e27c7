import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/dataset-folder.ts';
import { runProgramme } from '../support/run-programme.ts';

describe('ready, where veraPDF is not installed', () => {
  const run = async (...args: string[]) => {
    const cwd = scratchFolder();
    await runProgramme(['init', 'data'], { cwd });
    const nothing = path.join(cwd, 'nothing');
    mkdirSync(nothing);
    return runProgramme(['ready', '--json', ...args], { cwd, env: { PATH: nothing } });
  };

  it('says last that the standards were not checked', async () => {
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

  it('is not content with that where the check is required', async () => {
    const { code, stdout } = await run('--require', 'verapdf');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ready: false,
      gates: expect.arrayContaining([
        expect.objectContaining({ id: 'verapdf', state: 'failed', why: 'verapdf is not installed' }),
      ]),
    });
  });

  it('refuses a gate that does not exist', async () => {
    const { code, stderr } = await run('--require', 'acrobat');
    expect(code).toBe(2);
    expect(stderr).toContain('"acrobat" is not one of verapdf');
  });
});
