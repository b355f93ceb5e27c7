import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { checkProgramme } from '../../../src/check/index.ts';
import { fix } from '../../../src/commands/check.ts';
import { draftFiles } from '../../../src/commands/draft-files.ts';
import { compare } from '../../../src/compare/compare.ts';
import type { RichRun } from '../../../src/model/part.ts';
import { readDataset, readProgramme, readProgrammeFolder } from '../../../src/read/dataset.ts';
import { upgradeFrom } from '../../../src/read/upgrade.ts';
import { isSameRuns, joined, parseInline } from '../../../src/text/inline.ts';
import { readMarkdown } from '../../../src/text/markdown.ts';
import { folderWithData, replaced, smallFile } from '../../support/dataset-folder.ts';
import { runs } from '../../support/property-runs.ts';

const upgrade = upgradeFrom(2);
const CONFIG = {
  fields: [
    { id: 'title', kind: 'title' as const },
    { id: 'description', kind: 'description' as const, emphasis: true as const },
  ],
  sides: [],
};

/** The description of an event in format 2, converted to format 3. */
function upgraded(description: string): string {
  const [event] = upgrade.events(
    [{ id: 'a', bodies: {}, regions: {}, title: description, description }],
    CONFIG,
  );
  expect(event?.title).toBe(description);
  return String(event?.description);
}

/** Everything of CommonMark except emphasis and escaped characters. */
const OTHERS = [
  'autolink blockQuote characterReference codeFenced codeIndented codeText definition hardBreakEscape headingAtx',
  'htmlFlow htmlText labelEnd labelStartImage labelStartLink list setextUnderline thematicBreak',
].flatMap((names) => names.split(' '));

/** The runs of a paragraph, read as a field with emphasis in format 2. */
function readAsBefore(paragraph: string): RichRun[] {
  const runs = (node: PhrasingContent, look: Omit<RichRun, 'text'>): RichRun[] => {
    if (node.type === 'text') return [{ text: node.value, ...look }];
    if (node.type !== 'strong' && node.type !== 'emphasis') throw new Error(node.type);
    return node.children.flatMap((child) => runs(child, { ...look, [node.type]: true }));
  };
  // Format 2 printed an underscore, and a backslash before any character except an asterisk and a backslash.
  const source = paragraph
    .replace(/\\([*\\])|\\/g, (sign, escaped) => (escaped === undefined ? '\\\\' : sign))
    .replaceAll('_', '\\_');
  const root = fromMarkdown(source, { extensions: [{ disable: { null: OTHERS } }] });
  return joined(
    root.children.flatMap((block) =>
      block.type === 'paragraph' ? block.children.flatMap((node) => runs(node, {})) : [],
    ),
  );
}

const hostile = fc
  .array(
    fc.constantFrom(
      ...[
        '*',
        '*',
        '**',
        '***',
        '****',
        '[',
        ']',
        '](https://a.example/)',
        '(',
        ')',
        '\\',
        '\\\\',
        '\\*',
        '\\_',
      ],
      ...[
        'a',
        'été',
        'Год',
        ' ',
        '\u00a0',
        '.',
        '«',
        '»',
        '_',
        '_x_',
        '<b>',
        '&amp;',
        '🎉',
        '5',
        '# ',
        '- ',
        '1. ',
      ],
    ),
    { minLength: 1, maxLength: 16 },
  )
  .map((pieces) => pieces.join('').trim())
  .filter((words) => words !== '');

/** Runs without the invisible spaces at line breaks. */
const inLines = (own: readonly RichRun[]): RichRun[] =>
  joined(
    own.map((run, index) => {
      if (run.text === '\n') return run;
      const text = own[index - 1]?.text === '\n' ? run.text.trimStart() : run.text;
      return { ...run, text: own[index + 1]?.text === '\n' ? text.trimEnd() : text };
    }),
  );

describe('Upgrade of texts to format 3', () => {
  it.each([
    ['Saal [A](https://example.org/) und [18+] <3', 'Saal \\[A](https://example.org/) und [18+] <3'],
    ['C:\\new_files, \\_x_ and \\[a]', 'C:\\new_files, \\\\_x_ and \\\\[a]'],
    ['**frei**, *Künstler\\*innen* & Hall_A_B', '**frei**, *Künstler\\*innen* & Hall_A_B'],
    ['**«А»**нна и **Б**', '\\*\\*«А»\\*\\*нна и **Б**'],
    ['* Prix* et tarif**', '* Prix* et tarif**'],
    ['* a *b*', '* a *b*'],
  ])('Characters that are markup only in format 3 are escaped: %s', (before, now) => {
    expect(upgraded(before)).toBe(now);
    expect(isSameRuns(parseInline(now), readAsBefore(before))).toBe(true);
  });

  it('A field with emphasis is printed with the same text after the upgrade, and its source is left unchanged if possible', () => {
    fc.assert(
      fc.property(hostile, (before) => {
        const now = upgraded(before);
        const old = readAsBefore(before);
        expect([now, isSameRuns(parseInline(now), old)]).toEqual([now, true]);
        if (isSameRuns(parseInline(before), old)) expect(now).toBe(before);
      }),
      { numRuns: runs(600) },
    );
  });

  it('A text part is printed with the same text after the upgrade', () => {
    const inline = fc
      .array(
        fc.constantFrom(
          ...[
            '*',
            '**',
            '_',
            '__',
            '[a](https://a.example/ "t")',
            '[b][r]',
            '[',
            ']',
            '\\',
            '\\*',
            '&eacute;',
            '&amp;',
          ],
          ...[
            'a',
            'Год',
            ' ',
            '\n',
            '.',
            '«',
            '»',
            '5',
            '<https://a.example/x>',
            '[c](<https://a.example/(d>)',
            '\\\n',
            '  \n',
          ],
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((pieces) =>
        pieces
          .join('')
          .replace(/(?:\s|\\\n)*(?:\\\n| {2}\n)(?:\s|\\\n)*/g, '\\\n')
          .replace(/\n\s*/g, '\n')
          .trim(),
      )
      .filter((words) => /^(?!\\\n)[\p{L}[_*&\\«]/u.test(words) && !words.endsWith('\\'));
    fc.assert(
      fc.property(inline, fc.constantFrom('', '> ', '- ', '## '), (words, mark) => {
        const source = `# T\n\n${mark}${mark === '> ' ? words.replaceAll('\n', '\n> ') : words}\n\n[r]: https://r.example/\n`;
        const old = readMarkdown(source, undefined, 'commonmark');
        fc.pre(old.problems.length === 0);
        // A line break at an end or after another line break prints nothing.
        const isBreak = (run?: RichRun): boolean => run === undefined || run.text === '\n';
        fc.pre(
          old.paragraphs.every(({ runs }) =>
            [...runs, undefined].every((run, index) => !isBreak(run) || !isBreak(runs[index - 1])),
          ),
        );
        const now = upgrade.markdown(source);
        const read = readMarkdown(now);
        expect([now, read.problems]).toEqual([now, []]);
        const own = read.paragraphs.map(({ runs }) => runs);
        const same = old.paragraphs.map(({ runs }, index) =>
          isSameRuns(inLines(runs), inLines(own[index] ?? [])),
        );
        expect([now, same]).toEqual([now, same.map(() => true)]);
      }),
      { numRuns: runs(600) },
    );
  });

  it('Bold words of the introduction stay bold, and characters that would be new markup are escaped', () => {
    const config = (introduction: string) =>
      ({ introduction, fields: [], themes: [] }) as unknown as Parameters<typeof upgrade.config>[0];
    const now = (introduction: string) => upgrade.config(config(introduction)).introduction;
    expect(now('Ein **Fest** im [Park](https://example.org/), *open*\n**a * b**c')).toBe(
      'Ein **Fest** im \\[Park](https://example.org/), \\*open\\*\n**a * b**c',
    );
  });

  const folders = [
    'data',
    'starter',
    'test/fixtures/small-dataset',
    ...readdirSync('examples').map((name) => `examples/${name}`),
  ];
  it.each(folders)('Reading a dataset in format 3 does not change it: %s', async (folder) => {
    const now = await readProgrammeFolder(folder, 'draft');
    expect(upgrade.config(now.config)).toEqual(now.config);
    for (const { events } of now.themes) expect(upgrade.events(events, now.config)).toEqual(events);
    for (const { source } of now.texts ?? []) expect(upgrade.markdown(source)).toBe(source);
  });
});

describe('Draft in format 2', () => {
  const DATA = {
    'programme.yaml': replaced(smallFile('programme.yaml'), 'format: 3\n', 'format: 2\n').replace(
      /(\{ id: description, .*?) \}/,
      '$1, emphasis: true }',
    ),
    'events/music.yaml': replaced(
      smallFile('events/music.yaml'),
      'description: Concert of both orchestras – in the open',
      'description: Concert of **both** [orchestras](https://example.org/) – in the open',
    ),
  };

  it('A draft in format 2 prints the same text as before', async () => {
    const data = path.join(folderWithData(DATA), 'data');
    const { themes } = await readProgramme(data);
    expect(JSON.stringify(themes)).toContain('Concert of **both** \\\\[orchestras](https://example.org/)');
  });

  it('The first change to a draft converts it to format 3 and has no other effects', async () => {
    const data = path.join(folderWithData(DATA), 'data');
    const before = await readDataset(data);
    expect(await draftFiles(data, before, before)).toEqual([]);
    const after = { ...before, config: { ...before.config, subject: 'Another subject' } };
    for (const { path: file, bytes } of await draftFiles(data, before, after)) writeFileSync(file, bytes);
    const text = (name: string): string => readFileSync(path.join(data, name), 'utf8');
    expect(text('programme.yaml')).toBe(
      DATA['programme.yaml']
        .replace('format: 2', 'format: 3')
        .replace(/subject: .*/, 'subject: Another subject'),
    );
    expect(text('events/music.yaml')).toBe(
      DATA['events/music.yaml'].replace('[orchestras](https', '\\[orchestras](https'),
    );
    const now = await readDataset(data);
    expect(now).toEqual({ ...after, olderWords: undefined });
    const { changes, untracked } = compare(before, now);
    expect([changes.length, untracked.length]).toEqual([1, 0]);
  });

  it('Texts of parts are rewritten if they would otherwise be read differently', async () => {
    const text =
      '# Hi _there_\n\n[Site][s], 5&nbsp;€, <https://a.example/>, *ok*.\n\n* as it was\n\n[s]: https://s.example/\n';
    const parts = `${DATA['programme.yaml']}parts: [cover, foreword, introduction, contents, whats-new, themes, indexes]\n`;
    const data = path.join(
      folderWithData({ ...DATA, 'programme.yaml': parts, 'texts/foreword.en.md': text }),
      'data',
    );
    const before = await readDataset(data);
    const after = { ...before, config: { ...before.config, subject: 'Another subject' } };
    for (const { path: file, bytes } of await draftFiles(data, before, after)) writeFileSync(file, bytes);
    expect(readFileSync(path.join(data, 'texts/foreword.en.md'), 'utf8')).toBe(
      '# Hi *there*\n\n[Site](https://s.example/), 5\u00a0€, [https://a.example/](https://a.example/), *ok*.\n\n* as it was\n\n[s]: https://s.example/\n',
    );
    expect(await readDataset(data)).toEqual({ ...after, olderWords: undefined });
  });

  it('`check --fix` corrects only the words that need it and converts the draft to format 3', async () => {
    const signs = '[orchestras](https://example.org/) \\_ – in  the open';
    const data = path.join(
      folderWithData({
        'programme.yaml': replaced(
          DATA['programme.yaml'],
          'has four events.',
          '[has](https://a.example/) four  events.',
        ),
        'events/music.yaml': replaced(
          DATA['events/music.yaml'],
          '[orchestras](https://example.org/) – in the open',
          signs,
        ),
      }),
      'data',
    );
    const { files } = await fix({ data });
    expect(files.map((file) => path.relative(data, file))).toEqual(['programme.yaml', 'events/music.yaml']);
    const text = (name: string): string => readFileSync(path.join(data, name), 'utf8');
    expect(text('events/music.yaml')).toContain(
      'description: Concert of **both** \\[orchestras](https://example.org/) \\\\_ – in the open\n',
    );
    expect(text('programme.yaml')).toContain('\\[has](https://a.example/) four events.');
    expect(text('programme.yaml')).toMatch(/^format: 3\n/);
  });
});

describe('Field whose name is the key of an event property since format 3', () => {
  const programme = (format: number): string =>
    replaced(smallFile('programme.yaml'), 'format: 3\n', `format: ${format}\n`)
      .replace('sides:\n', '  - { id: occurrences, kind: text, heading: Times, emphasis: true }\nsides:\n')
      .replace('columns: [north, south, title, date]', 'columns: [north, south, title, occurrences, date]');
  const EVENTS = replaced(
    smallFile('events/music.yaml'),
    '  title: Spring concert\n',
    '  title: Spring concert\n  occurrences: # told by phone\n    en: Twice [a day](https://a.example/)\n    fr: Deux fois\n  accept:\n    - { rule: spaces, field: occurrences.fr, reason: as told }\n',
  );
  const files = (format: number) => ({ 'programme.yaml': programme(format), 'events/music.yaml': EVENTS });

  it('The field is renamed when an edition or draft in format 2 is read', async () => {
    const { config, themes } = await readProgramme(path.join(folderWithData(files(2)), 'data'));
    expect(config.fields.at(-1)?.id).toBe('event-occurrences');
    expect(config.themes[1]?.columns).toEqual(['north', 'south', 'title', 'event-occurrences', 'date']);
    const [event] = themes[0]?.events ?? [];
    expect(event?.occurrences).toBeUndefined();
    expect(event?.['event-occurrences']).toEqual({
      en: 'Twice \\[a day](https://a.example/)',
      fr: 'Deux fois',
    });
    expect(event?.accept?.[0]?.field).toBe('event-occurrences.fr');
  });

  it('The first change to the draft renames the field in the files', async () => {
    const data = path.join(folderWithData(files(2)), 'data');
    const before = await readDataset(data);
    const after = { ...before, config: { ...before.config, subject: 'Another subject' } };
    for (const { path: file, bytes } of await draftFiles(data, before, after)) writeFileSync(file, bytes);
    expect(await readDataset(data)).toEqual({ ...after, olderWords: undefined });
    expect(readFileSync(path.join(data, 'events/music.yaml'), 'utf8')).toContain('event-occurrences:');
  });

  it('A draft in format 3 that has a field with this name is rejected', async () => {
    const data = path.join(folderWithData({ 'programme.yaml': programme(3) }), 'data');
    await expect(readDataset(data)).rejects.toMatchObject({
      problems: [
        {
          message: 'a field cannot have the reserved name "occurrences"',
          hint: expect.stringContaining('use another name, such as event-occurrences') as unknown,
        },
      ],
    });
  });
});

describe('Impossible times of day', () => {
  const files = (format: number, time: string) => ({
    'programme.yaml': replaced(smallFile('programme.yaml'), 'format: 3\n', `format: ${format}\n`).replace(
      'sides:\n',
      '  - { id: hours, kind: time, heading: Hours }\nsides:\n',
    ),
    'events/music.yaml': replaced(
      smallFile('events/music.yaml'),
      '  title: Spring concert\n',
      `  title: Spring concert\n  hours: ${time}\n`,
    ).replace('when: 2030-05-09/2030-05-19', 'when: 2030-05-09'),
  });
  const dataWith = (format: number, time: string): string =>
    path.join(folderWithData(files(format, time)), 'data');

  it.each([
    [2, 'draft'],
    [2, '1'],
    [3, 'draft'],
    [3, '1'],
  ])(
    'An impossible time is reported as a finding in a dataset in format %d (%s)',
    async (format, edition) => {
      for (const time of ['25 Uhr', '18–16 Uhr', '20:00 AM']) {
        const programme = await readProgrammeFolder(dataWith(format, time), edition);
        const found = checkProgramme(programme).filter(({ rule }) => rule === 'hours-order');
        expect(found.map(({ message }) => message)).toEqual([expect.stringContaining(time)]);
      }
    },
  );
});
