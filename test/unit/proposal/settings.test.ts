import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importSheet } from '../../../src/commands/import.ts';
import { init } from '../../../src/commands/init.ts';
import { propose } from '../../../src/commands/propose.ts';
import { type ReviewOptions, review } from '../../../src/commands/review.ts';
import { datasetSchemas, type JsonSchema } from '../../../src/model/json-schema.ts';
import { LANGS } from '../../../src/model/text.ts';
import { changesBetween } from '../../../src/proposal/changes.ts';
import { settingSteps } from '../../../src/proposal/schema.ts';
import { TEXT_KEYS } from '../../../src/proposal/settings.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { changesInLines } from '../../../src/report/index.ts';
import { edition1 } from '../support/programmes.ts';

/** The keys of a schema whose values are words by language, at any depth. */
function textKeys({ properties = {}, items, anyOf = [] }: JsonSchema): string[] {
  const isText = (schema: JsonSchema): boolean =>
    schema.anyOf?.some((form) => LANGS.every((lang) => form.properties?.[lang] !== undefined)) === true;
  return [
    ...Object.entries(properties).flatMap(([key, schema]) => (isText(schema) ? [key] : textKeys(schema))),
    ...[items, ...anyOf].flatMap((schema) => (schema === undefined ? [] : textKeys(schema))),
  ];
}

let folder: string;
let list: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'settings-'));
  const from = path.join(folder, 'start.csv');
  await writeFile(from, 'Title,Date,Place\nFair,9 May 2030,Hall\nWalk,3 May 2030,Harbour\n');
  await init({ dir: path.join(folder, 'start'), from });
  list = path.join(folder, 'list.csv');
  await writeFile(
    list,
    'Title,Date,Place,Speaker,Theme\nFair,9 May 2030,Hall,A. Berg,Events\nWalk,3 May 2030,Harbour,,Events\nTalk,5 May 2030,Mill,C. Dahl,Evening\n',
  );
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/**
 * A dataset with a proposal of a list with a new column and a new theme, and a function that decides on its changes by
 * field.
 */
async function proposed(name: string) {
  const data = path.join(folder, name);
  await cp(path.join(folder, 'start'), data, { recursive: true });
  const found = await propose({ data, source: list, date: '2030-01-01', write: true });
  const idOf = (about: string): string => {
    const change = found.changes.find(({ field, of, kind }) => about === field || about === `${kind} ${of}`);
    return change?.id ?? `no change of ${about}`;
  };
  const give = (verdicts: Pick<ReviewOptions, 'accept' | 'refuse' | 'reopen'>) => {
    const ids = (fields: readonly string[] = []): string[] => fields.map(idOf);
    const { accept, refuse, reopen } = verdicts;
    return review({
      data,
      name: found.name,
      by: 'A. Editor',
      date: '2030-01-02',
      accept: ids(accept),
      refuse: ids(refuse),
      reopen: ids(reopen),
    });
  };
  const draft = async () => {
    const { config, themes } = await readProgramme(data, 'draft');
    return {
      fields: config.fields.map(({ id }) => id),
      columns: config.themes.map(({ id, columns }) => [id, ...columns].join(' ')),
      events: themes.flatMap(({ events }) =>
        events.map((event) => [event.id, event.speaker ?? ''].join(' ')),
      ),
    };
  };
  return { data, found, give, draft };
}

const SETTINGS = [
  'fields.speaker',
  'themes.evening',
  'themes.events.columns',
  'themes.evening.columns',
  'mappings.list-csv',
];
const ADDED = 'event-added talk';

it('The list of translatable keys contains exactly the translatable keys of the schemas for programme and places', () => {
  const schemas = datasetSchemas(edition1.config);
  const keys = ['programme', 'places'].flatMap((name) => textKeys(schemas.get(name) ?? {}));
  expect([...TEXT_KEYS].sort()).toEqual([...new Set(keys)].sort());
});

describe('New fields, themes and columns in an imported list', () => {
  it('New settings are proposed as changes, which come before the changes that need them', async () => {
    const { found } = await proposed('shown');
    const settings = found.changes.filter(({ kind }) => kind === 'settings');
    expect(settings.map(({ field }) => field)).toEqual(SETTINGS);
    expect(found.changes.slice(0, settings.length)).toEqual(settings);
    expect([...found.standings.values()].map(({ state }) => state)).toEqual(
      found.changes.map(() => 'proposed'),
    );
    expect([found.conflicts, found.unplaced]).toEqual([[], []]);
    const lines = changesInLines(found.comparison, 'en').filter((line) => line.includes('Setting'));
    expect(lines.map((line) => line.replace(/^.* · /, ''))).toEqual([
      'Setting themes: — → Evening',
      'Setting fields: — → Speaker',
      'Setting themes.events.columns: title, date, place → title, date, place, speaker',
      'Setting themes.evening.columns: title, date, place → title, date, place, speaker',
      'Setting mappings: — → list.csv',
    ]);
  });

  it('Accepted settings are written to the draft; undoing them and the changes that use them also removes the file of an added theme', async () => {
    const { data, give, draft } = await proposed('all');
    expect((await give({ accept: [...SETTINGS, 'speaker', ADDED] })).problems).toEqual([]);
    expect(await draft()).toEqual({
      fields: ['title', 'date', 'place', 'speaker'],
      columns: ['events title date place speaker', 'evening title date place speaker'],
      events: ['fair A. Berg', 'walk ', 'talk C. Dahl'],
    });
    expect(await readFile(path.join(data, 'mappings/list-csv.yaml'), 'utf8')).toContain('file: list.csv\n');
    const again = await propose({ data, source: list, date: '2030-01-03', write: false });
    expect([again.changes, again.unplaced]).toEqual([[], []]);
    expect((await give({ reopen: ['fields.speaker'] })).problems).toHaveLength(1);
    const back = await give({ reopen: [...SETTINGS, 'speaker', ADDED] });
    expect(back.problems).toEqual([]);
    expect(back.proposal.changes.filter(({ verdict }) => verdict !== 'open')).toEqual([]);
    expect(await readdir(path.join(data, 'events'))).toEqual(['events.yaml']);
    expect(await readdir(path.join(data, 'mappings'))).toEqual(['start-csv.yaml']);
    expect(await draft()).toEqual({
      fields: ['title', 'date', 'place'],
      columns: ['events title date place'],
      events: ['fair ', 'walk '],
    });
  });

  it('Accepting a new theme cannot be undone while the draft uses the theme, and the file of the theme is kept if somebody has edited it', async () => {
    const { data, give } = await proposed('noted');
    await give({ accept: [...SETTINGS, 'speaker', ADDED] });
    const file = path.join(data, 'events/evening.yaml');
    await writeFile(file, `# Ask the mill.\n\n${await readFile(file, 'utf8')}`);
    expect((await give({ reopen: [SETTINGS[1] ?? ''] })).problems.map(({ message }) => message)).toEqual([
      'the verdict on the setting "themes.evening" cannot be undone: the draft uses the setting, or the setting has been changed since',
    ]);
    expect((await give({ reopen: [...SETTINGS, 'speaker', ADDED] })).problems).toEqual([]);
    expect(await readFile(file, 'utf8')).toContain('# Ask the mill.');
    expect((await readProgramme(data, 'draft')).config.themes.map(({ id }) => id)).toEqual(['events']);
  });

  it('A change cannot be accepted until the settings that it needs are accepted', async () => {
    const { give, draft } = await proposed('needed');
    const { problems, files } = await give({ accept: ['speaker', ADDED, 'themes.evening.columns'] });
    expect(problems.map(({ message }) => message).sort()).toEqual([
      'the change requires the setting "fields.speaker", which is not in the draft',
      'the change requires the setting "fields.speaker", which is not in the draft',
      'the change requires the setting "fields.speaker", which is not in the draft',
    ]);
    expect([files, (await draft()).fields]).toEqual([[], ['title', 'date', 'place']]);
  });

  it('Values for rejected settings are left out of new events and columns, but the proposal retains them', async () => {
    const { give, draft } = await proposed('refused');
    const given = await give({
      refuse: ['fields.speaker'],
      accept: ['themes.evening', 'themes.evening.columns', ADDED],
    });
    expect(given.problems).toEqual([]);
    expect(await draft()).toEqual({
      fields: ['title', 'date', 'place'],
      columns: ['events title date place', 'evening title date place'],
      events: ['fair ', 'walk ', 'talk '],
    });
    const event = given.proposal.changes.find(({ kind }) => kind === 'event-added');
    expect(event?.fields).toContainEqual({ field: 'speaker', lang: 'en', words: 'C. Dahl' });
    const columns = given.proposal.changes.find(({ field }) => field === 'themes.evening.columns');
    expect([columns?.verdict, columns?.written]).toEqual(['accepted', '["title","date","place"]']);
    expect(event?.writtenFields?.some(({ field }) => field === 'speaker')).toBe(false);
  });

  it('If a setting has a different new value in the draft, the conflict remains until somebody resolves it', async () => {
    const { data, found, give, draft } = await proposed('conflict');
    const file = path.join(data, 'programme.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('columns: [title, date, place]', 'columns: [title, place]'));
    const { standings, proposal } = await review({ data, name: found.name, date: '2030-01-02' });
    const id = proposal.changes.find(({ field }) => field === 'themes.events.columns')?.id ?? '';
    expect(standings.get(id)).toEqual({ state: 'conflict', ours: '["title","place"]' });
    await review({ data, name: found.name, date: '2030-01-02', by: 'A. Editor', acceptAll: true });
    expect((await draft()).columns[0]).toBe('events title place');
    await give({ accept: ['themes.events.columns'] });
    expect((await draft()).columns[0]).toBe('events title date place speaker');
  });

  it('A mapping that the user provides replaces the stored one and is listed among the written files', async () => {
    const { data } = await proposed('mapped');
    const file = path.join(folder, 'again.csv');
    await writeFile(file, 'Title,Date,Spot\nFair,9 May 2030,Hall\nWalk,3 May 2030,Quay\n');
    const call = { data, file, removeMissing: false, write: true, dryRun: false };
    await importSheet(call);
    const kept = path.join(data, 'mappings/again-csv.yaml');
    const before = await readFile(kept, 'utf8');
    expect(before).toContain('field: spot');
    const map = path.join(folder, 'other.yaml');
    await writeFile(
      map,
      before
        .replace('field: spot', 'field: place')
        .replace(/, kind: text/, '')
        .replace(/^file: .*\n/m, ''),
    );
    const { files } = await importSheet({ ...call, map });
    expect(files).toContain(kept);
    expect(await readFile(kept, 'utf8')).toContain('field: place');
    expect((await importSheet(call)).files).toEqual([]);
  });

  it('A proposal uses the mapping and the year that were provided for it', async () => {
    const { data } = await proposed('given');
    const source = path.join(folder, 'given.csv');
    const map = path.join(folder, 'given.yaml');
    await writeFile(source, 'What,When\nRegatta,7 May\n');
    await writeFile(
      map,
      'language: en\nsheets:\n  - header: [1]\n    columns:\n      - { column: A, heading: What, field: title }\n      - { column: B, heading: When, field: date }\n',
    );
    const { changes } = await propose({ data, source, map, year: 2031, write: false });
    const added = changes.find(({ kind }) => kind === 'event-added');
    expect(added?.fields).toContainEqual({ field: 'when', words: '2031-05-07' });
  });
});

it.each([
  ['fields.speaker', ['fields', 'speaker']],
  ['fields.speaker.emphasis', ['fields', 'speaker', 'emphasis']],
  ['themes.evening.columns', ['themes', 'evening', 'columns']],
  ['themes', ['themes']],
  ['date', ['date']],
  ['design.color.primary', ['design', 'color', 'primary']],
  ['mappings.list.v2', ['mappings', 'list.v2']],
  ['themes.evening.columns.title', undefined],
  ['date.year', undefined],
  ['motto', undefined],
  ['constructor', undefined],
  ['design', undefined],
  ['design.color.', undefined],
  ['mappings.../../list', undefined],
  ['mappings.', undefined],
])('The setting path %s is parsed or rejected', (path, steps) => {
  expect(settingSteps(path)).toEqual(steps);
});

/** Edition 1 without events: a change of the main language concerns every text. */
const settings1 = { ...edition1, themes: edition1.themes.map((theme) => ({ ...theme, events: [] })) };

it('If a copy has a different main language, the words of its settings stay in that language', () => {
  const { config, reference } = settings1;
  const side = { id: 'alps', country: 'DE', name: { fr: 'Alpes', de: 'Alpen' }, heading: { en: 'Alps' } };
  const copy = {
    ...settings1,
    config: {
      ...config,
      language: 'de' as const,
      shortTitle: 'Jahr',
      parts: ['cover', { id: 'dank', text: 'Danke.', signatures: [{ name: 'A. Berg', role: 'Leitung' }] }],
      sides: [...config.sides, side],
      themes: config.themes.map((theme) => ({ ...theme, shortTitle: 'Thema' })),
    },
    reference: { ...reference, places: [{ id: 'muehle', name: 'Mühle', town: 'Ulm', postcode: '89073' }] },
  };
  const { changes, byHand } = changesBetween(settings1, copy);
  const settings = changes.filter(({ kind }) => kind === 'settings');
  expect(
    Object.fromEntries(settings.map(({ field, theirs = '' }) => [field, JSON.parse(theirs)])),
  ).toMatchObject({
    'sides.alps': { ...side, heading: 'Alps' },
    [`themes.${config.themes[0]?.id}.shortTitle`]: { de: 'Thema' },
    parts: [
      'cover',
      {
        id: 'dank',
        text: { de: 'Danke.' },
        signatures: [{ name: { de: 'A. Berg' }, role: { de: 'Leitung' } }],
      },
    ],
    shortTitle: { de: 'Jahr' },
    'places.muehle': { name: { de: 'Mühle' }, town: { de: 'Ulm' }, postcode: '89073' },
  });
  const remarks = byHand.map(({ message }) => message);
  expect(remarks).toContain('programme language: "en" → "de"');
  expect(remarks.filter((remark) => remark.startsWith('place Mühle'))).toEqual([]);
  expect(changes.filter(({ about, of }) => about === 'side' && of === 'alps')).toEqual([]);
});

it.each([
  ['Verein Alpen', [{ lang: 'en', base: edition1.config.author, theirs: 'Verein Alpen' }]],
  [edition1.config.author, []],
])(
  'If a copy has a different main language, its publisher is proposed as one text: %s',
  (author, expected) => {
    const copy = { ...settings1, config: { ...edition1.config, language: 'de' as const, author } };
    const changes = changesBetween(settings1, copy).changes.filter(({ field }) => field === 'author');
    expect(changes).toMatchObject(expected);
  },
);
