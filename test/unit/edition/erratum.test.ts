import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { verifyEditions } from '../../../src/commands/verify.ts';
import { folderWithData } from '../../support/dataset-folder.ts';
import { FIT, freezeDraft } from '../../support/frozen.ts';
import { TEST_HOST } from '../../support/host.ts';
import { readPdf, textOf } from '../../support/pdf-reader.ts';
import { runInProcess } from '../../support/run-programme.ts';

const WORDS = {
  en: ['Erratum, corrects edition 1', 'Corrections', 'Cancelled', 'Sold out'],
  fr: ['Erratum, corrige l’édition 1', 'Corrections', 'Annulé', 'Complet'],
} as const;

it('one command cancels an event and publishes an erratum, which says in every format what it corrects', async () => {
  const cwd = folderWithData(FIT);
  const data = path.join(cwd, 'data');
  await freezeDraft(data, '1');
  const call = ['freeze', '1.1', '--corrects', '1', '--status', 'choir=cancelled', 'regatta=sold-out'];
  expect(await runInProcess(call, { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--status needs --corrects and --by'),
  });
  const ended = await runInProcess([...call, '--by', 'A. Editor', '--why', 'The choir is ill'], { cwd });
  expect(ended.stderr).toContain('choir is cancelled in the draft');
  expect(ended.stderr).toContain('edition 1.1 is frozen');
  expect(ended.code).toBe(0);

  const edition = path.join(data, 'editions/1.1');
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

  // Who decided and why is kept with the approvals, and published nowhere.
  expect(readFileSync(path.join(data, 'approvals.yaml'), 'utf8')).toContain('A. Editor');
  for (const name of readdirSync(published))
    expect([name, readFileSync(path.join(published, name), 'latin1').includes('A. Editor')]).toEqual([
      name,
      false,
    ]);
  expect(await verifyEditions('1.1', { data, rebuild: true }, TEST_HOST)).toMatchObject([
    { passed: true, inconsistencies: [], rebuilt: expect.not.arrayContaining([{ same: false }]) },
  ]);

  // Again it is done already; only the newest edition can be corrected.
  expect(await runInProcess([...call, '--by', 'A. Editor'], { cwd })).toMatchObject({ code: 2 });
  const older = await runInProcess(['freeze', '1.2', '--corrects', '1'], { cwd });
  expect(older.stderr).toContain('only the newest edition can be corrected, and that is 1.1');
});
