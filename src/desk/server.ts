import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { MESSAGES } from '../../languages/index.ts';
import { LANGS, type Lang } from '../index.ts';
import type { Refusal } from './api.ts';
import { type Kind, refusalOf } from './guard.ts';
import type { Answer } from './job-queue.ts';
import { maxBytesOf } from './limits.ts';
import { answerOf, type Desk, Malformed, type Route, TooLarge, takesFile } from './route.ts';
import { ROUTES } from './routes.ts';
import { speakerFor } from './translated-problems.ts';
import { stateOf } from './watch.ts';

/** The files of the page: bytes and media type of each, keyed by address. */
export type Assets = ReadonlyMap<string, { bytes: Uint8Array; type: string }>;

/** Address of the shell among the assets. */
export const SHELL = '/';

/** Content security policy of the page of the desk. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Content security policy of the preview of the web page. The preview needs no other files and runs in an opaque
 * origin.
 */
const PREVIEW_POLICY = [
  'sandbox allow-scripts',
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Milliseconds within which a request must arrive completely. */
const REQUEST_TIME = 60_000;
const HEADERS_TIME = 10_000;
/** Maximum number of simultaneous connections. */
const MAX_CONNECTIONS = 64;

export interface ServerOptions extends Desk {
  assets: Assets;
  /** The secret with which another `programme open` process of this user can request a token. */
  control: string;
  /** Milliseconds without a connection after which the server exits. */
  idle: number;
  /** Called with the stack trace of an unexpected error. */
  onFault: (stack: string) => void;
}

/** A running desk. */
export interface RunningServer {
  port: number;
  /** Resolves when the server has ended. */
  ended: Promise<void>;
  close(): void;
}

/** Starts the server on a free port that can be reached only from this machine. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = createServer(
    { requestTimeout: REQUEST_TIME, headersTimeout: HEADERS_TIME },
    (request, response) => {
      void answer(request, response, options, `127.0.0.1:${portOf(server)}`);
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  endWhenIdle(server, options.idle, close);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, resolve);
  });
  const ended = new Promise<void>((resolve) => server.once('close', resolve));
  return { port: portOf(server), ended, close };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function endWhenIdle(server: Server, idle: number, close: () => void): void {
  let connections = 0;
  let timer = setTimeout(close, idle);
  server.on('connection', (socket) => {
    connections++;
    clearTimeout(timer);
    socket.once('close', () => {
      connections--;
      if (connections === 0) timer = setTimeout(close, idle);
    });
  });
  server.once('close', () => clearTimeout(timer));
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServerOptions,
  host: string,
): Promise<void> {
  const { method = 'GET', headers } = request;
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Content-Security-Policy', POLICY);
  const [address = '', query = ''] = (request.url ?? '').split('?');
  const asset = options.assets.get(address);
  const kind: Kind =
    address === SHELL
      ? 'shell'
      : asset !== undefined
        ? 'asset'
        : address.startsWith(PREVIEW)
          ? 'preview'
          : 'data';
  if (refusalOf({ method, headers, kind }, host) !== undefined) return end(response, 403);
  if (kind === 'data') return answerData(request, response, options, address, query);
  if (method !== 'GET') return end(response, 405);
  if (kind === 'preview') {
    const page = options.sessions.take(address.slice(PREVIEW.length));
    if (page === undefined) return end(response, 404);
    response.setHeader('Content-Security-Policy', PREVIEW_POLICY);
    return send(response, page, 'text/html; charset=utf-8');
  }
  if (asset !== undefined) send(response, asset.bytes, asset.type);
}

const PREVIEW = '/preview/';

async function answerData(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServerOptions,
  address: string,
  query: string,
): Promise<void> {
  const { data, watch, writer } = options;
  const key = `${request.method} ${address}`;
  const found = ROUTES[key];
  if (found === undefined) return end(response, 404);
  if (!mayCall(request, found.caller, options)) return end(response, 401);
  const lang = languageOf(request);
  const isRead = request.method !== 'POST';
  const before = await stateOf(data);
  const answer = await answerOf(async () => {
    const given = isRead ? queryOf(query) : await inputOf(request, found, address, query);
    const input = found.schema.parse(given);
    if (!('thread' in found)) return found.run(input, options, lang);
    const job = { route: key, input, lang };
    return found.thread === 'writer' ? writer.run(job) : options[found.thread].run(job, before);
  });
  if (!isRead) watch.hurry();
  // Files that are read while they are being written may be inconsistent.
  const isOutdated = isRead && 'problems' in answer && (await stateOf(data)) !== before;
  await give(response, isOutdated ? { status: 409 } : answer, lang, options);
}

/** The authentication scheme that RFC 6750 defines. */
const SCHEME = 'Bearer ';

function mayCall(
  { headers }: IncomingMessage,
  caller: 'page' | 'anybody' | 'process',
  { sessions, control }: ServerOptions,
): boolean {
  if (caller === 'anybody') return true;
  const given = headers.authorization ?? '';
  const secret = given.startsWith(SCHEME) ? given.slice(SCHEME.length) : '';
  if (caller === 'page') return sessions.has(secret);
  const isBrowser = headers['sec-fetch-site'] !== undefined || headers.origin !== undefined;
  return !isBrowser && isSame(secret, control);
}

function isSame(one: string, other: string): boolean {
  const hash = (words: string): Buffer => createHash('sha256').update(words).digest();
  return timingSafeEqual(hash(one), hash(other));
}

/** The language in which the page expects messages to be written. */
function languageOf({ headers }: IncomingMessage): Lang {
  const [first = ''] = headers['accept-language']?.split(/[-,;]/) ?? [];
  return LANGS.find((lang) => lang === first) ?? MESSAGES;
}

function queryOf(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

async function inputOf(
  request: IncomingMessage,
  route: Route,
  address: string,
  query: string,
): Promise<unknown> {
  const hasFile = takesFile(route);
  const type = hasFile ? 'application/octet-stream' : 'application/json';
  if (request.headers['content-type'] !== type) throw new Malformed();
  const bytes = await bytesOf(request, maxBytesOf(address));
  return hasFile ? { ...queryOf(query), bytes } : jsonIn(bytes);
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Malformed();
  }
}

async function bytesOf(request: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw new TooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function give(
  response: ServerResponse,
  answer: Answer,
  lang: Lang,
  options: ServerOptions,
): Promise<void> {
  // Errors are not reported if the page has closed the connection before its request was complete.
  if ('fault' in answer && response.req.complete) options.onFault(answer.fault);
  if (response.destroyed) return;
  if ('value' in answer) return sendJson(response, 200, answer.value);
  if ('bytes' in answer) {
    if (answer.name !== undefined) response.setHeader('X-File-Name', encodeURIComponent(answer.name));
    return send(response, answer.bytes, answer.type);
  }
  if ('follow' in answer) return follow(response, answer.follow);
  if ('status' in answer) {
    // If a body is too large, the rest of it is not read.
    if (answer.status === 413) response.setHeader('Connection', 'close');
    return end(response, answer.status);
  }
  if ('fault' in answer) return end(response, 500);
  const say = await speakerFor(lang, options.data);
  const problems = answer.problems.map(say);
  return sendJson(response, 422, { problems } satisfies Refusal);
}

/** Milliseconds between two empty lines that keep a stream alive while nothing changes. */
const BEAT = 15_000;

/** Sends values as JSON, one per line, until the connection ends. Empty lines keep the connection alive. */
function follow(response: ServerResponse, start: (send: (value: unknown) => void) => () => void): void {
  response.writeHead(200, { 'Content-Type': 'application/jsonl' });
  response.flushHeaders();
  const stop = start((value) => response.write(`${JSON.stringify(value)}\n`));
  const beat = setInterval(() => response.write('\n'), BEAT);
  response.once('close', () => {
    clearInterval(beat);
    stop();
  });
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.statusCode = status;
  send(response, Buffer.from(JSON.stringify(value)), 'application/json');
}

function send(response: ServerResponse, bytes: Uint8Array, type: string): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', bytes.length);
  response.end(bytes);
}

function end(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}
