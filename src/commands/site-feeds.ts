import path from 'node:path';
import { editionsFeed, type FeedEdition, feedName, type Meta, siteAddress } from '../document/index.ts';
import { EDITION_FILE, type Lock, PUBLISHED } from '../edition/index.ts';
import type { Lang, ProgrammeFile } from '../model/index.ts';
import { editionDir, readBytes, readProgramme } from '../read/index.ts';
import { atomFile, sitemapFile } from '../render/data/index.ts';
import { newsSince } from './earlier.ts';
import { LATEST } from './edition-outputs.ts';
import { pageName } from './list-pages.ts';
import type { OutputFile } from './write-files.ts';

/**
 * The sitemap of the web folder, and a feed of the editions in each language; none if the programme has no address.
 *
 * @param config of the newest edition
 * @param kept editions whose files are in the folder, the newest first
 * @throws UserError when an edition cannot be read
 */
export async function siteFeeds(
  data: string,
  config: ProgrammeFile,
  kept: readonly Lock[],
): Promise<OutputFile[]> {
  const { language, languages } = config;
  const [newest] = kept;
  const home = siteAddress(config, pageName('index', language, language));
  if (home === undefined || newest === undefined) return [];
  const urlOf = (file: string): string => siteAddress(config, file) ?? home;
  const pages = Object.keys(newest.published).filter((file) => /^[^/]+\.html$/.test(file));
  const sitemap = [
    ...languages.map((lang) => urlOf(pageName('index', lang, config.language))),
    ...pages.map((file) => urlOf(`${LATEST}/${file}`)),
    ...(await eventPagesOf(data, newest)),
  ];
  const editions = await Promise.all(kept.map((lock) => feedEdition(data, lock, urlOf(`${lock.edition}/`))));
  return [
    { path: 'sitemap.xml', bytes: sitemapFile(sitemap) },
    ...languages.map((lang) => {
      const file = feedName(lang, config);
      const feed = editionsFeed(config, editions, lang, { address: urlOf(file), home });
      return { path: file, bytes: atomFile(feed) };
    }),
  ];
}

/** The web address of the list of editions, and of its feed. */
export function siteMeta(config: ProgrammeFile, lang: Lang): Pick<Meta, 'address' | 'feed'> {
  const address = siteAddress(config, pageName('index', lang, config.language));
  return address === undefined ? {} : { address, feed: feedName(lang, config) };
}

/** The addresses of event pages, from the sitemaps that were published with them. */
async function eventPagesOf(data: string, { edition, published }: Lock): Promise<string[]> {
  const sitemaps = Object.keys(published).filter((file) => file.endsWith('/sitemap.xml'));
  const texts = await Promise.all(
    sitemaps.map((file) => readBytes(path.join(editionDir(data, edition), PUBLISHED, file), EDITION_FILE)),
  );
  const addresses = texts.flatMap((text) => String(text).split('<loc>').slice(1));
  return addresses.map((text) => text.slice(0, text.indexOf('<')).replaceAll('&#38;', '&'));
}

async function feedEdition(data: string, lock: Lock, address: string): Promise<FeedEdition> {
  const { base, erratum } = lock;
  const programme = await readProgramme(data, lock.edition);
  if (base === null) return { programme, address };
  return {
    programme,
    address,
    ...(erratum === undefined ? {} : { corrects: base.edition }),
    ...(await newsSince(base.edition, programme, data)),
  };
}
