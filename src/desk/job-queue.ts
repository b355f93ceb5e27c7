import { Worker } from 'node:worker_threads';
import type { Lang, Problem } from '../index.ts';

/** A request to a slow route: the key of the route in `ROUTES`, its input, and the language of the page. */
export interface Job {
  route: string;
  input: unknown;
  lang: Lang;
}

/**
 * The response of a route: a value, a file, a stream of values that lasts as long as the connection, or the reason for
 * an error.
 */
export type Answer =
  | { value: unknown }
  | { bytes: Uint8Array; type: string; name?: string }
  | { follow: (send: (value: unknown) => void) => () => void }
  | { status: 400 | 401 | 404 | 409 | 413 }
  | { problems: readonly Problem[] }
  | { fault: string };

/** Runs jobs one at a time; the current job can be stopped. */
export interface JobRunner {
  run(job: Job): Promise<Answer>;
  /** Stops the current job. The promise that `run` returned for this job is never settled. */
  stop(): void;
}

/**
 * Runs jobs in a separate thread, so that the desk can answer requests in the meantime. The thread is started for the
 * first job. When a job is stopped, the thread is ended and another one is started at once, so that it is ready for the
 * next job.
 *
 * @param script the script of the thread (`worker.ts`)
 */
export function runnerInThread(data: string, script: string | URL): JobRunner {
  const start = (): Worker => {
    const worker = new Worker(script, { workerData: data });
    worker.unref();
    return worker;
  };
  let worker: Worker | undefined;
  return {
    run: (job) =>
      new Promise((resolve) => {
        const used = worker ?? start();
        worker = used;
        const failed = (error: Error): void => {
          worker = start();
          resolve({ fault: String(error.stack) });
        };
        used.once('error', failed);
        used.once('message', (done: Answer) => {
          used.off('error', failed);
          resolve(done);
        });
        used.postMessage(job);
      }),
    stop: () => {
      worker?.removeAllListeners();
      void worker?.terminate();
      worker = start();
    },
  };
}

/** Runs jobs one after another. Each job starts when the previous job is done. */
export function inSequence(doer: JobRunner): Pick<JobRunner, 'run'> {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (job) => {
      const done = last.then(() => doer.run(job));
      last = done;
      return done;
    },
  };
}

/** The answer if the dataset changed before the job was done. */
export const OUTDATED: Answer = { status: 409 };

interface Waiting {
  job: Job;
  done: (done: Answer) => void;
}

/** Maximum number of results in the cache. */
const MAX_HELD = 3;

/**
 * Runs one job at a time. A job for a newer state of the dataset stops the current job for an older state and drops the
 * waiting jobs for older states. The most recent results are cached.
 */
export class JobQueue {
  readonly #doer: JobRunner;
  #running: Waiting | undefined;
  #waiting: Waiting[] = [];
  /** Results for the newest state, keyed by job. */
  readonly #held = new Map<string, Answer>();
  #state = '';

  constructor(doer: JobRunner) {
    this.#doer = doer;
  }

  /** Returns the result of a job for the given state of the dataset. */
  run(job: Job, state: string): Promise<Answer> {
    if (state !== this.#state) this.#begin(state);
    const held = this.#held.get(JSON.stringify(job));
    if (held !== undefined) return Promise.resolve(held);
    return new Promise((done) => {
      this.#waiting.push({ job, done });
      if (this.#running === undefined) this.#next();
    });
  }

  #begin(state: string): void {
    this.#state = state;
    this.#held.clear();
    for (const { done } of this.#waiting) done(OUTDATED);
    this.#waiting = [];
    if (this.#running === undefined) return;
    this.#doer.stop();
    this.#running.done(OUTDATED);
    this.#running = undefined;
  }

  #next(): void {
    const next = this.#waiting.shift();
    this.#running = next;
    if (next === undefined) return;
    void this.#doer.run(next.job).then((done) => {
      if (this.#running !== next) return;
      this.#hold(next.job, done);
      next.done(done);
      this.#next();
    });
  }

  #hold(job: Job, done: Answer): void {
    const [oldest] = this.#held.keys();
    if (oldest !== undefined && this.#held.size >= MAX_HELD) this.#held.delete(oldest);
    this.#held.set(JSON.stringify(job), done);
  }
}
