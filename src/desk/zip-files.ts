import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { extractAll, LANGS, readDataset } from '../index.ts';
import type { PartsQuery } from './api.ts';
import { SITE } from './watch.ts';

/**
 * A fixed time for all files, so that the same files give the same bytes: the earliest time that a ZIP file can have.
 */
const TIME = '1980-01-01';

/** Writes all extracts by a property as PDF into one ZIP file in a folder, and returns the path of the ZIP file. */
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
  return zipped(out, path.join(folder, `${await nameOf(data)}-${by}.zip`));
}

/**
 * Writes the folder for the web server, which `freeze` makes, into one ZIP file in a folder, and returns the path of
 * the ZIP file.
 */
export async function siteZip(data: string, folder: string): Promise<string> {
  return zipped(path.join(data, SITE), path.join(folder, `${await nameOf(data)}-${SITE}.zip`));
}

async function nameOf(data: string): Promise<string> {
  return (await readDataset({ data })).config.name;
}

async function zipped(folder: string, file: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  const files = names.map(
    async (name) => [name.replaceAll(path.sep, '/'), await readFile(path.join(folder, name))] as const,
  );
  // Most files are compressed already.
  await writeFile(file, zipSync(Object.fromEntries(await Promise.all(files)), { level: 0, mtime: TIME }));
  return file;
}
