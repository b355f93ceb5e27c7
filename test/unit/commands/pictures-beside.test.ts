import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { picturesBeside } from '../../../src/commands/pictures-beside.ts';
import { LIMITS } from '../../../src/model/index.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';

const drawing = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path fill="${colour}" d="M0 0h9v9z"/></svg>`;

/** A folder with files, by path. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = scratchFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** The result for each picture cell of a list in a folder: the path in the dataset, or the code of the problem. */
async function found(folder: string, cells: readonly string[], data?: string): Promise<object> {
  const rows = cells.map((text, index) => ({ number: index + 1, cells: new Map([[1, { text }]]) }));
  const pictures = await picturesBeside(
    { sheets: [{ rows, merges: [] }], notes: [] },
    path.join(folder, 'list.csv'),
    data,
  );
  return Object.fromEntries(
    [...pictures].map(([name, one]) => [
      name,
      'path' in one ? `${one.path}${one.bytes === undefined ? '' : ' new'}` : one.code,
    ]),
  );
}

test('Pictures are found in the folder of the list and its subfolders, whatever the letter case and Unicode form of their names', async () => {
  const folder = folderOf({
    ['Müller.svg'.normalize('NFD')]: drawing('red'),
    'Photos/Été à la mer (1).svg': drawing('blue'),
    'assets/choir.svg': drawing('green'),
  });
  const cells = ['müller.SVG', 'photos\\été à la mer (1).svg', '/assets/choir.svg', 'none.svg', 'Words'];
  expect(await found(folder, cells)).toEqual({
    'müller.SVG': 'pictures/muller.svg new',
    'photos\\été à la mer (1).svg': 'pictures/ete-a-la-mer-1.svg new',
    '/assets/choir.svg': 'pictures/choir.svg new',
  });
});

test('Files outside the folder of the list are not read, and nothing is downloaded', async () => {
  const outside = folderOf({ 'secret.svg': drawing('red'), 'album/secret.svg': drawing('red') });
  const folder = folderOf({ 'inside/choir.svg': drawing('red') });
  symlinkSync(path.join(outside, 'secret.svg'), path.join(folder, 'link.svg'));
  symlinkSync(path.join(outside, 'album'), path.join(folder, 'album'));
  const absolute = path.join(outside, 'secret.svg');
  const cells = {
    [`../${path.basename(outside)}/secret.svg`]: 'picture-outside',
    'inside/../../secret.svg': 'picture-outside',
    'inside\\..\\..\\secret.svg': 'picture-outside',
    'C:\\Pictures\\secret.svg': 'picture-outside',
    '\\\\server\\secret.svg': 'picture-outside',
    'link.svg': 'picture-is-link',
    'album/secret.svg': 'picture-is-link',
    'https://example.org/a.png': 'picture-on-web',
    'file:///etc/a.png': 'picture-on-web',
    '//example.org/a.png': 'picture-on-web',
    'www.example.org/a.png': 'picture-on-web',
  };
  expect(await found(folder, [...Object.keys(cells), absolute, 'inside/choir.svg/a.svg'])).toEqual(cells);
});

test('A file that is not a picture or is too large is not used', async () => {
  const folder = folderOf({ 'a.gif': 'GIF89a', 'b.png': 'words', 'c.jpg': '', 'd.svg': drawing('red') });
  mkdirSync(path.join(folder, 'folder.png'));
  truncateSync(path.join(folder, 'd.svg'), LIMITS.pictureFileBytes + 1);
  expect(await found(folder, ['a.gif', 'b.png', 'c.jpg', 'd.svg', 'folder.png'])).toEqual({
    'a.gif': 'picture-unusable',
    'b.png': 'picture-unusable',
    'c.jpg': 'picture-unusable',
    'd.svg': 'picture-unusable',
  });
});

test('A picture of the dataset is never replaced, and a picture that is already in the dataset is not copied again', async () => {
  const data = folderOf({ 'pictures/choir.svg': drawing('red'), 'pictures/organ.svg': drawing('black') });
  const folder = folderOf({
    'Choir.svg': drawing('blue'),
    'a/choir.svg': drawing('red'),
    'b/choir.svg': drawing('blue'),
  });
  expect(await found(folder, ['Choir.svg', 'a/choir.svg', 'b/choir.svg', 'Organ.svg'], data)).toEqual({
    'Choir.svg': 'pictures/choir-2.svg new',
    'a/choir.svg': 'pictures/choir.svg',
    'b/choir.svg': 'pictures/choir-2.svg new',
    'Organ.svg': 'pictures/organ.svg',
  });
  expect(readFileSync(path.join(data, 'pictures/choir.svg'), 'utf8')).toBe(drawing('red'));
});
