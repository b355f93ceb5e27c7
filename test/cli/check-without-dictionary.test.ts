import { readFileSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready } from '../../src/commands/ready.ts';
import { gatesText } from '../../src/report/gates.ts';
import { scratchFolder } from '../support/dataset-folder.ts';
import { exampleFolder } from '../support/examples.ts';
import { elementsOf, readPdf, textOf } from '../support/pdf-reader.ts';
import { runInProcess } from '../support/run-programme.ts';

/** Node's function for resolving packages, which its types do not declare. */
const packages = Module as unknown as { _resolveFilename: (id: string, ...more: unknown[]) => string };
const resolve = packages._resolveFilename;

/** Hides the optional German dictionary if it is installed. */
beforeAll(() => {
  packages._resolveFilename = (id, ...more) => {
    if (id === 'dictionary-de') throw new Error(`Cannot find module '${id}'`);
    return resolve(id, ...more);
  };
});
afterAll(() => {
  packages._resolveFilename = resolve;
});

const data = path.resolve(exampleFolder('festival-musterstadt'));
const LINE =
  'German spelling not checked: install dictionary-de, or put de.dic and the .aff file of the same name into dictionaries/ of the dataset';
const REMARK = 'Rechtschreibung nicht geprüft (Deutsch): Paket dictionary-de installieren';

/** Writes a proof sheet of the German example, and returns its bytes and the messages of the run. */
async function proofSheet(format: string): Promise<{ stderr: string; bytes: Buffer }> {
  const cwd = scratchFolder();
  const { code, stderr } = await runInProcess(['check', '--data', data, '--format', format], { cwd });
  expect(code).toBe(0);
  return { stderr, bytes: readFileSync(path.join(cwd, `output/flusstage-draft-de-proof.${format}`)) };
}

const count = (text: string, words: string): number => text.split(words).length - 1;

describe('Language without an installed dictionary', () => {
  it.each(['text', 'json', 'github'])(
    '`check --format %s` names the missing dictionary on stderr',
    async (format) => {
      const ended = await runInProcess(['check', '--data', data, '--format', format], {
        cwd: scratchFolder(),
      });
      expect([ended.code, ended.stderr]).toEqual([0, `${LINE}\n`]);
      expect(count(ended.stdout, LINE)).toBe(format === 'json' ? 1 : 0);
    },
  );

  it('The Markdown report names the missing dictionary after the number of findings', async () => {
    const ended = await runInProcess(['check', '--data', data, '--format', 'md'], { cwd: scratchFolder() });
    const stdout = `# Findings in draft\n\nno findings.\n\n${LINE}.\n`;
    expect(ended).toEqual({ code: 0, stdout, stderr: `${LINE}\n` });
  });

  it('The PDF proof sheet names the missing dictionary once, in the language of the programme', async () => {
    const { stderr, bytes } = await proofSheet('pdf');
    expect(stderr).toMatch(new RegExp(`^output/flusstage-draft-de-proof\\.pdf .*\n${LINE}\n$`));
    const items = elementsOf(readPdf(bytes).root, 'LI').map((item) => textOf(item).replaceAll('\u00ad', ''));
    expect(items.filter((item) => item.endsWith(`Hinweis – ${REMARK}`))).toHaveLength(1);
  });

  it('The Word proof sheet names the missing dictionary in one comment', async () => {
    const { bytes } = await proofSheet('docx');
    const comments = strFromU8(unzipSync(bytes)['word/comments.xml'] ?? new Uint8Array());
    expect(comments.split('<w:comment ').filter((comment) => comment.includes(REMARK))).toHaveLength(1);
  });

  it('The proof sheet as a web page names the missing dictionary once', async () => {
    const { bytes } = await proofSheet('html');
    expect(count(bytes.toString(), REMARK)).toBe(1);
  });

  it('The proofing gate of `ready` names the missing dictionary and passes', async () => {
    const result = await ready({ data });
    const gate = result.gates.find(({ id }) => id === 'check');
    expect(gate?.state).toBe('passed');
    expect(gate?.why.split('\n')).toContain(LINE);
    expect(gate?.messages.why).toContainEqual({
      code: 'spelling-not-checked',
      parameters: {
        language: { language: 'de', message: 'German' },
        package: 'dictionary-de',
        file: 'de.dic',
      },
      message: LINE,
    });
    expect(gatesText(result)).toContain(
      `passed  Proofing finds no errors\n        no findings\n        ${LINE}\n`,
    );
  });
});
