import path from 'node:path';
import { exportCorrections, exportTranslation, LANGS, readDataset } from '../index.ts';
import { slug } from '../text/index.ts';
import type { Sending } from './incoming-api.ts';

/** Writes a file for corrections or for a translation into a folder, and returns the path of the file. */
export async function sentFile(
  data: string,
  { send, edition, by, value, lang: wanted }: Sending,
  folder: string,
): Promise<string> {
  const { config } = await readDataset({ data });
  const lang = LANGS.find((one) => one === wanted) ?? config.language;
  const part = value === undefined ? [] : [slug(value)];
  const isTranslation = send === 'translation';
  const name = [config.name, send, ...part, lang].join('-');
  const file = path.join(folder, `${name}.${isTranslation ? 'xlf' : 'docx'}`);
  const extract = by === undefined || value === undefined ? {} : { extract: { by, value } };
  const options = { data, file, lang, ...extract, ...(edition !== undefined && { edition }) };
  await (isTranslation ? exportTranslation(options) : exportCorrections(options));
  return file;
}
