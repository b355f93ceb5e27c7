import { expect, it } from 'vitest';
import { dataFolder } from '../../../src/commands/data-folder.ts';

it('The sample dataset is the default only if the current folder is the program folder or its data folder', () => {
  expect(dataFolder('.')).toBe('data');
  expect(dataFolder('data')).toBe('.');
  expect(dataFolder('docs/decisions')).toBeUndefined();
});
