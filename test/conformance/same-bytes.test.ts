import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { readProgramme } from '../../src/read/dataset.ts';
import { scratchFolder } from '../support/dataset-folder.ts';
import { bundledProgramme } from '../support/dist.ts';
import { programmePdf } from '../support/pdf-samples.ts';
import { filesIn, runProgramme } from '../support/run-programme.ts';

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

const places: readonly Readonly<Record<string, string>>[] = [
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'ru_RU.UTF-8', LANG: 'ru_RU.UTF-8' },
  { TZ: 'America/Adak', LC_ALL: 'C', LANG: 'C' },
];

it.each(['pdf', 'docx'])(
  'Two processes in different time zones and locales write the same bytes: %s',
  async (format) => {
    const data = path.resolve('data');
    const outputs = await Promise.all(
      places.map(async (env) => {
        const folder = scratchFolder();
        const args = ['build', '1', '--format', format, '--lang', 'en,fr,ru', '--data', data, '--out', 'out'];
        const ended = await runProgramme(args, { cwd: folder, env });
        expect(ended.code).toBe(0);
        return { said: ended.stderr, files: filesIn(path.join(folder, 'out')) };
      }),
    );
    expect(Object.keys(outputs[0]?.files ?? {})).toHaveLength(3);
    expect(outputs[1]?.said).toBe(outputs[0]?.said);
    for (const [name, bytes] of Object.entries(outputs[0]?.files ?? {}))
      expect(outputs[1]?.files[name] === bytes, name).toBe(true);
  },
);
