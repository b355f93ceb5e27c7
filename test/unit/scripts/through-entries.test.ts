import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { throughEntries } from '../../../scripts/through-entries.mjs';

const FILES: Readonly<Record<string, string>> = {
  'part/index.ts': `/** A part. */
export { needed, type Needed } from './needed.ts';
export {
  first as renamed,
  other,
} from './other.ts';

export const OWN = 'own';

export const loadLate = () => import('./late.ts');
`,
  'part/needed.ts': "export interface Needed { words: string }\nexport const needed = ['needed'].join();\n",
  'part/other.ts': "export const first = ['first'].join();\nexport const other = ['other'].join();\n",
  'part/late.ts': "export const late = ['late'].join();\n",
};

describe('Import through the entry file of a folder', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'entries-'));
    mkdirSync(path.join(folder, 'part'));
    for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Names of the files that run when a file is lazily imported through the entry file. */
  async function runs(imports: string): Promise<string[]> {
    writeFileSync(path.join(folder, 'user.ts'), `${imports}\nexport const use = () => used;\n`);
    const { outputFiles, metafile } = await build({
      stdin: { contents: "import('./user.ts').then(({ use }) => use());", resolveDir: folder },
      bundle: true,
      write: false,
      metafile: true,
      format: 'cjs',
      plugins: [throughEntries],
      absWorkingDir: folder,
    });
    expect(outputFiles).toHaveLength(1);
    return Object.keys(metafile.inputs).filter((name) => name.startsWith('part/'));
  }

  it.each([
    ["import { needed as used } from './part/index.ts';", ['part/needed.ts']],
    [
      "import { type Needed, needed } from './part/index.ts';\nconst used: Needed = { words: needed };",
      ['part/needed.ts'],
    ],
    [
      "import {\n  renamed,\n  needed,\n} from './part/index.ts';\nconst used = renamed + needed;",
      ['part/needed.ts', 'part/other.ts'],
    ],
    ["import { OWN as used } from './part/index.ts';", ['part/index.ts', 'part/late.ts']],
    ["import type { Needed } from './part/index.ts';\nconst used: Needed = { words: '' };", []],
  ])('An import of a name loads only the file that defines the name: %s', async (imports, files) => {
    expect((await runs(imports)).sort()).toEqual(files);
  });

  it('A folder that contains language-specific text is loaded as a whole', async () => {
    const messages = path.join(folder, 'languages/xx/messages');
    mkdirSync(messages, { recursive: true });
    writeFileSync(path.join(messages, 'index.ts'), "/** All. */\nexport { area } from './area.ts';\n");
    writeFileSync(path.join(messages, 'area.ts'), "export const area = { code: 'what is said' };\n");
    const { outputFiles } = await build({
      stdin: {
        contents: "import('./languages/xx/messages/index.ts').then((all) => console.log(all));",
        resolveDir: folder,
      },
      bundle: true,
      write: false,
      plugins: [throughEntries],
    });
    expect(outputFiles.map(({ text }) => text).join()).toContain('what is said');
  });
});
