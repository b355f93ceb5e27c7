import { Worker } from 'node:worker_threads';
import { type Made, makePages, type Order } from './pages.ts';

/** What makes the file of an order, one at a time, and can be stopped while it does. */
export interface Maker {
  make(order: Order): Promise<Made>;
  /** Ends what is being made: its promise is never settled. */
  stop(): void;
}

/** Makes the files in this thread; they cannot be stopped. */
export function makerHere(data: string): Maker {
  return { make: (order) => makePages(data, order), stop: () => undefined };
}

/**
 * Makes the files in a thread of its own, so that the desk answers meanwhile. The thread is started at once, and again
 * after it was stopped, to be ready for the next order.
 *
 * @param script the script of the thread (`worker.ts`)
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

/** Most files that are held to be given again. */
const MOST_HELD = 3;

/**
 * Makes pages one order after the other. An order for a newer state of the dataset ends the one that runs for an older
 * state, and drops those that wait. The last few files are held.
 */
export class Press {
  readonly #maker: Maker;
  #running: Job | undefined;
  #waiting: Job[] = [];
  /** Files by order, of the newest state. */
  readonly #held = new Map<string, Made>();
  #state = '';

  constructor(maker: Maker) {
    this.#maker = maker;
  }

  /** The pages of an order in a state of the dataset. */
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
    if (oldest !== undefined && this.#held.size >= MOST_HELD) this.#held.delete(oldest);
    this.#held.set(keyOf(order), made);
  }
}

function keyOf({ format, edition, lang, by, value, since }: Order): string {
  return JSON.stringify([format, edition, lang, by, value, since]);
}
