import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { folderWithData, replaced, smallFile } from '../../support/dataset-folder.ts';

type Changes = Readonly<Record<string, string | Uint8Array | null>>;

const PROGRAMME = 'programme.yaml';
const MUSIC = 'events/music.yaml';
const SPORT = 'events/sport.yaml';
const REGIONS = 'reference/regions.yaml';
const PLACES = 'reference/places.yaml';

/** The small dataset with one passage of one file replaced. */
const edit = (file: string, passage: string, by: string): Changes => ({
  [file]: replaced(smallFile(file), passage, by),
});
const title = (yaml: string): Changes => edit(SPORT, 'title: Regatta', `title: ${yaml}`);
const when = (yaml: string): Changes => edit(MUSIC, 'when: 2030-05-09/2030-05-19', `when: ${yaml}`);

const FILES: Readonly<Record<string, Changes>> = {
  'programme.yaml is missing': { [PROGRAMME]: null },
  'the events of a theme are missing': { [SPORT]: null },
  'the folder of events is missing': { events: null },
  'the reference data is missing': { reference: null },
  'a file is empty': { [SPORT]: '' },
  'a file holds nothing but a comment': { [SPORT]: '# nothing yet\n' },
  'a file holds nothing but the beginning of a document': { [SPORT]: '---\n' },
  'there are no events at all': { [MUSIC]: '[]\n', [SPORT]: '[]\n' },
  'a file of an unknown theme': { 'events/dance.yaml': smallFile(SPORT) },
  'a file that ends in .yml': { [SPORT]: null, 'events/sport.yml': smallFile(SPORT) },
  'not UTF-8: Latin-1': { [SPORT]: Buffer.from(smallFile(SPORT).replace('Regatta', 'Régate'), 'latin1') },
  'not UTF-8: UTF-16': { [SPORT]: Buffer.from(`\ufeff${smallFile(SPORT)}`, 'utf16le') },
  'not UTF-8 after a good U+FFFD': {
    [SPORT]: Buffer.concat([Buffer.from('- id: \ufffd\n\n- '), Buffer.from([0xe9])]),
  },
  'larger than 10 MB': { [SPORT]: Buffer.alloc(10 * 1024 * 1024 + 1, '#') },
};

const SYNTAX: Readonly<Record<string, Changes>> = {
  'indented with a tab': edit(SPORT, '  bodies:', '\tbodies:'),
  'tabs indent two lines': { [SPORT]: '- id: a\n\ttitle: b\n  \tdate: c\n' },
  'a colon in a text without quotes': title('Regatta: the finals'),
  'a text begins with %': title('% of all'),
  'a text begins with @': title('@home'),
  'a text begins with *': title('*important*'),
  'a text begins with !': title('!important'),
  'an alias that is defined': { [SPORT]: '- &a {id: x}\n- *a\n' },
  'quotation marks are not closed': title('"Regatta'),
  'something follows the quotation marks': title('"Regatta" on the river'),
  'a bracket is not closed': edit(SPORT, '[AA-HIL]', '[AA-HIL'),
  'a key without a colon': edit(SPORT, '  date: June\n', '  date June\n'),
  'a line is not indented as the others': edit(SPORT, '  date: June\n', '   date: June\n'),
  'a bad escape': title('"C:\\programme"'),
  'a key stands twice': edit(SPORT, '  date: June\n', '  date: June\n  date: July\n'),
  'two keys stand twice in two events': {
    [SPORT]: '- id: a\n  id: b\n- title: c\n  date: d\n  title: e\n',
  },
  'a key that is a list': { [SPORT]: '- ? [id]\n  : x\n' },
  'the empty key twice': { [SPORT]: '- : a\n  ~: b\n  null: c\n' },
  'a second YAML document': { [SPORT]: `${smallFile(SPORT)}---\n- id: second\n` },
  'nested without end': { [SPORT]: '['.repeat(100_000) },
  'nested without end after another error': { [SPORT]: `- id: : x\n${'['.repeat(100_000)}` },
  'nested too deep in lines': {
    [SPORT]: Array.from({ length: 30 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
  },
  'a control character': title('Reg\u0007atta'),
  'the noncharacter U+FFFF': title('Reg\uffffatta'),
  'several errors': { [SPORT]: '- id: a: b\n- id: c: d\n- title: %e\n' },
};

const FIELDS: Readonly<Record<string, Changes>> = {
  'a group instead of a list': { [SPORT]: 'id: regatta\n' },
  'a text instead of a list': { [SPORT]: 'regatta\n' },
  'a list instead of a group': { [PROGRAMME]: '- name: small\n' },
  'texts, numbers, lists and nothing instead of events': { [SPORT]: '- a\n- 5\n- [x]\n-\n' },
  'unknown keys': edit(
    SPORT,
    '  date: June\n',
    '  date: June\n  datum: x\n  "tït\\e[2Jle": y\n  <<: {z: 1}\n  __proto__: w\n',
  ),
  'a title is missing': edit(SPORT, '  title: Regatta\n', ''),
  'an id is missing': edit(SPORT, '- id: regatta\n  bodies', '- bodies'),
  'an id with capitals and signs': edit(SPORT, 'id: regatta', 'id: Regatta!'),
  'an id that is a number': edit(SPORT, 'id: regatta', 'id: 12'),
  'an id of 81 characters': edit(SPORT, 'id: regatta', `id: ${'a'.repeat(81)}`),
  'an id that hides letters': edit(SPORT, 'id: regatta', 'id: "re\\u202egatta\\e[31m"'),
  'an empty title': title('""'),
  'a blank title': title('" \\u00a0\\n"'),
  'a title that is nothing': title(''),
  'a title that is a number': title('2030'),
  'a title that is true': title('true'),
  'a title that is a list': title('[Regatta]'),
  'a title in an unknown language': title('{xx: Regatta}'),
  'a title in no language': title('{}'),
  'a title that is empty in one language': title('{en: Regatta, fr: ""}'),
  'a title that is a number in one language': title('{en: 5, fr: Régate}'),
  'an escaped control character': title('"Reg\\u0007atta"'),
  'an escaped U+0000': title('"\\0"'),
  'an escaped U+FFFE': title('"Reg\\uFFFEatta"'),
  'an escaped lone surrogate': title('"Reg\\ud800atta"'),
  'a bidirectional override': title('"Reg\\u202eatta"'),
  'a byte order mark in a text': title('"Reg\\ufeffatta"'),
  'a line separator': title('"Reg\\Latta"'),
  'a carriage return': title('"Reg\\ratta"'),
  'a season code': when('2030-21'),
  'an impossible date': when('2030-02-30'),
  'an interval that ends before it starts': when('2030-05-19/2030-05-09'),
  'a date in words': when('May 2030'),
  'a date that is a number': when('2030'),
  'an unknown status, a false repeat, an acceptance without a reason': edit(
    SPORT,
    '  date: June\n',
    '  date: June\n  status: off\n  repeat: false\n  accept: [{rule: spelling}]\n',
  ),
  'a region that is not a code': edit(SPORT, '[AA-HIL]', '[Hill]'),
  'an empty list of regions': edit(SPORT, '[AA-HIL]', '[]'),
  'an unknown reason for no region': edit(SPORT, '[AA-HIL]', 'unknown'),
  'no regions': edit(SPORT, '  regions:\n    north: [AA-HIL]\n    south: [BB-POR]\n', ''),
  'a body of a side whose name is not an id': edit(
    SPORT,
    '    south: Portville',
    '    South side: Portville',
  ),
  'an impossible date of the edition': edit(PROGRAMME, '"2030-01-15"', '"2030-02-30"'),
  'a period in words': edit(PROGRAMME, 'period: "2030"', 'period: all year'),
  'a country in words': edit(PROGRAMME, 'country: AA', 'country: Aaland'),
  'an unknown language': edit(PROGRAMME, 'languages: [en, fr]', 'languages: [en, xx]'),
  'a language twice': edit(PROGRAMME, 'languages: [en, fr]', 'languages: [en, en]'),
  'no languages': edit(PROGRAMME, 'languages: [en, fr]', 'languages: []'),
  'no themes': { [PROGRAMME]: `${smallFile(PROGRAMME).split('themes:')[0]}themes: []\n` },
  'no columns': edit(PROGRAMME, '[north, south, title, date]', '[]'),
  'a name that climbs out of the folder': edit(PROGRAMME, 'name: small', 'name: ../small'),
  'unknown severities and kinds of change, a rule that is not an id': edit(
    PROGRAMME,
    'author:',
    'rules:\n  spelling: {severity: fatal, reason: x}\n  Bad Rule: {severity: off, reason: x}\nchanges:\n  event-lost: major\n  date-changed: fatal\nauthor:',
  ),
  'an unknown kind of region': edit(REGIONS, 'AA-HIL\n  kind: region', 'AA-HIL\n  kind: hill'),
  'a region without a name in one language': edit(REGIONS, '    ru: Портовый край\n', ''),
};

const CONSISTENCY: Readonly<Record<string, Changes>> = {
  'an id stands twice in one file': { [SPORT]: smallFile(SPORT).repeat(2) },
  'an id stands in two files': edit(SPORT, 'id: regatta', 'id: choir'),
  'a theme is defined twice': edit(PROGRAMME, 'id: sport', 'id: music'),
  'a body of an unknown side': edit(SPORT, '    south: Portville', '    west: Portville'),
  'regions of an unknown side': edit(SPORT, '    south: [BB-POR]', '    west: [BB-POR]'),
  'a region of the other side': edit(SPORT, '[AA-HIL]', '[BB-POR]'),
  'an unknown region': edit(SPORT, '[AA-HIL]', '[AA-HIL, AA-XXX]'),
  'a region is listed twice': { [REGIONS]: smallFile(REGIONS).repeat(2) },
  'a place in an unknown region': edit(PLACES, 'region: AA-HIL', 'region: AA-XXX'),
  'an unknown column': edit(PROGRAMME, '[north, south, title, date]', '[north, west, title, date]'),
  'a column is listed twice': edit(PROGRAMME, '[north, south, title, date]', '[north, north, title, date]'),
  'a column without a heading': edit(PROGRAMME, '[north, south, title, date]', '[category, title, date]'),
  'a theme without the column title': edit(PROGRAMME, '[north, south, title, date]', '[north, south, date]'),
  'a side is defined twice': {
    ...edit(PROGRAMME, '- id: south', '- id: north'),
    [MUSIC]: '[]\n',
  },
  'a side has the name of a column': { ...edit(PROGRAMME, '- id: south', '- id: date'), [MUSIC]: '[]\n' },
};

const SEVERAL: Readonly<Record<string, Changes>> = {
  'every file has its problems': {
    ...edit(PROGRAMME, '[north, south, title, date]', '[north, west, title, date]'),
    ...edit(MUSIC, 'id: choir', 'id: Choir'),
    ...edit(SPORT, '  title: Regatta\n', '  titel: Regatta\n'),
    'events/dance.yaml': smallFile(SPORT).replace('id: regatta', 'id: ball'),
    [REGIONS]: '- [\n',
    [PLACES]: '- region: AA-HIL\n',
  },
  'programme.yaml is wrong, and events too': {
    ...edit(PROGRAMME, 'country: AA', 'country: Aaland'),
    ...edit(MUSIC, 'id: choir', 'id: Choir'),
    ...edit(SPORT, '  title: Regatta\n', '  titel: Regatta\n'),
  },
  'in one file: what is wrong in one event, and what does not fit between the others': {
    [SPORT]:
      '- id: a\n  titel: x\n- id: b\n  title: 5\n  regions: {north: [], south: not-named}\n- id: choir\n  title: ok\n  regions: {north: [AA-XXX]}\n',
  },
  'what could not be read is not called missing': {
    [REGIONS]: '- code: AA-HIL\n',
    [MUSIC]: '- [\n',
    [SPORT]: '- ]\n',
  },
};

/** The message that the user reads about the changed dataset. */
async function messages(changes: Changes): Promise<string> {
  const folder = folderWithData(changes);
  try {
    await readProgramme(path.join(folder, 'data'));
  } catch (error) {
    if (error instanceof UserError) return error.message.replaceAll(`${folder}${path.sep}`, '');
    throw error;
  }
  return 'no problem';
}

describe('All problems of a dataset are reported with their file, line, column, event and field', () => {
  it.each([
    ['files', FILES],
    ['syntax', SYNTAX],
    ['fields', FIELDS],
    ['consistency', CONSISTENCY],
    ['several kinds of files', SEVERAL, 'several'],
  ] as const)('All problems in %s are reported', async (name, cases, file: string = name) => {
    const read: string[] = [];
    for (const [what, changes] of Object.entries(cases)) read.push(`# ${what}\n${await messages(changes)}\n`);
    await expect(read.join('\n')).toMatchFileSnapshot(`../../golden/expected/reading-${file}.txt`);
  });

  it('Problems are reported in the same order, whatever the order in which files are read', async () => {
    const changes = SEVERAL['every file has its problems'] ?? {};
    const all = await Promise.all(Array.from({ length: 8 }, () => messages(changes)));
    expect(new Set(all).size).toBe(1);
  });
});
