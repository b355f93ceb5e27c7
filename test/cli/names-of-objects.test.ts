import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderWithData, replaced, smallFile } from '../support/dataset-folder.ts';
import { filesIn, runInProcess } from '../support/run-programme.ts';

const everywhere = (events: string): string =>
  events.replaceAll('  regions:\n', '  regions:\n    constructor: all-regions\n');

/**
 * The ids of a side and an event are names of properties that every JavaScript object inherits; no event has a body of
 * this side.
 */
const folder = () =>
  folderWithData({
    'programme.yaml': replaced(
      replaced(
        smallFile('programme.yaml'),
        'themes:\n',
        '  - id: constructor\n    country: CC\n    name: Builders\n    heading: Body of builders\nthemes:\n',
      ),
      '[north, south, title, date]',
      '[north, south, constructor, title, date]',
    ),
    'events/sport.yaml': everywhere(
      replaced(smallFile('events/sport.yaml'), 'id: regatta', 'id: constructor'),
    ),
    'events/music.yaml': everywhere(smallFile('events/music.yaml')),
  });

it('Names of JavaScript object properties are valid ids', async () => {
  const cwd = folder();
  const commands = [
    'build --lang en',
    'check --fail-on error',
    'check --format docx --fail-on error',
    'diff draft data --format html',
    'diff draft data --format redline',
    'export events.xlsx',
    'export events.csv',
    'import events.csv --write',
    'import events.xlsx --write',
    'extract --all --lang en',
    'extract --region AA-HIL --lang fr',
    'extract --list',
  ];
  for (const command of commands) {
    const { code, stderr } = await runInProcess(command.split(' '), { cwd });
    expect({ command, code, stderr }).toEqual({ command, code: command.startsWith('check') ? 1 : 0, stderr });
    expect(stderr).not.toContain('native code');
  }
  expect(readFileSync(path.join(cwd, 'events.csv'), 'utf8')).not.toContain('native code');
  expect(JSON.stringify(filesIn(path.join(cwd, 'data')))).not.toContain('native code');
});

it('Cells, headings and themes of a spreadsheet can be names of JavaScript object properties', async () => {
  const cwd = folderWithData();
  const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
  for (const [index, word] of words.entries()) {
    writeFileSync(
      path.join(cwd, `${index}.csv`),
      `Title,Date,Theme,${word},North\n${word},June 2030,${word},${word},${word}\nRegatta,June 2030,Sport,x,Hillton\n`,
    );
    const ended = await runInProcess(['import', `${index}.csv`, '--all', '--dry-run'], { cwd });
    expect({ word, code: ended.code, stderr: ended.stderr }).toEqual({ word, code: 0, stderr: ended.stderr });
    expect(ended.stderr).toContain(`new theme of the programme: ${word}`);
    const made = await runInProcess(['init', `new-${index}`, '--from', `${index}.csv`], { cwd });
    expect({ word, code: made.code, stderr: made.stderr }).toEqual({ word, code: 0, stderr: made.stderr });
    const built = await runInProcess(['build', '--data', `new-${index}`, '--format', 'pdf'], { cwd });
    expect({ word, code: built.code, stderr: built.stderr }).toEqual({ word, code: 0, stderr: built.stderr });
  }
});
