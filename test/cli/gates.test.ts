import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseLock } from '../../src/edition/lock.ts';
import { folderWithData, scratchFolder } from '../support/dataset-folder.ts';
import { editFile, FIT, holdEdition } from '../support/frozen.ts';
import { runInProcess } from '../support/run-programme.ts';

/** A data folder whose draft has one major change since its edition 1, and the date of the draft. */
function withOpenChange(): { cwd: string; data: string } {
  const cwd = folderWithData(FIT);
  const data = path.join(cwd, 'data');
  holdEdition(data);
  editFile(
    path.join(data, 'events/sport.yaml'),
    'date: June\n  when: "2030-06"',
    'date: July\n  when: "2030-07"',
  );
  return { cwd, data };
}

const WAIVER = ['--by', 'Anna Quill', '--why', 'agreed by telephone'];

test('A freeze that `ready` blocks is rejected, and the error names the waiver option', async () => {
  const { cwd, data } = withOpenChange();
  const ready = JSON.parse((await runInProcess(['ready', '--json'], { cwd })).stdout);
  const [gate] = ready.gates.filter(({ state }: { state: string }) => state === 'failed');
  expect(gate).toMatchObject({
    id: 'changes',
    why: expect.stringContaining('1 of them major and not approved'),
  });
  const { code, stderr } = await runInProcess(['freeze', '2'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain(`FAILED  ${gate.title}\n        ${gate.why.split('\n')[0]}`);
  expect(stderr).toContain('add --without changes --by NAME --why WORDS');
  expect(readdirSync(path.join(data, 'editions'))).toEqual(['1']);
});

test('A waiver needs a name and a reason, is stored in the lock, is printed by verify, and is left out of published files', async () => {
  const { cwd, data } = withOpenChange();
  for (const call of [['--by', 'Anna Quill'], ['--why', 'agreed'], []])
    expect(await runInProcess(['freeze', '2', '--without', 'changes', ...call], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('needs --by NAME and --why WORDS'),
    });
  expect(await runInProcess(['freeze', '2', '--without', 'check', ...WAIVER], { cwd })).toMatchObject({
    code: 2,
  });
  const { code } = await runInProcess(['freeze', '2', '--without', 'changes', ...WAIVER], { cwd });
  expect(code).toBe(0);
  const edition = path.join(data, 'editions/2');
  const lock = parseLock(readFileSync(path.join(edition, 'edition.lock.json'), 'utf8'));
  expect(lock.waived).toEqual([{ gate: 'changes', by: 'Anna Quill', why: 'agreed by telephone' }]);
  const { stdout } = await runInProcess(['verify', '2'], { cwd });
  expect(stdout).toContain('frozen without the gate changes, by Anna Quill: agreed by telephone\n');
  for (const folder of [path.join(edition, 'published'), path.join(data, 'site')])
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    ))
      expect(readFileSync(path.join(file.parentPath, file.name)).includes('Anna Quill'), file.name).toBe(
        false,
      );
  editFile(path.join(edition, 'edition.lock.json'), 'Anna Quill', 'Anna Quilt');
  expect((await runInProcess(['verify', '2'], { cwd })).stdout).toContain(
    'an entry was changed after the lock was written',
  );
});

test('A waiver for a passed gate is ignored', async () => {
  const { cwd, data } = withOpenChange();
  const { stdout } = await runInProcess(['review', '--json'], { cwd });
  const [change] = JSON.parse(stdout).changes;
  await runInProcess(['review', '--accept', change.fingerprint, '--by', 'A. Editor'], { cwd });
  const { code, stderr } = await runInProcess(['freeze', '2', '--without', 'changes', ...WAIVER], { cwd });
  expect([code, stderr]).toEqual([0, expect.stringContaining('--without changes was not needed')]);
  const lock = parseLock(readFileSync(path.join(data, 'editions/2/edition.lock.json'), 'utf8'));
  expect(lock.waived).toBeUndefined();
});

test('A veraPDF failure blocks a freeze unless it is waived', async () => {
  const cwd = folderWithData(FIT);
  const bin = scratchFolder();
  const details = { passedRules: 1, failedRules: 1, passedChecks: 1, failedChecks: 1 };
  const ruleSummaries = [
    { clause: '7.1', testNumber: 1, description: 'a rule', checks: [{ context: 'page 1' }] },
  ];
  const job = {
    itemDetails: { name: 'programme.pdf' },
    validationResult: [{ profileName: 'PDF/UA-1', details: { ...details, ruleSummaries } }],
  };
  const report = JSON.stringify({ report: { jobs: [job] } });
  writeFileSync(path.join(bin, 'verapdf'), `#!/bin/sh\ncat <<'END'\n${report}\nEND\nexit 1\n`);
  chmodSync(path.join(bin, 'verapdf'), 0o755);
  const env = { PATH: `${bin}:/usr/bin:/bin` };
  const refused = await runInProcess(['freeze', '1'], { cwd, env });
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('FAILED  veraPDF confirms')]);
  expect(refused.stderr).toContain('add --without verapdf --by NAME --why WORDS');
  expect(existsSync(path.join(cwd, 'data/editions'))).toBe(false);
  const taken = await runInProcess(['freeze', '1', '--without', 'verapdf', ...WAIVER], { cwd, env });
  expect([taken.code, taken.stderr]).toEqual([0, expect.stringContaining('frozen without the gate verapdf')]);
  const lock = parseLock(readFileSync(path.join(cwd, 'data/editions/1/edition.lock.json'), 'utf8'));
  expect(lock).toMatchObject({ verapdf: 'failed', waived: [{ gate: 'verapdf', by: 'Anna Quill' }] });
});

test('Proofing errors and inconsistent editions block a freeze and cannot be waived', async () => {
  const { cwd, data } = withOpenChange();
  editFile(path.join(data, 'events/sport.yaml'), 'title: Regatta', 'title: Regatta [in');
  editFile(path.join(data, 'editions/1/events/sport.yaml'), 'title: Regatta', 'title: Regatta [out');
  const { code, stderr } = await runInProcess(['freeze', '2', '--without', 'changes,verapdf', ...WAIVER], {
    cwd,
  });
  expect([code, stderr]).toEqual([1, expect.stringContaining('FAILED  The earlier editions are consistent')]);
  expect(stderr.endsWith('not frozen\n')).toBe(true);
});

test('`ready` warns if the draft has the same date as the last edition', async () => {
  const { cwd } = withOpenChange();
  const { stdout } = await runInProcess(['ready'], { cwd });
  expect(stdout).toContain('the date of the draft, 15 January 2030, is the same as that of edition 1');
  editFile(path.join(cwd, 'data/programme.yaml'), 'date: "2030-01-15"', 'date: "2030-02-15"');
  expect((await runInProcess(['ready'], { cwd })).stdout).not.toContain('is the same as that of edition');
});
