import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { folderWithData, replaced, smallFile } from '../support/dataset-folder.ts';
import { elementsOf, readPdf, textOf } from '../support/pdf-reader.ts';
import { filesIn, runInProcess } from '../support/run-programme.ts';

/**
 * A folder with two datasets. In the later one, the titles of a concert in Hill Region and of a regatta in both regions
 * are changed.
 */
function folderWithBoth(): string {
  const cwd = folderWithData();
  cpSync(path.join(cwd, 'data'), path.join(cwd, 'old'), { recursive: true });
  const changed = folderWithData({
    'events/music.yaml': replaced(smallFile('events/music.yaml'), 'Autumn concert', 'Winter concert'),
    'events/sport.yaml': replaced(smallFile('events/sport.yaml'), 'title: Regatta', 'title: Great regatta'),
  });
  cpSync(path.join(changed, 'data'), path.join(cwd, 'data'), { recursive: true });
  return cwd;
}

/** The words of a Word file that are marked as inserted or deleted. */
function tracked(file: string): string[] {
  const xml = strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:(ins|del) [^>]*>(?:<w:r>.*?<\/w:r>)<\/w:\1>/gs)].map(([found, kind]) =>
    [kind, found.replace(/<w:instrText.*?<\/w:instrText>/gs, '').replace(/<[^>]+>/g, '')].join(' '),
  );
}

describe('diff --format redline', () => {
  const FILES = ['small-draft-aa-hil-en-redline.docx', 'small-draft-aa-hil-en-redline.pdf'];

  it('A redline for one region is written as a Word file and a PDF, and no other files are written', async () => {
    const cwd = folderWithBoth();
    const ended = await runInProcess(
      ['diff', 'old', 'draft', '--format', 'redline,redline-pdf', '--region', 'Hill Region'],
      { cwd },
    );
    expect(ended.code).toBe(0);
    expect(Object.keys(filesIn(path.join(cwd, 'output'))).sort()).toEqual(FILES);
    const pdf = readPdf(readFileSync(path.join(cwd, 'output', FILES[1] ?? '')));
    const rows = elementsOf(pdf.root, 'TBody').flatMap((body) => elementsOf(body, 'TR').map(textOf));
    expect(rows).toHaveLength(3);
    expect(rows.some((row) => row.includes('Choir'))).toBe(false);
    const words = tracked(path.join(cwd, 'output', FILES[0] ?? ''));
    expect(words).toEqual([
      'del Edition old of 15\u00a0January 2030',
      'ins Draft',
      'del Autumn',
      'ins Winter',
      'del Regatta',
      'ins Great regatta',
    ]);
  });

  it('A redline for one region contains no changes outside the region', async () => {
    const cwd = folderWithBoth();
    await runInProcess(['diff', 'old', 'draft', '--format', 'redline', '--region', 'BB-POR'], { cwd });
    const words = tracked(path.join(cwd, 'output/small-draft-bb-por-en-redline.docx'));
    expect(words.filter((word) => /concert|Autumn|Winter/.test(word))).toEqual([]);
    expect(words).toContain('ins Great regatta');
  });
});

describe('Positions in the errors that diff reports', () => {
  const dragon = { 'events/sport.yaml': replaced(smallFile('events/sport.yaml'), 'Regatta', 'Regatta 龍') };

  it.each(['pdf', 'redline-pdf'])(
    'A character that %s cannot print is reported with its position, whichever edition contains it',
    async (format) => {
      const cwd = folderWithData(dragon);
      cpSync('test/fixtures/small-dataset', path.join(cwd, 'old'), { recursive: true });
      for (const [old, now] of [
        ['old', 'draft'],
        ['draft', 'old'],
      ]) {
        const ended = await runInProcess(['diff', old ?? '', now ?? '', '--format', format], { cwd });
        expect(ended).toMatchObject({
          code: 2,
          stderr: expect.stringMatching(/^data\/events\/sport\.yaml:8:18 · event regatta · title: /),
        });
      }
    },
  );

  it('An unreadable path is reported and is not treated as missing', async () => {
    const cwd = folderWithData();
    symlinkSync('circle', path.join(cwd, 'circle'));
    for (const args of [
      ['diff', 'circle', 'draft'],
      ['build', '--data', 'circle'],
      ['init', 'circle'],
      ['verify', 'circle'],
    ])
      expect(await runInProcess(args, { cwd })).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/^circle\S*: the links form a loop/),
      });
  });
});
