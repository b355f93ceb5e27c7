import type { ProgrammeFile } from '../model/index.ts';

/** Absolute address of a page of a programme, where its pages have one. */
export function pageAddress({ address }: ProgrammeFile, stem: string): string | undefined {
  if (address === undefined) return undefined;
  return new URL(`${encodeURIComponent(stem)}.html`, address.endsWith('/') ? address : `${address}/`).href;
}
