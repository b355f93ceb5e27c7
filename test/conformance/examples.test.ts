import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EXAMPLES, exampleFile } from '../support/examples.ts';
import { validate, veraPdf } from './support/verapdf.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'examples-'));
afterAll(() => rm(folder, { recursive: true }));
const fileOf = (name: string): string => path.join(folder, `${name}.pdf`);
for (const name of EXAMPLES) await writeFile(fileOf(name), await exampleFile(name, 'pdf'));

describe.each(['ua1', '2a'])('veraPDF %s', async (flavour) => {
  const verdicts = await validate(await veraPdf(), flavour, EXAMPLES.map(fileOf));
  it.each(EXAMPLES)('veraPDF finds no violations in %s', (name) => {
    const verdict = verdicts.find(({ file }) => file === `${name}.pdf`);
    expect(verdict?.failures).toEqual([]);
    expect(verdict?.failedChecks).toBe(0);
  });
});

it.each(EXAMPLES)('Microsoft’s Open XML validator accepts the Word file of %s', async (name) => {
  const { default: validateWord } = await import('@ooxml-tools/validate');
  expect(await validateWord(await exampleFile(name, 'docx'), 'docx', 'Microsoft365')).toEqual([]);
});
