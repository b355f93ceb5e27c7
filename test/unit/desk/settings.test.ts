import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DESK_LANGUAGES } from '../../../languages/desk/index.ts';
import type { Dataset, SettingField } from '../../../src/desk/api.ts';
import { keysOf, valuesOf } from '../../../src/desk/page/form-values.ts';
import {
  pictureIn,
  pictureObject,
  pictureText,
  pictureValue,
} from '../../../src/desk/page/picture-values.ts';
import { partSlots, settingSlots, themeSlots } from '../../../src/desk/page/setting-values.ts';
import { settingsForms } from '../../../src/desk/settings-form.ts';
import { readSettings, type Settings } from '../../../src/index.ts';
import { replaced, scratchFolder } from '../../support/dataset-folder.ts';
import { desk } from './support.ts';

/** A desk of an example with parts and pictures. */
async function deskOfExample() {
  const data = path.join(scratchFolder(), 'data');
  cpSync('examples/festival-musterstadt', data, { recursive: true });
  const { ask, own, post, host } = await desk({ data });
  const text = (name: string): string => readFileSync(path.join(data, name), 'utf8');
  const dataset = async (): Promise<Dataset> =>
    JSON.parse((await ask('/api/dataset', { headers: own })).text);
  const picture = (name: string, body: Buffer) =>
    ask(`/api/picture?${new URLSearchParams({ name })}`, {
      method: 'POST',
      headers: { ...own, Origin: `http://${host}`, 'Content-Type': 'application/octet-stream' },
      body,
    });
  return { data, ask, own, post, text, dataset, picture };
}

const BOAT = readFileSync('examples/festival-musterstadt/pictures/boot.png');

describe('Settings in the desk', () => {
  it('The settings in the desk are the same as those in the dataset, and are available only for the draft', async () => {
    const { data, dataset } = await deskOfExample();
    const { settings, parts } = await dataset();
    expect(settings).toEqual(JSON.parse(JSON.stringify(await readSettings({ data }))));
    expect(parts.map(({ id, title }) => [id, title])).toEqual([
      ['cover', undefined],
      ['introduction', undefined],
      ['contents', undefined],
      ['foreword', 'Grußwort'],
      ['themes', undefined],
      ['indexes', undefined],
      ['practical-information', 'Gut zu wissen'],
      ['colophon', 'Impressum'],
      ['back-cover', 'Zehn Tage am Wasser'],
    ]);
    const { ask, own } = await desk({ data: path.resolve('data') });
    const frozen = JSON.parse((await ask('/api/dataset?edition=1', { headers: own })).text);
    expect(frozen.settings).toBe(undefined);
  });

  it('Editing settings changes only their lines, and an edit that is based on an older state results in a conflict', async () => {
    const { post, own, text, dataset } = await deskOfExample();
    const before = text('design.yaml');
    const { color } = ((await dataset()).settings?.design as Record<string, object> | undefined) ?? {};
    const edit = { of: 'design', key: 'color', before: color, after: { ...color, primary: '#7a1f3d' } };
    const edited = await post('/api/edit', { edits: [edit] }, own);
    expect(text('design.yaml')).toBe(replaced(before, '#0d5c6b', '#7a1f3d'));
    const stale = await post('/api/edit', { edits: [edit] }, own);
    expect(JSON.parse(stale.text)).toEqual({ undo: [], conflicts: ['color'] });
    await post('/api/edit', { edits: JSON.parse(edited.text).undo }, own);
    expect(text('design.yaml')).toBe(before);
  });

  it('The id of a new part is derived from its title, and undoing the edit removes the part and its text', async () => {
    const { data, post, own, text, dataset } = await deskOfExample();
    const before = text('programme.yaml');
    const part = { title: 'Anfahrt', text: 'Mit der Bahn.', after: 'foreword' };
    const { id, undo } = JSON.parse((await post('/api/part', part, own)).text);
    expect([id, text('texts/anfahrt.de.md')]).toEqual(['anfahrt', '# Anfahrt\n\nMit der Bahn.\n']);
    expect((await dataset()).parts[4]).toEqual({ id: 'anfahrt', isText: true, title: 'Anfahrt' });
    await post('/api/edit', { edits: undo }, own);
    expect(text('programme.yaml')).toBe(before);
    expect(existsSync(path.join(data, 'texts/anfahrt.de.md'))).toBe(false);
  });

  it('A picture is written into pictures/ with a name that is derived from its file name', async () => {
    const { data, picture } = await deskOfExample();
    const reply = await picture('../../etc/Die Bürgermeisterin.jpeg', BOAT);
    expect(JSON.parse(reply.text)).toEqual({ path: 'pictures/die-burgermeisterin.png' });
    expect(readFileSync(path.join(data, 'pictures/die-burgermeisterin.png'))).toEqual(BOAT);
  });
});

describe('Attacks on the settings routes', () => {
  it.each([
    [{ of: 'events', key: 'music', after: 'x' }],
    [{ of: 'programme', key: 'title', after: 'x', path: '/etc/passwd' }],
    [{ of: 'programme', key: 'x'.repeat(201), after: 'x' }],
  ])('The settings route rejects edits of unsupported kinds: %j', async (edit) => {
    const { post, own } = await deskOfExample();
    expect((await post('/api/edit', { edits: [edit] }, own)).status).toBe(400);
  });

  it.each([
    { of: 'texts', key: '../../x.de', after: '# A\n\nB' },
    { of: 'texts', key: 'foreword.de/../../x', after: '# A\n\nB' },
    { of: 'design', key: 'logo', after: { path: '/etc/passwd', decoration: true } },
    { of: 'design', key: 'extends', after: '../../etc/passwd' },
  ])('A path outside the dataset is rejected: %j', async (edit) => {
    const { post, own, data } = await deskOfExample();
    const files = readdirSync(path.dirname(data), { recursive: true });
    const { settings } = JSON.parse(
      (await desk({ data }).then(({ ask, own }) => ask('/api/dataset', { headers: own }))).text,
    );
    const before = settings[edit.of][edit.key];
    const { status, text } = await post('/api/edit', { edits: [{ ...edit, before }] }, own);
    expect([status, text.includes(path.dirname(data))]).toEqual([422, false]);
    expect(readdirSync(path.dirname(data), { recursive: true })).toEqual(files);
  });

  it('File names as part ids, files that are not pictures, and files that are too large are rejected', async () => {
    const { post, own, picture } = await deskOfExample();
    const part = { kind: '../../x', title: '', text: 'x', after: 'cover' };
    expect((await post('/api/part', part, own)).status).toBe(422);
    expect((await picture('x.png', Buffer.from('<html>'))).status).toBe(422);
    expect((await picture('x.png', Buffer.alloc(33 * 1024 * 1024))).status).toBe(413);
    expect((await picture('x'.repeat(1001), BOAT)).status).toBe(400);
  });
});

describe('The form values', () => {
  const spoken = { language: 'en', languages: ['en', 'fr'] } as const;
  const settings = (design: object, programme: object = {}, texts = {}): Settings =>
    ({ programme, design, texts }) as unknown as Settings;
  const formOf = (file: 'programme' | 'design', fields: readonly SettingField[]) =>
    valuesOf<Settings>(
      (state) => fields.flatMap((field) => settingSlots(file, field, state, spoken)),
      spoken,
    );

  it.each([
    [{}, 'color.primary', '#7a1f3d', { color: { primary: '#7a1f3d' } }],
    [{ color: { primary: '#7a1f3d' } }, 'color.primary', '', {}],
    [{ cover: 'band' }, 'cover.layout', 'plain', { cover: 'plain' }],
    [{ cover: 'band' }, 'cover.layout', '', {}],
    [{}, 'presentation.groups', 'day', { presentation: { groups: 'day' } }],
    [{ presentation: 'list' }, 'presentation.groups', 'day', { presentation: { as: 'list', groups: 'day' } }],
    [
      { typography: { base: { size: '12 pt' } } },
      'typography.base',
      'PT Sans',
      { typography: { base: { size: '12 pt', family: 'PT Sans' } } },
    ],
    [{ typography: { base: 'PT Serif' } }, 'typography.base', 'PT Sans', { typography: { base: 'PT Sans' } }],
    [{}, 'table.zebra', 'true', { table: { zebra: true } }],
    [
      { cover: 'picture' },
      'cover.picture',
      '{"path":"pictures/a.png","alt":{"en":"A","fr":"B"}}',
      { cover: { layout: 'picture', picture: { path: 'pictures/a.png', alt: { en: 'A', fr: 'B' } } } },
    ],
    [{}, 'logo', '{"path":"a.svg","alt":{"en":"A","fr":"A"}}', { logo: { path: 'a.svg', alt: 'A' } }],
    [{}, 'logo', '{"path":"a.svg","alt":{}}', { logo: { path: 'a.svg', decoration: true } }],
  ])('The design %j, with %s set to %s, becomes %j', async (before, key, value, after) => {
    const { design } = await settingsForms();
    const form = formOf('design', design);
    const changed = form.with(settings(before), key, value);
    expect(changed.design).toEqual(after);
    expect(form.at(changed, key)).toBe(value);
  });

  it('If a required value is cleared, the form sends an empty value, which the program rejects', async () => {
    const form = formOf('programme', (await settingsForms()).title);
    const { programme } = form.with(settings({}, { title: 'A', author: 'B' }), 'title', '');
    expect(programme).toEqual({ title: '', author: 'B' });
  });

  it('The form stores the opening of a theme in the settings of that theme, with the picture as a single text', () => {
    const form = valuesOf<Settings>((state) => themeSlots(state, spoken), spoken);
    const themes = [{ id: 'a' }, { id: 'b', picture: 'The port (pictures/port.jpg)' }];
    const before = settings({}, { themes });
    expect(form.at(before, 'themes.1.picture')).toBe('{"path":"pictures/port.jpg","alt":{"en":"The port"}}');
    const after = form.with(before, 'themes.1.introduction.fr', 'Dix concerts');
    expect(form.with(after, 'themes.1.picture', '').programme.themes).toEqual([
      { id: 'a' },
      { id: 'b', introduction: { fr: 'Dix concerts' } },
    ]);
    const value = '{"path":"pictures/port.jpg","alt":{}}';
    expect(form.with(before, 'themes.1.picture', value).programme.themes).toEqual([
      { id: 'a' },
      { id: 'b', picture: '(pictures/port.jpg)' },
    ]);
  });

  it('The text of a part is read from its file, or from programme.yaml if it is stored there', () => {
    const form = valuesOf<Settings>((state) => partSlots(state, 'foreword', spoken), spoken);
    const parts = ['cover', { id: 'foreword', signatures: [{ name: 'A' }] }];
    const file = settings({}, { parts }, { 'foreword.en': 'One' });
    expect(form.with(file, 'text.fr', 'Un').texts).toEqual({ 'foreword.en': 'One', 'foreword.fr': 'Un' });
    expect(form.with(file, 'signatures.0.role', 'Mayor').programme.parts?.[1]).toEqual({
      id: 'foreword',
      signatures: [{ name: 'A', role: 'Mayor' }],
    });
    const inline = settings({}, { parts: [{ id: 'foreword', text: 'One' }] });
    expect(form.with(inline, 'text.fr', 'Un').programme.parts).toEqual([
      { id: 'foreword', text: { en: 'One', fr: 'Un' } },
    ]);
  });

  it.each([
    'The harbour (pictures/harbour.jpg)',
    '(pictures/harbour.jpg)',
    { en: 'The harbour (pictures/harbour.jpg)', fr: 'Le port (pictures/harbour.jpg)' },
  ])('The picture %j is unchanged when it is read and written', (text) => {
    const value = pictureValue(pictureText(text, spoken), spoken);
    expect(pictureIn(value, spoken)?.text).toEqual(text);
    const object = pictureIn(value, spoken)?.object;
    expect(pictureValue(pictureObject(object, spoken), spoken)).toBe(value);
  });

  it.each([
    'The harbour (pictures/harbour.jpg) Photo: A. Exemple',
    '(pictures/harbour.jpg) Photo: A. Exemple',
    'The harbour (2030) (pictures/harbour.jpg) Photo: A. Exemple (CC BY-SA 4.0)',
    { en: '(pictures/harbour.jpg) The harbour', fr: '(pictures/harbour.jpg) Le port' },
    { en: 'The harbour (pictures/harbour.jpg) Photo: A', fr: 'Le port (pictures/harbour.jpg)' },
  ])('The caption of the picture %j is unchanged when it is read and written', (text) => {
    expect(pictureIn(pictureValue(pictureText(text, spoken), spoken), spoken)?.text).toEqual(text);
  });

  it.each(Object.keys(DESK_LANGUAGES) as (keyof typeof DESK_LANGUAGES)[])(
    'Every choice in the forms has a name in the language %s',
    async (lang) => {
      const { settings: words } = await DESK_LANGUAGES[lang].words();
      const { title, design } = await settingsForms();
      for (const field of [...title, ...design].filter(({ kind }) => kind === 'choice'))
        expect(Object.keys(words.choices)).toEqual(expect.arrayContaining(field.options));
      expect(keysOf('title', spoken)).toHaveLength(2);
    },
  );
});
