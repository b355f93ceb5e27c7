import type { IncomingHttpHeaders } from 'node:http';

/**
 * The kind of response that an address returns: the shell, which is the HTML page that the browser opens; a script or
 * style sheet; a preview of the web page, shown in a frame; or data.
 */
export type Kind = 'shell' | 'asset' | 'preview' | 'data';

/** The parts of a request that determine whether it is rejected. */
export interface Asked {
  method: string;
  headers: IncomingHttpHeaders;
  kind: Kind;
}

/** The request destinations (`Sec-Fetch-Dest`) that are allowed for each kind of response. */
const DESTINATIONS: Readonly<Record<Kind, readonly string[]>> = {
  shell: ['document'],
  asset: ['script', 'style', 'worker', 'empty'],
  preview: ['iframe'],
  data: ['empty'],
};

/**
 * The reason for rejecting a request before it is processed. Undefined if the request may come from the page of the
 * desk, or from a program that is not a browser and therefore sends no `Sec-Fetch-Site`. The secret of the session is
 * checked separately.
 *
 * @param host address and port of the desk
 */
export function refusalOf({ method, headers, kind }: Asked, host: string): string | undefined {
  // If the host name differs, a foreign page has pointed its own host name to this address (DNS rebinding).
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
