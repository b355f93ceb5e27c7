import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuildOptions, build, rebuilder } from '../../../src/commands/build.ts';
import { type Built, FORMATS } from '../../../src/commands/output.ts';
import { UserError } from '../../../src/errors.ts';
import type { Event } from '../../../src/model/event.ts';
import type { Lang } from '../../../src/model/text.ts';

/** Events of each theme that the test builds: enough for tables of several pages, few enough to build often. */
const EVENTS_A_THEME = 6;

const WORDS = [
  'changed',
  'Quartz 789',
  'Привет',
  'décalé – « là »',
  // Needs the full shaper.
  'e\u0301te\u0301',
  // No font has it.
  'kanji 漢',
  'so many words that the row is taller than what is left of its page, and longer '.repeat(4),
  // Taller than a page.
  'words without end, '.repeat(220),
];

type Edit = { theme: number; event: number; words: string; kind: (typeof KINDS)[number] };

const KINDS = [
  'title',
  'description',
  'date',
  'cancel',
  'remove',
  'double',
  'toFront',
  'themeTitle',
  'heading',
  'place',
] as const;

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  theme: fc.nat(5),
  event: fc.nat(EVENTS_A_THEME - 1),
  words: fc.constantFrom(...WORDS),
});

/** The events of a theme after an edit. */
function edited(events: readonly Event[], { kind, event: at, words }: Edit): Event[] {
  const event = events[at % Math.max(1, events.length)];
  if (event === undefined) return [];
  const others = events.filter((other) => other !== event);
  const changed = (change: Partial<Event>): Event[] =>
    events.map((other) => (other === event ? { ...event, ...change } : other));
  switch (kind) {
    case 'remove':
      return others.length > 0 ? others : [...events];
    case 'double':
      return [...events, { ...event, id: `${event.id}-${events.length}` }];
    case 'toFront':
      return [event, ...others];
    case 'cancel':
      return changed({ status: 'cancelled' });
    case 'title':
    case 'description':
    case 'date':
      return changed({ [kind]: words.trim() });
    default:
      return [...events];
  }
}

interface Config {
  themes: { title: string }[];
  columns: { description: string };
}

/** A data folder of its own, with a few events of each theme, which can be edited. */
async function smallDataset() {
  const folder = await mkdtemp(path.join(tmpdir(), 'rebuild-'));
  await cp('data/editions/1', folder, { recursive: true });
  await rm(path.join(folder, 'edition.lock.json'));
  const read = async <T>(file: string): Promise<T> => load(await readFile(file, 'utf8')) as T;
  const write = (file: string, value: unknown): Promise<void> =>
    writeFile(file, dump(value, { lineWidth: -1, noRefs: true }));
  const files = (await readdir(path.join(folder, 'events'))).map((name) => path.join(folder, 'events', name));
  const configFile = path.join(folder, 'programme.yaml');
  const placesFile = path.join(folder, 'reference', 'places.yaml');
  const themes = await Promise.all(
    files.map(async (file) => (await read<Event[]>(file)).slice(0, EVENTS_A_THEME)),
  );
  const start = { themes, config: await read<Config>(configFile), places: await read<unknown[]>(placesFile) };
  let { themes: events, config, places } = structuredClone(start);
  const writeAll = async (): Promise<void> => {
    await Promise.all(files.map((file, at) => write(file, events[at])));
    await write(configFile, config);
    await write(placesFile, places);
  };
  return {
    folder,
    files,
    async reset(): Promise<void> {
      ({ themes: events, config, places } = structuredClone(start));
      await writeAll();
    },
    async edit(edit: Edit): Promise<void> {
      const at = edit.theme % files.length;
      events[at] = edited(events[at] ?? [], edit);
      const theme = config.themes[at];
      if (edit.kind === 'themeTitle' && theme !== undefined) theme.title = edit.words.trim();
      if (edit.kind === 'heading') config.columns.description = edit.words.trim();
      if (edit.kind === 'place') places.splice(edit.event, 1);
      await writeAll();
    },
  };
}

/** What a build makes: sums of its files, or the problems that it finds. */
function outcome(building: Promise<readonly Built[]>): Promise<unknown> {
  return building.then(
    (built) => built.map(({ path: file, sha256 }) => ({ file, sha256 })),
    (error: unknown) => {
      if (error instanceof UserError) return error.problems;
      throw error;
    },
  );
}

describe('a second build in one process', () => {
  let dataset: Awaited<ReturnType<typeof smallDataset>>;
  beforeAll(async () => {
    dataset = await smallDataset();
  });
  afterAll(() => rm(dataset.folder, { recursive: true }));
  const optionsFor = (langs: readonly Lang[]): BuildOptions => ({
    data: dataset.folder,
    edition: 'draft',
    formats: FORMATS,
    langs,
    out: path.join(dataset.folder, 'out'),
  });

  it('gives the bytes of a first one, or finds its problems, whatever was edited', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyEdit, { minLength: 1, maxLength: 4 }),
        fc.constantFrom<readonly Lang[]>(['en'], ['fr', 'ru']),
        async (edits, langs) => {
          const options = optionsFor(langs);
          const rebuild = await rebuilder();
          await dataset.reset();
          await rebuild(options);
          for (const edit of edits) {
            await dataset.edit(edit);
            expect(await outcome(rebuild(options))).toEqual(await outcome(build(options)));
          }
        },
      ),
      { numRuns: 8 },
    );
  }, 240_000);

  it('finds a character that no font has each time, until it is gone', async () => {
    const options = optionsFor(['en']);
    const rebuild = await rebuilder();
    await dataset.reset();
    const before = await outcome(rebuild(options));
    await dataset.edit({ kind: 'description', theme: 0, event: 1, words: 'kanji 漢' });
    const wrong = await outcome(build(options));
    expect(wrong).toMatchObject([
      { message: expect.stringContaining('U+6F22'), at: { field: 'description' } },
    ]);
    for (let turn = 0; turn < 3; turn++) expect(await outcome(rebuild(options))).toEqual(wrong);
    await dataset.reset();
    expect(await outcome(rebuild(options))).toEqual(before);
  });

  it('finds the problems of a file that it could read before', async () => {
    const options = { ...optionsFor(['en']), formats: ['pdf'] } as const;
    const rebuild = await rebuilder();
    await dataset.reset();
    await rebuild(options);
    const [file] = dataset.files;
    if (file === undefined) throw new Error('no theme');
    const text = await readFile(file, 'utf8');
    for (const wrong of [
      `${text}- id: 7\n`,
      `${text}...\n- id: second\n`,
      text.replace('title:', 'titel:'),
    ]) {
      await writeFile(file, wrong);
      const found = await outcome(rebuild(options));
      expect(found).toEqual(
        expect.arrayContaining([expect.objectContaining({ message: expect.any(String) })]),
      );
      expect(found).toEqual(await outcome(build(options)));
    }
    await writeFile(file, text);
    expect(await rebuild(options)).toEqual(await build(options));
  });
});
