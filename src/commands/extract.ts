import { MESSAGES } from '../../languages/index.ts';
import { concerns, type Extract } from '../document/extract.ts';
import { UserError } from '../errors.ts';
import type { Programme } from '../model/programme.ts';
import type { Region } from '../model/reference.ts';
import type { Lang } from '../model/text.ts';
import { editionDir, readProgramme } from '../read/dataset.ts';
import { readDesign } from '../read/design.ts';
import { readFonts } from '../read/fonts.ts';
import { regionName } from '../reference/gazetteer.ts';
import { buildOutputs, documentOptions } from './build.ts';
import { type ExtractJob, runJobs } from './extract-pool.ts';
import type { Format } from './formats.ts';
import { openLook } from './look.ts';
import { type Manifest, manifestOf, manifestPage } from './manifest.ts';
import type { Built } from './output.ts';
import { type RegionCount, regionCounts, regionOf } from './region.ts';
import { conformanceOf, stateOf } from './verapdf.ts';
import { type AddFiles, type OutputFile, writeFiles, writeSet } from './write-files.ts';

export interface ExtractOptions {
  data: string;
  edition: string;
  formats: readonly Format[];
  langs?: readonly Lang[];
  out: string;
  changesSince?: string;
}

export interface ExtractResult {
  extract: Extract;
  built: Built[];
}

/**
 * Writes the programme of one region.
 *
 * @param query code, name or alias of a region
 * @throws UserError when the region is unknown or ambiguous, or has no events
 */
export async function extractRegion(query: string, options: ExtractOptions): Promise<ExtractResult> {
  const [programme, look] = await Promise.all([
    readProgramme(options.data, options.edition),
    readDesign(options.data, options.edition).then(openLook),
  ]);
  const extract = regionOf(programme, query);
  if (!programme.themes.some(({ events }) => events.some((event) => concerns(event, extract)))) {
    throw new UserError({
      message: `no event of the programme lies in ${regionName(extract.region, MESSAGES)} (${extract.region.code})`,
      hint: '`programme extract --list` shows the regions that have events',
    });
  }
  const common = await documentOptions(programme, options);
  const source = editionDir(options.data, options.edition);
  const outputs = await buildOutputs(programme, { ...options, source }, look, { ...common, extract });
  await writeFiles(outputs.map(({ file }) => file));
  return { extract, built: outputs.map(({ built }) => built) };
}

/** The regions that events lie in, with counts. */
export async function listRegions(data: string, edition: string): Promise<RegionCount[]> {
  return regionCounts(await readProgramme(data, edition));
}

export interface AllExtracts {
  manifest: Manifest;
  /** Paths of the manifest and its page. */
  files: readonly string[];
}

/**
 * Writes the programmes of all regions of all sides that have events, and a manifest of them: built in parallel, and put in their places
 * together. What fails does not stop the others: it is named in the manifest.
 *
 * @param progress called after each extract
 */
export async function extractAll(
  options: ExtractOptions,
  progress: (done: number, all: number, name: string) => void,
): Promise<AllExtracts> {
  const [programme, design] = await Promise.all([
    readProgramme(options.data, options.edition),
    readDesign(options.data, options.edition),
  ]);
  const common = await documentOptions(programme, options);
  const counts = regionCounts(programme);
  const jobs = counts.map(({ extract }): ExtractJob => ({ extract }));
  const shared = {
    programme,
    design,
    fonts: await readFonts(design),
    options: common,
    formats: options.formats,
    out: options.out,
    source: editionDir(options.data, options.edition),
    ...(options.langs === undefined ? {} : { langs: options.langs }),
  };
  return writeSet(options.out, async (add) => {
    let done = 0;
    const made: OutputFile[] = [];
    const addMade: AddFiles = (files) => {
      add(files);
      made.push(...files);
    };
    const results = await runJobs(jobs, shared, addMade, (result) => {
      done++;
      progress(done, jobs.length, nameOf(jobs[result.job]?.extract.region));
    });
    const manifest = manifestOf(
      programme,
      common.fingerprint,
      stateOf(await conformanceOf(made)),
      counts,
      results,
    );
    const files = manifestFiles(programme, manifest, options.out);
    add(files);
    return { manifest, files: files.map(({ path }) => path) };
  });
}

function nameOf(region: Region | undefined): string {
  return region === undefined ? '' : regionName(region, MESSAGES);
}

function manifestFiles(programme: Programme, manifest: Manifest, out: string): OutputFile[] {
  const stem = `${out}/${programme.config.name}-${manifest.edition}-extracts`;
  return [
    { path: `${stem}.json`, bytes: `${JSON.stringify(manifest, null, 2)}\n` },
    { path: `${stem}.html`, bytes: manifestPage(programme, manifest) },
  ];
}
