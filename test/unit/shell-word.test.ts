import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { shellWord } from '../../src/errors.ts';

it.each(['events.xlsx', 'Été 2027/programme', "l'été", 'a"b$c`d', '-x', 'a;b & c', 'Лето', ''])(
  'A shell reads the quoted word back as %j',
  (word) => {
    const read = execFileSync('/bin/sh', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8' });
    expect(read).toBe(word);
  },
);

it('Names without special characters are not quoted', () => {
  expect(shellWord('my-programme/data')).toBe('my-programme/data');
});
