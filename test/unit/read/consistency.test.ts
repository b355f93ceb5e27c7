import { expect, it } from 'vitest';
import { consistencyProblems } from '../../../src/read/consistency.ts';
import { readProgramme } from '../../../src/read/dataset.ts';

it('asks for no place of what is right: the file is parsed once more for it', async () => {
  const asked: string[] = [];
  const problems = consistencyProblems(await readProgramme('data', '1'), (file) => {
    asked.push(file);
    return { file };
  });
  expect({ problems, asked }).toEqual({ problems: [], asked: [] });
});
