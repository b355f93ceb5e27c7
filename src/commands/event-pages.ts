import path from 'node:path';
import { type Document, eventAddress, eventPages } from '../document/index.ts';
import { EDITION_FILE } from '../edition/index.ts';
import { pictureAt } from '../model/index.ts';
import { readBytesIfThere } from '../read/index.ts';
import { sitemapFile } from '../render/data/index.ts';
import { loadHtml, loadHtmlPictures } from '../render/html/index.ts';
import { type DataSource, eventCalendars } from './data-files.ts';
import type { DesignResources } from './design-resources.ts';
import { entriesIn } from './picture-folder.ts';
import type { OutputFile } from './write-files.ts';

/**
 * The event pages of a programme, in a folder next to the page of the programme, and a calendar file for each event
 * that has calendar entries. If the programme has an address, the pictures of the events and a sitemap are included.
 */
export async function eventPageFiles(
  document: Document,
  source: DataSource,
  look: DesignResources,
  out: string,
): Promise<OutputFile[]> {
  const { programme, stem } = source;
  const folder = path.join(out, stem);
  const [{ eventPageRenderer }, { turned }] = await Promise.all([loadHtml(), loadHtmlPictures()]);
  const pictures = await look.pictures(document);
  const render = eventPageRenderer(document, look.design, pictures);
  const calendars = eventCalendars(source);
  const pages = eventPages(document, programme);
  const files = pages.flatMap((page): OutputFile[] => {
    const { id, picture } = page;
    const calendar = calendars.get(id);
    const [html, ics] = [`${id}.html`, `${id}.ics`];
    return [
      { path: path.join(folder, html), bytes: render(page, calendar === undefined ? undefined : ics) },
      ...(calendar === undefined ? [] : [{ path: path.join(folder, ics), bytes: calendar }]),
      ...(picture === undefined
        ? []
        : [{ path: path.join(folder, picture.name), bytes: turned(pictureAt(pictures, picture.file)) }]),
    ];
  });
  const addresses = pages.flatMap(({ canonical }) => canonical ?? []);
  if (eventAddress(programme.config, stem, '') === undefined) return files;
  return [...files, { path: path.join(folder, 'sitemap.xml'), bytes: sitemapFile(addresses) }];
}

const ENDINGS: readonly string[] = ['.html', '.ics', '.jpg', '.jpeg', '.png'];

/**
 * The outdated files that a build would leave in the folder of event pages: pages of events that are no longer in any
 * edition, and calendar files and pictures that events no longer have. Files that this program has not written are not
 * included.
 *
 * @throws UserError if the folder or a page in it cannot be read
 */
export async function staleEventFiles(files: readonly OutputFile[], page: string): Promise<OutputFile[]> {
  const folder = page.slice(0, -path.extname(page).length);
  const names = entriesIn(folder).map(({ name }) => name);
  const made = new Set(files.map((file) => path.basename(file.path)));
  const ids = new Set([...made].map((name) => path.parse(name).name));
  const stale: OutputFile[] = [];
  for (const name of names) {
    const { name: id, ext } = path.parse(name);
    if (made.has(name) || !ENDINGS.includes(ext)) continue;
    if (ids.has(id) || (await isEventPage(path.join(folder, `${id}.html`), id, page)))
      stale.push({ path: path.join(folder, name), bytes: '', remove: true });
  }
  return stale;
}

/** Whether a file is an event page: an event page contains a link to its event on the page of the programme. */
async function isEventPage(file: string, id: string, page: string): Promise<boolean> {
  const bytes = await readBytesIfThere(file, EDITION_FILE);
  return Buffer.from(bytes ?? [])
    .toString()
    .includes(`href="../${encodeURIComponent(path.basename(page))}#${id}"`);
}
