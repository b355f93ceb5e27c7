import { readlink, rm, symlink, unlink } from 'node:fs/promises';
import path from 'node:path';
import {
  accessibilityDocument,
  editionsDocument,
  editionsFeed,
  type FeedEdition,
  feedName,
  type ListedEdition,
  siteAddress,
} from '../document/index.ts';
import {
  EDITION_FILE,
  editionEntries,
  editionsInOrder,
  type Lock,
  PUBLISHED,
  presentPublished,
  readLocks,
} from '../edition/index.ts';
import { UserError } from '../errors.ts';
import { groupBy, type Lang, type ProgrammeFile } from '../model/index.ts';
import { editionDir, lstatIfThere, readBytes, readProgramme } from '../read/index.ts';
import { atomFile, sitemapFile } from '../render/data/index.ts';
import { refusedAt } from '../system-errors.ts';
import { newsSince } from './build.ts';
import { whileUnchanged } from './change-dataset.ts';
import { type Content, sha256Of } from './content.ts';
import { openLook } from './design-resources.ts';
import { LATEST, MANIFEST, type Manifest } from './edition-outputs.ts';
import { FORMAT_NAMES, FORMATS } from './formats.ts';
import { listPages, pageName } from './list-pages.ts';
import { messageOf } from './messages.ts';
import { type OutputFile, writeFiles } from './write-files.ts';

/** Folder in a dataset that is ready to be uploaded to a web server. */
export const SITE = 'site';

/** A file in the web folder: its checksum, and either its content or the path of the file that is copied. */
type SiteFile = { sum: string } & ({ content: Content } | { from: string });

/** A difference between the web folder and the frozen editions. */
export interface SiteDifference {
  /** Path in the folder; empty for the folder itself. */
  file: string;
  /** `blocked`: something that this program did not create is at this path; `name`: the file name is not UTF-8. */
  problem: 'missing' | 'changed' | 'extra' | 'link' | 'blocked' | 'name';
}

/** State of the web folder. */
export interface Site {
  folder: string;
  /** Whether the folder has ever been created. */
  made: boolean;
  differences: SiteDifference[];
  /** Whether the folder contains a sitemap and feeds, which are made only if the programme has an address. */
  hasFeeds: boolean;
}

/**
 * Compares the web folder with the frozen editions. The web folder should contain:
 *
 * - a folder for each edition whose published files are stored
 * - a folder with the newest edition under a permanent address
 * - pages that link to the newest edition and list all editions
 * - if the programme has an address, a sitemap and feeds
 *
 * @returns undefined if no published files are stored in any edition
 * @throws UserError when an edition cannot be read
 */
export async function siteOf(data: string): Promise<Site | undefined> {
  const files = await siteFiles(data);
  return files.size === 0 ? undefined : compared(data, files);
}

/**
 * Brings the web folder up to date with the frozen editions; all its files are replaced together. Links in the folder
 * are replaced, never followed. Anything else that occupies the path of a file is left in place, because somebody put
 * it there.
 *
 * @returns the web folder, and its remaining differences from the frozen editions; undefined if no published files are
 * stored in any edition
 * @throws UserError when the folder is a link or a file, a file of an edition has changed since it was published, or a
 *   file cannot be written
 */
export function publishSite(data: string): Promise<Site | undefined> {
  return whileUnchanged(data, (verify) => publish(data, verify));
}

async function publish(data: string, verify: () => void): Promise<Site | undefined> {
  const files = await siteFiles(data);
  if (files.size === 0) return undefined;
  const { folder, differences, hasFeeds } = await compared(data, files);
  if (differences.some(({ file }) => file === ''))
    throw new UserError(messageOf('site-folder-is-link'), { file: folder });
  const isLeft = ({ problem }: SiteDifference): boolean => problem === 'blocked' || problem === 'name';
  const blocked = differences.filter(isLeft).map(({ file }) => file);
  const links = differences.filter(({ problem }) => problem === 'link').map(({ file }) => file);
  const outputs: OutputFile[] = [];
  for (const [file, wanted] of files) {
    if (pathsTo(file).some((one) => blocked.includes(one))) continue;
    const isNew =
      differences.some((one) => one.file === file) || pathsTo(file).some((one) => links.includes(one));
    if (isNew) outputs.push({ path: path.join(folder, file), bytes: await contentOf(wanted) });
  }
  await withoutLinks(
    links.map((file) => path.join(folder, file)),
    () => writeFiles(outputs, data, verify),
  );
  for (const { file, problem } of differences)
    if (problem === 'extra') {
      const place = path.join(folder, file);
      await rm(place, { force: true, recursive: true }).catch(refusedAt(place));
    }
  return { folder, made: true, differences: differences.filter(isLeft), hasFeeds };
}

/** Removes links while files are written to the paths of the links; restores the links if writing fails. */
async function withoutLinks(links: readonly string[], write: () => Promise<void>): Promise<void> {
  const targets: [string, string][] = [];
  try {
    for (const link of links) {
      targets.push([link, await readlink(link)]);
      await unlink(link).catch(refusedAt(link));
    }
    await write();
  } catch (error) {
    for (const [link, target] of targets) await symlink(target, link).catch(() => undefined);
    throw error;
  }
}

async function compared(data: string, files: ReadonlyMap<string, SiteFile>): Promise<Site> {
  const folder = path.join(data, SITE);
  const hasFeeds = files.has('sitemap.xml');
  const found = await lstatIfThere(folder);
  const made = found !== undefined;
  if (!found?.isDirectory()) {
    const missing = [...files.keys()].map((file) => ({ file, problem: 'missing' as const }));
    return { folder, made, differences: made ? [{ file: '', problem: 'link' }] : missing, hasFeeds };
  }
  const entries = await editionEntries(folder);
  const known = new Map(entries.map((entry) => [entry.path, entry]));
  const differences = new Map<string, SiteDifference['problem']>();
  for (const [file, { sum }] of files) {
    const obstacle = pathsTo(file)
      .map((place) => known.get(place))
      .find((entry) => entry !== undefined && entry.kind !== (entry.path === file ? 'file' : 'folder'));
    if (obstacle !== undefined) differences.set(obstacle.path, obstacle.kind === 'link' ? 'link' : 'blocked');
    else if (known.get(file)?.sum !== sum) differences.set(file, known.has(file) ? 'changed' : 'missing');
  }
  // Users may store files for their web server next to the folders of editions.
  const folders = new Set([...files.keys()].flatMap((file) => (file.includes('/') ? [homeOf(file)] : [])));
  const wanted = new Set([...files.keys()].flatMap(pathsTo));
  for (const { path: file, kind } of entries)
    if (file.includes('/') && folders.has(homeOf(file)) && !wanted.has(file))
      differences.set(file, kind === 'name' ? 'name' : 'extra');
  return {
    folder,
    made: true,
    differences: [...differences].map(([file, problem]) => ({ file, problem })),
    hasFeeds,
  };
}

/** The parent folders of a path, followed by the path itself. */
function pathsTo(file: string): string[] {
  const parts = file.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

const homeOf = (file: string): string => file.slice(0, file.indexOf('/'));

async function contentOf(file: SiteFile): Promise<Content> {
  if ('content' in file) return file.content;
  const bytes = await readBytes(file.from, EDITION_FILE);
  if (sha256Of(bytes) === file.sum) return bytes;
  throw new UserError(messageOf('site-file-is-another', { command: { command: ['verify'] } }), {
    file: file.from,
  });
}

/**
 * The content of the web folder, derived from the frozen editions; empty if no published files are stored in any
 * edition.
 */
async function siteFiles(data: string): Promise<Map<string, SiteFile>> {
  const locks = editionsInOrder(await readLocks(data))
    .reverse()
    .map((lock) => ({ ...lock, published: presentPublished(lock) }));
  const kept = locks.filter(({ published }) => Object.keys(published).length > 0);
  const files = new Map<string, SiteFile>();
  const [newest] = kept;
  if (newest === undefined) return files;
  const copies = (folder: string, { edition, published }: Lock): void => {
    for (const [file, sum] of Object.entries(published))
      files.set(`${folder}/${file}`, { sum, from: path.join(editionDir(data, edition), PUBLISHED, file) });
  };
  for (const lock of kept) copies(lock.edition, lock);
  copies(LATEST, newest);
  const { config } = await readProgramme(data, newest.edition);
  const start = files.get(`${LATEST}/${pageIn(config.language, config)}`);
  if (start !== undefined) files.set(`${LATEST}/index.${FORMATS.html.ending}`, start);
  const made = [...(await ownPages(data, config, newest, locks)), ...(await siteFeeds(data, config, kept))];
  for (const { path: file, bytes } of made) files.set(file, { sum: sha256Of(bytes), content: bytes });
  return files;
}

/** Name of the published page of the whole programme in a language. */
const pageIn = (lang: Lang, { name }: ProgrammeFile): string => `${name}-${lang}.${FORMATS.html.ending}`;

/**
 * The pages that link to the programme and list all editions, and the accessibility statement of the newest edition, in
 * each language of that edition and with its design.
 */
async function ownPages(data: string, config: ProgrammeFile, newest: Lock, locks: readonly Lock[]) {
  const { edition, published, verapdf } = newest;
  const look = await openLook(data, edition);
  const editions = await Promise.all(locks.map((lock) => listed(lock, config, data)));
  const { language, languages } = config;
  const index = await listPages(language, languages, 'index', look, (lang, siblings) => {
    const page = pageIn(lang, config);
    const address = siteAddress(config, pageName('index', lang, language));
    return editionsDocument(config, editions, lang, {
      siblings,
      web: address === undefined ? {} : { address, feed: feedName(lang, config) },
      statement: pageName(STATEMENT, lang, language),
      ...(page in published ? { page: `${LATEST}/${page}` } : {}),
    });
  });
  const stated = await listed(newest, config, data);
  const statement = await listPages(language, languages, STATEMENT, look, (lang, siblings) =>
    accessibilityDocument(config, stated, verapdf, lang, siblings),
  );
  return [...index, ...statement];
}

/** Stem of the names of the pages that contain the accessibility statement. */
const STATEMENT = 'accessibility';

/** The web page comes first because it can be read on any screen. */
const LISTED = ['html' as const, ...FORMAT_NAMES.filter((format) => format !== 'html')];

/** An entry in the list of editions: the files by language and format, followed by the checksums. */
async function listed(
  { edition, date, base, erratum, published, extracts: by }: Lock,
  { name, languages }: ProgrammeFile,
  data: string,
): Promise<ListedEdition> {
  const names = Object.keys(published);
  const known = languages.flatMap((lang) =>
    LISTED.map((format) => ({
      name: `${name}-${lang}.${FORMATS[format].ending}`,
      format: FORMATS[format].name,
      lang,
    })),
  );
  const files = known.filter((file) => names.includes(file.name));
  const extracts = by === undefined ? [] : await extractsIn(editionDir(data, edition), published[MANIFEST]);
  const ofExtracts = new Set(extracts.flatMap((extract) => extract.files.map(({ file }) => file)));
  const others = names.filter(
    (file) =>
      file !== MANIFEST &&
      !/\/|\.png$/.test(file) &&
      !ofExtracts.has(file) &&
      !known.some((one) => one.name === file),
  );
  return {
    edition,
    date,
    ...(erratum === undefined || base === null ? {} : { corrects: base.edition }),
    files: [
      ...files.map(({ name: file, format, lang }) => ({ file: `${edition}/${file}`, format, lang })),
      ...others.map((file) => ({ file: `${edition}/${file}`, format: file })),
    ],
    ...(names.includes(MANIFEST) ? { sums: `${edition}/${MANIFEST}` } : {}),
    extracts: extracts.map((extract) => ({
      name: extract.name,
      files: extract.files.map((file) => ({ ...file, file: `${edition}/${file.file}` })),
    })),
  };
}

/**
 * The extracts that the manifest of an edition lists, with their files; empty if the manifest has changed since it was
 * published.
 */
async function extractsIn(edition: string, sum: string | undefined) {
  const bytes = await readBytes(path.join(edition, PUBLISHED, MANIFEST), EDITION_FILE).catch(() => undefined);
  if (bytes === undefined || sha256Of(bytes) !== sum) return [];
  const { files } = JSON.parse(String(bytes)) as Manifest;
  const ofExtracts = LISTED.flatMap((format) => files.filter((file) => file.format === format)).flatMap(
    ({ extract, file, format, lang }) =>
      extract === undefined ? [] : { extract, file, format: FORMATS[format].name, lang },
  );
  return [...groupBy(ofExtracts, ({ extract }) => extract.value).values()].map((same) => ({
    name: same[0].extract.name,
    files: same.map(({ extract: _, ...file }) => file),
  }));
}

/**
 * The sitemap of the web folder, and a feed of the editions in each language; empty if the programme has no address.
 *
 * @param config the settings of the newest edition
 * @param kept editions whose files are in the folder, newest first
 * @throws UserError when an edition cannot be read
 */
async function siteFeeds(data: string, config: ProgrammeFile, kept: readonly Lock[]): Promise<OutputFile[]> {
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

/** The addresses of event pages, from the sitemaps that were published with these pages. */
async function eventPagesOf(data: string, { edition, published }: Lock): Promise<string[]> {
  const sitemaps = Object.keys(published).filter((file) => file.endsWith('/sitemap.xml'));
  const texts = await Promise.all(
    sitemaps.map((file) => readBytes(path.join(editionDir(data, edition), PUBLISHED, file), EDITION_FILE)),
  );
  const addresses = texts.flatMap((text) => String(text).split('<loc>').slice(1));
  return addresses.map((text) => text.slice(0, text.indexOf('<')).replaceAll('&#38;', '&'));
}

async function feedEdition(data: string, lock: Lock, address: string): Promise<FeedEdition> {
  const base = lock.base?.edition;
  const programme = await readProgramme(data, lock.edition);
  const corrects = lock.erratum && base;
  return { programme, address, ...(corrects && { corrects }), ...(await newsSince(base, programme, data)) };
}
