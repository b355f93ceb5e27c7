import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { maxBytesOf } from '../../../src/desk/limits.ts';
import { takesFile } from '../../../src/desk/route.ts';
import { ROUTES } from '../../../src/desk/routes.ts';
import { CONTROL, desk } from './support.ts';

const ORIGINS = ['http://127.0.0.1:1', 'http://localhost', 'null', 'https://example.org'];
const HOSTS = ['example.org', 'localhost', '127.0.0.1', '[::1]', '127.0.0.1.example.org'];

/** Host names other than the desk's, without a port and with its port. */
function hostsExcept(host: string): string[] {
  const port = host.split(':')[1];
  return HOSTS.flatMap((name) => [name, `${name}:${port}`]).filter((name) => name !== host);
}

/** The content types that a form on another page can send. */
const FORMS = ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', ''];

/** All routes of the page, so that new routes are attacked as well. */
const OF_PAGE = Object.entries(ROUTES).flatMap(([key, route]) => {
  const [method = '', address = ''] = key.split(' ');
  return route.caller === 'page' ? [{ method, address, takesFile: takesFile(route) }] : [];
});
const READS = OF_PAGE.filter(({ method }) => method === 'GET').map(({ address }) => address);
const POSTS = OF_PAGE.filter(({ method }) => method === 'POST');
const JSON_TYPE = 'application/json';
const FILE_TYPE = 'application/octet-stream';

describe('Requests that the desk rejects', () => {
  it.each(OF_PAGE)(
    '$method $address is rejected without the secret of a session, from another origin, and as a form submission',
    async ({ method, address, takesFile }) => {
      const { ask, own, host, data } = await desk();
      const files = readdirSync(path.dirname(data), { recursive: true });
      const origin: Record<string, string> = method === 'POST' ? { Origin: `http://${host}` } : {};
      const sent = async (headers: Readonly<Record<string, string>>) => {
        const type: Record<string, string> =
          method === 'POST' ? { 'Content-Type': takesFile ? FILE_TYPE : JSON_TYPE } : {};
        return ask(address, {
          method,
          headers: { ...type, ...origin, ...headers },
          ...(method === 'POST' && { body: '{}' }),
        });
      };
      for (const Authorization of ['', 'Bearer ', 'Bearer wrong', 'Basic c2VjcmV0', `Bearer ${CONTROL}`])
        expect(await sent({ Authorization })).toMatchObject({ status: 401, text: '' });
      for (const elsewhere of [
        ...ORIGINS.map((Origin) => ({ Origin })),
        ...hostsExcept(host).map((Host) => ({ Host })),
        ...['cross-site', 'same-site', 'none'].map((site) => ({ 'Sec-Fetch-Site': site })),
        ...['document', 'iframe', 'image', 'script'].map((dest) => ({ 'Sec-Fetch-Dest': dest })),
      ])
        expect((await sent({ ...own, ...elsewhere })).status, JSON.stringify(elsewhere)).toBe(403);
      const wrong = method === 'POST' ? [...FORMS, takesFile ? JSON_TYPE : FILE_TYPE] : [];
      for (const type of wrong) expect((await sent({ ...own, 'Content-Type': type })).status, type).toBe(400);
      const other = method === 'POST' ? 'GET' : 'POST';
      for (const unknown of [other, 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'])
        if (!(`${unknown} ${address}` in ROUTES))
          expect((await ask(address, { method: unknown, headers: { ...own, ...origin } })).status).toBe(404);
      expect(readdirSync(path.dirname(data), { recursive: true })).toEqual(files);
    },
  );

  it.each(POSTS)(
    'A POST request to $address that a browser sends without an origin is rejected',
    async ({ address }) => {
      const { ask, own } = await desk();
      const headers = { ...own, 'Content-Type': JSON_TYPE, 'Sec-Fetch-Site': 'same-origin' };
      expect((await ask(address, { method: 'POST', headers, body: '{}' })).status).toBe(403);
    },
  );

  it.each(POSTS)(
    'POST $address rejects a body whose declared length exceeds the limit, and only routes that take a file have the higher limit for files',
    async ({ address, takesFile }) => {
      const { host, own } = await desk();
      const limit = maxBytesOf(address);
      expect(limit > maxBytesOf('/api/edit') || address === '/api/picture').toBe(takesFile);
      const head = (length: number): string =>
        [
          `POST ${address} HTTP/1.1`,
          `Host: ${host}`,
          `Origin: http://${host}`,
          `Authorization: ${own.Authorization}`,
          `Content-Type: ${takesFile ? FILE_TYPE : JSON_TYPE}`,
          `Content-Length: ${length}\r\n\r\n`,
        ].join('\r\n');
      const port = Number(host.split(':')[1]);
      for (const length of [limit + 1, 2 ** 31])
        expect(await firstLineOf(port, head(length))).toBe('HTTP/1.1 413 Payload Too Large');
    },
  );

  it('A token is rejected if it has been used before, is unknown, or is older than ten minutes', async () => {
    const { sessions, post, pass } = await desk();
    const token = sessions.newToken();
    const old = sessions.newToken();
    expect((await post('/api/session', { token })).status).toBe(200);
    expect((await post('/api/session', { token })).status).toBe(401);
    expect((await post('/api/session', { token: 'never-given' })).status).toBe(401);
    pass(10 * 60_000 + 1);
    expect((await post('/api/session', { token: old })).status).toBe(401);
  });

  it('Requests for the page, its scripts and the exchange of a token are rejected if they come from another origin or use another host name', async () => {
    const { ask, post, own, host } = await desk();
    for (const Origin of ORIGINS) {
      for (const address of ['/', '/desk.js'])
        expect((await ask(address, { headers: { ...own, Origin } })).status).toBe(403);
      expect((await post('/api/session', { token: 'x' }, { Origin })).status).toBe(403);
    }
    for (const Host of hostsExcept(host))
      for (const address of ['/', '/desk.js'])
        expect((await ask(address, { headers: { ...own, Host } })).status).toBe(403);
    for (const site of ['cross-site', 'same-site', 'none']) {
      for (const address of ['/desk.js', '/preview/x'])
        expect((await ask(address, { headers: { ...own, 'Sec-Fetch-Site': site } })).status).toBe(403);
      expect((await ask('/', { headers: { 'Sec-Fetch-Site': site } })).status).toBe(200);
    }
  });

  it('Other web pages cannot show the desk in a frame', async () => {
    const { ask } = await desk();
    for (const destination of ['iframe', 'frame', 'embed', 'object'])
      expect((await ask('/', { headers: { 'Sec-Fetch-Dest': destination } })).status).toBe(403);
    const shell = await ask('/', { headers: { 'Sec-Fetch-Dest': 'document' } });
    expect(shell.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(shell.headers['content-security-policy']).not.toContain('unsafe');
  });

  it.each(['../../x', '/etc/passwd', 'a/b', '..', '\u0000', 'constructor'])(
    'A proposal name that is a path is rejected: %j',
    async (name) => {
      const { ask, post, own } = await desk();
      const query = new URLSearchParams({ name });
      expect((await ask(`/api/proposal?${query}`, { headers: own })).status).toBe(422);
      const verdicts = { name, by: 'A', verdicts: [], seen: {}, done: [] };
      expect((await post('/api/verdicts', verdicts, own)).status).toBe(422);
    },
  );

  it('A token posted by a form is rejected', async () => {
    const { ask, own, host } = await desk();
    const Origin = `http://${host}`;
    for (const type of FORMS) {
      const headers = { ...own, Origin, 'Content-Type': type };
      const reply = await ask('/api/session', { method: 'POST', headers, body: '{"token":"x"}' });
      expect(reply.status).toBe(400);
    }
    // A browser that omits the origin still identifies itself as a browser.
    const headers = { ...own, 'Content-Type': JSON_TYPE, 'Sec-Fetch-Site': 'same-origin' };
    expect((await ask('/api/session', { method: 'POST', headers, body: '{}' })).status).toBe(403);
  });

  it('Unknown routes are rejected, and paths in requests are never used to read files', async () => {
    const { ask, own } = await desk();
    for (const address of [
      '/../package.json',
      '/%2e%2e/%2e%2e/etc/passwd',
      '//etc/passwd',
      '/desk.js/../../package.json',
      '/index.html',
      '/data/programme.yaml',
      '/api/dataset/../../x',
      '/API/dataset',
      '/constructor',
      '/__proto__',
    ])
      expect((await ask(address, { headers: own })).status).toBe(404);
    expect((await ask('/preview/../desk.js', {})).status).toBe(404);
  });

  it.each(['../other', '/etc', '.', '..', 'a/b', 'draft/../x', '\u0000', 'constructor'])(
    'An edition name that is a path is rejected: %j',
    async (edition) => {
      const { ask, own, data } = await desk();
      const query = new URLSearchParams({ edition });
      for (const address of [`/api/dataset?${query}`, `/api/pages?${query}`]) {
        const { status, text } = await ask(address, { headers: own });
        expect(status).toBe(422);
        expect(text).not.toContain(data.split('/data')[0]);
      }
      for (const query of [
        { from: edition, to: 'draft' },
        { from: 'draft', to: edition },
      ])
        expect((await ask(`/api/compare?${new URLSearchParams(query)}`, { headers: own })).status).toBe(422);
      const since = await ask(`/api/pages?since=${encodeURIComponent(edition)}`, { headers: own });
      expect(since.status).toBe(422);
    },
  );

  it('Queries and bodies are rejected if they contain unknown keys or values that are too long', async () => {
    const { ask, post, own } = await desk();
    for (const query of ['path=/etc/passwd', 'out=/tmp', 'data=x', `edition=${'x'.repeat(201)}`])
      expect((await ask(`/api/pages?${query}`, { headers: own })).status).toBe(400);
    expect((await post('/api/preview', { edition: 'draft', out: '/tmp' }, own)).status).toBe(400);
    expect((await post('/api/preview', [], own)).status).toBe(400);
  });

  it('A request body without a declared length is rejected as soon as it exceeds the limit', async () => {
    const { host, post, own, ask } = await desk();
    const port = Number(host.split(':')[1]);
    const head = `POST /api/preview HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nAuthorization: ${own.Authorization}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const chunk = `${(600_000).toString(16)}\r\n${' '.repeat(600_000)}\r\n`;
    expect(await firstLineOf(port, head + chunk + chunk)).toBe('HTTP/1.1 413 Payload Too Large');
    expect((await post('/api/preview', { edition: 'x'.repeat(2_000_000) }, own)).status).toBe(413);
    expect((await ask('/api/dataset', { headers: own })).status).toBe(200);
  });

  it('The route for other processes rejects requests from a browser and requests without the secret of these processes', async () => {
    const { post, ask } = await desk();
    const Authorization = `Bearer ${CONTROL}`;
    const headers = { 'Content-Type': 'application/json' };
    const asked = (more: Readonly<Record<string, string>>) =>
      ask('/api/token', { method: 'POST', headers: { ...headers, ...more }, body: '{}' });
    expect((await post('/api/token', {}, { Authorization })).status).toBe(401);
    expect((await asked({ Authorization: 'Bearer wrong' })).status).toBe(401);
    const { status, text } = await asked({ Authorization });
    expect(status).toBe(200);
    expect((await post('/api/session', JSON.parse(text))).status).toBe(200);
  });

  it('Unsupported HTTP methods are rejected, and no other origin is allowed', async () => {
    const { ask, own } = await desk();
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'])
      for (const address of ['/', '/desk.js', ...READS]) {
        const { status, headers } = await ask(address, { method, headers: own });
        expect([404, 405]).toContain(status);
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
  });
});

it('Responses forbid caching, content sniffing, referrers and use by other origins', async () => {
  const { ask, own } = await desk();
  for (const address of ['/', '/desk.js', '/api/dataset', '/none'])
    expect((await ask(address, { headers: own })).headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
});

it('A preview can be opened only once and within 30 seconds, has no access to the interface, and is identical to the built page', async () => {
  const { ask, post, own, pass } = await desk();
  const address = async (): Promise<string> =>
    JSON.parse((await post('/api/preview', { edition: 'draft' }, own)).text).address;
  const first = await address();
  const { status, headers, text } = await ask(first, { headers: { 'Sec-Fetch-Dest': 'iframe' } });
  expect(status).toBe(200);
  expect(text).toMatch(/^<!doctype html>/i);
  expect(headers['content-security-policy']).toMatch(/^sandbox allow-scripts; default-src 'none';/);
  expect(headers['content-security-policy']).not.toContain('connect-src');
  expect((await ask(first)).status).toBe(404);
  const late = await address();
  pass(30_001);
  expect((await ask(late)).status).toBe(404);
});

/** The first line of the response to a raw request. */
function firstLineOf(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.once('data', (data) => {
      resolve(data.toString('latin1').split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.once('error', reject);
  });
}
