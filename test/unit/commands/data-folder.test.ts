import { expect, it } from 'vitest';
import { dataFolder } from '../../../src/commands/data-folder.ts';

it('the sample of the program is meant only by who stands in its folder or its data', () => {
  expect(dataFolder('.')).toBe('data');
  expect(dataFolder('data')).toBe('.');
  expect(dataFolder('docs/decisions')).toBeUndefined();
});
