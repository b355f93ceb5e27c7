import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { addPicture, editSettings, readSettings, type SettingEdit } from '../../../src/index.ts';
import { folderWithData, replaced, scratchFolder } from '../../support/dataset-folder.ts';

/** A copy of an example with parts, a logo and pictures. */
async function dataset() {
  const data = path.join(scratchFolder(), 'data');
  cpSync('examples/festival-musterstadt', data, { recursive: true });
  const file = (name: string): string => path.join(data, name);
  const text = (name: string): string => readFileSync(file(name), 'utf8');
  const read = () => readSettings({ data });
  /** Edits settings whose previous values are the current ones. */
  const change = async (...edits: Omit<SettingEdit, 'before'>[]) => {
    const settings = await read();
    const values = (of: SettingEdit['of']) => new Map<string, unknown>(Object.entries(settings[of] ?? {}));
    const withBefore = edits.map((one): SettingEdit => {
      const before = values(one.of).get(one.key);
      return before === undefined ? one : { ...one, before };
    });
    return editSettings({ data, edits: withBefore });
  };
  return { data, file, text, read, change };
}

describe('Editing settings', () => {
  it.each([
    [
      'programme.yaml',
      'programme',
      'author',
      'Kulturamt',
      'author: Kulturamt der Stadt Musterstadt',
      'author: Kulturamt',
    ],
    [
      'programme.yaml',
      'programme',
      'title',
      { de: 'Tage', fr: 'Jours' },
      'title: Musterstädter Flusstage\nauthor',
      'title:\n  fr: Jours\n  de: Tage\nauthor',
    ],
    [
      'texts/colophon.de.md',
      'texts',
      'colophon.de',
      '# Impressum\n\nWir.\n',
      undefined,
      '# Impressum\n\nWir.\n',
    ],
  ] as const)(
    'Editing a setting changes only the lines of its value in %s, and undoing the edit restores the file',
    async (name, of, key, after, passage, by) => {
      const { text, change, data } = await dataset();
      const before = text(name);
      const { undo } = await change({ of, key, after });
      expect(text(name)).toBe(passage === undefined ? by : replaced(before, passage, by));
      await editSettings({ data, edits: undo });
      expect(text(name)).toBe(before);
    },
  );

  it('An edited list retains its comments and the notation of unchanged items', async () => {
    const { file, text, read, change } = await dataset();
    const source = text('programme.yaml').replace(
      /( +- name: .*)\n( +role: ).*\n/,
      '      # In this order.\n$1 # since 2029\n$2Mayor\n        portrait: { path: pictures/boot.png, alt: Portrait }\n      - name: Zweite\n',
    );
    expect(source).toContain('# since 2029');
    writeFileSync(file('programme.yaml'), source);
    const { programme } = await read();
    const parts = programme.parts?.map((part) =>
      typeof part === 'string'
        ? part
        : {
            ...part,
            signatures: part.signatures?.map((one) =>
              one.name === 'Zweite' ? { ...one, name: 'Dritte' } : one,
            ),
          },
    );
    await change({ of: 'programme', key: 'parts', after: parts });
    expect(text('programme.yaml')).toBe(replaced(source, 'name: Zweite', 'name: Dritte'));
  });

  it('The comment after a list in brackets is not repeated when the list changes', async () => {
    const { file, text, change } = await dataset();
    const source = replaced(text('programme.yaml'), 'languages: [de]', 'languages: [de] # printed in these');
    writeFileSync(file('programme.yaml'), source);
    await change({ of: 'programme', key: 'languages', after: ['de', 'fr'] });
    expect(text('programme.yaml')).toBe(replaced(source, '[de] #', '[de, fr] #'));
  });

  it('An edit can add a part with its text, and undoing the edit removes both', async () => {
    const { text, file, read, change, data } = await dataset();
    const before = text('programme.yaml');
    const { parts = [] } = (await read()).programme;
    const { undo, written } = await change(
      { of: 'programme', key: 'parts', after: parts.toSpliced(3, 0, 'house-rules') },
      { of: 'texts', key: 'house-rules.de', after: '# Hausordnung\n\nBitte leise.\n' },
    );
    expect(written.map((one) => path.relative(data, one)).sort()).toEqual([
      'programme.yaml',
      'texts/house-rules.de.md',
    ]);
    expect(text('programme.yaml')).toBe(
      replaced(before, '  - contents\n', '  - contents\n  - house-rules\n'),
    );
    await editSettings({ data, edits: undo });
    expect(text('programme.yaml')).toBe(before);
    expect(existsSync(file('texts/house-rules.de.md'))).toBe(false);
  });

  it('If a value has changed since it was read, no file is written, and the error names the value', async () => {
    const { text, data } = await dataset();
    const before = text('programme.yaml');
    const edits: SettingEdit[] = [
      { of: 'programme', key: 'contents', before: 'Inhalt', after: 'Übersicht' },
      { of: 'programme', key: 'author', before: 'Someone else', after: 'Mine' },
    ];
    expect(await editSettings({ data, edits })).toEqual({
      written: [],
      conflicts: [{ of: 'programme', key: 'author' }],
      undo: [],
    });
    expect(text('programme.yaml')).toBe(before);
  });

  it.each([
    ['a title without words', { of: 'programme', key: 'title', after: '' }],
    ['an unknown key', { of: 'programme', key: 'titel', after: 'x' }],
    ['parts without themes', { of: 'programme', key: 'parts', after: ['cover', 'introduction'] }],
    [
      'a part without a text',
      { of: 'programme', key: 'parts', after: ['cover', 'introduction', 'themes', 'other'] },
    ],
    ['no parts at all', { of: 'programme', key: 'parts', after: 'cover' }],
    ['a theme with events removed', { of: 'programme', key: 'themes', after: [] }],
    [
      'a text with a missing picture',
      { of: 'texts', key: 'foreword.de', after: '# A\n\n![B](pictures/none.png)\n' },
    ],
    ['an empty text', { of: 'texts', key: 'foreword.de', after: ' ' }],
    ['a text of HTML', { of: 'texts', key: 'foreword.de', after: '<script>' }],
    ['the last text of a part removed', { of: 'texts', key: 'foreword.de' }],
    ['a text outside of the folder', { of: 'texts', key: '../../x.de', after: '# A\n\nB\n' }],
    ['a text of a generated part', { of: 'texts', key: 'themes.de', after: '# A\n\nB\n' }],
    ['a text in no language', { of: 'texts', key: 'foreword.xx', after: '# A\n\nB\n' }],
    ['a colour that cannot be read', { of: 'design', key: 'color', after: { foreground: '#eeeeee' } }],
    [
      'a logo that does not exist',
      { of: 'design', key: 'logo', after: { path: 'pictures/none.png', alt: 'x' } },
    ],
    ['a logo outside of the folder', { of: 'design', key: 'logo', after: { path: '../x.png', alt: 'x' } }],
  ] as const)('An edit with %s is rejected, and nothing is written', async (_, edit) => {
    const { data, change } = await dataset();
    const all = (): string[] =>
      readdirSync(data, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'));
    const before = all();
    await expect(change(edit)).rejects.toMatchObject({ problems: expect.any(Array) });
    expect(all()).toEqual(before);
  });

  it.each([
    ['placeholders: [title, author]\n', ['author']],
    ['\nplaceholders:\n  - title\n', undefined],
  ])(
    'A setting that an edit changes is removed from the list %j, and undoing the edit restores the setting and the list',
    async (placeholders, rest) => {
      const folder = folderWithData();
      const data = path.join(folder, 'data');
      const file = path.join(data, 'programme.yaml');
      writeFileSync(file, `${readFileSync(file, 'utf8')}${placeholders}`);
      const before = readFileSync(file, 'utf8');
      const { programme } = await readSettings({ data });
      const edit = { of: 'programme', key: 'title', before: programme.title, after: 'A title' } as const;
      const { undo } = await editSettings({ data, edits: [edit] });
      expect((await readSettings({ data })).programme.placeholders).toEqual(rest);
      await editSettings({ data, edits: undo });
      expect(readFileSync(file, 'utf8')).toBe(before);
    },
  );
});

describe('Adding a picture', () => {
  const picture = readFileSync('examples/festival-musterstadt/pictures/boot.png');
  const drawing = readFileSync('examples/festival-musterstadt/pictures/flusstage.svg');

  it.each([
    ['The mayor.PNG', 'pictures/the-mayor.png'],
    ['../../Été à la mer.jpg', 'pictures/ete-a-la-mer.png'],
    ['/etc/passwd', 'pictures/passwd.png'],
    ['..\\..\\con.png', 'pictures/con-picture.png'],
    ['日本.png', 'pictures/picture.png'],
    ['', 'pictures/picture.png'],
  ])('The picture %j is written as %s', async (name, expected) => {
    const { data } = await dataset();
    expect(await addPicture({ data, name, bytes: picture })).toBe(expected);
    expect(readFileSync(path.join(data, expected))).toEqual(picture);
  });

  it('A new picture does not replace another picture, and a picture that is already in the dataset is not copied again', async () => {
    const { data, file } = await dataset();
    expect(await addPicture({ data, name: 'boot.png', bytes: picture })).toBe('pictures/boot.png');
    expect(await addPicture({ data, name: 'Boot.svg', bytes: drawing })).toBe('pictures/boot-2.svg');
    expect(readFileSync(file('pictures/boot.png'))).toEqual(picture);
  });

  it.each([
    ['text', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['half a picture', picture.subarray(0, 500)],
    [
      'a drawing with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    ],
  ])('A picture file that contains %s is rejected', async (_, bytes) => {
    const { data } = await dataset();
    const names = readdirSync(path.join(data, 'pictures'));
    await expect(addPicture({ data, name: 'x.png', bytes })).rejects.toMatchObject({
      problems: [{ at: { file: 'x.png' } }],
    });
    expect(readdirSync(path.join(data, 'pictures'))).toEqual(names);
  });
});
