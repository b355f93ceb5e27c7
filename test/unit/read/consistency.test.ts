import { expect, it } from 'vitest';
import { consistencyProblems } from '../../../src/read/consistency.ts';
import { readProgramme } from '../../../src/read/dataset.ts';

it('If a programme is consistent, its files are not parsed a second time to find the positions of problems', async () => {
  const asked: string[] = [];
  const problems = consistencyProblems(await readProgramme('data', '1'), (file) => {
    asked.push(file);
    return { file };
  });
  expect({ problems, asked }).toEqual({ problems: [], asked: [] });
});
