/** The script of the thread in which the desk runs slow routes. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Job } from './job-queue.ts';
import { doJob } from './routes.ts';

parentPort?.on('message', (job: Job) => {
  void doJob(workerData as string, job).then((done) => {
    parentPort?.postMessage(done, 'bytes' in done ? [done.bytes.buffer as ArrayBuffer] : []);
  });
});
