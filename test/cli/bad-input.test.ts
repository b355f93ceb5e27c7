import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../languages/index.ts';
import { folderWithData, replaced, smallFile } from '../support/dataset-folder.ts';
import { filesIn, runInProcess } from '../support/run-programme.ts';

const PROGRAMME = 'programme.yaml';
const MUSIC = 'events/music.yaml';
const SPORT = 'events/sport.yaml';

type Changes = Readonly<Record<string, string | Uint8Array | null>>;

interface BadInput {
  /** Changes to the small dataset. */
  data?: Changes;
  /** Prepares the folder that contains the data folder. */
  prepare?: (folder: string) => void;
  /** Arguments after `build`. */
  args?: readonly string[];
  stderr: string;
}

const edit = (file: string, passage: string, by: string): Changes => ({
  [file]: replaced(smallFile(file), passage, by),
});
const title = (yaml: string): Changes => edit(SPORT, 'title: Regatta', `title: ${yaml}`);
const glyphHint =
  '  hint: replace the characters; or copy a font that contains them into the folder fonts/ of the dataset, and list it under typography.fonts in design.yaml (docs/design.md)';
const helpHint = '(run with --help for usage)';

const DATA: Readonly<Record<string, BadInput>> = {
  'malformed YAML': {
    data: edit(SPORT, '[AA-HIL]', '[AA-HIL'),
    stderr: 'data/events/sport.yaml:7:5: a bracket before this position is not closed',
  },
  'a tab as indent': {
    data: edit(SPORT, '  bodies:', '\tbodies:'),
    stderr: 'data/events/sport.yaml:2:1: the line is indented with a tab\n  hint: indent with spaces',
  },
  'an alias': {
    data: title('*regatta'),
    stderr:
      'data/events/sport.yaml:8:10: YAML aliases (*name) are not allowed\n  hint: put a text that begins with * in quotes',
  },
  'nesting without end': {
    data: { [SPORT]: '['.repeat(100_000) },
    stderr: 'data/events/sport.yaml:1:20: lists and groups are nested too deeply',
  },
  'an unknown key': {
    data: edit(SPORT, '  date: June', '  datum: June'),
    stderr: 'data/events/sport.yaml:9:3 · event regatta · datum: unknown key "datum"',
  },
  'a key twice': {
    data: edit(SPORT, '  date: June\n', '  date: June\n  date: July\n'),
    stderr: 'data/events/sport.yaml:10:3: the key "date" appears twice\n  hint: it is already used on line 9',
  },
  'a wrong type': {
    data: title('2030'),
    stderr:
      'data/events/sport.yaml:8:3 · event regatta · title: expected a text, or a group of keys, found the number 2030 (add quotes to make it a text)',
  },
  'a missing field': {
    data: edit(SPORT, '  title: Regatta\n', ''),
    stderr:
      'data/events/sport.yaml:1:3 · event regatta · title: missing value: expected a text, or a group of keys',
  },
  'an id twice': {
    data: edit(SPORT, 'id: regatta', 'id: choir'),
    stderr:
      'data/events/sport.yaml:1:3 · event choir · id: the id "choir" is used twice\n  hint: events/music.yaml contains the same id; give each event a unique id',
  },
  'an unknown theme': {
    data: { 'events/dance.yaml': '- id: tango' },
    stderr:
      'data/events/dance.yaml: unknown theme: no theme of programme.yaml has the id "dance"\n  hint: themes: music, sport',
  },
  'an unknown region': {
    data: edit(SPORT, '[AA-HIL]', '[AA-XXX]'),
    stderr:
      'data/events/sport.yaml:6:13 · event regatta · regions.north.0: AA-XXX is not in reference/regions.yaml\n  hint: correct the code, or add the region there',
  },
  'an impossible date': {
    data: edit(MUSIC, '2030-05-09/2030-05-19', '2030-02-30'),
    stderr:
      'data/events/music.yaml:12:3 · event spring-concert · when: 2030-02-30 is not a date: it does not exist in the calendar',
  },
  'a missing file': { data: { [SPORT]: null }, stderr: 'data/events/sport.yaml: the file is missing' },
  'a folder instead of a file': {
    data: { [SPORT]: null, [`${SPORT}/x`]: '' },
    stderr: 'data/events/sport.yaml: expected a file, found a folder',
  },
  'an empty file': { data: { [SPORT]: '' }, stderr: 'data/events/sport.yaml: the file is empty' },
  'a dataset without events': {
    data: { [SPORT]: '[]', [MUSIC]: '[]' },
    stderr:
      'data/programme.yaml:31:1 · themes: the programme has no events\n  hint: add events to events/<theme>.yaml',
  },
  'a file that is not UTF-8': {
    data: { [SPORT]: Buffer.from(smallFile(SPORT).replace('Regatta', 'Régate'), 'latin1') },
    stderr:
      'data/events/sport.yaml:8: the file is not UTF-8 text\n  hint: save it again with the encoding UTF-8',
  },
  'a file of more than 10 MB': {
    data: { [SPORT]: Buffer.alloc(10 * 1024 * 1024 + 1, ' ') },
    stderr:
      'data/events/sport.yaml: the file is larger than 10 MB\n  hint: the files of a dataset can contain only text',
  },
  'a control character': {
    data: title('"Reg\\u0007atta"'),
    stderr:
      'data/events/sport.yaml:8:3 · event regatta · title: the character U+0007 cannot be printed and is not allowed',
  },
  'U+FFFF': {
    data: title('Reg\uffffatta'),
    stderr: 'data/events/sport.yaml:8:13: the character U+FFFF cannot be printed and is not allowed',
  },
  'a lone surrogate': {
    data: title('"Reg\\ud800atta"'),
    stderr:
      'data/events/sport.yaml:8:3 · event regatta · title: the character U+D800 cannot be printed and is not allowed',
  },
  'a bidirectional override': {
    data: title('"Reg\\u202eatta"'),
    stderr:
      'data/events/sport.yaml:8:3 · event regatta · title: the character U+202E cannot be printed and is not allowed',
  },
  'problems in several files': {
    data: { ...edit(SPORT, 'title: Regatta', 'titel: Regatta'), ...edit(MUSIC, 'id: choir', 'id: Choir') },
    stderr: [
      'data/events/music.yaml:26:3 · event Choir · id: expected lower-case letters, digits and single hyphens, such as spring-concert, found "Choir"',
      'data/events/sport.yaml:1:3 · event regatta · title: missing value: expected a text, or a group of keys',
      'data/events/sport.yaml:8:3 · event regatta · titel: unknown key "titel"',
    ].join('\n'),
  },
};

const FONTS: Readonly<Record<string, BadInput>> = {
  'a character that no font has': {
    data: title('Regatta 東'),
    stderr: `data/events/sport.yaml:8:18 · event regatta · title: no glyph for U+6771 CJK UNIFIED IDEOGRAPH-6771 "東" in "東"\n${glyphHint}`,
  },
  'Arabic text that no font has': {
    data: edit(SPORT, 'date: June', 'date: نن'),
    stderr: `data/events/sport.yaml:9:9 · event regatta · date: no glyph for U+0646 ARABIC LETTER NOON "ن" in "نن"\n${glyphHint}`,
  },
  'a space that the font lacks': {
    data: title('wide\u3000space'),
    stderr: `data/events/sport.yaml:8:10 · event regatta · title: no glyph for U+3000 IDEOGRAPHIC SPACE "\u3000" in "wide\u3000space"\n${glyphHint}`,
  },
  'a text with several characters that no font has': {
    data: { ...edit(PROGRAMME, '"Theme: sport"', '"Theme: 運動"'), ...title('Regatta 運') },
    stderr: [
      'no font contains these 2 characters: 運 動',
      glyphHint,
      'data/programme.yaml:37:20 · themes.1.title: no glyph for U+904B CJK UNIFIED IDEOGRAPH-904B "運" in "運動"; also data/events/sport.yaml:8:18 · event regatta · title',
      'data/programme.yaml:37:20 · themes.1.title: no glyph for U+52D5 CJK UNIFIED IDEOGRAPH-52D5 "動" in "運動"',
    ].join('\n'),
  },
  'a theme title of many lines': {
    data: edit(PROGRAMME, '"Theme: sport"', `"${'Theme of sport '.repeat(40).trim()}"`),
    stderr:
      'data/programme.yaml:37:13 · themes.1.title: the title has 8 lines and leaves no space on the page\n  hint: shorten it',
  },
  'a title that the cover does not hold': {
    data: edit(PROGRAMME, 'en: Year of small things', `en: ${'Year of small things '.repeat(200).trim()}`),
    stderr:
      'data/programme.yaml:8:7 · title.en: the texts on the cover do not fit on the page\n  hint: shorten the title, the period or the name of the publisher',
  },
};

const CALL: Readonly<Record<string, BadInput>> = {
  'an unknown edition': {
    args: ['1'],
    stderr: 'there is no edition "1" in data/editions\n  hint: available editions: draft',
  },
  'an edition that climbs out of the folder': {
    args: ['../data'],
    stderr: '"../data" is not a valid edition name\n  hint: use a name such as 1 or draft',
  },
  'an edition that climbs in Windows’ way': {
    args: ['..\\data'],
    stderr: '"..\\data" is not a valid edition name\n  hint: use a name such as 1 or draft',
  },
  'an edition that is a path': {
    args: ['/etc/passwd'],
    stderr: '"/etc/passwd" is not a valid edition name\n  hint: use a name such as 1 or draft',
  },
  'an empty edition': {
    args: [''],
    stderr: '"" is not a valid edition name\n  hint: use a name such as 1 or draft',
  },
  'an unknown language': {
    args: ['--lang', 'xx'],
    stderr: `error: option '--lang <list>' argument 'xx' is invalid. "xx" is not one of ${LANGS.join(', ')}.\n${helpHint}`,
  },
  'an unknown format': {
    args: ['--format', 'odt'],
    stderr: `error: option '--format <list>' argument 'odt' is invalid. "odt" is not one of pdf, docx, html, ics, json, csv.\n${helpHint}`,
  },
  'an empty list of formats': {
    args: ['--format', ''],
    stderr: `error: option '--format <list>' argument '' is invalid. "" is not one of pdf, docx, html, ics, json, csv.\n${helpHint}`,
  },
  'an unknown option': {
    args: ['--formt', 'pdf'],
    stderr: `error: unknown option '--formt'\n(Did you mean --format?)\n${helpHint}`,
  },
  'an option without its value': {
    args: ['--out'],
    stderr: `error: option '--out <dir>' argument missing\n${helpHint}`,
  },
  'an argument too many': {
    args: ['draft', 'draft'],
    stderr: `error: too many arguments for 'build'. Expected 1 argument but got 2.\n${helpHint}`,
  },
  'a data folder that is missing': {
    args: ['--data', 'dta'],
    stderr: 'the data folder dta does not exist\n  hint: set it with --data DIR',
  },
  'a data folder that is a file': {
    args: ['--data', 'data/programme.yaml'],
    stderr: 'the data folder data/programme.yaml does not exist\n  hint: set it with --data DIR',
  },
};

const OUTPUT: Readonly<Record<string, BadInput>> = {
  'an output that is a folder': {
    prepare: (folder) => mkdirSync(path.join(folder, 'out', 'small-draft-fr.pdf'), { recursive: true }),
    args: ['--format', 'pdf', '--out', 'out'],
    stderr: 'out/small-draft-fr.pdf: expected a file, found a folder\n  hint: use another path',
  },
  'an output folder that is a file': {
    prepare: (folder) => writeFileSync(path.join(folder, 'out'), 'a file'),
    args: ['--format', 'pdf', '--out', 'out'],
    stderr: 'out: expected a folder, found a file',
  },
  'an output folder under a file': {
    prepare: (folder) => writeFileSync(path.join(folder, 'out'), 'a file'),
    args: ['--format', 'pdf', '--out', 'out/pdf'],
    stderr: 'out/pdf: an element of the path is a file, not a folder',
  },
  'an output folder in which nothing can be made': {
    args: ['--format', 'pdf', '--out', '/proc/programme'],
    stderr: '/proc/programme: no such file or directory',
  },
  'an output folder with too long a name': {
    args: ['--format', 'pdf', '--out', 'x'.repeat(300)],
    stderr: `${'x'.repeat(300)}: the name is too long`,
  },
};

describe.each([
  ['data', DATA],
  ['text that cannot be set', FONTS],
  ['calls', CALL],
  ['outputs', OUTPUT],
] as const)('Bad input: %s', (_, cases) => {
  it.each(Object.entries(cases))(
    '%s is rejected, and no file changes',
    async (_name, { data = {}, prepare, args = [], stderr }) => {
      const folder = folderWithData(data);
      mkdirSync(path.join(folder, 'output'));
      for (const name of ['small-draft-en.pdf', 'small-draft-fr.pdf'])
        writeFileSync(path.join(folder, 'output', name), `the earlier ${name}`);
      prepare?.(folder);
      const before = filesIn(folder);
      const defaults = args.some((arg) => arg.startsWith('--format')) ? [] : ['--format', 'pdf'];
      const ended = await runInProcess(['build', ...defaults, ...args], { cwd: folder });
      expect(ended).toEqual({ code: 2, stdout: '', stderr: `${stderr}\n` });
      expect(filesIn(folder)).toEqual(before);
    },
  );
});
