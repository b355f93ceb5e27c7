import path from 'node:path';
import { type Extract, extractsDocument, type MadeExtract } from '../document/index.ts';
import { UserError } from '../errors.ts';
import { allEvents, DRAFT, type Programme, textIn, withoutUndefined } from '../model/index.ts';
import { readProgramme } from '../read/index.ts';
import type { Gate } from '../report/index.ts';
import { type BuildOptions, type BuildResult, buildOutputs, prepare } from './build.ts';
import { type ExtractList, extractName, listOfExtracts, REGION, whichExtract, whyEmpty } from './extracts.ts';
import { FORMATS } from './formats.ts';
import { listPages } from './list-pages.ts';
import { messageOf } from './messages.ts';
import type { BuiltFile } from './output.ts';
import { conformanceOf, stateOf } from './verapdf.ts';
import { type OutputFile, writeFiles, writeSet } from './write-files.ts';

export interface ExtractOptions extends BuildOptions {
  /** The property that the events have in common: id of a field or side, `region` (the default), `theme` or `day`. */
  by?: string | undefined;
  /**
   * For a region, its code, name, alias or printed text; otherwise the text of the value, part of this text, or the key
   * of the extract.
   */
  value: string;
}

export interface ExtractResult extends BuildResult {
  /** Name of the extract, for messages. */
  name: string;
  extract: Extract;
}

/**
 * Writes an extract: a programme that contains only the events with the given value.
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
  /** The property that events have in common: id of a field or side, `region` (the default), `theme` or `day`. */
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
 * The extracts of an edition with their events, and the events that are not in any extract.
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

/** Options of `extractAll`; `progress` is called after each extract has been built or has failed. */
export type ExtractAllOptions = BuildOptions & Pick<ListExtractsOptions, 'by'>;

export interface ExtractAllResult {
  programme: Programme;
  manifest: Manifest;
  /** Paths of the manifest and of the page that links to the files. */
  files: readonly string[];
}

/**
 * Writes an extract for each value that events have in common, and a manifest of all extracts. If an extract cannot be
 * written, the manifest states the reason, and the remaining extracts are still written.
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
  return writeSet(target.out, async (set) => {
    const made: OutputFile[] = [];
    const results: ExtractOutcome[] = [];
    for (const extract of list.extracts) {
      try {
        const outputs = await buildOutputs(programme, target, look, { ...common, extract });
        const files = outputs.map(({ file }) => file);
        set.add(files);
        made.push(...files);
        results.push({ extract, built: outputs.map(({ built }) => built) });
      } catch (error) {
        // If an extract cannot be built, the remaining extracts are still built.
        const stack = String(error instanceof Error ? error.stack : error);
        const failed = error instanceof UserError ? error.message : stack;
        results.push({ extract, built: [], failed });
      }
      progress(results.length, list.extracts.length, extractName(extract, programme.config.language));
    }
    const verapdf = stateOf(await conformanceOf(made));
    const manifest = manifestOf(programme, common.fingerprint, verapdf, list, results);
    const stem = `${manifest.programme}-${manifest.edition}-extracts${by === REGION ? '' : `-by-${by}`}`;
    const linked = results.map(({ extract: { name, side, events }, built, failed }): MadeExtract => {
      const files = built.map(({ path: file, format, lang }) => ({
        file: path.basename(file),
        format: FORMATS[format].name,
        lang,
      }));
      return { name, events: events.size, files, ...withoutUndefined({ side, failed }) };
    });
    const home = `${target.out}/${stem}`;
    const pages = await listPages(programme.config.language, target.langs, home, look, (lang, siblings) =>
      extractsDocument(programme, by, linked, list.without, lang, stem, siblings),
    );
    const files = [{ path: `${home}.json`, bytes: `${JSON.stringify(manifest, null, 2)}\n` }, ...pages];
    set.add(files);
    return { programme, manifest, files: files.map((file) => file.path) };
  });
}

/** The outcome of writing an extract: its files, or the reason why there are none. */
interface ExtractOutcome {
  extract: Extract;
  built: BuiltFile[];
  /** Message for the user, if the extract could not be written. */
  failed?: string;
}

/** The result of `extract --all`. */
export interface Manifest {
  version: 1;
  programme: string;
  /** Name of the edition as it is used in file names: `ed1`, `draft`. */
  edition: string;
  /** Fingerprint of a frozen edition. */
  fingerprint?: string;
  date: string;
  /** Number of events in the whole programme. */
  events: number;
  /** veraPDF's result for the PDF files. */
  verapdf: Gate['state'];
  /** The property that the events of an extract have in common: id of a field or side, or `region`, `theme`, `day`. */
  by: string;
  extracts: {
    /** The side and code of a region. */
    side?: string;
    region?: string;
    /** Key of the extract. */
    value: string;
    name: string;
    events: number;
    files: (Omit<BuiltFile, 'path'> & { file: string })[];
  }[];
  failed: { value: string; name: string; reason: string }[];
  /** Ids of the events that are not in any extract. */
  without: readonly string[];
}

/** The manifest of a run that writes all extracts. */
function manifestOf(
  { config, edition, themes }: Programme,
  fingerprint: string | undefined,
  verapdf: Gate['state'],
  { by, without }: Pick<ExtractList, 'by' | 'without'>,
  results: readonly ExtractOutcome[],
): Manifest {
  const named = ({ key, name }: Extract) => ({
    value: key,
    name: textIn(name, config.language, config.language).words,
  });
  return {
    version: 1,
    programme: config.name,
    edition: edition === DRAFT ? DRAFT : `ed${edition}`,
    ...withoutUndefined({ fingerprint }),
    date: config.date,
    events: allEvents({ themes }).length,
    verapdf,
    by,
    extracts: results.flatMap(({ extract, built, failed }) => {
      if (failed !== undefined) return [];
      const { side, key, events } = extract;
      const region = side === undefined ? {} : { side, region: key };
      const files = built.map(({ path: file, ...rest }) => ({ file: path.basename(file), ...rest }));
      return [{ ...region, ...named(extract), events: events.size, files }];
    }),
    failed: results.flatMap(({ extract, failed: reason }) =>
      reason === undefined ? [] : [{ ...named(extract), reason }],
    ),
    without,
  };
}
