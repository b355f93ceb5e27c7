import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, rebuilder } from '../../../src/commands/build.ts';
import { FORMATS } from '../../../src/commands/output.ts';
import type { Event } from '../../../src/model/event.ts';

/** Events of each theme that the test builds: enough for tables of several pages, few enough to build often. */
const EVENTS_A_THEME = 6;

const WORDS = [
  'changed',
  'Quartz 789',
  'Привет',
  'décalé – « là »',
  // Needs the full shaper.
  'e\u0301te\u0301',
  'so many words that the row is taller than what is left of its page, and longer '.repeat(4),
  // Taller than a page.
  'words without end, '.repeat(220),
];

type Edit = { theme: number; event: number; words: string } & (
  | { kind: 'title' | 'description' | 'date' }
  | { kind: 'remove' | 'double' | 'toFront' }
);

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('title', 'description', 'date', 'remove', 'double', 'toFront'),
  theme: fc.nat(5),
  event: fc.nat(EVENTS_A_THEME - 1),
  words: fc.constantFrom(...WORDS),
});

/** The events of a theme after an edit. */
function edited(events: readonly Event[], { kind, event: at, words }: Edit): Event[] {
  const event = events[at % Math.max(1, events.length)];
  if (event === undefined) return [];
  const others = events.filter((other) => other !== event);
  switch (kind) {
    case 'remove':
      return others.length > 0 ? others : [...events];
    case 'double':
      return [...events, { ...event, id: `${event.id}-${events.length}` }];
    case 'toFront':
      return [event, ...others];
    default:
      return events.map((other) => (other === event ? { ...event, [kind]: words.trim() } : other));
  }
}

describe('a second build in one process', () => {
  let data: string;
  let themes: { file: string; events: Event[] }[];
  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'rebuild-'));
    await cp('data/editions/1', data, { recursive: true });
    await rm(path.join(data, 'edition.lock.json'));
    const files = (await readdir(path.join(data, 'events'))).map((name) => path.join(data, 'events', name));
    themes = await Promise.all(
      files.map(async (file) => ({
        file,
        events: (load(await readFile(file, 'utf8')) as Event[]).slice(0, EVENTS_A_THEME),
      })),
    );
  });
  afterAll(() => rm(data, { recursive: true }));

  it('gives the bytes of a first one, whatever was edited', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const options = { data, edition: 'draft', formats: FORMATS, out: path.join(data, 'out') };
        const rebuild = await rebuilder();
        const events = themes.map((theme) => theme.events);
        const write = (at: number): Promise<void> =>
          writeFile(themes[at]?.file ?? '', dump(events[at], { lineWidth: -1, noRefs: true }));
        await Promise.all(themes.map((_, at) => write(at)));
        await rebuild(options);
        for (const edit of edits) {
          const at = edit.theme % themes.length;
          events[at] = edited(events[at] ?? [], edit);
          await write(at);
          const again = await rebuild(options);
          const first = await build(options);
          expect(again.map(({ sha256 }) => sha256)).toEqual(first.map(({ sha256 }) => sha256));
        }
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it('finds the problems of a file that it could read before', async () => {
    const options = { data, edition: 'draft', formats: ['pdf'], out: path.join(data, 'out') } as const;
    const rebuild = await rebuilder();
    await rebuild(options);
    const [theme] = themes;
    if (theme === undefined) throw new Error('no theme');
    const text = await readFile(theme.file, 'utf8');
    for (const wrong of [
      `${text}- id: 7\n`,
      `${text}...\n- id: second\n`,
      text.replace('title:', 'titel:'),
    ]) {
      await writeFile(theme.file, wrong);
      const problemsOf = (building: Promise<unknown>): Promise<unknown> =>
        building.then(
          () => 'built',
          (error: { problems: unknown }) => error.problems,
        );
      const found = await problemsOf(rebuild(options));
      expect(found).not.toBe('built');
      expect(found).toEqual(await problemsOf(build(options)));
    }
    await writeFile(theme.file, text);
    expect(await rebuild(options)).toEqual(await build(options));
  });
});
