import { request } from 'node:http';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { draftReader } from '../../../src/desk/dataset.ts';
import { JobQueue, type JobRunner } from '../../../src/desk/job-queue.ts';
import { doJob } from '../../../src/desk/routes.ts';
import { type ServerOptions, startServer } from '../../../src/desk/server.ts';
import { Sessions } from '../../../src/desk/sessions.ts';
import { Watch } from '../../../src/desk/watch.ts';
import { folderWithData } from '../../support/dataset-folder.ts';

export interface Reply {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  bytes: Buffer;
  /** The bytes as text. */
  text: string;
}

/** The parts of a request other than its address. */
export interface Sent {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
}

export const CONTROL = 'control-secret';

/** Does jobs in this thread; they cannot be stopped. */
export function doerHere(data: string): JobRunner {
  return { run: (job) => doJob(data, job), stop: () => undefined };
}

/** A desk of the small dataset in this process, and a function that sends unmodified requests to it. */
export async function desk(options: Partial<ServerOptions> = {}) {
  const data = options.data ?? path.join(folderWithData(), 'data');
  let time = 0;
  let secrets = 0;
  const sessions = new Sessions(
    () => time,
    () => `secret-${++secrets}`.padEnd(43, 'x'),
  );
  const faults: string[] = [];
  const server = await startServer({
    data,
    draft: draftReader(data),
    sessions,
    press: new JobQueue(doerHere(data)),
    reports: new JobQueue(doerHere(data)),
    writer: doerHere(data),
    watch: new Watch(data),
    assets: new Map([
      ['/', { bytes: Buffer.from('<!doctype html>'), type: 'text/html' }],
      ['/desk.js', { bytes: Buffer.from('1'), type: 'text/javascript' }],
    ]),
    control: CONTROL,
    idle: 60_000,
    onFault: (stack) => faults.push(stack),
    ...options,
  });
  onTestFinished(() => server.close());
  const host = `127.0.0.1:${server.port}`;

  const ask = (address: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const asked = request(
        {
          ...{ host: '127.0.0.1', port: server.port, path: address, method, agent: false },
          headers: { Host: host, ...headers },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const bytes = Buffer.concat(chunks);
            const { statusCode: status = 0, headers } = response;
            resolve({ status, headers, bytes, text: bytes.toString('utf8') });
          });
          response.on('error', reject);
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  const post = (address: string, value: unknown, headers: Sent['headers'] = {}): Promise<Reply> =>
    ask(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: `http://${host}`, ...headers },
      body: JSON.stringify(value),
    });
  const session = sessions.exchange(sessions.newToken()) ?? '';
  return {
    data,
    host,
    faults,
    sessions,
    /** Resolves when the server has ended. */
    ended: server.ended,
    ask,
    post,
    /** The header that the page of the desk sends with each request for data. */
    own: { Authorization: `Bearer ${session}` },
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}
