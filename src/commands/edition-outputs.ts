import path from 'node:path';
import type { DocumentOptions, Extract } from '../document/index.ts';
import { PUBLISHED } from '../edition/index.ts';
import { UserError } from '../errors.ts';
import type { Programme, Text } from '../model/index.ts';
import { buildOutputs } from './build.ts';
import { type Content, sha256Of } from './content.ts';
import type { DesignResources } from './design-resources.ts';
import { FORMAT_NAMES } from './formats.ts';
import type { BuiltFile, Output } from './output.ts';
import { type Conformance, conformanceOf } from './verapdf.ts';
import type { OutputFile } from './write-files.ts';

/** Name of the file that describes the other files of a published edition. */
export const MANIFEST = 'manifest.json';
/** Subfolder of the web folder that always contains the newest edition, under file names that never change. */
export const LATEST = 'latest';

/** The published files of an edition. */
export interface Manifest {
  version: 1;
  programme: string;
  edition: string;
  /** YYYY-MM-DD */
  date: string;
  /** The corrected edition, for an erratum. */
  corrects?: string;
  fingerprint: string;
  files: PublishedFile[];
}

/** A published file with its name; for a file of an extract, also the value that the events have in common. */
type PublishedFile = Omit<BuiltFile, 'path'> & {
  file: string;
  extract?: { by: string; value: string; name: Text };
};

export interface Published {
  /** The published files, keyed by path within the edition's folder. */
  files: OutputFile[];
  /** veraPDF's result for the PDF files. */
  conformance: Conformance;
}

/**
 * Builds the published files of an edition: every format in every language, for the whole programme and, on request,
 * for extracts; event pages, if the programme has an address; and the manifest. File names are the same in each
 * edition, since each has its own folder.
 *
 * @param programme programme of the edition, with its name
 * @param source folder from which it was read
 * @param earlier the previous editions, oldest first
 * @param options `by` is the property by which extracts are made: id of a field or side, or `region`, `theme`, `day`;
 * `erratum` is the corrected edition with the corrections, if the edition is an erratum
 * @throws UserError when no event has a value for `by`, or a file cannot be built
 */
export async function buildEditionFiles(
  programme: Programme,
  source: string,
  earlier: readonly Programme[],
  look: DesignResources,
  fingerprint: string,
  { by, erratum }: { by?: string | undefined } & Pick<DocumentOptions, 'erratum'> = {},
): Promise<Published> {
  const built = async (extract?: Extract): Promise<Output[]> =>
    buildOutputs(withLatestAddress(programme), { formats: FORMAT_NAMES, out: PUBLISHED, source }, look, {
      fingerprint,
      earlier,
      isPublished: true,
      ...(erratum === undefined ? {} : { erratum }),
      ...(extract === undefined ? { eventPages: programme.config.address !== undefined } : { extract }),
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
    files: parts.flatMap(({ extract, outputs: outputsOfPart }) =>
      outputsOfPart.map(({ built: { path: file, ...rest } }) => ({
        file: path.basename(file),
        ...rest,
        ...(extract && { extract: { by: extract.by, value: extract.key, name: extract.name } }),
      })),
    ),
  };
  const files = outputs
    .flatMap(({ file, more = [] }) => [file, ...more])
    .map(({ path: file, bytes }) => ({ path: file.split(path.sep).join('/'), bytes }));
  return {
    files: [...files, { path: `${PUBLISHED}/${MANIFEST}`, bytes: `${JSON.stringify(manifest, null, 2)}\n` }],
    conformance: await conformanceOf(files),
  };
}

/** @throws UserError when no event has a value for the property `by` */
async function extractsOf(programme: Programme, by: string): Promise<readonly Extract[]> {
  const { listOfExtracts, whyEmpty } = await import('./extracts.ts');
  const { extracts } = listOfExtracts(programme, by);
  if (extracts.length === 0) throw new UserError(whyEmpty(programme, by));
  return extracts;
}

/** External links, such as those in calendars, point to the newest edition, where each event keeps its URL. */
function withLatestAddress(programme: Programme): Programme {
  const { address } = programme.config;
  if (address === undefined) return programme;
  const latest = `${address.replace(/\/$/, '')}/${LATEST}/`;
  return { ...programme, config: { ...programme.config, address: latest } };
}

/** The contents of published files, keyed by path within the folder of published files. */
export function publishedContents({ files }: Published): Map<string, Content> {
  return new Map(files.map(({ path: file, bytes }) => [file.slice(PUBLISHED.length + 1), bytes]));
}

/** Checksums of published files, keyed by path within the folder of published files. */
export function publishedSumsOf(published: Published): Record<string, string> {
  return Object.fromEntries(
    [...publishedContents(published)].map(([file, bytes]) => [file, sha256Of(bytes)]),
  );
}
