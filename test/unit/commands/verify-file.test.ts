import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyFile } from '../../../src/commands/verify.ts';
import { verificationText } from '../../../src/commands/verify-text.ts';
import { sumOfFile } from '../../../src/edition/files.ts';
import { folderWithData } from '../../support/dataset-folder.ts';
import { forgeLock, holdEdition } from '../../support/frozen.ts';

describe('Verification of a single file', () => {
  it('A file is recognised as part of every edition that published a file with the same bytes', async () => {
    const data = path.join(folderWithData(), 'data');
    holdEdition(data);
    const [one, two] = ['1', '2'].map((name) => path.join(data, 'editions', name));
    if (one === undefined || two === undefined) throw new Error('two folders');
    cpSync(one, two, { recursive: true });
    const file = path.join(data, '../leaflet.pdf');
    writeFileSync(file, 'found in');
    const sum = await sumOfFile(file);
    forgeLock(one, (lock) => ({ ...lock, published: { 'leaflet.pdf': sum } }));
    forgeLock(two, (lock) => ({
      ...lock,
      edition: '2',
      published: { 'a.pdf': '0'.repeat(64), 'second.pdf': sum },
    }));
    const found = await verifyFile({ data, file });
    expect(found.published).toEqual([
      { edition: '1', file: 'leaflet.pdf' },
      { edition: '2', file: 'second.pdf' },
    ]);
    expect(verificationText([], { ...found, file: 'leaflet.pdf' })).toBe(
      'leaflet.pdf: leaflet.pdf of edition 1\nleaflet.pdf: second.pdf of edition 2',
    );
    writeFileSync(file, 'other bytes');
    expect((await verifyFile({ data, file })).published).toEqual([]);
  });
});

describe('File names in the output of verify', () => {
  // A control sequence that clears the screen, one that sets the window title, and characters that reverse the text
  // direction.
  const name = 'a\u001b[2J\u001b]0;owned\u0007\u202egnp.pdf\nedition 1: consistent';
  const shown = String.raw`a\u001b[2J\u001b]0;owned\u0007\u202egnp.pdf\u000aedition 1: consistent`;

  it('verify prints control characters in file names as escapes', () => {
    const edition = {
      edition: '1',
      inconsistencies: [
        {
          file: name,
          problem: 'extra',
          message: 'is not in the lock',
          code: 'edition-file-extra',
          parameters: {},
        },
      ],
      takenDown: [],
      fontsNotHeld: [{ edition: '1', file: name, sum: '0' }],
      madeDifferently: [],
      rebuilt: [{ file: name, same: false }],
      passed: false,
    } as const;
    const text = verificationText(
      [
        {
          ...edition,
          inconsistencies: [...edition.inconsistencies],
          takenDown: [],
          fontsNotHeld: [...edition.fontsNotHeld],
          madeDifferently: [],
          rebuilt: [...edition.rebuilt],
        },
      ],
      { file: name, sha256: '', published: [{ edition: '1', file: name }], notRead: [] },
      { folder: name, made: true, hasFeeds: false, differences: [{ file: name, problem: 'extra' }] },
    );
    expect(text.split('\n')).toHaveLength(7);
    expect(text.split(shown)).toHaveLength(8);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test searches for them
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});
