import type { Lang, ProgrammeFile } from '../model/index.ts';

/** Absolute URL of a page of a programme; undefined if the programme has no address. */
export function pageAddress(config: ProgrammeFile, stem: string): string | undefined {
  return fileAddress(config, [`${stem}.html`]);
}

/** Absolute URL of a file in the folder of event pages; undefined if the programme has no address. */
export function eventAddress(config: ProgrammeFile, stem: string, file: string): string | undefined {
  return fileAddress(config, [stem, file]);
}

/**
 * Absolute URL of a file in the web folder, given its path in this folder; undefined if the programme has no address.
 */
export function siteAddress(config: ProgrammeFile, file: string): string | undefined {
  return fileAddress(config, file.split('/'));
}

/** Name of a feed in the web folder; the feed in the main language has no language suffix. */
export const feedName = (lang: Lang, { language }: ProgrammeFile): string =>
  lang === language ? 'feed.xml' : `feed-${lang}.xml`;

function fileAddress({ address }: ProgrammeFile, steps: readonly string[]): string | undefined {
  if (address === undefined) return undefined;
  const folder = address.endsWith('/') ? address : `${address}/`;
  return new URL(steps.map(encodeURIComponent).join('/'), folder).href;
}
