import type { IncomingHttpHeaders } from 'node:http';

/**
 * What an address gives: the shell, which is what a browser opens; scripts and styles; a preview of the page on the
 * web in a frame; data.
 */
export type Kind = 'shell' | 'asset' | 'preview' | 'data';

/** A request, as far as it decides who may send it. */
export interface Asked {
  method: string;
  headers: IncomingHttpHeaders;
  kind: Kind;
}

/** Where in the browser the answer to a request may go (`Sec-Fetch-Dest`). */
const DESTINATIONS: Readonly<Record<Kind, readonly string[]>> = {
  shell: ['document'],
  asset: ['script', 'style', 'worker', 'empty'],
  preview: ['iframe'],
  data: ['empty'],
};

/**
 * Why a request is refused before it is looked at; undefined if it may come from the page of the desk, or from a
 * program that is no browser and so sends no `Sec-Fetch-Site`. Whether it has the secret of a session is another
 * question.
 *
 * @param host what the desk is called: address and port
 */
export function refusalOf({ method, headers, kind }: Asked, host: string): string | undefined {
  // Another name for this address is one that a page elsewhere has made up (DNS rebinding).
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
