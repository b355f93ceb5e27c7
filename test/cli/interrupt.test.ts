import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderWithData, replaced, smallFile } from '../support/dataset-folder.ts';
import { filesIn, runProgramme } from '../support/run-programme.ts';

const NAMES = ['small-draft-en.pdf', 'small-draft-fr.pdf'];
const earlier = Object.fromEntries(NAMES.map((name) => [name, `the earlier ${name}`]));

/** A build that takes long: one cell fills hundreds of pages. */
const long = {
  'events/sport.yaml': replaced(
    smallFile('events/sport.yaml'),
    'title: Regatta',
    `title: ${'many words '.repeat(8_000)}`,
  ),
};

it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  '%s at any moment leaves all earlier outputs whole, or finds all new ones written',
  async (name) => {
    const codes: (number | null)[] = [];
    for (const after of [60, 300, 700, 1500, 4000]) {
      const folder = folderWithData(long);
      const output = path.join(folder, 'output');
      mkdirSync(output);
      for (const [file, text] of Object.entries(earlier)) writeFileSync(path.join(output, file), text);
      const ended = await runProgramme(['build', '--format', 'pdf'], {
        cwd: folder,
        signal: { name, after },
      });
      codes.push(ended.code);
      const files = filesIn(output);
      if (ended.code === 0) {
        expect(Object.keys(files)).toEqual(NAMES);
        for (const bytes of Object.values(files)) expect(bytes).toMatch(/^%PDF-.*%%EOF\s*$/s);
      } else {
        expect(files).toEqual(earlier);
        expect({ stdout: ended.stdout, stderr: ended.stderr }).toEqual({ stdout: '', stderr: '' });
      }
    }
    // A process that has not begun yet, or is killed, has no exit code of its own.
    expect([...new Set(codes)].filter((code) => code !== null && code !== 0)).toEqual(
      name === 'SIGKILL' ? [] : [130],
    );
  },
);
