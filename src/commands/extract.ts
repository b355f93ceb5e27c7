import path from 'node:path';
import { type Extract, extractsDocument, type MadeExtract } from '../document/index.ts';
import { UserError } from '../errors.ts';
import { DRAFT, type Lang, type Programme, withoutUndefined } from '../model/index.ts';
import { readProgramme } from '../read/index.ts';
import { type BuildOptions, type BuildResult, buildOutputs, type Progress, prepare } from './build.ts';
import type { DesignResources } from './design-resources.ts';
import { extractName, REGION } from './extracts.ts';
import { FORMATS } from './formats.ts';
import { listPages } from './list-pages.ts';
import { type ExtractOutcome, type Manifest, manifestOf } from './manifest.ts';
import { messageOf } from './messages.ts';
import { conformanceOf, stateOf } from './verapdf.ts';
import { type ExtractList, listOfExtracts, whichExtract, whyEmpty } from './which-extract.ts';
import { type OutputFile, writeFiles, writeSet } from './write-files.ts';

export interface ExtractOptions extends BuildOptions {
  /** The property that the events share: id of a field or side, `region` (the default), `theme` or `day`. */
  by?: string | undefined;
  /**
   * For a region, its code, name, alias or printed text; otherwise the text of the value, part of the text, or the
   * key.
   */
  value: string;
}

export interface ExtractResult extends BuildResult {
  /** Name of the value in messages. */
  name: string;
  extract: Extract;
}

/**
 * Writes a programme of the events that share a value.
 *
 * @throws UserError when the value is unknown or ambiguous, or no event has it
 *
 * @example
 * ```ts
 * import { extract } from 'programme';
 *
 * const { name, files } = await extract({ value: 'Occitanie', formats: ['csv'], langs: ['en'] });
 * console.log(name, files.length); // Occitanie (FR-OCC) 1
 * ```
 */
export async function extract({ by = REGION, value, ...options }: ExtractOptions): Promise<ExtractResult> {
  const { programme, target, look, common } = await prepare(options);
  const found = whichExtract(programme, { by, value });
  if (found.events.size === 0) {
    const name = extractName(found, programme.config.language);
    throw new UserError(
      messageOf(found.side === undefined ? 'extract-empty' : 'extract-region-empty', {
        name,
        command: { command: ['extract', '--list', '--by', by] },
      }),
    );
  }
  const outputs = await buildOutputs(programme, target, look, { ...common, extract: found });
  await writeFiles(outputs.map(({ file }) => file));
  return {
    name: extractName(found, programme.config.language),
    extract: found,
    files: outputs.map(({ built }) => built),
  };
}

export interface ListExtractsOptions {
  /** The property that events share: id of a field or side, `region` (the default), `theme` or `day`. */
  by?: string | undefined;
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of a frozen edition; by default the draft. */
  edition?: string | undefined;
}

export interface ListExtractsResult extends ExtractList {
  programme: Programme;
}

/**
 * The extracts of an edition, with their events, and the events that are in no extract.
 *
 * @example
 * ```ts
 * import { listExtracts } from 'programme';
 *
 * const { extracts, without } = await listExtracts({ by: 'theme' });
 * console.log(extracts.length, without.length); // 6 0
 * ```
 */
export async function listExtracts({
  data = 'data',
  edition = DRAFT,
  by = REGION,
}: ListExtractsOptions = {}): Promise<ListExtractsResult> {
  const programme = await readProgramme(data, edition);
  return { ...listOfExtracts(programme, by), programme };
}

export interface ExtractAllOptions extends BuildOptions, Pick<ListExtractsOptions, 'by'> {
  /** Called after each extract. */
  progress?: Progress | undefined;
}

export interface ExtractAllResult {
  programme: Programme;
  manifest: Manifest;
  /** Paths of the manifest and its page. */
  files: readonly string[];
}

/**
 * Writes a programme for each value that events share, together with a manifest. If an extract fails, the others are
 * still written, and the manifest states the reason.
 *
 * @throws UserError when no event has a value
 *
 * @example
 * ```ts
 * import { extractAll } from 'programme';
 *
 * const { manifest } = await extractAll({ by: 'theme', formats: ['csv'], langs: ['en'] });
 * for (const { name, events } of manifest.extracts) console.error(name, events);
 * console.log(manifest.extracts.length); // 6
 * ```
 */
export async function extractAll({
  by = REGION,
  progress = () => {},
  ...options
}: ExtractAllOptions = {}): Promise<ExtractAllResult> {
  const { programme, target, look, common } = await prepare(options);
  const list = listOfExtracts(programme, by);
  if (list.extracts.length === 0) throw new UserError(whyEmpty(programme, by));
  return writeSet(target.out, async (add) => {
    const made: OutputFile[] = [];
    const results: ExtractOutcome[] = [];
    for (const extract of list.extracts) {
      try {
        const outputs = await buildOutputs(programme, target, look, { ...common, extract });
        const files = outputs.map(({ file }) => file);
        add(files);
        made.push(...files);
        results.push({ extract, built: outputs.map(({ built }) => built) });
      } catch (error) {
        // A failure is also a result: it must not stop the other extracts.
        const failed = error instanceof UserError ? error.message : stackOf(error);
        results.push({ extract, built: [], failed });
      }
      progress(results.length, list.extracts.length, extractName(extract, programme.config.language));
    }
    const verapdf = stateOf(await conformanceOf(made));
    const manifest = manifestOf(programme, common.fingerprint, verapdf, list, results);
    const files = await manifestFiles(programme, manifest, list, results, target, look);
    add(files);
    return { programme, manifest, files: files.map((file) => file.path) };
  });
}

const stackOf = (error: unknown): string => String(error instanceof Error ? error.stack : error);

/** The manifest, and the page that links to its files. */
async function manifestFiles(
  programme: Programme,
  manifest: Manifest,
  { by, without }: ExtractList,
  results: readonly ExtractOutcome[],
  { out, langs }: { out: string; langs: readonly Lang[] },
  look: DesignResources,
): Promise<OutputFile[]> {
  const { config } = programme;
  const stem = `${config.name}-${manifest.edition}-extracts${by === REGION ? '' : `-by-${by}`}`;
  const made = results.map(({ extract: { name, side, events }, built, failed }): MadeExtract => {
    const files = built.map(({ path: file, format, lang }) => ({
      file: path.basename(file),
      format: FORMATS[format].name,
      lang,
    }));
    return { name, events: events.size, files, ...withoutUndefined({ side, failed }) };
  });
  const pages = await listPages(config.language, langs, `${out}/${stem}`, look, (lang, siblings) =>
    extractsDocument(programme, by, made, without, lang, stem, siblings),
  );
  return [{ path: `${out}/${stem}.json`, bytes: `${JSON.stringify(manifest, null, 2)}\n` }, ...pages];
}
