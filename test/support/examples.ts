import { readdirSync } from 'node:fs';
import path from 'node:path';
import { openDesignResources } from '../../src/commands/design-resources.ts';
import type { DocumentFormat } from '../../src/commands/formats.ts';
import { outputOf } from '../../src/commands/output.ts';
import { buildDocument } from '../../src/document/build.ts';
import { DRAFT } from '../../src/model/programme.ts';
import { readProgramme } from '../../src/read/dataset.ts';
import { readDesign } from '../../src/read/design.ts';

/** Names of the complete examples. */
export const EXAMPLES: readonly string[] = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Folder of the dataset of an example. */
export const exampleFolder = (name: string): string => path.join('examples', name);

/** An example as a file of a format. */
export async function exampleFile(name: string, format: DocumentFormat): Promise<Uint8Array> {
  const folder = exampleFolder(name);
  const programme = await readProgramme(folder, DRAFT);
  const { config } = programme;
  const design = await readDesign(folder, DRAFT, { languages: config.languages, config });
  const document = buildDocument(programme, config.language);
  const { file } = await outputOf(document, format, await openDesignResources(design, folder), '');
  return Buffer.concat([file.bytes].flat().map((part) => Buffer.from(part)));
}
