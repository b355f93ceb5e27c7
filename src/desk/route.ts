import * as z from 'zod';
import { type Lang, type Problem, type Programme, UserError } from '../index.ts';
import type { TranslatedProblem } from './api.ts';
import type { Answer, JobQueue, JobRunner } from './job-queue.ts';
import type { Sessions } from './sessions.ts';
import type { Watch } from './watch.ts';

/** The data and services that the routes use. */
export interface Desk {
  /** Folder of the dataset. */
  data: string;
  /** Reads the draft. */
  draft: () => Promise<Programme>;
  sessions: Sessions;
  /** The queue of jobs that make pages. */
  press: JobQueue;
  /** The queue of jobs that make reports, in parallel with the pages. */
  reports: JobQueue;
  /** Runs the jobs that write editions and read incoming files, one after another, and never stops a job. */
  writer: Pick<JobRunner, 'run'>;
  watch: Watch;
}

/** Who may call a route: the page with the secret of its session, a page without a session, or another process. */
type Caller = 'page' | 'anybody' | 'process';

/** A route that is answered at once, in the thread of the server. */
interface QuickRoute {
  caller: Caller;
  /**
   * The input: the query of a GET request, the JSON body of a POST request or, if the body is a file, the query and the
   * `bytes` of the file.
   */
  schema: z.ZodObject;
  run(input: unknown, desk: Desk, lang: Lang): Promise<Answer>;
}

/** A route that takes a long time to answer and therefore runs in another thread. */
interface SlowRoute extends Pick<QuickRoute, 'caller' | 'schema'> {
  thread: 'press' | 'reports' | 'writer';
  work(input: unknown, task: Task): Promise<Answer>;
}

export type Route = QuickRoute | SlowRoute;

/** The data and functions that a slow route uses. */
export interface Task {
  /** Folder of the dataset. */
  data: string;
  lang: Lang;
  say: Say;
}

/** Translates messages into the language of the page. */
export type Say = (problem: Problem) => TranslatedProblem;

/** Defines a route that is answered at once. */
export function route<S extends z.ZodObject>(
  schema: S,
  run: (input: z.output<S>, desk: Desk, lang: Lang) => Promise<Answer>,
  caller: Caller = 'page',
): Route {
  return { caller, schema, run: run as QuickRoute['run'] };
}

/** Defines a route that only the page may call and that runs in another thread. */
export function slowRoute<S extends z.ZodObject>(
  thread: SlowRoute['thread'],
  schema: S,
  work: (input: z.output<S>, task: Task) => Promise<Answer>,
): Route {
  return { caller: 'page', schema, thread, work: work as SlowRoute['work'] };
}

/** Whether the body of a request is a file. */
export function takesFile({ schema }: Route): boolean {
  return 'bytes' in schema.shape;
}

/** The input of a request without parameters. */
export const Nothing = z.strictObject({});

/** The error that is thrown if the body of a request is larger than the route accepts. */
export class TooLarge extends Error {}
/** The error that is thrown if the body of a request does not have the type that the route expects. */
export class Malformed extends Error {}

/** The answer that a function returns, or the reason why the function failed. */
export async function answerOf(run: () => Promise<Answer>): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof TooLarge) return { status: 413 };
    if (error instanceof z.ZodError || error instanceof Malformed) return { status: 400 };
    if (error instanceof UserError) return { problems: error.problems };
    return { fault: String(error instanceof Error ? error.stack : error) };
  }
}
