import path from 'node:path';
import { PUBLISHED } from '../edition/lock.ts';
import type { Programme } from '../model/programme.ts';
import type { Gate } from '../report/gates.ts';
import { buildOutputs } from './build.ts';
import { sha256Of } from './content.ts';
import { FORMAT_NAMES } from './formats.ts';
import type { Look } from './look.ts';
import type { Built } from './output.ts';
import { conformanceOf, stateOf } from './verapdf.ts';
import type { OutputFile } from './write-files.ts';

/** Name of the file that says what the others of a published edition are. */
export const MANIFEST = 'manifest.json';
/** Folder for the web that always has the newest edition, under the same names. */
export const LATEST = 'latest';

/** What is published with an edition. */
export interface Manifest {
  version: 1;
  programme: string;
  edition: string;
  /** YYYY-MM-DD */
  date: string;
  fingerprint: string;
  files: (Omit<Built, 'path'> & { file: string })[];
}

export interface Published {
  /** By path inside the edition's folder. */
  files: OutputFile[];
  /** What veraPDF says of the PDF files. */
  verapdf: Gate['state'];
}

/**
 * All that is published of an edition: every format in every language, and the manifest. The files are called the same in each edition, as
 * each has a folder of its own.
 *
 * @param programme of the edition, called as it is
 * @param source folder that it was read from
 * @param earlier the editions before it, the oldest first
 */
export async function publishedOf(
  programme: Programme,
  source: string,
  earlier: readonly Programme[],
  look: Look,
  fingerprint: string,
): Promise<Published> {
  const outputs = await buildOutputs(
    withLatestAddress(programme),
    { formats: FORMAT_NAMES, out: PUBLISHED, source },
    look,
    { fingerprint, earlier, isPublished: true },
  );
  const { config, edition } = programme;
  const manifest: Manifest = {
    version: 1,
    programme: config.name,
    edition,
    date: config.date,
    fingerprint,
    files: outputs.map(({ built: { path: file, ...rest } }) => ({ file: path.basename(file), ...rest })),
  };
  const files = outputs.map(({ file: { path: file, bytes } }) => ({
    path: `${PUBLISHED}/${path.basename(file)}`,
    bytes,
  }));
  return {
    files: [...files, { path: `${PUBLISHED}/${MANIFEST}`, bytes: `${JSON.stringify(manifest, null, 2)}\n` }],
    verapdf: stateOf(await conformanceOf(files)),
  };
}

/** Links from outside, such as those of calendars, lead to the newest edition: an event keeps its place there. */
function withLatestAddress(programme: Programme): Programme {
  const { address } = programme.config;
  if (address === undefined) return programme;
  const latest = `${address.replace(/\/$/, '')}/${LATEST}/`;
  return { ...programme, config: { ...programme.config, address: latest } };
}

/** Sums of published files, by their names. */
export function publishedSumsOf({ files }: Published): Record<string, string> {
  return Object.fromEntries(files.map(({ path: file, bytes }) => [path.basename(file), sha256Of(bytes)]));
}
