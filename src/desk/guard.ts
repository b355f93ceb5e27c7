import type { IncomingHttpHeaders } from 'node:http';

/**
 * The kind of response at an address: the shell, which the browser opens; scripts and styles; a preview of the web
 * page in a frame; data.
 */
export type Kind = 'shell' | 'asset' | 'preview' | 'data';

/** The parts of a request that determine whether it is refused. */
export interface Asked {
  method: string;
  headers: IncomingHttpHeaders;
  kind: Kind;
}

/** The destinations in the browser (`Sec-Fetch-Dest`) that each kind of response allows. */
const DESTINATIONS: Readonly<Record<Kind, readonly string[]>> = {
  shell: ['document'],
  asset: ['script', 'style', 'worker', 'empty'],
  preview: ['iframe'],
  data: ['empty'],
};

/**
 * The reason to refuse a request before it is processed; undefined if it may come from the page of the desk, or from
 * a program other than a browser, which sends no `Sec-Fetch-Site`. The secret of the session is checked separately.
 *
 * @param host address and port of the desk
 */
export function refusalOf({ method, headers, kind }: Asked, host: string): string | undefined {
  // A different host name means that a foreign page has pointed its own name at this address (DNS rebinding).
  if (headers.host !== host) return 'host';
  const origin = headers.origin;
  if (origin !== undefined && origin !== `http://${host}`) return 'origin';
  if (method === 'POST' && origin === undefined && headers['sec-fetch-site'] !== undefined) return 'origin';
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && kind !== 'shell') return 'site';
  const destination = headers['sec-fetch-dest'];
  if (typeof destination === 'string' && !DESTINATIONS[kind].includes(destination)) return 'destination';
  return undefined;
}
