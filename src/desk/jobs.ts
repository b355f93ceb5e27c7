import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  build,
  type Comparison,
  check,
  DRAFT,
  diff,
  extract,
  type Format,
  type FreezeOptions,
  freeze,
  LANGS,
  listEditions,
  NotReady,
  type Problem,
  readDataset,
  ready,
  UserError,
  verify,
} from '../index.ts';
import { withoutUndefined } from '../model/index.ts';
import type { ComparedEditions, PartsQuery, View } from './api.ts';
import { type FileInHand, incomingOf } from './incoming.ts';
import type { Sending } from './incoming-api.ts';

import { sentFile } from './send.ts';
import { createDataset, type List, pagesOfList, readList } from './start.ts';
import { inTemporaryFolder } from './temporary-folder.ts';
import { partsZip, siteZip } from './zip-files.ts';

/** Creates a file: of a view, for a partner or translator, of all extracts, or of the folder for the web server. */
export type FileJob = { file: Format; view: View } | { send: Sending } | PartsQuery | { site: true };

/** A task that may take longer than a request: a file, findings, gates, changes, an edition, an incoming file. */
export type Job =
  | FileJob
  | { report: 'findings'; edition: string }
  | { report: 'gates' }
  | { report: 'editions' }
  | ({ report: 'comparison' } & ComparedEditions)
  | { freeze: Omit<FreezeOptions, 'data' | 'statuses'> }
  | { incoming: FileInHand }
  | { list: List }
  | { pagesOfList: List }
  | { create: List | 'example' };

/**
 * The result of a job: the bytes of a file, a value, the problems that prevented it, or the stack trace of an
 * unexpected error.
 */
export type Done =
  | { bytes: Uint8Array<ArrayBuffer>; name: string }
  | { json: string }
  | { problems: readonly Problem[] }
  | { fault: string };

/** Does a job with the same command that the command line uses. */
export async function doJob(data: string, job: Job): Promise<Done> {
  try {
    if ('file' in job || 'send' in job || 'parts' in job || 'site' in job) return await fileOf(data, job);
    if ('pagesOfList' in job) {
      const bytes = await pagesOfList(job.pagesOfList);
      return bytes === undefined ? { json: 'null' } : { bytes: new Uint8Array(bytes), name: '' };
    }
    return { json: JSON.stringify((await resultOf(data, job)) ?? null) };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    return { fault: String(error instanceof Error ? error.stack : error) };
  }
}

/** The bytes of a file. It is created in a temporary folder, which is removed afterwards. */
function fileOf(data: string, job: FileJob): Promise<Done> {
  return inTemporaryFolder(async (out) => {
    const made = await madeFile(data, job, out);
    return { bytes: new Uint8Array(await readFile(made)), name: path.basename(made) };
  });
}

function madeFile(data: string, job: FileJob, out: string): Promise<string> {
  if ('send' in job) return sentFile(data, job.send, out);
  if ('site' in job) return siteZip(data, out);
  return 'parts' in job ? partsZip(data, job, out) : builtFile(data, job, out);
}

async function builtFile(
  data: string,
  { file, view }: Extract<FileJob, { file: Format }>,
  out: string,
): Promise<string> {
  const { edition, by, value, since } = view;
  const lang = LANGS.find((one) => one === view.lang);
  const wanted = withoutUndefined({ langs: lang && [lang], changesSince: since });
  const options = { data, edition, out, formats: [file], ...wanted };
  const { files } = await (value === undefined ? build(options) : extract({ ...options, by, value }));
  return files[0]?.path ?? '';
}

async function resultOf(data: string, job: Exclude<Job, FileJob | { pagesOfList: List }>): Promise<unknown> {
  if ('freeze' in job) return frozen(data, job.freeze);
  if ('incoming' in job) return incomingOf(data, job.incoming);
  if ('list' in job) return readList(job.list);
  if ('create' in job) return createDataset(data, job.create === 'example' ? undefined : job.create);
  switch (job.report) {
    case 'findings':
      return (await check({ data, edition: job.edition })).findings;
    case 'comparison':
      return comparisonOf(data, job);
    case 'gates':
      return ready({ data });
    case 'editions':
      return verify({ data });
  }
}

/**
 * The comparison of two editions. `diff` also reads folders, so every name except the name of an edition is rejected.
 */
async function comparisonOf(data: string, { from, to }: ComparedEditions): Promise<Comparison> {
  const editions = [DRAFT, ...(await listEditions({ data }))];
  for (const edition of [from, to]) if (!editions.includes(edition)) await readDataset({ data, edition });
  return (await diff({ data, old: from, new: to })).comparison;
}

/** Freezes the draft; if gates have not passed, returns them as `ready` does. */
async function frozen(data: string, options: Omit<FreezeOptions, 'data'>): Promise<unknown> {
  try {
    return await freeze({ ...options, data });
  } catch (error) {
    if (error instanceof NotReady) return { notReady: error.gates };
    throw error;
  }
}
