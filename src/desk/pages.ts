import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, extract, LANGS, type Problem, UserError } from '../index.ts';
import type { View } from './api.ts';

/** The output to make: the pages of the PDF, or the web page. */
export interface Order extends View {
  format: 'pdf' | 'html';
}

/** The file for an order, or the problems that prevent it. */
export type Made = { bytes: Uint8Array<ArrayBuffer> } | { problems: readonly Problem[] } | { fault: string };

/** Makes the file for an order with the regular commands, in a temporary folder. */
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
