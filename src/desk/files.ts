/**
 * Creates files to download. Each file is written into a folder that is removed afterwards, and is returned with its
 * name.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import {
  build,
  exportCorrections,
  exportTranslation,
  extract,
  extractAll,
  type Format,
  LANGS,
  type Lang,
  readDataset,
} from '../index.ts';
import { withoutUndefined } from '../model/index.ts';
import { slug } from '../text/index.ts';
import type { PartsQuery, Sending, View } from './api.ts';
import type { Answer } from './job-queue.ts';
import { SITE } from './watch.ts';

/** Runs a function with a new folder, which is removed afterwards. */
export async function inTemporaryFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'programme-desk-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A view as a file in the given format. */
export function viewFile(data: string, view: View, format: Format): Promise<Answer> {
  const { edition, by, value, since } = view;
  const lang = langOf(view.lang);
  return download(async (out) => {
    const wanted = withoutUndefined({ langs: lang && [lang], changesSince: since });
    const options = { data, edition, out, formats: [format], ...wanted };
    const { files } = await (value === undefined ? build(options) : extract({ ...options, by, value }));
    return files[0]?.path ?? '';
  });
}

/** A Word file for corrections, or a file for translators. */
export function sentFile(data: string, { send, edition, by, value, lang: wanted }: Sending): Promise<Answer> {
  return download(async (folder) => {
    const { config } = await readDataset({ data });
    const lang = langOf(wanted) ?? config.language;
    const part = value === undefined ? [] : [slug(value)];
    const isTranslation = send === 'translation';
    const name = [config.name, send, ...part, lang].join('-');
    const file = path.join(folder, `${name}.${isTranslation ? 'xlf' : 'docx'}`);
    const extracted = by === undefined || value === undefined ? {} : { extract: { by, value } };
    const options = { data, file, lang, edition, ...extracted };
    await (isTranslation ? exportTranslation(options) : exportCorrections(options));
    return file;
  });
}

/** All extracts by a property as PDF files, in a ZIP file. */
export function partsZip(data: string, { parts: by, edition, lang: wanted }: PartsQuery): Promise<Answer> {
  const lang = langOf(wanted);
  return download(async (folder) => {
    const out = path.join(folder, 'parts');
    const langs = lang && [lang];
    await extractAll({ data, edition, by, out, formats: ['pdf'], ...withoutUndefined({ langs }) });
    return zipped(data, out, by, folder);
  });
}

/** The web folder, which `freeze` creates, in a ZIP file. */
export async function siteZip(data: string): Promise<Answer> {
  const site = path.join(data, SITE);
  return existsSync(site) ? download((folder) => zipped(data, site, SITE, folder)) : { status: 400 };
}

function langOf(wanted: string | undefined): Lang | undefined {
  return LANGS.find((one) => one === wanted);
}

function download(write: (folder: string) => Promise<string>): Promise<Answer> {
  return inTemporaryFolder(async (folder) => {
    const file = await write(folder);
    const bytes = new Uint8Array(await readFile(file));
    return { bytes, type: 'application/octet-stream', name: path.basename(file) };
  });
}

/**
 * A fixed modification time for all files in a ZIP file, so that the same files always produce the same bytes. ZIP
 * files cannot store an earlier time.
 */
const TIME = '1980-01-01';

async function zipped(data: string, from: string, subject: string, to: string): Promise<string> {
  const { config } = await readDataset({ data });
  const file = path.join(to, `${config.name}-${subject}.zip`);
  const names = (await readdir(from, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(from, path.join(entry.parentPath, entry.name)))
    .sort();
  const files = names.map(
    async (name) => [name.replaceAll(path.sep, '/'), await readFile(path.join(from, name))] as const,
  );
  // The files are stored as they are, because most of them are compressed already.
  await writeFile(file, zipSync(Object.fromEntries(await Promise.all(files)), { level: 0, mtime: TIME }));
  return file;
}
