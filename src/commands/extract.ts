import path from 'node:path';
import { type Extract, extractsDocument, type MadeExtract } from '../document/index.ts';
import { shellWord, UserError } from '../errors.ts';
import type { Lang, Programme } from '../model/index.ts';
import { editionDir, readDesign, readProgramme } from '../read/index.ts';
import { type BuildOptions, buildOutputs, documentOptions } from './build.ts';
import { extractName, REGION } from './extracts.ts';
import { FORMATS } from './formats.ts';
import { listPages } from './list-pages.ts';
import { type Look, openLook } from './look.ts';
import { type ExtractOutcome, type Manifest, manifestOf } from './manifest.ts';
import type { Built } from './output.ts';
import { conformanceOf, stateOf } from './verapdf.ts';
import {
  type ExtractList,
  type ExtractQuery,
  listOfExtracts,
  whichExtract,
  whyEmpty,
} from './which-extract.ts';
import { type OutputFile, writeFiles, writeSet } from './write-files.ts';

export interface ExtractResult {
  /** Name of the value in messages. */
  name: string;
  extract: Extract;
  built: Built[];
}

/**
 * Writes the programme of those events that share a value.
 *
 * @throws UserError when the value is unknown or ambiguous, or no event has it
 */
export async function extract(query: ExtractQuery, options: BuildOptions): Promise<ExtractResult> {
  const programme = await readProgramme(options.data, options.edition);
  const source = editionDir(options.data, options.edition);
  const languages = options.langs ?? programme.config.languages;
  const look = await openLook(
    await readDesign(options.data, options.edition, { languages, config: programme.config }),
    source,
  );
  const found = whichExtract(programme, query);
  if (found.events.size === 0) {
    const name = extractName(found, programme.config.language);
    throw new UserError({
      message: `no event of the programme ${found.side === undefined ? 'has' : 'lies in'} ${name}`,
      hint: `\`programme extract --list --by ${shellWord(query.by)}\` shows what events have`,
    });
  }
  const common = await documentOptions(programme, options);
  const outputs = await buildOutputs(programme, { ...options, source }, look, { ...common, extract: found });
  await writeFiles(outputs.map(({ file }) => file));
  return {
    name: extractName(found, programme.config.language),
    extract: found,
    built: outputs.map(({ built }) => built),
  };
}

/** The extracts of an edition, with their events, and the events that are in none. */
export async function listExtracts(
  data: string,
  edition: string,
  by: string,
): Promise<ExtractList & { programme: Programme }> {
  const programme = await readProgramme(data, edition);
  return { ...listOfExtracts(programme, by), programme };
}

export interface AllExtracts {
  manifest: Manifest;
  /** Paths of the manifest and its page. */
  files: readonly string[];
}

/**
 * Writes the programmes of all values that events share, and a manifest of them, which are put in their places
 * together. What fails does not stop the others: it is named in the manifest.
 *
 * @param by id of a field or side, or `region`, `theme`, `day`
 * @param progress called after each extract
 * @throws UserError when no event has a value
 */
export async function extractAll(
  by: string,
  options: BuildOptions,
  progress: (done: number, all: number, name: string) => void,
): Promise<AllExtracts> {
  const programme = await readProgramme(options.data, options.edition);
  const source = editionDir(options.data, options.edition);
  const languages = options.langs ?? programme.config.languages;
  const design = await readDesign(options.data, options.edition, { languages, config: programme.config });
  const common = await documentOptions(programme, options);
  const list = listOfExtracts(programme, by);
  if (list.extracts.length === 0) throw new UserError(whyEmpty(programme, by));
  const look = await openLook(design, source);
  return writeSet(options.out, async (add) => {
    const made: OutputFile[] = [];
    const results: ExtractOutcome[] = [];
    for (const found of list.extracts) {
      const outcome = await outcomeOf(async () => {
        const outputs = await buildOutputs(programme, { ...options, source }, look, {
          ...common,
          extract: found,
        });
        const files = outputs.map(({ file }) => file);
        add(files);
        made.push(...files);
        return outputs.map(({ built }) => built);
      });
      results.push(outcome);
      progress(results.length, list.extracts.length, extractName(found, programme.config.language));
    }
    const manifest = manifestOf(
      programme,
      common.fingerprint,
      stateOf(await conformanceOf(made)),
      list,
      results,
    );
    const files = await manifestFiles(
      programme,
      manifest,
      list,
      results,
      { out: options.out, languages },
      look,
    );
    add(files);
    return { manifest, files: files.map((file) => file.path) };
  });
}

/** What became of an extract. A failure is one of the results: it must not stop the others. */
async function outcomeOf(build: () => Promise<Built[]>): Promise<ExtractOutcome> {
  try {
    return { built: await build() };
  } catch (error) {
    const failed =
      error instanceof UserError ? error.message : String(error instanceof Error ? error.stack : error);
    return { built: [], failed };
  }
}

/** The manifest, and the page that links to what it names. */
async function manifestFiles(
  programme: Programme,
  manifest: Manifest,
  { extracts, by, without }: ExtractList,
  results: readonly ExtractOutcome[],
  { out, languages }: { out: string; languages: readonly Lang[] },
  look: Look,
): Promise<OutputFile[]> {
  const { config } = programme;
  const stem = `${config.name}-${manifest.edition}-extracts${by === REGION ? '' : `-by-${by}`}`;
  const made = extracts.map(({ name, side, events }, index): MadeExtract => {
    const { built = [], failed } = results[index] ?? {};
    return {
      name,
      ...(side === undefined ? {} : { side }),
      events: events.size,
      files: built.map(({ path: file, format, lang }) => ({
        file: path.basename(file),
        format: FORMATS[format].name,
        lang,
      })),
      ...(failed === undefined ? {} : { failed }),
    };
  });
  const pages = await listPages(config.language, languages, `${out}/${stem}`, look, (lang, siblings) =>
    extractsDocument(programme, by, made, without, lang, stem, siblings),
  );
  return [{ path: `${out}/${stem}.json`, bytes: `${JSON.stringify(manifest, null, 2)}\n` }, ...pages];
}
