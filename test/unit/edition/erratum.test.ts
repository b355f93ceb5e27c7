import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { completeWrites } from '../../../src/commands/unfinished.ts';
import { verify } from '../../../src/commands/verify.ts';
import { writeEdition } from '../../../src/commands/write-edition.ts';
import { UserError } from '../../../src/errors.ts';
import { folderWithData, scratchFolder } from '../../support/dataset-folder.ts';
import { recordDisk, withFaults } from '../../support/disk-changes.ts';
import { copyOf, editFile, FIT, FIT_BILINGUAL, freezeDraft } from '../../support/frozen.ts';
import { readPdf, textOf } from '../../support/pdf-reader.ts';
import { filesIn, runInProcess } from '../../support/run-programme.ts';

const WORDS = {
  en: ['Erratum, corrects edition 1', 'Corrections', 'Cancelled', 'Sold out'],
  fr: ['Erratum, corrige l’édition 1', 'Corrections', 'Annulé', 'Complet'],
} as const;

it('A single command cancels an event and publishes an erratum, which lists its corrections in every format', async () => {
  const cwd = folderWithData(FIT_BILINGUAL);
  const data = path.join(cwd, 'data');
  await freezeDraft(data, '1');
  // The draft has changed since; its other changes are not part of the erratum.
  editFile(path.join(data, 'events/sport.yaml'), 'title: Regatta', 'title: Regatta of the four');
  const call = ['freeze', '1.1', '--corrects', '1', '--status', 'choir=cancelled', 'regatta=sold-out'];
  expect(await runInProcess(call, { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--status needs --corrects and --by'),
  });
  const whole = [...call, '--by', 'A. Editor', '--why', 'The choir is ill'];
  const ended = await runInProcess(whole, { cwd });
  expect(ended.stderr).toContain('choir is cancelled in the draft');
  expect(ended.stderr).toContain('edition 1.1 is frozen');
  expect(ended.code).toBe(0);

  const edition = path.join(data, 'editions/1.1');
  const first = path.join(data, 'editions/1');
  const eventsOf = (folder: string, theme: string): string =>
    readFileSync(path.join(folder, `events/${theme}.yaml`), 'utf8');
  const withStatus = (text: string, status: string): string => text.replace(`  status: ${status}\n`, '');
  expect(withStatus(eventsOf(edition, 'sport'), 'sold-out')).toBe(eventsOf(first, 'sport'));
  expect(withStatus(eventsOf(edition, 'music'), 'cancelled')).toBe(eventsOf(first, 'music'));
  expect(eventsOf(data, 'sport')).toContain('title: Regatta of the four');
  expect(eventsOf(data, 'sport')).toContain('status: sold-out');
  expect(eventsOf(data, 'music')).toContain('status: cancelled');
  const published = path.join(edition, 'published');
  const lock = JSON.parse(readFileSync(path.join(edition, 'edition.lock.json'), 'utf8'));
  expect(lock).toMatchObject({ version: 3, erratum: true, base: { edition: '1' } });
  for (const lang of ['en', 'fr'] as const) {
    const file = (ending: string): Buffer => readFileSync(path.join(published, `small-${lang}.${ending}`));
    const word = strFromU8(unzipSync(file('docx'))['word/document.xml'] ?? new Uint8Array());
    const { root } = readPdf(file('pdf'));
    const pdf = root === undefined ? '' : textOf(root);
    for (const words of WORDS[lang]) {
      expect([lang, words, String(file('html')).includes(words)]).toEqual([lang, words, true]);
      expect([lang, words, word.replace(/<[^>]+>/g, '').includes(words)]).toEqual([lang, words, true]);
      expect([lang, words, pdf.includes(words)]).toEqual([lang, words, true]);
    }
    expect(JSON.parse(String(file('json')))).toMatchObject({ version: '1.1', corrects: '1' });
  }
  expect(JSON.parse(readFileSync(path.join(published, 'manifest.json'), 'utf8'))).toMatchObject({
    corrects: '1',
  });
  expect(readFileSync(path.join(data, 'site/index.html'), 'utf8')).toContain('Erratum, corrects edition 1');
  expect(readFileSync(path.join(data, 'site/index-fr.html'), 'utf8')).toContain(
    'Erratum, corrige l’édition 1',
  );

  // The person who decided and the reason are stored with the approvals, and published nowhere.
  expect(readFileSync(path.join(data, 'approvals.yaml'), 'utf8')).toContain('A. Editor');
  for (const name of readdirSync(published))
    expect([name, readFileSync(path.join(published, name), 'latin1').includes('A. Editor')]).toEqual([
      name,
      false,
    ]);
  expect(await verify({ data, edition: '1.1', rebuild: true })).toMatchObject([
    { passed: true, inconsistencies: [], rebuilt: expect.not.arrayContaining([{ same: false }]) },
  ]);

  // The same command finds its edition and changes nothing; only the newest edition can be corrected.
  const after = filesIn(cwd);
  expect(await runInProcess(whole, { cwd })).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('edition 1.1 is already frozen with the same data'),
  });
  expect(filesIn(cwd)).toEqual(after);
  const older = await runInProcess(['freeze', '1.2', '--corrects', '1'], { cwd });
  expect(older.stderr).toContain('only the newest edition, 1.1, can be corrected');
});

it('Neither a rejected erratum nor a dry run changes a file', async () => {
  const cwd = folderWithData(FIT);
  const data = path.join(cwd, 'data');
  await freezeDraft(data, '1');
  const by = ['--by', 'A. Editor'];
  const erratum = async (...args: string[]) => {
    const before = filesIn(cwd);
    const ended = await runInProcess(['freeze', ...args], { cwd });
    expect(filesIn(cwd)).toEqual(before);
    return ended;
  };
  expect(await erratum('1.1', '--corrects', '1', '--status', 'opera=cancelled', ...by)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('edition 1 has no event "opera"'),
  });
  expect(await erratum('1', '--corrects', '1', '--status', 'choir=cancelled', ...by)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('the edition "1" already exists'),
  });
  expect(await erratum('1.1', '--corrects', '0', '--status', 'choir=cancelled', ...by)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('there is no edition "0" to correct'),
  });
  editFile(path.join(data, 'events/sport.yaml'), 'title: Regatta', 'title: Regatta of the four');
  const shown = await erratum(
    '1.1',
    '--corrects',
    '1',
    '--dry-run',
    '--without',
    'changes',
    ...by,
    '--why',
    'x',
  );
  expect(shown.stderr).toContain('+ Regatta of the four');
  expect(shown.code).toBe(0);
  writeFileSync(path.join(data, 'editions/1/published/small-en.ics'), 'forged');
  expect(await erratum('1.1', '--corrects', '1', '--status', 'choir=cancelled', ...by)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('FAILED  The earlier editions are consistent with their locks'),
  });
});

it('If publishing an erratum is interrupted, either both the erratum and the files of the draft are written, or neither', async () => {
  const prepared = scratchFolder();
  const files = (edition: Record<string, string>, draft: string): Record<string, string> => ({
    'events.yaml': draft,
    'editions/': '',
    ...edition,
  });
  mkdirSync(path.join(prepared, 'editions'));
  writeFileSync(path.join(prepared, 'events.yaml'), 'old');
  const before = files({}, 'old');
  const after = files(
    {
      'approvals.yaml': 'new',
      'editions/2/': '',
      'editions/2/events/': '',
      'editions/2/events/a.yaml': 'new',
    },
    'new',
  );
  const write = (data: string): Promise<void> =>
    writeEdition(
      {
        folder: path.join(data, 'editions/2'),
        files: [{ path: 'events/a.yaml', bytes: 'new' }],
        beside: [],
        together: [
          { path: path.join(data, 'events.yaml'), bytes: 'new' },
          { path: path.join(data, 'approvals.yaml'), bytes: 'new' },
        ],
      },
      data,
      () => {},
    );
  const whole = copyOf(prepared);
  const { changes, replay } = await recordDisk(whole, () => write(whole));
  expect(filesIn(whole)).toEqual(after);
  let faults = 0;
  for (let fault = 1; fault <= changes; fault++) {
    const data = copyOf(prepared);
    let calls = 0;
    await withFaults(
      'ENOSPC',
      (name) => !name.startsWith('rm') && ++calls === fault,
      () =>
        write(data).catch((error: unknown) => {
          expect(error).toBeInstanceOf(UserError);
          faults++;
        }),
    );
    expect([before, after]).toContainEqual(filesIn(data));
  }
  expect(faults).toBeGreaterThan(10);
  const outcomes: boolean[] = [];
  for (let change = 1; change <= changes + 1; change++) {
    const killed = copyOf(prepared);
    replay(change, killed);
    completeWrites(killed);
    const found = filesIn(killed);
    const isDone = found['events.yaml'] === 'new';
    expect(found).toEqual(isDone ? after : before);
    outcomes.push(isDone);
  }
  expect(outcomes).toEqual(outcomes.toSorted());
  expect(new Set(outcomes).size).toBe(2);
});

it('An erratum that changes a status is not rejected because of errors that the corrected edition already contains', async () => {
  const cwd = scratchFolder();
  const data = path.join(cwd, 'data');
  cpSync('data', data, { recursive: true });
  const checked = await runInProcess(['check', '1', '--data', data, '--format', 'json'], { cwd });
  expect(JSON.parse(checked.stdout).counts.error).toBeGreaterThan(0);
  const status = ['--status', 'bourgogne-franche-comte-moscow-universities=cancelled', '--by', 'A. Editor'];
  const ended = await runInProcess(['freeze', '1.1', '--corrects', '1', ...status, '--dry-run'], { cwd });
  expect(ended.stderr).toContain('edition 1.1 can be frozen');
  expect(ended.code).toBe(0);
});
