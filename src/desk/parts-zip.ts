import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { extractAll, LANGS, readDataset } from '../index.ts';
import type { PartsQuery } from './api.ts';

/**
 * A fixed time for all files, so that the same files give the same bytes: the earliest time that a ZIP file can have.
 */
const TIME = '1980-01-01';

/** Writes all extracts by a property as PDF into one ZIP file in a folder, and gives its path. */
export async function partsZip(
  data: string,
  { parts: by, edition, lang: wanted }: PartsQuery,
  folder: string,
): Promise<string> {
  const lang = LANGS.find((one) => one === wanted);
  const out = path.join(folder, 'parts');
  await extractAll({
    data,
    edition,
    by,
    out,
    formats: ['pdf'],
    ...(lang !== undefined && { langs: [lang] }),
  });
  const names = (await readdir(out, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(out, path.join(entry.parentPath, entry.name)))
    .sort();
  const files = names.map(
    async (name) => [name.replaceAll(path.sep, '/'), await readFile(path.join(out, name))] as const,
  );
  const { config } = await readDataset({ data });
  const file = path.join(folder, `${config.name}-${by}.zip`);
  // PDF files are compressed already.
  await writeFile(file, zipSync(Object.fromEntries(await Promise.all(files)), { level: 0, mtime: TIME }));
  return file;
}
