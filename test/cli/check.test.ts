import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { folderWithData, replaced, smallFile } from '../support/dataset-folder.ts';
import { elementsOf, readPdf, textOf } from '../support/pdf-reader.ts';
import { runInProcess } from '../support/run-programme.ts';

const SPORT = 'events/sport.yaml';
/** The small dataset with a repeated word in a title. */
const folderWithMistake = (): string =>
  folderWithData({ [SPORT]: replaced(smallFile(SPORT), 'title: Regatta', 'title: The the regatta') });

interface Found {
  rule: string;
  message: string;
  event?: string;
}

/** The findings of `check` in the folder. */
async function findingsIn(cwd: string): Promise<Found[]> {
  const { stdout } = await runInProcess(['check', '--format', 'json'], { cwd });
  return (JSON.parse(stdout) as { findings: Found[] }).findings;
}

const letters = (words: string): string => words.replace(/[\s\u00ad]/g, '');

describe('Proof sheet', () => {
  it('The PDF proof sheet shows every finding next to its row, and `check` exits with the same code as for the report', async () => {
    const cwd = folderWithMistake();
    const findings = await findingsIn(cwd);
    expect(findings.filter(({ event }) => event !== undefined).map(({ rule }) => rule)).toContain(
      'repeated-words',
    );
    const ended = await runInProcess(['check', '--format', 'pdf', '--ids', '--fail-on', 'note'], { cwd });
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^output\/small-draft-en-proof\.pdf {2}\d+ pages, 4 events\n$/),
    });
    const pdf = readPdf(readFileSync(path.join(cwd, 'output/small-draft-en-proof.pdf')));
    const rows = elementsOf(pdf.root, 'TBody').flatMap((body) => elementsOf(body, 'TR').map(textOf));
    const regatta = rows.find((row) => row.includes('regatta')) ?? '';
    for (const { rule, message } of findings.filter(({ event }) => event === 'regatta')) {
      expect(letters(regatta)).toContain(letters(`· ${rule}`));
      expect(letters(regatta)).toContain(letters(message));
    }
  });

  it('The Word proof sheet contains every finding as a comment', async () => {
    const cwd = folderWithMistake();
    const findings = await findingsIn(cwd);
    const ended = await runInProcess(['check', '--format', 'docx'], { cwd });
    expect(ended.stderr).toMatch(/^output\/small-draft-en-proof\.docx {2}\d+ pages, 4 events\n$/);
    const files = unzipSync(readFileSync(path.join(cwd, 'output/small-draft-en-proof.docx')));
    const comments = strFromU8(files['word/comments.xml'] ?? new Uint8Array());
    expect([...comments.matchAll(/<w:comment /g)]).toHaveLength(findings.length);
    expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toMatch(
      /<w:commentRangeStart w:id="\d+"\/>(?:<w:r>.{0,40})?<w:t xml:space="preserve">[Tt]he(?: the)?<\/w:t>/,
    );
  });

  it.each(['pdf', 'docx'])('The %s proof sheet is the same in two time zones', async (format) => {
    const outputs = await Promise.all(
      ['Pacific/Kiritimati', 'America/Adak'].map(async (TZ) => {
        const cwd = folderWithMistake();
        await runInProcess(['check', '--format', format], { cwd, env: { TZ } });
        return readFileSync(path.join(cwd, `output/small-draft-en-proof.${format}`));
      }),
    );
    expect(outputs[0]?.equals(outputs[1] ?? Buffer.alloc(0))).toBe(true);
  });

  it('Writing a proof sheet does not change the programme', async () => {
    const cwd = folderWithMistake();
    await runInProcess(['check', '--format', 'pdf'], { cwd });
    expect(existsSync(path.join(cwd, 'output/small-draft-en.pdf'))).toBe(false);
  });
});
