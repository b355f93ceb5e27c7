import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FontFiles } from '../design/font-files.ts';
import type { Design } from '../design/schema.ts';
import type { DocumentOptions } from '../document/build.ts';
import type { Extract } from '../document/extract.ts';
import { UserError } from '../errors.ts';
import type { Programme } from '../model/programme.ts';
import type { Lang } from '../model/text.ts';
import { buildOutputs } from './build.ts';
import type { Format } from './formats.ts';
import { Look } from './look.ts';
import type { Built, Output } from './output.ts';
import type { AddFiles } from './write-files.ts';

export interface ExtractJob {
  extract: Extract;
}

/** What all jobs have in common. */
export interface SharedWork {
  programme: Programme;
  design: Design;
  fonts: FontFiles;
  /** Options of all documents. */
  options: DocumentOptions;
  formats: readonly Format[];
  langs?: readonly Lang[];
  out: string;
  /** Folder that the programme was read from. */
  source: string;
}

/** What a job made: its outputs, not yet written, or why there are none. */
export interface Made {
  /** Index of the job. */
  job: number;
  outputs: Output[];
  /** Message for the user, when it failed. */
  failed?: string;
}

/** What became of a job: its files, or why there are none. */
export interface JobResult {
  /** Index of the job. */
  job: number;
  built: Built[];
  /** Message for the user, when it failed. */
  failed?: string;
}

/** Builds the files of one job. A failure is a result like any other: it must not stop the other jobs. */
export async function runJob(
  index: number,
  { extract }: ExtractJob,
  shared: SharedWork,
  look: Look,
): Promise<Made> {
  try {
    const outputs = await buildOutputs(shared.programme, shared, look, { ...shared.options, extract });
    return { job: index, outputs };
  } catch (error) {
    return { job: index, outputs: [], failed: failure(error) };
  }
}

/** Keeps what a job made. Only the main thread writes: a signal may end the other threads at any moment. */
function kept({ job, outputs, failed }: Made, add: AddFiles): JobResult {
  if (failed !== undefined) return { job, built: [], failed };
  try {
    add(outputs.map(({ file }) => file));
    return { job, built: outputs.map(({ built }) => built) };
  } catch (error) {
    return { job, built: [], failed: failure(error) };
  }
}

function failure(error: unknown): string {
  if (error instanceof UserError) return error.message;
  return String(error instanceof Error ? error.stack : error);
}

/** The bundled worker beside this module; there is none where the sources run unbundled. */
const WORKER = new URL('./extract-worker.mjs', import.meta.url);

/**
 * Runs all jobs, on as many threads as there are processors; results in the order of the jobs.
 *
 * @param add takes the files of each job
 * @param finished called as each job ends
 */
export async function runJobs(
  jobs: readonly ExtractJob[],
  shared: SharedWork,
  add: AddFiles,
  finished: (result: JobResult) => void,
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  const threads = existsSync(WORKER) ? Math.min(availableParallelism(), jobs.length) : 1;
  let next = 0;
  const take = (): number | undefined => (next < jobs.length ? next++ : undefined);
  const keep = (made: Made): void => {
    const result = kept(made, add);
    results[result.job] = result;
    finished(result);
  };
  const here = async (): Promise<void> => {
    const look = new Look(shared.design, shared.fonts, shared.source);
    for (let index = take(); index !== undefined; index = take()) {
      const job = jobs[index];
      if (job !== undefined) keep(await runJob(index, job, shared, look));
    }
  };
  const there = Array.from({ length: threads - 1 }, () => runOnThread(jobs, shared, take, keep));
  await Promise.all([here(), ...there]);
  return results;
}

/** Lets a worker thread take job after job. */
function runOnThread(
  jobs: readonly ExtractJob[],
  shared: SharedWork,
  take: () => number | undefined,
  keep: (made: Made) => void,
): Promise<void> {
  const worker = new Worker(WORKER, { workerData: shared });
  return new Promise((resolve, reject) => {
    const give = (): void => {
      const index = take();
      if (index === undefined) worker.postMessage(null);
      else worker.postMessage({ index, job: jobs[index] });
    };
    worker.on('message', (made: Made) => {
      keep(made);
      give();
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve());
    give();
  });
}
