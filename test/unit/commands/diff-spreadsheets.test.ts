import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../../support/dataset-folder.ts';
import { filesIn, runInProcess } from '../../support/run-programme.ts';

/** A list before and after a change, in one language. */
const LISTS = {
  en: ['Title,Date\nBall,4 May 2031\nFair,5 May 2031\n', '5 May', '6 May'],
  fr: ['Titre;Date\nBal;4 mai 2031\nFoire;5 mai 2031\n', '5 mai', '6 mai'],
  de: ['Titel;Datum\nBall;4. Mai 2031\nMarkt;5. Mai 2031\n', '5. Mai', '6. Mai'],
  ru: ['Название;Дата\nБал;4 мая 2031\nЯрмарка;5 мая 2031\n', '5 мая', '6 мая'],
} as const;

describe('Comparison of two spreadsheets', () => {
  it.each(Object.entries(LISTS))(
    'The comparison states the names of both files and does not invent an edition, a date or a publisher: %s',
    async (lang, [list, before, after]) => {
      const cwd = scratchFolder();
      writeFileSync(path.join(cwd, 'spring list.csv'), list);
      writeFileSync(path.join(cwd, 'spring list (2).csv'), list.replace(before, after));
      const given = ['diff', 'spring list.csv', 'spring list (2).csv', '--lang', lang];
      const printed: string[] = [];
      for (const format of ['text', 'md', 'json'])
        printed.push((await runInProcess([...given, '--format', format], { cwd })).stdout);
      expect(printed[2]).toContain('"file": "spring list (2).csv"');
      expect(printed[2]).not.toContain('"edition"');
      await runInProcess([...given, '--format', 'html,docx', '--out', 'out'], { cwd });
      await runInProcess([...given, '--format', 'redline', '--out', 'out'], { cwd });
      const outputs = Object.keys(filesIn(path.join(cwd, 'out')));
      expect(outputs).toEqual([
        `spring list (2)-${lang}-redline.docx`,
        `spring list-spring list (2)-changes-${lang}.docx`,
        `spring list-spring list (2)-changes-${lang}.html`,
      ]);
      const texts = outputs.map((name) => wordsOf(readFileSync(path.join(cwd, 'out', name))));
      for (const text of [...printed, ...texts]) {
        expect(text).toContain('spring list (2).csv');
        // The date of a new dataset until its editor writes the real one.
        expect(text).not.toMatch(/2031-01-01|\b1\W+(?:January|Januar|января)|1er\W+janvier/);
        expect(text).not.toMatch(/\b(?:Edition|Édition|Ausgabe|Издание)\b/);
        expect(text).not.toMatch(/Name of the publisher|Nom de l’éditeur|Herausgeber|издател/i);
      }
    },
  );

  it('Unless a language is requested, terminal output is in English and other formats are in the language of the programme', async () => {
    const cwd = scratchFolder();
    const [list, before, after] = LISTS.fr;
    writeFileSync(path.join(cwd, 'a.csv'), list);
    writeFileSync(path.join(cwd, 'b.csv'), list.replace(before, after));
    const printed = async (...options: string[]): Promise<string> =>
      (await runInProcess(['diff', 'a.csv', 'b.csv', ...options], { cwd })).stdout;
    expect(await printed()).toContain('From: a.csv; to: b.csv\n1 change (1 major,');
    expect(await printed('--lang', 'fr')).toContain('1 modification (1 majeure,');
    expect(await printed('--format', 'md')).toContain('1 modification (1 majeure,');
  });
});

/** The complete text of a file, of all its parts if it is a package; no-break spaces are replaced by plain ones. */
function wordsOf(bytes: Uint8Array): string {
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parts = isPackage ? Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xml')) : [];
  const text = isPackage ? parts.map(([, part]) => strFromU8(part)).join('\n') : strFromU8(bytes);
  return text.replaceAll('\u00a0', ' ');
}
