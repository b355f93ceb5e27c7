import * as z from 'zod';
import type { Lang, Problem } from '../index.ts';
import type { TranslatedProblem } from './api.ts';
import type { Draft } from './draft.ts';
import { type JobQueue, type JobRunner, OUTDATED } from './job-queue.ts';
import type { Done, FileJob, Job } from './jobs.ts';
import type { Sessions } from './sessions.ts';
import { speakerFor } from './translated-problems.ts';
import { stateOf, type Watch } from './watch.ts';

/** The data and services that the routes use. */
export interface Desk {
  /** Folder of the dataset. */
  data: string;
  draft: Draft;
  sessions: Sessions;
  /** Makes pages. */
  press: JobQueue;
  /** Creates reports, in parallel to the pages. */
  reports: JobQueue;
  /** Writes editions and reads incoming files, one after another; it is never stopped. */
  writer: Pick<JobRunner, 'run'>;
  watch: Watch;
}

/**
 * The response of a route: a value, a file, a stream of values that ends with the connection, or the reason for an
 * error.
 */
export type Answer =
  | { value: unknown }
  | { bytes: Uint8Array; type: string; name?: string }
  | { follow: (send: (value: unknown) => void) => () => void }
  | { status: 400 | 401 | 409 | 413 }
  | { problems: readonly Problem[] }
  | { fault: string };

/**
 * The allowed caller of a route: the page with the secret of its session, a page without a session, or another
 * process.
 */
type Caller = 'page' | 'anybody' | 'process';

export interface Route {
  caller: Caller;
  /** Whether the body is a file. The input then consists of its bytes and the values in the query. */
  takesFile: boolean;
  /** @throws ZodError if the query or body does not match the schema */
  run(input: unknown, desk: Desk, lang: Lang): Promise<Answer>;
}

/** A route whose input is the query of a GET, or the JSON in the body of a POST. */
export function route<S extends z.ZodType>(
  schema: S,
  run: (input: z.output<S>, desk: Desk, lang: Lang) => Promise<Answer>,
  caller: Caller = 'page',
): Route {
  const parsed: Route['run'] = (input, desk, lang) => run(schema.parse(input), desk, lang);
  return { caller, takesFile: false, run: parsed };
}

/** A route whose body is a file: the input consists of its `bytes` and the values of the query. */
export function fileRoute<S extends z.ZodType>(
  schema: S,
  run: (input: z.output<S>, desk: Desk, lang: Lang) => Promise<Answer>,
): Route {
  return { ...route(schema, run), takesFile: true };
}

/** The input of a request without values. */
export const Nothing = z.strictObject({});

/** Converts messages to text in the language of the page. */
export type Say = (problem: Problem) => TranslatedProblem;

/** The response to a request that writes files; the page is informed of the change at once. */
export async function written(
  { data, watch }: Desk,
  write: (data: string) => Promise<unknown>,
): Promise<Answer> {
  const value = await write(data);
  watch.hurry();
  return { value };
}

/** The response to a request for a report on the current state of the files. */
export async function reportOf<T>(
  job: Job,
  { data, reports }: Desk,
  lang: Lang,
  give: (report: T, say: Say) => unknown,
): Promise<Answer> {
  const done = await reports.run(job, await stateOf(data));
  if (done === OUTDATED) return { status: 409 };
  return valueIn(done, give, await speakerFor(lang, data));
}

export function valueIn<T>(done: Done, give: (report: T, say: Say) => unknown, say: Say): Answer {
  if ('json' in done) return { value: give(JSON.parse(done.json) as T, say) };
  return 'bytes' in done ? { fault: 'a report of bytes' } : done;
}

/** The response to a request for a file to download. */
export function downloadOf(job: FileJob, desk: Desk, press = desk.press): Promise<Answer> {
  const type = 'application/octet-stream';
  return fileOf(job, { ...desk, press }, (bytes, name) => ({ bytes, type, name }));
}

/** The response to a request for a file that is made from the current state of the dataset. */
export async function fileOf(
  job: FileJob,
  { data, press }: Desk,
  give: (bytes: Uint8Array, name: string) => Answer,
): Promise<Answer> {
  const done = await press.run(job, await stateOf(data));
  if (done === OUTDATED) return { status: 409 };
  if ('bytes' in done) return give(done.bytes, done.name);
  return 'json' in done ? { fault: 'a file without bytes' } : done;
}
