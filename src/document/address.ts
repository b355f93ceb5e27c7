import type { ProgrammeFile } from '../model/index.ts';

/** Absolute URL of a page of a programme; undefined if the programme has no address. */
export function pageAddress({ address }: ProgrammeFile, stem: string): string | undefined {
  if (address === undefined) return undefined;
  return new URL(`${encodeURIComponent(stem)}.html`, address.endsWith('/') ? address : `${address}/`).href;
}
