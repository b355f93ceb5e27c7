import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { readProgramme } from '../../../src/read/dataset.ts';
import { bundledProgramme } from '../../support/dist.ts';
import { programmePdf } from '../../support/pdf-samples.ts';

/** The PDF of the draft from another process with its own time zone and locale. */
async function writtenIn(programme: string, zone: string, locale: string): Promise<Buffer> {
  const out = await mkdtemp(path.join(tmpdir(), 'programme-'));
  const args = [programme, 'build', 'draft', '--format', 'pdf', '--lang', 'en', '--out', out];
  await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale },
  });
  const bytes = await readFile(path.join(out, 'programme-2021-draft-en.pdf'));
  await rm(out, { recursive: true });
  return bytes;
}

it('A PDF has the same bytes in every process, time zone and locale', async () => {
  const bytes = Buffer.from(await programmePdf(await readProgramme('data')));
  const programme = await bundledProgramme();
  const others = await Promise.all([
    writtenIn(programme, 'Pacific/Kiritimati', 'C'),
    writtenIn(programme, 'America/Los_Angeles', 'ru_RU.UTF-8'),
  ]);
  expect(others.map((other) => other.equals(bytes))).toEqual([true, true]);
});
