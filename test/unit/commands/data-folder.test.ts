import { expect, it } from 'vitest';
import { dataFolder } from '../../../src/commands/data-folder.ts';

it('The sample dataset is the default only in the program folder or in its data folder', () => {
  expect(dataFolder('.')).toBe('data');
  expect(dataFolder('data')).toBe('.');
  expect(dataFolder('docs/decisions')).toBeUndefined();
});
