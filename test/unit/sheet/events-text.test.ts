import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '../../../src/model/event.ts';
import type { Theme, ThemeEvents } from '../../../src/model/programme.ts';
import { eventsText, rewriteEvents } from '../../../src/read/events-text.ts';
import { parseYaml } from '../../../src/read/yaml.ts';
import { CONFIG, EventSchema, EventsFileSchema } from '../../support/fields.ts';
import { runs } from '../../support/property-runs.ts';

const theme = (id: string): Theme => ({ id, title: id, columns: ['title'], carry: false });
const read = async (text: string): Promise<Event[]> =>
  EventsFileSchema.parse(await parseYaml(text, 'events.yaml'));

/** The text of one theme after a change of its events. */
async function changed(text: string, change: (events: Event[]) => Event[]): Promise<string | undefined> {
  const events = await read(text);
  const before: ThemeEvents[] = [{ theme: theme('a'), events }];
  const after: ThemeEvents[] = [{ theme: theme('a'), events: change(structuredClone(events)) }];
  return (await rewriteEvents(new Map([['a', text]]), before, after, CONFIG)).get('a');
}

const TEXT = `# yaml-language-server: $schema=../schema/events.schema.json

# The first of them
- id: one   # never change it
  bodies:
    # confirmed by letter
    french: 'Town A'
    russian: Town B # by mail
  regions: { french: [FR-NAQ], russian: to-be-determined }
  title: "One"      # short
  description: >-
    Folded
    words
  date: May

# The second
- id: two
  bodies: {french: Town C}
  regions:
    french: [FR-BRE,  FR-IDF]
    russian: not-named
  title: Two
  description: |
    First paragraph
    # not a comment

    Second paragraph

  # before the date
  when: "2021-05"
# The end
`;

describe('Text of an events file after changes to its events', () => {
  it('If no event is changed, no new text of the events file is produced', async () => {
    expect(await changed(TEXT, (events) => events)).toBeUndefined();
  });

  it('If one field is changed, one line changes, and its comment is preserved', async () => {
    const text = await changed(TEXT, ([one, two]) => [
      { ...(one as Event), title: 'Another: one' },
      two as Event,
    ]);
    expect(text).toBe(TEXT.replace('title: "One"      # short', 'title: "Another: one"      # short'));
  });

  it('Fields inside a group of keys can be changed, added and removed', async () => {
    const text = await changed(TEXT, ([one, two]) => {
      const { date, ...rest } = one as Event;
      return [
        { ...rest, bodies: { french: 'Town A', russian: 'Town D' }, status: 'cancelled' },
        two as Event,
      ];
    });
    expect(text).toBe(
      TEXT.replace('russian: Town B # by mail', 'russian: Town D # by mail').replace(
        '  date: May\n',
        '  status: cancelled\n',
      ),
    );
  });

  it('A text can be replaced by one text for each language, and region codes remain on one line', async () => {
    const text = await changed(TEXT, ([one, two]) => [
      { ...(one as Event), title: { en: 'One', fr: 'Un' } },
      { ...(two as Event), regions: { french: ['FR-BRE'], russian: 'not-named' }, when: '2021-06' },
    ]);
    expect(text).toBe(
      TEXT.replace('title: "One"      # short', 'title:\n    en: One\n    fr: Un      # short')
        .replace('[FR-BRE,  FR-IDF]', '[FR-BRE]')
        .replace('"2021-05"', '"2021-06"'),
    );
  });

  it('A description of several paragraphs is replaced as a whole, and the text after it is unchanged', async () => {
    const text = await changed(TEXT, ([one, two]) => [
      one as Event,
      { ...(two as Event), description: 'New\nparagraphs' },
    ]);
    expect(text).toBe(
      TEXT.replace(
        / {2}description: \|\n[\s\S]*Second paragraph\n/,
        '  description: |-\n    New\n    paragraphs\n',
      ),
    );
  });

  it('If events are reordered, their comments move with them', async () => {
    const text = await changed(TEXT, ([one, two]) => [two as Event, one as Event]);
    const [head = '', first = '', second = '', end = ''] = TEXT.split(/(?=# The )/);
    expect(text).toBe(`${head}${second.trimEnd()}\n\n${first.trimEnd()}\n${end}`);
  });

  it('An event can be added and removed, and all events can be removed', async () => {
    const event = EventSchema.parse({
      id: 'three',
      regions: { french: ['FR-NAQ'], russian: 'not-named' },
      title: 'Three',
      when: '2021',
    });
    const text = await changed(TEXT, ([one, two]) => [one as Event, event, two as Event]);
    expect(text).toBe(
      TEXT.replace(
        '\n# The second',
        '\n- id: three\n  regions:\n    french: [FR-NAQ]\n    russian: not-named\n  title: Three\n  when: "2021"\n\n# The second',
      ),
    );
    const less = await changed(TEXT, ([, two]) => [two as Event]);
    expect(less).toBe(TEXT.replace(/# The first[\s\S]*(?=# The second)/, ''));
    expect(await changed(TEXT, () => [])).toBe(
      `${TEXT.slice(0, TEXT.indexOf('# The first'))}[]\n# The end\n`,
    );
  });

  it('If an event moves to another theme, its lines move with it', async () => {
    const other = '- id: three\n  regions: { french: not-named }\n  title: Three\n';
    const [events, others] = [await read(TEXT), await read(other)];
    const [one, two] = events as [Event, Event];
    const texts = await rewriteEvents(
      new Map([
        ['a', TEXT],
        ['b', other],
      ]),
      [
        { theme: theme('a'), events },
        { theme: theme('b'), events: others },
      ],
      [
        { theme: theme('a'), events: [one] },
        { theme: theme('b'), events: [...others, two] },
      ],
      CONFIG,
    );
    expect(texts.get('b')).toBe(
      `${other}\n${TEXT.slice(TEXT.indexOf('# The second'), TEXT.indexOf('# The end'))}`,
    );
    expect(texts.get('a')).toBe(TEXT.replace(/\n# The second[\s\S]*(?=# The end)/, ''));
  });

  it('Windows line endings are preserved', async () => {
    const text = await changed(TEXT.replaceAll('\n', '\r\n'), ([one, two]) => [
      one as Event,
      { ...(two as Event), title: 'Zwei' },
    ]);
    expect(text).toBe(TEXT.replace('title: Two', 'title: Zwei').replaceAll('\n', '\r\n'));
  });

  it('If a list in flow style is rewritten, its meaning is unchanged', async () => {
    const text = '# note\n[{ id: one, regions: { french: not-named }, title: One }]\n';
    const result = await changed(text, ([one]) => [{ ...(one as Event), title: 'Eins' }]);
    expect(result).toContain('# note');
    expect(await read(result ?? '')).toEqual([
      { id: 'one', bodies: {}, regions: { french: 'not-named' }, title: 'Eins' },
    ]);
  });
});

describe('Edition 1 after random changes', () => {
  const names = ['partnerships', 'academic', 'culture'];
  let texts: Map<string, string>;
  let before: ThemeEvents[];
  beforeAll(async () => {
    const read = names.map(
      async (name) => [name, await readFile(`data/editions/1/events/${name}.yaml`, 'utf8')] as const,
    );
    // Every event gets a comment above it and one after its id.
    texts = new Map(
      (await Promise.all(read)).map(([name, text]) => [
        name,
        text.replace(/^- id: (.*)$/gm, '# about $1\n- id: $1 # $1'),
      ]),
    );
    before = await Promise.all(
      [...texts].map(async ([name, text]) => ({
        theme: theme(name),
        events: EventsFileSchema.parse(await parseYaml(text, name)),
      })),
    );
  });

  it('After random changes, the events file contains exactly the intended events, and every comment of the remaining events', async () => {
    const words = fc.string({
      unit: fc.constantFrom('a', 'é', ':', '#', ' ', '-', '"', "'", '\n', '[', '|', '1', 'Ж'),
      minLength: 1,
      maxLength: 8,
    });
    const edit = fc.record({
      kind: fc.constantFrom(
        'title',
        'description',
        'french',
        'date',
        'drop',
        'move',
        'add',
        'languages',
        'status',
        'regions',
      ),
      from: fc.nat(2),
      to: fc.nat(2),
      at: fc.nat(40),
      target: fc.nat(40),
      words: words.filter((text) => text.trim() !== ''),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const lists = before.map(({ events }) => structuredClone(events) as Event[]);
        let added = 0;
        for (const { kind, from, to, at, target, words: text } of edits) {
          const list = lists[from] ?? [];
          const index = at % Math.max(1, list.length);
          const event = list[index];
          if (event === undefined) continue;
          if (kind === 'title' || kind === 'description' || kind === 'date') event[kind] = text;
          if (kind === 'french') event.bodies.french = text;
          if (kind === 'languages') event.title = { en: text, ru: 'Ж' };
          if (kind === 'regions') event.regions.french = 'all-regions';
          if (kind === 'status') event.status = 'postponed';
          if (kind === 'drop') list.splice(index, 1);
          if (kind === 'move') {
            list.splice(index, 1);
            const other = lists[to] ?? [];
            other.splice(target % (other.length + 1), 0, event);
          }
          if (kind === 'add')
            list.splice(target % (list.length + 1), 0, { ...structuredClone(event), id: `new-${added++}` });
        }
        const after = before.map(({ theme: same }, index) => ({ theme: same, events: lists[index] ?? [] }));
        const results = await rewriteEvents(texts, before, after, CONFIG);
        for (const {
          theme: { id },
          events,
        } of after) {
          const text = results.get(id) ?? texts.get(id) ?? '';
          expect(EventsFileSchema.parse(await parseYaml(text, id))).toEqual(events);
          for (const event of events.filter((one) => !one.id.startsWith('new-'))) {
            expect(text).toContain(`# about ${event.id}\n- id: ${event.id} # ${event.id}\n`);
          }
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('Text of a new events file', () => {
  it('A new events file has an empty line between events', async () => {
    const event = (id: string): Event =>
      EventSchema.parse({ id, regions: { french: 'not-named' }, title: `Title ${id}` });
    const text = await eventsText([event('a'), event('b')]);
    expect(text).toBe(
      '- id: a\n  regions:\n    french: not-named\n  title: Title a\n\n- id: b\n  regions:\n    french: not-named\n  title: Title b\n',
    );
    expect(await eventsText([])).toBe('[]\n');
  });
});
