/** A thread that builds extracts: it gets jobs one by one, and ends when it gets none. */
import { parentPort, workerData } from 'node:worker_threads';
import { type ExtractJob, runJob, type SharedWork } from './extract-pool.ts';
import { Look } from './look.ts';

const port = parentPort;
if (port === null) throw new Error('this module runs as a worker thread only');

const shared = workerData as SharedWork;
const look = new Look(shared.design, shared.fonts, shared.source);

port.on('message', (message: { index: number; job: ExtractJob } | null) => {
  if (message === null) {
    port.close();
    return;
  }
  void runJob(message.index, message.job, shared, look).then((made) => port.postMessage(made));
});
