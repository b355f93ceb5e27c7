import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWithData, replaced } from '../support/dataset-folder.ts';
import { recordDisk } from '../support/disk-changes.ts';
import { faultAt } from '../support/disk-faults.ts';
import { bundledProgramme } from '../support/dist.ts';
import { copyOf, editFile, FIT } from '../support/frozen.ts';
import { filesIn, runInProcess, runProgramme } from '../support/run-programme.ts';

type Files = Readonly<Record<string, string>>;

/** A command, and a function that tells from the files of a dataset whether the command has done its work. */
interface Verb {
  args: readonly string[];
  isDone(files: Files): boolean;
}

const includes =
  (file: string, words: string) =>
  (files: Files): boolean =>
    files[file]?.includes(words) === true;

/** Accepts a change in the proposal `both`; the accepted change adds the given words to a file. */
const accepting = (id: string, file: string, words: string): Verb => ({
  args: ['review', 'both', '--accept', id, '--by', 'A. Editor'],
  isDone: (files) =>
    includes(file, words)(files) &&
    new RegExp(`- id: ${id}\n(?:    .*\n)*?    verdict: accepted`).test(files['proposals/both.yaml'] ?? ''),
});

const VERBS = {
  'review one change': accepting('e852629057a7', 'events/music.yaml', 'Great concert'),
  'review another change': accepting('2c75ba13f5a5', 'events/sport.yaml', 'Great regatta'),
  'import --write': {
    args: ['import', 'autumn.csv', '--write'],
    isDone: includes('events/music.yaml', 'Late concert'),
  },
  'import --propose': {
    args: ['import', 'choir.csv', '--propose'],
    isDone: includes('proposals/choir.yaml', 'Choir of choirs'),
  },
  'check --fix': { args: ['check', '--fix'], isDone: includes('events/sport.yaml', 'date: June 2030') },
  freeze: {
    args: ['freeze', 'first'],
    isDone: (files) => 'editions/first/edition.lock.json' in files,
  },
} satisfies Record<string, Verb>;

/** 36 pairs, each with the delays between the starts in milliseconds. */
const PAIRS: readonly (readonly [keyof typeof VERBS, keyof typeof VERBS, readonly number[]])[] = [
  ['review one change', 'review another change', [0, 5, 10, 20, 30, 40, 50]],
  ['review one change', 'import --write', [0, 10, 25, 50]],
  ['import --write', 'review another change', [0, 10, 25, 50]],
  ['import --write', 'check --fix', [0, 10, 25, 50]],
  ['check --fix', 'review one change', [0, 25, 50]],
  ['import --propose', 'review another change', [0, 25, 50]],
  ['import --propose', 'check --fix', [0, 50]],
  ['freeze', 'import --write', [0, 25, 50]],
  ['freeze', 'review one change', [0, 25, 50]],
  ['import --write', 'freeze', [0, 25, 50]],
];

/** A dataset with a proposal, sheets to import, and words that `check --fix` corrects. */
async function prepared(): Promise<string> {
  const cwd = folderWithData({
    ...FIT,
    'events/sport.yaml': replaced(FIT['events/sport.yaml'] ?? '', 'date: June', 'date: June  2030'),
  });
  const run = async (...args: string[]): Promise<void> =>
    expect(await runInProcess(args, { cwd })).toMatchObject({ code: 0 });
  const sheet = async (
    name: string,
    ids: readonly string[],
    edits: readonly [string, string][],
  ): Promise<void> => {
    const file = path.join(cwd, name);
    await run('export', name);
    const [head, ...rows] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(
      file,
      [head, ...rows.filter((row) => ids.includes(row.split(',')[0] ?? '')), ''].join('\n'),
    );
    for (const edit of edits) editFile(file, ...edit);
  };
  await sheet(
    'both.csv',
    ['spring-concert', 'regatta'],
    [
      ['Regatta', 'Great regatta'],
      ['Spring concert', 'Great concert'],
    ],
  );
  await run('import', 'both.csv', '--propose');
  await sheet('autumn.csv', ['autumn-concert'], [['Autumn concert', 'Late concert']]);
  await sheet('choir.csv', ['choir'], [['Choir of the choirs', 'Choir of choirs']]);
  return cwd;
}

const dataOf = (cwd: string): Files => filesIn(path.join(cwd, 'data'));
const leftovers = (files: Files): string[] =>
  Object.keys(files).filter((name) => /(?:^|\/)\.writing/.test(name));

describe('Two commands on one dataset', () => {
  let cwd: string;
  beforeAll(async () => {
    await bundledProgramme();
  });
  it.each(PAIRS.flatMap(([first, second, times]) => times.map((after) => ({ first, second, after }))))(
    'If $second starts $after ms after $first, each command either completes or reports that it did not',
    async ({ first, second, after }) => {
      cwd = await prepared();
      const before = dataOf(cwd);
      const start = (verb: Verb) => runProgramme(verb.args, { cwd });
      const ended = await Promise.all([
        start(VERBS[first]),
        setTimeout(after).then(() => start(VERBS[second])),
      ]);
      const files = dataOf(cwd);
      for (const [at, verb] of [VERBS[first], VERBS[second]].entries()) {
        const { code, stderr } = ended[at] ?? {};
        expect([0, 2]).toContain(code);
        if (code === 0) expect([stderr, verb.isDone(files)]).toEqual([stderr, true]);
        else
          expect(stderr).toMatch(/changed while this command was running|changed while it was being frozen/);
      }
      // Only a freeze may end without doing its work.
      const others = [first, second].map((name, at) => (name === 'freeze' ? 0 : ended[at]?.code));
      expect(others).toEqual([0, 0]);
      expect(leftovers(files)).toEqual([]);
      expect((await runInProcess(['check'], { cwd })).code).toBe(0);
      if (VERBS.freeze.isDone(files)) expect((await runInProcess(['verify'], { cwd })).code).toBe(0);
      expect(Object.keys(before).filter((name) => !(name in files))).toEqual([]);
    },
  );
});

/** 30 faults in total, spread over the disk changes of each command. */
const FAULTS: readonly { verb: keyof typeof VERBS; code: string; faults: number }[] = [
  { verb: 'review one change', code: 'EIO', faults: 8 },
  { verb: 'review one change', code: 'ENOSPC', faults: 4 },
  { verb: 'import --write', code: 'EIO', faults: 6 },
  { verb: 'check --fix', code: 'EIO', faults: 6 },
  { verb: 'import --propose', code: 'ENOSPC', faults: 2 },
  { verb: 'freeze', code: 'EIO', faults: 4 },
];

describe('Disk that fails permanently', () => {
  it.each(FAULTS)(
    'If $verb cannot change the disk after one of $faults points ($code), the files are unchanged or the error states what happens next',
    async ({ verb, code, faults }) => {
      const { args } = VERBS[verb];
      const folder = await prepared();
      const counted = copyOf(folder);
      const { changes } = await recordDisk(path.dirname(counted), () => runInProcess(args, { cwd: counted }));
      const before = dataOf(folder);
      for (let fault = 0; fault < faults; fault++) {
        const cwd = copyOf(folder);
        const at = 1 + Math.floor((fault * changes) / faults);
        const ended = await runProgramme(args, { cwd, env: faultAt(code, at, true) });
        expect(ended.stderr).toContain('fault: ');
        const isFinishedLater = ended.stderr.includes('the unfinished changes could not be undone');
        const torn = dataOf(cwd);
        expect((await runInProcess(['extract', '--list'], { cwd })).code).toBe(0);
        const files = dataOf(cwd);
        const isDone = VERBS[verb].isDone(files);
        if (ended.code === 0) expect(isDone).toBe(true);
        else {
          expect(ended.code).toBe(2);
          // The edition exists even if a later step fails, and the message states this.
          const isFrozen = verb === 'freeze' && ended.stderr.includes('edition first is frozen');
          expect(isDone).toBe(isFinishedLater || isFrozen);
          if (!isDone)
            for (const [name, text] of Object.entries(before))
              expect([name, torn[name]]).toEqual([name, text]);
        }
        expect(leftovers(files)).toEqual([]);
      }
    },
  );
});
