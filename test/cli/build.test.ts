import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { folderWithData, replaced, smallFile } from '../support/dataset-folder.ts';
import { filesIn, runInProcess, runProgramme } from '../support/run-programme.ts';

const SPORT = 'events/sport.yaml';
const sport = (title: string): Record<string, string> => ({
  [SPORT]: replaced(smallFile(SPORT), 'title: Regatta', `title: ${title}`),
});

describe('build', () => {
  it('`build` writes files in every language of the programme and lists the files', async () => {
    const folder = folderWithData();
    const ended = await runInProcess(['build', '--format', 'pdf'], { cwd: folder });
    expect(ended).toEqual({
      code: 0,
      stdout: '',
      stderr: 'output/small-draft-en.pdf  3 pages, 4 events\noutput/small-draft-fr.pdf  3 pages, 4 events\n',
    });
    const written = filesIn(path.join(folder, 'output'));
    expect(Object.keys(written)).toEqual(['small-draft-en.pdf', 'small-draft-fr.pdf']);
    for (const bytes of Object.values(written)) expect(bytes).toMatch(/^%PDF-1\.7\n.*%%EOF\s*$/s);
  });

  it('`build` writes one file for each requested language and format to the requested folder', async () => {
    const folder = folderWithData();
    const ended = await runInProcess(
      ['build', 'draft', '--format', 'pdf, pdf', '--lang', 'ru,ru', '--out', 'a/b'],
      { cwd: folder },
    );
    expect(ended).toEqual({ code: 0, stdout: '', stderr: 'a/b/small-draft-ru.pdf  3 pages, 4 events\n' });
  });

  it('Word files contain complete fonts that were compressed in advance', async () => {
    const folder = folderWithData();
    await runProgramme(['build', '--format', 'docx', '--lang', 'en'], { cwd: folder });
    const files = unzipSync(readFileSync(path.join(folder, 'output/small-draft-en.docx')));
    const table = strFromU8(files['word/fontTable.xml'] ?? new Uint8Array());
    const keys = [...table.matchAll(/w:fontKey="\{([^}]*)\}"/g)].map(([, key = '']) => key);
    const fonts = keys.map((key, index) => {
      const mask = Buffer.from(key.replaceAll('-', ''), 'hex').reverse();
      const embedded = files[`word/fonts/font${index + 1}.odttf`] ?? new Uint8Array();
      return Buffer.from(embedded.map((byte, at) => (at < 32 ? byte ^ (mask[at % 16] ?? 0) : byte)));
    });
    const names = ['PTSans-Regular', 'PTSans-Bold', 'PTSerif-Regular', 'PTSerif-Bold'];
    expect(fonts.map((font, index) => font.equals(readFileSync(`fonts/${names[index]}.ttf`)))).toEqual(
      names.map(() => true),
    );
  });

  it('`build --json` writes its result to stdout only', async () => {
    const folder = folderWithData();
    const ended = await runInProcess(['build', '--format', 'pdf', '--lang', 'en', '--json'], { cwd: folder });
    const bytes = readFileSync(path.join(folder, 'output/small-draft-en.pdf'));
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.stdout)).toEqual({
      version: 1,
      files: [
        {
          path: 'output/small-draft-en.pdf',
          format: 'pdf',
          lang: 'en',
          pages: 3,
          events: 4,
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        },
      ],
    });
    expect(ended.stderr).toBe('output/small-draft-en.pdf  3 pages, 4 events\n');
  });

  it('`build` does not change other files in its folder', async () => {
    const folder = folderWithData({ '../output/notes.txt': 'mine' });
    await runInProcess(['build', '--format', 'pdf', '--lang', 'en'], { cwd: folder });
    expect(Object.keys(filesIn(path.join(folder, 'output')))).toEqual(['notes.txt', 'small-draft-en.pdf']);
  });

  it('`build` succeeds even if nothing reads its standard output', async () => {
    const folder = folderWithData();
    const ended = await runProgramme(['build', '--format', 'pdf'], { cwd: folder, deaf: true });
    expect(ended.code).toBe(0);
    expect(Object.keys(filesIn(path.join(folder, 'output')))).toHaveLength(2);
  });

  it('`build --json` exits with 2 if its result cannot be written, but its files are complete', async () => {
    const folder = folderWithData();
    const ended = await runProgramme(['build', '--format', 'pdf', '--json'], { cwd: folder, deaf: true });
    expect([ended.code, ended.stderr.split('\n').at(-2)]).toEqual([
      2,
      'the result cannot be written (EPIPE)',
    ]);
    expect(Object.keys(filesIn(path.join(folder, 'output')))).toHaveLength(2);
  });
});

const SAID = /^output\/small-draft-en\.pdf {2}(\d+) pages, \d events\n$/;

describe('Valid input', () => {
  it.each([
    ['a byte order mark', { [SPORT]: `\ufeff${smallFile(SPORT)}` }, 3],
    ['a file with Windows line endings', { [SPORT]: smallFile(SPORT).replaceAll('\n', '\r\n') }, 3],
    ['a text with special characters of XML and PDF', sport("'& < > ]]> \\ (a) %'"), 3],
    ['a text with ordinals and quotation marks', sport("'1er « a » “b” ‘c’ l’été 2nd – — …'"), 3],
    ['a text with combining marks', sport('"Re\\u0301gate"'), 3],
    [
      'a soft hyphen, a no-break space, a no-break hyphen',
      sport('"Re\\u00adgatta 9\\u00a0May A\\u2011B"'),
      3,
    ],
    ['a word of 300 letters', sport('abcdefghij'.repeat(30)), 3],
    ['a cell of a thousand words', sport('word '.repeat(1000)), 8],
    ['a row that is taller than two pages', sport('word '.repeat(3000)), 14],
    ['a cell of the longest text, and its copies in the indexes', sport('many words '.repeat(18_000)), 100],
    ['a theme without events', { [SPORT]: '[]\n' }, 3],
  ])('%s is valid input', async (_, data, pages: number) => {
    const folder = folderWithData(data);
    const ended = await runInProcess(['build', '--format', 'pdf', '--lang', 'en'], { cwd: folder });
    expect(ended).toEqual({ code: 0, stdout: '', stderr: expect.stringMatching(SAID) });
    expect(Number(SAID.exec(ended.stderr)?.[1])).toBeGreaterThanOrEqual(pages);
  });
});
