import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { folderWithData, replaced, smallFile } from '../support/dataset-folder.ts';
import { filesIn, runProgramme } from '../support/run-programme.ts';
import { editCell, edited, tracked, untracked, withPart } from '../support/word-edits.ts';

/** A sheet of verdicts with the same verdict in each row, as a person fills it in. */
function filledIn(file: string, verdict: string): void {
  const parts = unzipSync(readFileSync(file));
  const name = 'xl/worksheets/sheet1.xml';
  const sheet = strFromU8(parts[name] ?? new Uint8Array());
  const cell = (row: string): string => `<c r="I${row}" t="inlineStr"><is><t>${verdict}</t></is></c>`;
  parts[name] = strToU8(sheet.replace(/<c r="I(\d+)" s="\d+"\/>/g, (_, row: string) => cell(row)));
  writeFileSync(file, zipSync(parts));
}

const COMMENTS =
  '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1" w:author="Ada"><w:p><w:r><w:t>Zqxcomment: to be confirmed</w:t></w:r></w:p></w:comment></w:comments>';

it('An edition is produced without a text editor from the corrections of three partners, two of whom contradict each other', async () => {
  const dated = (name: string, words: string, when: string): string =>
    replaced(smallFile(name), `  date: ${words}\n`, `  date: ${words}\n  when: "${when}"\n`);
  const cwd = folderWithData({
    'events/music.yaml': dated('events/music.yaml', 'Quarter 3', '2030-35'),
    'events/sport.yaml': dated('events/sport.yaml', 'June', '2030-06'),
  });
  const run = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await runProgramme(args, { cwd, env: { PATH: cwd } });
    expect([args.join(' '), code, stderr]).toEqual([args.join(' '), 0, stderr]);
    return stdout;
  };
  const file = (name: string): string => path.join(cwd, name);
  const edit = (name: string, change: (document: string) => string): void =>
    writeFileSync(file(name), edited(readFileSync(file(name)), change));
  await run('freeze', '1', '--out', 'out');
  const programme = file('data/programme.yaml');
  writeFileSync(programme, replaced(readFileSync(programme, 'utf8'), '2030-01-15', '2030-02-15'));
  // Three files are sent: two Word files, one of them with a single theme, and a spreadsheet.
  await run('export', 'hillton.docx');
  await run('export', 'portville.docx', '--by', 'theme', '--value', 'music');
  await run('export', 'sport.csv');
  edit('hillton.docx', (document) =>
    editCell(
      editCell(document, 'spring-concert', 'title', tracked('Great spring concert')),
      'regatta',
      'date',
      (cell) => tracked('July')(cell).replace('</w:p>', '<w:r><w:commentReference w:id="1"/></w:r></w:p>'),
    ),
  );
  writeFileSync(
    file('hillton.docx'),
    withPart(readFileSync(file('hillton.docx')), 'comments', 'comments.xml', COMMENTS),
  );
  edit('portville.docx', (document) =>
    editCell(document, 'spring-concert', 'title', untracked('Small spring concert')),
  );
  writeFileSync(
    file('sport.csv'),
    replaced(readFileSync(file('sport.csv'), 'utf8'), 'Choir of the choirs', 'Choir of all choirs'),
  );
  // The files are returned one after the other.
  for (const name of ['hillton.docx', 'portville.docx', 'sport.csv']) await run('import', name, '--propose');
  // The changes of the first file are decided on a sheet. The second file then has a conflict, which is decided only by
  // a command that names it.
  await run('review', 'hillton', '--sheet', 'verdicts.xlsx');
  filledIn(file('verdicts.xlsx'), 'accept');
  await run('import', 'verdicts.xlsx', '--by', 'A. Editor');
  const { changes }: { changes: { id: string; standing: string; theirs: string }[] } = JSON.parse(
    await run('review', 'portville', '--json'),
  );
  expect(changes.map(({ standing, theirs }) => [standing, theirs])).toEqual([
    ['conflict', 'Small spring concert'],
  ]);
  const [conflict] = changes.map(({ id }) => id);
  await run(
    'review',
    'portville',
    '--refuse',
    conflict ?? '',
    '--by',
    'A. Editor',
    '--why',
    'Hillton is the host',
  );
  const sport: { changes: { id: string }[] } = JSON.parse(await run('review', 'sport', '--json'));
  await run('review', 'sport', '--accept', ...sport.changes.map(({ id }) => id), '--by', 'A. Editor');
  expect(await run('review', '--json')).toContain('"Great spring concert"');
  // Every major change is approved by name.
  const before = await runProgramme(['ready', '--json'], { cwd, env: { PATH: cwd } });
  expect(before.code).toBe(1);
  const since: { changes: { fingerprint: string }[] } = JSON.parse(await run('review', '--json'));
  const ids = since.changes.map(({ fingerprint }) => fingerprint);
  await run('review', '--accept', ...ids, '--by', 'A. Editor');
  await run('ready');
  await run('freeze', '2', '--out', 'out');
  // Comments that a partner wrote next to the text are only for the editor.
  expect(await run('check')).toContain('Regatta · date · hillton – Ada: Zqxcomment: to be confirmed');
  await run('build', '--format', 'html,json,csv,docx', '--out', 'out');
  const printed = Object.entries(filesIn(path.join(cwd, 'out'))).map(([name, bytes]) =>
    name.endsWith('.docx')
      ? Object.values(unzipSync(Buffer.from(bytes, 'latin1')))
          .map((part) => strFromU8(part))
          .join('\n')
      : bytes,
  );
  expect(printed.filter((words) => words.includes('Regatta')).length).toBeGreaterThan(3);
  expect(printed.filter((words) => words.includes('Zqxcomment'))).toEqual([]);
  const music = readFileSync(file('data/editions/2/events/music.yaml'), 'utf8');
  expect(music).toContain('title: Great spring concert');
  expect(music).toContain('Choir of all choirs');
  expect(readFileSync(file('data/editions/2/events/sport.yaml'), 'utf8')).toContain('date: July');
  expect(readFileSync(file('data/proposals/portville.yaml'), 'utf8')).toContain('why: Hillton is the host');
});
