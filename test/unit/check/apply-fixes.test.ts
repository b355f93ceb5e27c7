import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { applyEdits, type Edit, fixDiff, fixesOf } from '../../../src/check/apply-fixes.ts';
import { checkProgramme } from '../../../src/check/check.ts';
import { locateFindings } from '../../../src/check/locate-findings.ts';
import { EventsFileSchema } from '../../support/fields.ts';
import { runs } from '../../support/property-runs.ts';
import { edition1, fileText, programmeWith } from './programmes.ts';

const FILE = `# Events of the theme

- id: event-1   # keep me
  bodies:
    french: 'The Dijon town''s "choir"'   # single
    russian: "The \\"old\\" Volgograd choir's"
  regions: {french: [FR-BFC], russian: [RU-VGG]}
  title: Children's days - a "feast"   # plain
  description: |
    First "line".

    Third line's "end".
  date: 9-19 April 2021
  when: "2021-04-09/2021-04-19"

- {id: event-2, title: 'a: b', bodies: {french: Dijon, russian: Volgograd}, regions: {french: [FR-BFC], russian: [RU-VGG]}, date: May 2021, when: 2021-05, description: one  two}
`;

const FIXED = `# Events of the theme

- id: event-1   # keep me
  bodies:
    french: 'The Dijon town’s “choir”'   # single
    russian: "The “old” Volgograd choir’s"
  regions: {french: [FR-BFC], russian: [RU-VGG]}
  title: Children’s days – a “feast”   # plain
  description: |
    First “line”.

    Third line’s “end”.
  date: 9–19 April 2021
  when: "2021-04-09/2021-04-19"

- {id: event-2, title: 'a: b', bodies: {french: Dijon, russian: Volgograd}, regions: {french: [FR-BFC], russian: [RU-VGG]}, date: May 2021, when: 2021-05, description: one two}
`;

/** The programme of an events file. */
function programmeOf(text: string) {
  const programme = programmeWith([]);
  const events = EventsFileSchema.parse(load(text));
  return { ...programme, themes: programme.themes.map((theme) => ({ ...theme, events })) };
}

describe('Fixes', () => {
  it('Fixes change only the faulty words and preserve comments and layout in every YAML style', () => {
    const edits = fixesOf(checkProgramme(programmeOf(FILE)));
    expect(applyEdits(FILE, edits)).toBe(FIXED);
  });

  it('Fixes are displayed as a unified diff', () => {
    const fixed = FILE.replace('9-19 April', '9–19 April');
    expect(fixDiff('data/events/culture.yaml', FILE, fixed)).toBe(
      [
        'Index: data/events/culture.yaml',
        '===================================================================',
        '--- data/events/culture.yaml',
        '+++ data/events/culture.yaml',
        '@@ -12,3 +12,3 @@',
        '     Third line\'s "end".',
        '-  date: 9-19 April 2021',
        '+  date: 9–19 April 2021',
        '   when: "2021-04-09/2021-04-19"',
        '',
      ].join('\n'),
    );
  });

  it('After all fixes are applied to edition 1, no fixable finding is left and no new finding appears', () => {
    const programme = edition1();
    const before = checkProgramme(programme);
    const edits = fixesOf(before);
    const themes = programme.themes.map(({ theme }) => {
      const text = fileText(`data/editions/1/events/${theme.id}.yaml`);
      return { theme, events: EventsFileSchema.parse(load(applyEdits(text, edits))) };
    });
    const after = checkProgramme({ ...programme, themes });
    expect(after.filter(({ fix }) => fix?.safe)).toEqual([]);
    const key = ({ rule, at }: (typeof before)[number]) => `${rule} ${at.event} ${at.field}`;
    const known = new Set(before.map(key));
    expect(after.map(key).filter((finding) => !known.has(finding))).toEqual([]);
    expect(before.length - after.length).toBe(before.filter(({ fix }) => fix?.safe).length);
  });

  it('Only safe fixes are applied', () => {
    const findings = checkProgramme(
      programmeWith([{ bodies: { french: 'Dijon', russian: 'Tatarstan Oblast' } }]),
    );
    expect(findings.map(({ rule, fix }) => [rule, fix?.safe])).toContainEqual(['region-kind', false]);
    expect(fixesOf(findings)).toEqual([]);
  });

  it('A corrected text is put in quotation marks if it would otherwise change the YAML structure', () => {
    const edit: Edit = { at: { event: 'event-1', field: 'title' }, offset: 4, old: '', new: ':' };
    expect(applyEdits('- id: event-1\n  title: Food and wine # why\n', [edit])).toBe(
      '- id: event-1\n  title: "Food: and wine" # why\n',
    );
  });

  it('Fixes preserve the line endings of a file', () => {
    const edit: Edit = { at: { event: 'a', field: 'title' }, offset: 0, old: 'Food', new: 'Wine' };
    expect(applyEdits('- id: a\r\n  title: |-\r\n    Food\r\n    and\r\n', [edit])).toBe(
      '- id: a\r\n  title: |-\r\n    Wine\r\n    and\r\n',
    );
  });

  it('A corrected folded text is written on one line', () => {
    const edit: Edit = { at: { event: 'event-1', field: 'title' }, offset: 5, old: 'and', new: 'or' };
    expect(applyEdits('- id: event-1\n  title: Food\n    and wine\n  date: May\n', [edit])).toBe(
      '- id: event-1\n  title: "Food or wine"\n  date: May\n',
    );
    expect(
      applyEdits('- id: event-1\n  title: >- # folded\n    Food\n    and wine\n\n  date: May\n', [edit]),
    ).toBe('- id: event-1\n  title: "Food or wine"\n\n  date: May\n');
  });

  it.each([
    ['photo', '- id: a\n  photo: { path: p.jpg, alt: Harbour  at night }\n'],
    ['photo', '- id: a\n  photo: Harbour  at night (p.jpg)\n'],
    ['photo.fr', '- id: a\n  photo: { path: p.jpg, alt: { fr: Harbour  at night } }\n'],
    ['photo.fr', '- id: a\n  photo: { fr: Harbour  at night (p.jpg) }\n'],
  ])('Fixes can change the alternative text of a picture, whatever its notation (%#)', (field, file) => {
    const edit: Edit = { at: { event: 'a', field }, offset: 7, old: '  ', new: ' ' };
    expect(applyEdits(file, [edit])).toBe(file.replace('Harbour  at', 'Harbour at'));
  });

  it('Fixes skip events that are not in the file, but throw an error if an event does not contain the words to correct', () => {
    const edit = (event: string, old: string): Edit => ({
      at: { event, field: 'title' },
      offset: 0,
      old,
      new: 'x',
    });
    expect(applyEdits('- id: a\n  title: Food\n', [edit('b', 'Food')])).toBe('- id: a\n  title: Food\n');
    expect(() => applyEdits('- id: a\n  title: Food\n', [edit('a', 'Wine')])).toThrow(
      'a title does not hold "Wine" at 0',
    );
  });

  it('A file read after an edit contains the edited text, whatever the YAML style', () => {
    const words = fc.stringMatching(/^[a-zé"' :#\\-]{0,12}[a-z]$/);
    const styles = [
      (text: string) => JSON.stringify(text),
      (text: string) => `'${text.replaceAll("'", "''")}'`,
      (text: string) => `|-\n    ${text}`,
    ];
    fc.assert(
      fc.property(words, words, words, fc.constantFrom(...styles), (start, old, end, style) => {
        const value = `${start}${old}${end}`.trimStart();
        const offset = value.length - end.length - old.length;
        fc.pre(offset >= 0);
        const file = `- id: a # one\n  title: ${style(value)}\n  # two\n- id: b\n`;
        const edit: Edit = { at: { event: 'a', field: 'title' }, offset, old, new: '“ü”' };
        const after = applyEdits(file, [edit]);
        expect(load(after)).toEqual([{ id: 'a', title: `${value.slice(0, offset)}“ü”${end}` }, { id: 'b' }]);
        expect([after.startsWith('- id: a # one\n'), after.endsWith('\n  # two\n- id: b\n')]).toEqual([
          true,
          true,
        ]);
      }),
    );
  });
});

describe('Safe corrections', () => {
  const PIECES = [
    'Dijon',
    'St Petersburg',
    'Évreux',
    'Evreux',
    "l'art",
    'Mоscow',
    'да',
    '5',
    '12',
    '45 th',
    '2ème',
    ' ',
    ' ',
    ' ',
    '  ',
    '\u00a0',
    '-',
    ' - ',
    ' – ',
    '—',
    '"',
    '“',
    '”',
    '«',
    '»',
    "'",
    ',',
    '.',
    ':',
    '!',
    '?',
    '(',
    ')',
    '\n',
    'April-May',
    '№ 5',
    'и т. д.',
  ];

  const FEW_PLACES = {
    regions: [],
    places: [
      { name: { en: 'Saint Petersburg', fr: 'Saint-Pétersbourg' }, region: 'RU-SPE' },
      { name: 'Évreux', region: 'FR-NOR' },
    ],
  };

  it('Whatever the text, applying its safe corrections four times leaves nothing to correct', () => {
    const texts = fc
      .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 })
      .map((pieces) => `a${pieces.join('')}z`);
    fc.assert(
      fc.property(texts, fc.constantFrom('en', 'fr', 'ru'), (words, lang) => {
        const corrected = (description: string): string => {
          const programme = programmeWith([{ description: { en: 'Concerts.', [lang]: description } }]);
          const edits = fixesOf(checkProgramme({ ...programme, reference: FEW_PLACES }));
          const file = `- id: event-1\n  description:\n    ${lang}: ${JSON.stringify(description)}\n`;
          const written = z
            .tuple([z.object({ description: z.record(z.string(), z.string()) })])
            .parse(load(applyEdits(file, edits)));
          return written[0].description[lang] ?? '';
        };
        const last = [1, 2, 3, 4].reduce(corrected, words);
        expect(corrected(last)).toBe(last);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('locateFindings', () => {
  it('The position of a finding is the line and column of its words, or of its event if the field is missing', () => {
    const findings = checkProgramme(programmeOf(FILE));
    const placed = locateFindings(findings, [
      { file: 'programme.yaml', text: 'title: Programme of the year\n' },
      { file: 'events/culture.yaml', text: FILE },
    ]);
    const lines = FILE.split('\n');
    const shown = placed.map(({ rule, at: { file, line = 0, column = 0 }, words }) => [
      rule,
      file,
      (lines[line - 1] ?? '').slice(column - 1, column + 7),
      words.slice(0, 8),
    ]);
    expect(shown).toEqual([
      ['apostrophes', 'events/culture.yaml', "town''s ", "town's"],
      ['quotation-marks', 'events/culture.yaml', '"choir"\'', '"choir"'],
      ['quotation-marks', 'events/culture.yaml', '\\"old\\" ', '"old"'],
      ['apostrophes', 'events/culture.yaml', 'choir\'s"', "choir's"],
      ['apostrophes', 'events/culture.yaml', 'Children', 'Children'],
      ['dashes', 'events/culture.yaml', ' - a "fe', ' - '],
      ['quotation-marks', 'events/culture.yaml', '"feast" ', '"feast"'],
      ['quotation-marks', 'events/culture.yaml', '"line".', '"line"'],
      ['apostrophes', 'events/culture.yaml', 'line\'s "', "line's"],
      ['quotation-marks', 'events/culture.yaml', '"end".', '"end"'],
      ['dashes', 'events/culture.yaml', '9-19 Apr', '9-19'],
      ['spaces', 'events/culture.yaml', 'e  two}', 'e  t'],
    ]);
  });

  it('A finding about a missing field refers to the line of the event, and one about a stale acceptance to the line of the acceptance', () => {
    const text = [
      '- id: event-1',
      '  bodies: { french: Dijon, russian: Volgograd }',
      '  regions: { french: [FR-BFC], russian: [RU-VGG] }',
      '  title: Concert',
      '  date: May 2021',
      '  when: "2021-05"',
      '  accept:',
      '    - { rule: cut-off, reason: it was so }',
    ].join('\n');
    const placed = locateFindings(checkProgramme(programmeOf(text)), [{ file: 'events/culture.yaml', text }]);
    expect(placed.map(({ rule, at }) => [rule, at])).toEqual([
      [
        'stale-acceptance',
        { file: 'events/culture.yaml', line: 8, column: 7, event: 'event-1', field: 'accept.0' },
      ],
      [
        'description-missing',
        { file: 'events/culture.yaml', line: 1, column: 3, event: 'event-1', field: 'description' },
      ],
    ]);
  });

  it('locateFindings locates the words of every finding of edition 1 in its files', () => {
    const folder = 'data/editions/1';
    const names = [
      'programme.yaml',
      ...readdirSync(new URL(`../../../${folder}/events`, import.meta.url)).map((name) => `events/${name}`),
    ];
    const files = names.map((file) => ({ file, text: fileText(`${folder}/${file}`) }));
    const placed = locateFindings(checkProgramme(edition1()), files);
    const texts = new Map(files.map(({ file, text }) => [file, text.split('\n')]));
    const astray = placed.filter(({ at: { file = '', line = 0, column = 0 }, words }) => {
      const source = (texts.get(file)?.[line - 1] ?? '').slice(column - 1).replaceAll("''", "'");
      return !source.startsWith(words.split('\n')[0] ?? '');
    });
    expect(astray).toEqual([]);
  });
});
