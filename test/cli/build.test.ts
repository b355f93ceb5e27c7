import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWithData, replaced, smallFile } from '../support/dataset-folder.ts';
import { bundledProgramme } from '../support/dist.ts';

let programme: string;
beforeAll(async () => {
  programme = await bundledProgramme();
}, 120_000);

interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

function run(folder: string, args: readonly string[], env: Record<string, string> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programme, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: status, stdout, stderr };
}

const music = smallFile('events/music.yaml');
const config = smallFile('programme.yaml');
const inMusic = (passage: string, by: string) => ({ 'events/music.yaml': replaced(music, passage, by) });
const inConfig = (passage: string, by: string) => ({ 'programme.yaml': replaced(config, passage, by) });
const TITLE = 'title: Spring concert';

/** Bad input: what is changed in the dataset, and what the message must name. */
const BAD: readonly [
  name: string,
  changes: Record<string, string | Uint8Array | null>,
  said: readonly string[],
][] = [
  [
    'YAML that does not end',
    inMusic(TITLE, 'title: "Spring concert'),
    ['events/music.yaml:', 'opened and not closed'],
  ],
  [
    'indents with tabs',
    inMusic(
      '  bodies:\n    north: Hillton\n    south: Portville\n  regions:\n    north: [AA-HIL]\n    south: [BB-POR]',
      '\tbodies: x',
    ),
    ['events/music.yaml:', 'tab'],
  ],
  ['an unknown key', inMusic(TITLE, `${TITLE}\n  colour: red`), ['unknown key', 'colour', 'spring-concert']],
  ['a number for a text', inMusic(TITLE, 'title: 12'), ['the number 12', 'spring-concert', 'title']],
  ['a list for a text', inMusic(TITLE, 'title: [a, b]'), ['a list', 'spring-concert']],
  [
    'an id used twice',
    inMusic('id: autumn-concert', 'id: spring-concert'),
    ['"spring-concert" is used twice'],
  ],
  [
    'an odd id',
    inMusic('id: spring-concert', 'id: Spring Concert'),
    ['lower-case letters', 'Spring Concert'],
  ],
  ['no id', inMusic('- id: spring-concert\n  region', '- region'), ['id', 'is missing']],
  ['a theme without a file', { 'events/sport.yaml': null }, ['events/sport.yaml', 'missing']],
  ['a file without a theme', { 'events/dance.yaml': '[]\n' }, ['unknown theme', 'dance']],
  ['no programme.yaml', { 'programme.yaml': null }, ['programme.yaml', 'missing']],
  ['no events at all', { 'events/music.yaml': '[]\n', 'events/sport.yaml': '[]\n' }, ['no events']],
  ['an empty file', { 'events/sport.yaml': '' }, ['events/sport.yaml', 'empty']],
  [
    'bytes that are no UTF-8',
    { 'events/sport.yaml': Buffer.from('- id: caf\xe9\n', 'latin1') },
    ['events/sport.yaml:1', 'UTF-8'],
  ],
  ['UTF-16', { 'events/sport.yaml': Buffer.from('\ufeff- id: x\n', 'utf16le') }, ['events/sport.yaml']],
  [
    'a control character',
    inMusic(TITLE, 'title: "Spring\\u0007concert"'),
    ['U+0007', 'spring-concert', 'title'],
  ],
  ['U+FFFF', inMusic(TITLE, 'title: "Spring\\uffff"'), ['U+FFFF']],
  ['U+FFFE', inMusic(TITLE, 'title: "Spring\\ufffe"'), ['U+FFFE']],
  ['a lone surrogate', inMusic(TITLE, 'title: "Spring\\ud800"'), ['U+D800']],
  ['a direction override', inMusic(TITLE, 'title: "Spring\\u202e"'), ['U+202E']],
  [
    'a date that does not exist',
    inMusic('when: 2030-05-09/2030-05-19', 'when: "2030-02-30"'),
    ['2030-02-30', 'when', 'spring-concert'],
  ],
  ['a bad EDTF', inMusic('when: 2030-05-09/2030-05-19', 'when: "May"'), ['May', 'when']],
  [
    'an end before its start',
    inMusic('when: 2030-05-09/2030-05-19', 'when: "2030-05-19/2030-05-09"'),
    ['when'],
  ],
  [
    'an unknown column',
    inConfig('columns: [north, south, title, date]', 'columns: [north, south, title, place]'),
    ['unknown column "place"'],
  ],
  [
    'a column without a heading',
    inConfig('columns: [north, south, title, date]', 'columns: [north, category, title, date]'),
    ['"category" has no heading'],
  ],
  [
    'a region of the other side',
    inMusic(
      '  regions:\n    north: [AA-HIL]\n    south: [BB-POR]',
      '  regions:\n    north: [BB-POR]\n    south: [BB-POR]',
    ),
    ['BB-POR is not a region of the side "north"'],
  ],
  [
    'a region that nobody knows',
    inMusic(
      '  regions:\n    north: [AA-HIL]\n    south: [BB-POR]',
      '  regions:\n    north: [AA-XYZ]\n    south: [BB-POR]',
    ),
    ['AA-XYZ is not in reference/regions.yaml'],
  ],
  [
    'an alias bomb',
    { 'events/sport.yaml': '- &a [x, x]\n- &b [*a, *a]\n- [*b, *b]\n' },
    ['events/sport.yaml', 'alias'],
  ],
  [
    'an emoji',
    inMusic(TITLE, 'title: Spring concert 🎻'),
    ['no glyph for U+1F3BB', 'spring-concert', 'title'],
  ],
  ['Arabic', inMusic(TITLE, 'title: حفلة'), ['no glyph for U+062D', 'spring-concert', 'title']],
  ['Chinese in the introduction', inConfig('  This is its programme.', '  節目'), ['no glyph for U+7BC0']],
];

describe('bad input', () => {
  it.each(BAD)('%s: named with its place, exit code 2, earlier outputs untouched', (_, changes, said) => {
    const folder = folderWithData(changes);
    mkdirSync(path.join(folder, 'output'));
    const earlier = path.join(folder, 'output', 'small-draft-en.pdf');
    writeFileSync(earlier, 'earlier');
    const { code, stdout, stderr } = run(folder, ['build', '--format', 'pdf']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const words of said) expect(stderr.toLowerCase()).toContain(words.toLowerCase());
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readFileSync(earlier, 'utf8')).toBe('earlier');
    expect(readdirSync(path.join(folder, 'output'))).toEqual(['small-draft-en.pdf']);
  });

  it('tells all problems of all files at once', () => {
    const folder = folderWithData({ ...inMusic(TITLE, 'titel: x'), 'events/sport.yaml': '- id: X\n' });
    const { stderr } = run(folder, ['build', '--format', 'pdf']);
    for (const words of ['titel', 'title', 'events/sport.yaml', 'regions']) expect(stderr).toContain(words);
  });
});

describe('a bad call', () => {
  it.each([
    ['a verb that does not exist', ['biuld'], 'Did you mean build'],
    ['an option that does not exist', ['build', '--colour'], 'unknown option'],
    ['a format that does not exist', ['build', '--format', 'odt'], 'odt'],
    ['a language that does not exist', ['build', '--lang', 'de'], 'de'],
    ['an edition that does not exist', ['build', '7'], 'there is no edition "7"'],
    ['an edition that climbs out of the data', ['build', '../../etc'], 'is not the name of an edition'],
    ['a data folder that does not exist', ['build', '--data', 'nowhere'], 'no data folder'],
    ['no region', ['extract'], 'no region is named'],
  ])('%s', (_, args, said) => {
    const { code, stdout, stderr } = run(folderWithData(), args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });

  it('an output folder that is a file, or below one', () => {
    const folder = folderWithData();
    writeFileSync(path.join(folder, 'file'), 'x');
    for (const out of ['file', 'file/below']) {
      const { code, stderr } = run(folder, ['build', '--format', 'pdf', '--out', out]);
      expect(code).toBe(2);
      expect(stderr).toContain('--out');
    }
    expect(readFileSync(path.join(folder, 'file'), 'utf8')).toBe('x');
  });

  it('an output that is a folder: nothing is replaced', () => {
    const folder = folderWithData();
    mkdirSync(path.join(folder, 'output', 'small-draft-fr.pdf'), { recursive: true });
    const { code } = run(folder, ['build', '--format', 'pdf']);
    expect(code).toBe(2);
    expect(readdirSync(path.join(folder, 'output')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('what is no error', () => {
  it.each([
    ['a byte order mark', { 'events/sport.yaml': `\ufeff${smallFile('events/sport.yaml')}` }],
    [
      'lines that end in CR LF',
      { 'events/sport.yaml': smallFile('events/sport.yaml').replaceAll('\n', '\r\n') },
    ],
    ['a word of 300 letters', inMusic(TITLE, `title: ${'abcdefghij'.repeat(30)}`)],
    [
      'a cell of a megabyte',
      inMusic(
        'description: Concert of both orchestras – in the open',
        `description: ${'Concert of both orchestras. '.repeat(38_000)}`,
      ),
    ],
    ['signs that mean something in XML and PDF', inMusic(TITLE, 'title: "Arts & <Letters> ]]> (a\\\\b) %"')],
    ['Russian words in an English text', inMusic(TITLE, 'title: "Spring concert «Весна»"')],
  ])('%s', (_, changes) => {
    const folder = folderWithData(changes);
    const { code, stderr } = run(folder, ['build', '--format', 'pdf']);
    expect(stderr).toMatch(
      /^output\/small-draft-en\.pdf {2}\d+ pages, 4 events\noutput\/small-draft-fr\.pdf {2}\d+ pages, 4 events\n$/,
    );
    expect(code).toBe(0);
  });
});

describe('outputs', () => {
  it('are described as JSON on stdout, and in a line each on stderr', () => {
    const { code, stdout, stderr } = run(folderWithData(), ['build', '--lang', 'en', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      files: ['pdf', 'docx'].map((format) => ({
        path: `output/small-draft-en.${format}`,
        format,
        lang: 'en',
        pages: expect.any(Number),
        events: 4,
        bytes: expect.any(Number),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      })),
    });
    expect(stderr.split('\n')).toHaveLength(3);
  });

  it('have the same bytes in any process, time zone and locale', () => {
    const sums = [
      { TZ: 'UTC' },
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'fr_FR.UTF-8' },
      { TZ: 'America/Lima', LC_ALL: 'C', LANG: 'ru_RU' },
    ].map((env) =>
      JSON.parse(run(folderWithData(), ['build', '--json'], env).stdout).files.map(
        ({ sha256 }: { sha256: string }) => sha256,
      ),
    );
    expect(sums[0]).toHaveLength(4);
    expect(sums[1]).toEqual(sums[0]);
    expect(sums[2]).toEqual(sums[0]);
  });

  it('of an interrupted run leave the earlier files whole', async () => {
    const folder = folderWithData(
      inMusic(
        'description: Concert of both orchestras – in the open',
        `description: ${'Concert of both orchestras. '.repeat(38_000)}`,
      ),
    );
    mkdirSync(path.join(folder, 'output'));
    writeFileSync(path.join(folder, 'output', 'small-draft-en.pdf'), 'earlier');
    const child = spawn(process.execPath, [programme, 'build', '--format', 'pdf'], {
      cwd: folder,
      stdio: 'ignore',
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
    setTimeout(() => child.kill('SIGTERM'), 400);
    const code = await ended;
    expect([130, null]).toContain(code);
    expect(readFileSync(path.join(folder, 'output', 'small-draft-en.pdf'), 'utf8')).toBe('earlier');
    expect(readdirSync(path.join(folder, 'output'))).toEqual(['small-draft-en.pdf']);
  });
});

describe('the code cache', () => {
  it('that is stale or broken changes nothing', () => {
    const folder = path.dirname(programme);
    const caches = readdirSync(folder).filter((name) => name.endsWith('.code'));
    expect(caches.length).toBeGreaterThan(0);
    const build = (): string => run(folderWithData(), ['build', '--format', 'pdf', '--json']).stdout;
    const before = build();
    const kept = new Map(caches.map((name) => [name, readFileSync(path.join(folder, name))]));
    try {
      for (const [name, bytes] of kept)
        writeFileSync(path.join(folder, name), bytes.subarray(0, bytes.length >> 1));
      expect(build()).toBe(before);
      for (const [name, bytes] of kept)
        writeFileSync(path.join(folder, name), Buffer.concat([Buffer.from([1, 2, 3, 4]), bytes.subarray(4)]));
      expect(build()).toBe(before);
    } finally {
      for (const [name, bytes] of kept) writeFileSync(path.join(folder, name), bytes);
    }
  });
});

describe('help', () => {
  it.each(['build', 'extract', 'diff', 'check', 'freeze', 'verify', 'ready', 'export', 'import', 'init'])(
    'of %s has one example',
    (verb) => {
      const { code, stdout } = run(folderWithData(), [verb, '--help']);
      expect(code).toBe(0);
      expect(stdout.match(/Example:/g)).toHaveLength(1);
    },
  );

  it('loads no renderer', () => {
    const folder = path.dirname(programme);
    expect(existsSync(path.join(folder, 'cli.js'))).toBe(true);
    expect(readFileSync(path.join(folder, 'cli.js'), 'utf8')).not.toMatch(/yoga|PDFDocument|reconciler/);
  });
});
