/** The thread in which the desk makes pages. */
import { parentPort, workerData } from 'node:worker_threads';
import { makePages, type Order } from './pages.ts';

parentPort?.on('message', (order: Order) => {
  void makePages(workerData as string, order).then((made) => {
    parentPort?.postMessage(made, 'bytes' in made ? [made.bytes.buffer] : []);
  });
});
