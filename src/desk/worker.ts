/** The thread in which the desk runs tasks that take long. */
import { parentPort, workerData } from 'node:worker_threads';
import { doJob, type Job } from './jobs.ts';

parentPort?.on('message', (job: Job) => {
  void doJob(workerData as string, job).then((done) => {
    parentPort?.postMessage(done, 'bytes' in done ? [done.bytes.buffer] : []);
  });
});
