import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, extract, LANGS, type Problem, UserError } from '../index.ts';
import type { View } from './api.ts';

/** Which pages to make: those of the PDF, or the page for the web. */
export interface Order extends View {
  format: 'pdf' | 'html';
}

/** The file of an order, or what keeps it from being made. */
export type Made = { bytes: Uint8Array<ArrayBuffer> } | { problems: readonly Problem[] } | { fault: string };

/** Makes the file of an order with the command that makes it for everybody, in a folder that is removed again. */
export async function makePages(data: string, order: Order): Promise<Made> {
  const { edition, format, by, value, since } = order;
  const lang = LANGS.find((one) => one === order.lang);
  const out = await mkdtemp(path.join(tmpdir(), 'programme-desk-'));
  const options = {
    data,
    edition,
    out,
    formats: [format],
    ...(lang !== undefined && { langs: [lang] }),
    ...(since !== undefined && { changesSince: since }),
  };
  try {
    const { files } = await (value === undefined ? build(options) : extract({ ...options, by, value }));
    return { bytes: new Uint8Array(await readFile(files[0]?.path ?? '')) };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    return { fault: String(error instanceof Error ? error.stack : error) };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
