import { describe, expect, it } from 'vitest';
import { checkProgramme } from '../../../src/check/check.ts';
import { completeness } from '../../../src/check/completeness.ts';
import { RULES } from '../../../src/check/rules/index.ts';
import { findingsGithub } from '../../../src/report/findings-github.ts';
import { findingsJson } from '../../../src/report/findings-json.ts';
import { findingsMarkdown } from '../../../src/report/findings-md.ts';
import { countsOf, type FindingsReport, summaryOf } from '../../../src/report/findings-report.ts';
import { renderRulesDoc, rulesJson, rulesText } from '../../../src/report/findings-rules.ts';
import { findingsText } from '../../../src/report/findings-text.ts';
import { programmeWith } from '../check/programmes.ts';

const EVENTS = [
  { title: 'Concert of "children"', description: undefined },
  {
    bodies: { french: 'Dijon', russian: 'Tatarstan Oblast' },
    regions: { french: ['FR-BFC'], russian: ['RU-TA'] },
  },
];

function reportOf(
  events: Parameters<typeof programmeWith>[0],
  config: Parameters<typeof programmeWith>[1] = {},
): FindingsReport {
  const programme = programmeWith(events, config);
  return { edition: 'draft', findings: checkProgramme(programme), completeness: completeness(programme) };
}

const placed: FindingsReport = {
  ...reportOf(EVENTS),
  findings: checkProgramme(programmeWith(EVENTS)).map((finding, index) => ({
    ...finding,
    at: { ...finding.at, file: 'data/events/culture.yaml', line: 5 + index, column: 3 },
  })),
};

describe('Findings printed as text', () => {
  it('Findings are listed under their event, with their words marked, and are counted', () => {
    expect(findingsText(placed)).toBe(
      [
        'event-1',
        '  note    quotation marks " ": use “ ”  [quotation-marks] data/events/culture.yaml:5:3 · title',
        '    Concert of "children"',
        '               ^^^^^^^^^^',
        '    fix: “children”',
        '  note    the event has no description  [description-missing] data/events/culture.yaml:6:3 · description',
        '',
        'event-2',
        '  error   “Tatarstan Oblast”: the name of this region is Republic of Tatarstan  [region-kind] data/events/culture.yaml:7:3 · bodies.russian',
        '    Tatarstan Oblast',
        '    ^^^^^^^^^^^^^^^^',
        '    perhaps: Republic of Tatarstan',
        '',
        '1 error, 2 notes',
        '',
      ].join('\n'),
    );
  });

  it('A report longer than 20 lines lists each rule once, and lists each finding only on request', () => {
    const many = reportOf([
      ...Array.from({ length: 12 }, () => ({ date: undefined, when: undefined })),
      { title: 'Concert of "children"' },
    ]);
    const titles = new Map([
      ['event-1', 'Regatta'],
      ['event-13', 'Concert'],
    ]);
    expect(findingsText(many, { titles }).split('\n')).toEqual([
      '  warning 12  duplicate-event: this event is very similar to “Days of friendship” in “Culture” (100 %) · event-2',
      '  note    12  date-missing: the event has no planned date · Regatta',
      '  note     1  quotation-marks: quotation marks " ": use “ ” · Concert',
      '',
      '12 warnings, 13 notes',
      'Add --all to see each finding with its text.',
      '',
    ]);
    const all = findingsText(many, { titles, all: true });
    expect(all).toContain('Regatta\n');
    expect(all.match(/\[date-missing\]/g)).toHaveLength(12);
    expect(findingsText(many, { titles, all: true, hasIds: true })).toContain('Concert (event-13)\n');
  });

  it('Findings are coloured on request', () => {
    const text = findingsText(placed, { colour: true });
    expect(text).toContain('\u001b[31merror  \u001b[0m “Tatarstan Oblast”');
    expect(text).toContain('\u001b[1m1 error, 2 notes\u001b[0m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are control sequences
    expect(text.replace(/\u001b\[\d+m/g, '')).toBe(findingsText(placed));
  });

  it('No-break spaces and removed characters are made visible, and long texts are shortened', () => {
    const long = 'word '.repeat(30).trim();
    const text = findingsText(
      reportOf([{ title: { en: 'Concert of choirs.', fr: 'Pourquoi ?' }, description: `Say "${long}".` }]),
      { all: true },
    );
    expect(text).toContain('    fix: (remove)\n');
    expect(text).toContain('    fix: i°?\n');
    expect(text).toContain('    Say "word word word word word word … word word word word word word".\n');
  });

  it('In Markdown, frequent findings of a rule form one item, which states the first positions, and are listed in full on request', () => {
    const many = reportOf(Array.from({ length: 120 }, () => ({ date: undefined, when: undefined })));
    const own = { ...many, findings: many.findings.filter(({ rule }) => rule === 'date-missing') };
    expect(findingsMarkdown(own).split('\n')).toEqual([
      '# Findings in draft',
      '',
      '120 notes.',
      '',
      '## `date-missing`',
      '',
      '120 findings; `--all` shows each with its text.',
      '',
      '- **note** the event has no planned date (120 times: event event-1 · date, event event-2 · date, event event-3 · date and 117 more)',
      '',
    ]);
    expect(findingsMarkdown(own, { all: true }).split('\n## ').length).toBe(121);
    const { summary, findings } = JSON.parse(findingsJson(own));
    expect([summary.length, summary[0].count, findings.length]).toEqual([1, 120, 120]);
  });

  it('The report for a multilingual programme ends with a completeness table', () => {
    const config = { languages: ['en', 'fr'], rules: { untranslated: { severity: 'off', reason: 'later' } } };
    expect(findingsText(reportOf([{ title: { en: 'Concert', fr: 'Concert' } }], config))).toBe(
      [
        'texts        all  en          fr',
        'programme    12   12 (100 %)  0 (0 %)',
        'bodies       2    2 (100 %)   0 (0 %)',
        'title        1    1 (100 %)   1 (100 %)',
        'description  1    1 (100 %)   0 (0 %)',
        'all          16   16 (100 %)  1 (6 %)',
        '',
        'no findings',
        '',
      ].join('\n'),
    );
  });
});

describe('Findings printed as JSON', () => {
  it('The JSON report contains the returned comments, if there are any', () => {
    const comment = { words: 'Still true?', where: '“Fair” · lyon', event: 'event-1', by: 'A. Partner' };
    expect(JSON.parse(findingsJson(placed, [comment])).comments).toEqual([comment]);
    expect(JSON.parse(findingsJson(placed))).not.toHaveProperty('comments');
  });

  it('The JSON report contains a version number, counts, and each finding with its position', () => {
    expect(JSON.parse(findingsJson(placed))).toEqual({
      version: 1,
      edition: 'draft',
      counts: { error: 1, warning: 0, note: 2 },
      summary: [
        {
          rule: 'quotation-marks',
          code: 'quotation-marks',
          parameters: { open: '"', close: '"', rightOpen: '“', rightClose: '”' },
          severity: 'note',
          message: 'quotation marks " ": use “ ”',
          count: 1,
          places: ['data/events/culture.yaml:5:3 · event event-1 · title'],
        },
        {
          rule: 'description-missing',
          code: 'description-missing',
          parameters: {},
          severity: 'note',
          message: 'the event has no description',
          count: 1,
          places: ['data/events/culture.yaml:6:3 · event event-1 · description'],
        },
        {
          rule: 'region-kind',
          code: 'region-kind',
          parameters: { words: 'Tatarstan Oblast', right: 'Republic of Tatarstan' },
          severity: 'error',
          message: '“Tatarstan Oblast”: the name of this region is Republic of Tatarstan',
          count: 1,
          places: ['data/events/culture.yaml:7:3 · event event-2 · bodies.russian'],
        },
      ],
      findings: [
        {
          rule: 'quotation-marks',
          code: 'quotation-marks',
          parameters: { open: '"', close: '"', rightOpen: '“', rightClose: '”' },
          severity: 'note',
          message: 'quotation marks " ": use “ ”',
          event: 'event-1',
          field: 'title',
          file: 'data/events/culture.yaml',
          line: 5,
          column: 3,
          words: '"children"',
          offset: 11,
          length: 10,
          before: 'Concert of ',
          after: '',
          fix: { words: '“children”', safe: true },
        },
        {
          rule: 'description-missing',
          code: 'description-missing',
          parameters: {},
          severity: 'note',
          message: 'the event has no description',
          event: 'event-1',
          field: 'description',
          file: 'data/events/culture.yaml',
          line: 6,
          column: 3,
          words: '',
          offset: 0,
          length: 0,
          before: '',
          after: '',
        },
        {
          rule: 'region-kind',
          code: 'region-kind',
          parameters: { words: 'Tatarstan Oblast', right: 'Republic of Tatarstan' },
          severity: 'error',
          message: '“Tatarstan Oblast”: the name of this region is Republic of Tatarstan',
          event: 'event-2',
          field: 'bodies.russian',
          file: 'data/events/culture.yaml',
          line: 7,
          column: 3,
          words: 'Tatarstan Oblast',
          offset: 0,
          length: 16,
          before: '',
          after: '',
          fix: { words: 'Republic of Tatarstan', safe: false },
        },
      ],
      completeness: {
        languages: ['en'],
        rows: [
          { kind: 'programme', texts: 12, byLang: { en: 12 } },
          { kind: 'bodies', texts: 4, byLang: { en: 4 } },
          { kind: 'title', texts: 2, byLang: { en: 2 } },
          { kind: 'description', texts: 1, byLang: { en: 1 } },
          { kind: 'date', texts: 2, byLang: { en: 2 } },
          { kind: 'all', texts: 21, byLang: { en: 21 } },
        ],
      },
    });
  });
});

describe('Findings printed as Markdown', () => {
  it('In the Markdown report, findings are items under their event, and Markdown characters are escaped', () => {
    const report = reportOf([{ description: 'A *bold* [link] `code`, and and <x>.' }]);
    expect(findingsMarkdown(report)).toBe(
      [
        '# Findings in draft',
        '',
        '2 warnings.',
        '',
        '## event-1',
        '',
        '- **warning** the asterisks in “\\*bold\\*” would be printed as they are (`asterisks`, description)',
        '',
        '  > A **\\*bold\\*** \\[link\\] \\`code\\`, and and \\<x\\>.',
        '',
        '  Hint: remove the asterisks, or allow emphasis in the settings of the field (bold: two asterisks directly before and after the words)',
        '- **warning** doubled word “and” (`repeated-words`, description)',
        '',
        '  > A \\*bold\\* \\[link\\] \\`code\\`, **and and** \\<x\\>.',
        '',
        '  Perhaps: and',
        '',
      ].join('\n'),
    );
  });

  it('The Markdown heading of an event is its title, or its id on request', () => {
    const report = reportOf([{ description: 'A stroll stroll.' }]);
    const titles = new Map([['event-1', 'Concert *of* choirs']]);
    const headings = (hasIds: boolean): string[] =>
      findingsMarkdown(report, { titles, hasIds }).match(/(?<=^## ).*/gmu) ?? [];
    expect(headings(false)).toEqual(['Concert \\*of\\* choirs']);
    expect(headings(true)).toEqual(['Concert \\*of\\* choirs (event-1)']);
  });

  it('The Markdown report for a multilingual programme ends with a completeness table', () => {
    const config = { languages: ['en', 'fr'], rules: { untranslated: { severity: 'off', reason: 'later' } } };
    expect(findingsMarkdown(reportOf([{}], config))).toContain(
      '## Translation\n\n| texts | all | en | fr |\n| --- | --- | --- | --- |\n| programme | 12 | 12 (100 %) | 0 (0 %) |\n',
    );
  });
});

describe('Number of findings', () => {
  it('The number of findings is stated with the correct singular or plural', () => {
    const { findings } = placed;
    expect(countsOf(findings)).toEqual({ error: 1, warning: 0, note: 2 });
    expect([summaryOf(findings).message, summaryOf([]).message]).toEqual(['1 error, 2 notes', 'no findings']);
  });
});

describe('List of rules', () => {
  it('The list of rules contains every rule in each of its output formats', () => {
    const ids = RULES.map(({ id }) => id);
    const lines = rulesText(RULES).trimEnd().split('\n');
    expect(lines.map((line) => line.split(/ +/)[0])).toEqual(ids);
    const json: { version: number; rules: { id: string }[] } = JSON.parse(rulesJson(RULES));
    expect([json.version, json.rules.map(({ id }) => id)]).toEqual([1, ids]);
    expect(renderRulesDoc(RULES).match(/(?<=^## ).*$/gm)).toEqual([...ids, 'What no rule finds']);
  });

  it('The documentation of a rule states its severity, reason, examples and limits', () => {
    const [rule] = RULES.filter(({ id }) => id === 'sides-swapped');
    expect(renderRulesDoc(rule === undefined ? [] : [rule])).toContain(
      [
        '| rule | severity | reports |',
        '| --- | --- | --- |',
        '| [sides-swapped](#sides-swapped) | error | body in the column of the wrong country |',
        '',
        '## sides-swapped',
        '',
        '**error** · body in the column of the wrong country',
        '',
        'The bodies were swapped, or one is in the wrong column; indexes and extracts depend on the columns.',
        '',
        '- good: French side: Dijon · Russian side: Volgograd',
        '- bad: French side: Volgograd · Russian side: Dijon',
        '',
        'Limits: Bodies that are located abroad, such as consulates, are also reported; accept these findings with a reason.',
        '',
      ].join('\n'),
    );
  });
});

describe('Findings printed for CI services', () => {
  const [finding] = placed.findings;
  if (finding === undefined) throw new Error('nothing is found');
  const report = (changes: Partial<typeof finding>): FindingsReport => ({
    ...placed,
    findings: [{ ...finding, ...changes }],
  });

  it('A finding becomes a GitHub Actions workflow command on one line, whatever its text contains', () => {
    const changes = {
      rule: 'quotes',
      severity: 'note',
      message: '50 %\nof :: it',
      hint: 'a, b',
      words: ' “é”\r',
      at: { file: 'data, old/a:b.yaml', line: 7, column: 3, event: 'fair', field: 'title' },
    } as const;
    expect(findingsGithub(report(changes))).toBe(
      '::notice file=data%2C old/a%3Ab.yaml,line=7,col=3,title=quotes::event fair: 50 %25%0Aof :: it%0A““é””%0Ahint: a, b\n',
    );
    expect(findingsGithub({ ...placed, findings: [] })).toBe('');
  });

  it('A finding without a file is reported without a position', () => {
    const at = { event: 'fair', field: 'title' };
    expect(findingsGithub(report({ at }))).toMatch(/^::\w+ title=/);
  });
});
