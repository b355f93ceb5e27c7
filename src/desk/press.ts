import { Worker } from 'node:worker_threads';
import { type Made, makePages, type Order } from './pages.ts';

/** Makes the file for an order, one at a time, and can be stopped meanwhile. */
export interface Maker {
  make(order: Order): Promise<Made>;
  /** Stops the current order; its promise is never settled. */
  stop(): void;
}

/** Makes the files in this thread; they cannot be stopped. */
export function makerHere(data: string): Maker {
  return { make: (order) => makePages(data, order), stop: () => undefined };
}

/**
 * Makes the files in a separate thread, so that the desk can answer meanwhile. The thread starts immediately, and
 * again after a stop, to be ready for the next order.
 * ⏎ @param script the script of the thread (`worker.ts`)
 */
export function makerInThread(data: string, script: string | URL): Maker {
  const start = (): Worker => {
    const worker = new Worker(script, { workerData: data });
    worker.unref();
    return worker;
  };
  let worker = start();
  return {
    make: (order) =>
      new Promise((resolve) => {
        const used = worker;
        const failed = (error: Error): void => {
          worker = start();
          resolve({ fault: String(error.stack) });
        };
        used.once('error', failed);
        used.once('message', (made: Made) => {
          used.off('error', failed);
          resolve(made);
        });
        used.postMessage(order);
      }),
    stop: () => {
      worker.removeAllListeners();
      void worker.terminate();
      worker = start();
    },
  };
}

/** The dataset changed before the pages of an order were made. */
export const OUTDATED = 'outdated';

interface Job {
  order: Order;
  state: string;
  done: (made: Made | typeof OUTDATED) => void;
}

/** Maximum number of files in the cache. */
const MAX_HELD = 3;

/**
 * Makes the pages for one order at a time. An order for a newer state of the dataset stops the one in progress for an
 * older state and drops the waiting ones. The last few files are cached.
 */
export class Press {
  readonly #maker: Maker;
  #running: Job | undefined;
  #waiting: Job[] = [];
  /** Files of the newest state, keyed by order. */
  readonly #held = new Map<string, Made>();
  #state = '';

  constructor(maker: Maker) {
    this.#maker = maker;
  }

  /** The pages for an order in a state of the dataset. */
  make(order: Order, state: string): Promise<Made | typeof OUTDATED> {
    if (state !== this.#state) this.#begin(state);
    const held = this.#held.get(keyOf(order));
    if (held !== undefined) return Promise.resolve(held);
    return new Promise((done) => {
      this.#waiting.push({ order, state, done });
      if (this.#running === undefined) this.#next();
    });
  }

  #begin(state: string): void {
    this.#state = state;
    this.#held.clear();
    for (const { done } of this.#waiting) done(OUTDATED);
    this.#waiting = [];
    if (this.#running === undefined) return;
    this.#maker.stop();
    this.#running.done(OUTDATED);
    this.#running = undefined;
  }

  #next(): void {
    const job = this.#waiting.shift();
    this.#running = job;
    if (job === undefined) return;
    void this.#maker.make(job.order).then((made) => {
      if (this.#running !== job) return;
      this.#hold(job.order, made);
      job.done(made);
      this.#next();
    });
  }

  #hold(order: Order, made: Made): void {
    const [oldest] = this.#held.keys();
    if (oldest !== undefined && this.#held.size >= MAX_HELD) this.#held.delete(oldest);
    this.#held.set(keyOf(order), made);
  }
}

function keyOf({ format, edition, lang, by, value, since }: Order): string {
  return JSON.stringify([format, edition, lang, by, value, since]);
}
