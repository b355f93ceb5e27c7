import path from 'node:path';
import type { DocumentOptions, Extract } from '../document/index.ts';
import { PUBLISHED } from '../edition/index.ts';
import { UserError } from '../errors.ts';
import type { Programme, Text } from '../model/index.ts';
import { buildOutputs } from './build.ts';
import { sha256Of } from './content.ts';
import { FORMAT_NAMES } from './formats.ts';
import type { Look } from './look.ts';
import type { BuiltFile, Output } from './output.ts';
import { type Conformance, conformanceOf } from './verapdf.ts';
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
  /** Of an erratum: the edition that it corrects. */
  corrects?: string;
  fingerprint: string;
  files: PublishedFile[];
}

/** A published file, by its name; of an extract, what its events share. */
type PublishedFile = Omit<BuiltFile, 'path'> & {
  file: string;
  extract?: { by: string; value: string; name: Text };
};

export interface Published {
  /** By path inside the edition's folder. */
  files: OutputFile[];
  /** What veraPDF says of the PDF files. */
  conformance: Conformance;
}

/**
 * All that is published of an edition: every format in every language, of the whole and of extracts where they are asked for, and the
 * manifest. The files are called the same in each edition, as each has a folder of its own.
 *
 * @param programme of the edition, called as it is
 * @param source folder that it was read from
 * @param earlier the editions before it, the oldest first
 * @param options what the events of its extracts share, `by`: id of a field or side, or `region`, `theme`, `day`; of an erratum what it corrects
 * @throws UserError when no event has a value there, or a file cannot be made
 */
export async function publishedOf(
  programme: Programme,
  source: string,
  earlier: readonly Programme[],
  look: Look,
  fingerprint: string,
  { by, erratum }: { by?: string | undefined } & Pick<DocumentOptions, 'erratum'> = {},
): Promise<Published> {
  const built = async (extract?: Extract): Promise<Output[]> =>
    buildOutputs(withLatestAddress(programme), { formats: FORMAT_NAMES, out: PUBLISHED, source }, look, {
      fingerprint,
      earlier,
      isPublished: true,
      ...(erratum === undefined ? {} : { erratum }),
      ...(extract === undefined ? {} : { extract }),
    });
  const parts: { extract?: Extract; outputs: Output[] }[] = [{ outputs: await built() }];
  for (const extract of by === undefined ? [] : await extractsOf(programme, by))
    parts.push({ extract, outputs: await built(extract) });
  const outputs = parts.flatMap((part) => part.outputs);
  const { config, edition } = programme;
  const manifest: Manifest = {
    version: 1,
    programme: config.name,
    edition,
    date: config.date,
    ...(erratum === undefined ? {} : { corrects: erratum.corrects }),
    fingerprint,
    files: parts.flatMap(({ extract, outputs: own }) =>
      own.map(({ built: { path: file, ...rest } }) => ({
        file: path.basename(file),
        ...rest,
        ...(extract === undefined
          ? {}
          : { extract: { by: extract.by, value: extract.key, name: extract.name } }),
      })),
    ),
  };
  const files = outputs.map(({ file: { path: file, bytes } }) => ({
    path: `${PUBLISHED}/${path.basename(file)}`,
    bytes,
  }));
  return {
    files: [...files, { path: `${PUBLISHED}/${MANIFEST}`, bytes: `${JSON.stringify(manifest, null, 2)}\n` }],
    conformance: await conformanceOf(files),
  };
}

/** @throws UserError when no event has a value there */
async function extractsOf(programme: Programme, by: string): Promise<readonly Extract[]> {
  const { listOfExtracts, whyEmpty } = await import('./which-extract.ts');
  const { extracts } = listOfExtracts(programme, by);
  if (extracts.length === 0) throw new UserError(whyEmpty(programme, by));
  return extracts;
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
