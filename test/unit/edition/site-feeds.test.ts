import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import { publishSite } from '../../../src/commands/site.ts';
import { folderWithData, replaced, smallFile } from '../../support/dataset-folder.ts';
import { editFile, FIT, freezeDraft } from '../../support/frozen.ts';
import { filesIn } from '../../support/run-programme.ts';

const INTERNAL = 'MARKERWORD';
const GONE = `- id: gala
  bodies: { north: Hillton, south: Portville }
  regions: { north: [AA-HIL], south: [BB-POR] }
  title: Gala & ball
  date: WITHDRAWNWORDS
  contact: ${INTERNAL}
`;

/** Files at the address of a programme that belong to no earlier edition and to no document. */
const isNew = (file: string): boolean => !file.includes('/') || file.startsWith('latest/');

it('If a programme has an address, the web folder contains its page, sitemap, feeds and pictures', async () => {
  const sport = `${FIT['events/sport.yaml']}  contact: ${INTERNAL}\n`;
  const programme = replaced(
    smallFile('programme.yaml'),
    '  - { id: date, kind: date, heading: Date }\n',
    '  - { id: date, kind: date, heading: Date }\n  - { id: contact, kind: text, internal: true }\n',
  );
  const data = path.join(
    folderWithData({
      ...FIT,
      'programme.yaml': `${programme}address: https://example.org/small\n`,
      'events/sport.yaml': sport + GONE,
    }),
    'data',
  );
  await freezeDraft(data, '1');
  editFile(path.join(data, 'events/sport.yaml'), GONE, '');
  editFile(path.join(data, 'events/sport.yaml'), 'title: Regatta', 'title: Regatta of the four');
  await freezeDraft(data, '2');
  await publishSite(data);
  const site = path.join(data, 'site');
  const files = Object.keys(filesIn(site)).filter((file) => statSync(path.join(site, file)).isFile());
  const text = (file: string): string => readFileSync(path.join(site, file), 'utf8');

  {
    // The permanent address shows the programme, and its first page links to the web page before all other formats.
    expect(text('latest/index.html')).toBe(text('latest/small-en.html'));
    const { document } = new Window();
    document.write(text('index-fr.html'));
    const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href'));
    expect(links.slice(0, 2)).toEqual(['latest/small-fr.html', '2/small-en.html']);
    expect(document.querySelector('main a')?.textContent).toBe('Année des petites choses');
    expect(links.filter((link) => link?.endsWith('.png'))).toEqual([]);
  }

  {
    // Each page names its address, its feed and its picture.
    const { document } = new Window();
    document.write(text('latest/small-fr.html'));
    const content = (name: string) =>
      document.querySelector(`meta[property="og:${name}"]`)?.getAttribute('content');
    expect(content('image')).toBe('https://example.org/small/latest/small-fr.png');
    expect([content('image:width'), content('image:height')]).toEqual(['1200', '630']);
    expect(document.querySelector('link[rel=alternate][type]')?.getAttribute('href')).toBe('../feed-fr.xml');
    const png = readFileSync(path.join(site, 'latest/small-fr.png'));
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      'PNG',
      1200,
      630,
    ]);
  }

  {
    // The sitemap lists the pages of the newest edition.
    const pages = [...text('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, page = '']) => page);
    expect(pages.slice(0, 4)).toEqual([
      'https://example.org/small/index.html',
      'https://example.org/small/index-fr.html',
      'https://example.org/small/latest/small-en.html',
      'https://example.org/small/latest/small-fr.html',
    ]);
    for (const page of pages) expect(files).toContain(page.slice('https://example.org/small/'.length));
  }

  {
    // The feed has each edition with its date, and the titles of its changes by kind.
    const { DOMParser } = new Window();
    const feed = new DOMParser().parseFromString(text('feed.xml'), 'application/xml');
    const words = (selector: string) =>
      [...feed.querySelectorAll(selector)].map((one) => one.textContent?.replace(/\s/g, ' '));
    expect(words('entry > id')).toEqual(['https://example.org/small/2/', 'https://example.org/small/1/']);
    expect(words('updated')).toEqual(Array(3).fill('2030-01-15T00:00:00Z'));
    expect(words('entry > title')).toEqual(['Edition 2 of 15 January 2030', 'Edition 1 of 15 January 2030']);
    expect(words('entry > content')).toEqual([
      '<h2>No longer in the programme (1)</h2><ul><li>Gala &#38; ball</li></ul><h2>Updated (1)</h2><ul><li>4  Regatta of the four, changed: Title</li></ul>',
    ]);
  }

  {
    // No file contains an internal word, and a withdrawn event appears only with its title.
    const latin = new Map(files.map((file) => [file, readFileSync(path.join(site, file), 'latin1')]));
    const with_ = (words: string) =>
      [...latin].filter(([, all]) => all.includes(words)).map(([file]) => file);
    expect(files.filter(isNew).length).toBeGreaterThan(20);
    expect(with_(INTERNAL)).toEqual([]);
    expect(with_('WITHDRAWNWORDS').filter(isNew)).toEqual([]);
    expect(with_('Gala &')).toContain('feed.xml');
  }
});

it('The web folder of a programme without an address contains neither a sitemap nor a feed', async () => {
  const data = path.join(folderWithData(FIT), 'data');
  await freezeDraft(data, '1');
  await publishSite(data);
  const all = Object.keys(filesIn(path.join(data, 'site')));
  expect(all.filter((file) => /\.(?:xml|png)$/.test(file))).toEqual([]);
  expect(all).toContain('latest/index.html');
});
