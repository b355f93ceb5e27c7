import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLexicon } from '../../../src/check/hunspell.ts';
import { readDictionaries } from '../../../src/read/dictionaries.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';

const AFF = 'SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n';

/** A folder with files by path. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = scratchFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

async function knownWords(folders: Parameters<typeof readDictionaries>[1], words: readonly string[]) {
  const found = (await readDictionaries(['it'], folders)).get('it');
  const [first] = found?.dictionaries ?? [];
  if (found === undefined || first === undefined) return undefined;
  return { file: found.file && path.basename(found.file), words: words.filter(readLexicon([first], {}).has) };
}

const problem = (files: Readonly<Record<string, string | Uint8Array>>): Promise<unknown> =>
  readDictionaries(['it'], { dataset: folderWith(files) }).catch(
    (error: unknown) => (error as Error).message,
  );

describe('Hunspell dictionaries that are not installed as packages', () => {
  const own = (word: string) => ({ 'it.aff': AFF, 'it.dic': `1\n${word}/S\n` });

  test('A dictionary in the dataset takes precedence over one in the specified folder, which takes precedence over any other', async () => {
    const [dataset, given, computer] = ['uno', 'due', 'tre'].map((word) => folderWith(own(word)));
    const words = ['unos', 'dues', 'tres'];
    const known = async (folders: Parameters<typeof readDictionaries>[1]) =>
      (await knownWords(folders, words))?.words;
    expect(await known({ dataset, given, computer: [computer ?? ''] })).toEqual(['unos']);
    expect(await known({ given, computer: [computer ?? ''] })).toEqual(['dues']);
    expect(await known({ dataset: scratchFolder(), computer: ['/no/such/folder', computer ?? ''] })).toEqual([
      'tres',
    ]);
    expect(await known({})).toBeUndefined();
  });

  test('The subfolders of a LibreOffice folder are searched, and the dictionary for the main country of the language is preferred', async () => {
    const computer = folderWith({
      'a.tmp_/dict-it.oxt/it_CH.aff': AFF,
      'a.tmp_/dict-it.oxt/it_CH.dic': '1\nsvizzero\n',
      'dict-it/it_IT.aff': AFF,
      'dict-it/it_IT.dic': '1\nitaliano\n',
      'dict-it/hyph_it_IT.dic': 'UTF-8\n',
    });
    expect(await knownWords({ computer: [computer] }, ['svizzero', 'italiano'])).toEqual({
      file: 'it_IT.dic',
      words: ['italiano'],
    });
  });

  test('Dictionary files in other encodings, with other line endings or with notes after entries are read', async () => {
    const latin = (text: string) => Buffer.from(text, 'latin1');
    const dataset = folderWith({
      'it.aff': latin('SET ISO8859-15\r\nSFX S Y 1\r\nSFX S 0 s [àe]\r\n'),
      'it.dic': latin('2\r\ncittà/S po:noun\r\nperché\tpo:adv\r\n'),
    });
    expect((await knownWords({ dataset }, ['città', 'cittàs', 'perché', 'po:noun']))?.words).toEqual([
      'città',
      'cittàs',
      'perché',
    ]);
  });

  test.each([
    [
      'an unknown encoding',
      { 'it.aff': 'SET KLINGON\n', 'it.dic': '1\nciao\n' },
      'its encoding (SET) is unknown',
    ],
    ['a list without its count', { 'it.aff': AFF, 'it.dic': 'ciao\n' }, 'is not the number of words'],
    [
      'a condition with repetitions',
      { 'it.aff': `${AFF}SFX S 0 s (a+)+$\n`, 'it.dic': '1\nciao\n' },
      'letters and letter classes',
    ],
    ['flags that are numbers', { 'it.aff': `${AFF}FLAG num\n`, 'it.dic': '1\nciao\n' }, 'are not supported'],
    [
      'parts of compounds without letters',
      { 'it.aff': `${AFF}COMPOUNDMIN 0\n`, 'it.dic': '1\nciao\n' },
      '1 to 9 letters',
    ],
    [
      'very many rules for an affix',
      { 'it.aff': AFF + 'SFX S 0 s .\n'.repeat(1001), 'it.dic': '1\nciao\n' },
      'too many rules',
    ],
    ['no rules', { 'it.dic': '1\nciao\n' }, 'the file is missing'],
    [
      'a picture',
      { 'it.aff': new Uint8Array([137, 80, 78, 71]), 'it.dic': new Uint8Array([0, 1, 2]) },
      'is not the number of words',
    ],
  ])(
    'A dictionary in the dataset that contains %s causes an error that states the reason',
    async (_, files, words) => {
      expect(await problem(files)).toContain(words);
    },
  );

  test('If a dictionary found on the computer is unusable, it is skipped', async () => {
    const broken = folderWith({ 'it.aff': 'FLAG num\n', 'it.dic': '1\nciao\n' });
    expect(await knownWords({ computer: [broken] }, [])).toBeUndefined();
    expect(await knownWords({ computer: [broken, folderWith(own('ciao'))] }, ['ciao'])).toMatchObject({
      words: ['ciao'],
    });
  });

  test('If the folder that the user specifies has no dictionary for the programme, an error is thrown', async () => {
    const given = folderWith({ 'hu_HU.aff': AFF, 'hu_HU.dic': '1\nszia\n' });
    await expect(readDictionaries(['it'], { given })).rejects.toThrow(
      'no dictionary for a language of the programme',
    );
  });

  test('A folder that contains itself is searched only once', async () => {
    const computer = folderWith(own('ciao'));
    symlinkSync(computer, path.join(computer, 'again'));
    expect(await knownWords({ computer: [computer] }, ['ciao'])).toMatchObject({ words: ['ciao'] });
  });

  test('A dictionary is rejected if one of its words has very many rules, because searching it would take too long', async () => {
    const entries = Array.from({ length: 20_000 }, (_, index) => `ciao/S${index}`);
    const dataset = folderWith({ 'it.aff': AFF, 'it.dic': `20000\n${entries.join('\n')}\n` });
    await expect(knownWords({ dataset }, ['ciao'])).rejects.toThrow('the same word too many times');
  });
});
