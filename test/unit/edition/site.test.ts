import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { publishSite, siteOf } from '../../../src/commands/site.ts';
import { verify } from '../../../src/commands/verify.ts';
import { folderWithData } from '../../support/dataset-folder.ts';
import {
  copyOf,
  editFile,
  FIT,
  FIT_BILINGUAL,
  forgeLock,
  freezeDraft,
  twoEditions,
} from '../../support/frozen.ts';
import { filesIn } from '../../support/run-programme.ts';

const text = (data: string, file: string): string => readFileSync(path.join(data, 'site', file), 'utf8');
const hrefs = (page: string): string[] =>
  [...page.matchAll(/href="([^"#]+)/g)].map(([, href = '']) => decodeURIComponent(href));

it('The web folder contains all published files, and differences from the editions are reported and repaired', async () => {
  const data = await twoEditions(FIT_BILINGUAL);
  const site = path.join(data, 'site');
  expect(await siteOf(data)).toMatchObject({ folder: site, made: false });
  expect(await publishSite(data)).toEqual({ folder: site, made: true, differences: [], hasFeeds: false });
  expect(await siteOf(data)).toEqual({ folder: site, made: true, differences: [], hasFeeds: false });

  // A folder for each edition, the newest one also at a permanent address, and the list.
  const kept = (edition: string) => filesIn(path.join(data, 'editions', edition, 'published'));
  expect(filesIn(path.join(site, '1'))).toEqual(kept('1'));
  expect(filesIn(path.join(site, 'spring-2030'))).toEqual(kept('spring-2030'));
  expect(filesIn(path.join(site, 'latest'))).toEqual({
    ...kept('spring-2030'),
    'index.html': kept('spring-2030')['small-en.html'],
  });
  const before = filesIn(site);
  expect(Object.keys(before).filter((file) => !file.includes('/'))).toEqual([
    'accessibility-fr.html',
    'accessibility.html',
    'index-fr.html',
    'index.html',
  ]);

  // Links are relative and have targets.
  for (const page of ['index.html', 'index-fr.html', '1/small-en.html', 'latest/small-fr.html']) {
    const links = hrefs(text(data, page));
    expect(links.length).toBeGreaterThan(5);
    for (const link of links)
      expect([page, link, existsSync(path.join(site, path.dirname(page), link))]).toEqual([page, link, true]);
  }

  // The list names the current edition before the edition that it supersedes.
  for (const [page, ...words] of [
    [
      'index.html',
      'Edition spring-2030 of',
      'This edition is the current one.',
      'Edition 1 of',
      'This edition is superseded by edition spring-2030.',
    ],
    [
      'index-fr.html',
      'Édition spring-2030 du',
      'Cette édition est l’édition en vigueur.',
      'Édition 1 du',
      'Cette édition est remplacée par l’édition spring-2030.',
    ],
  ] as const) {
    const places = words.map((own) => text(data, page).lastIndexOf(own));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  }

  // Differences are reported and repaired; files that people keep next to the folders stay.
  rmSync(path.join(site, '1/small-en.pdf'));
  appendFileSync(path.join(site, 'index.html'), ' ');
  writeFileSync(path.join(site, 'latest/old.pdf'), '');
  writeFileSync(path.join(site, '.htaccess'), 'own');
  expect((await siteOf(data))?.differences).toEqual([
    { file: '1/small-en.pdf', problem: 'missing' },
    { file: 'index.html', problem: 'changed' },
    { file: 'latest/old.pdf', problem: 'extra' },
  ]);
  await publishSite(data);
  expect(filesIn(site)).toEqual({ ...before, '.htaccess': 'own' });
});

it('The web folder contains no files other than the published ones', async () => {
  const data = await twoEditions();
  const changed = copyOf(data);
  appendFileSync(path.join(changed, 'editions/1/published/small-en.pdf'), ' ');
  await expect(publishSite(changed)).rejects.toThrow('the file differs from the published file');
  expect(existsSync(path.join(changed, 'site'))).toBe(false);
  // An edition without files is listed.
  forgeLock(path.join(data, 'editions/1'), (lock) => ({ ...lock, published: {} }));
  await publishSite(data);
  expect(existsSync(path.join(data, 'site/1'))).toBe(false);
  expect(text(data, 'index.html')).toContain('The files of this edition are not stored here.');
});

it('A dataset without editions has no web folder', async () => {
  const data = path.join(folderWithData(), 'data');
  expect(await siteOf(data)).toBeUndefined();
  expect(await publishSite(data)).toBeUndefined();
  expect(existsSync(path.join(data, 'site'))).toBe(false);
});

it('The extracts of an edition are published and listed by name, and building them again produces the same bytes', async () => {
  const data = path.join(folderWithData(FIT_BILINGUAL), 'data');
  await expect(freezeDraft(data, '1', 'venue')).rejects.toThrow('no field "venue"');
  expect(existsSync(path.join(data, 'editions'))).toBe(false);
  const lock = await freezeDraft(data, '1', 'theme');
  expect(lock.extracts).toBe('theme');
  expect(Object.keys(lock.published)).toContain('small-theme-sport-en.html');
  expect(await verify({ data, edition: '1', rebuild: true })).toMatchObject([{ passed: true }]);
  await publishSite(data);
  for (const page of ['index.html', 'index-fr.html']) {
    const links = hrefs(text(data, page));
    for (const link of links) expect([link, existsSync(path.join(data, 'site', link))]).toEqual([link, true]);
    const lang = page === 'index.html' ? 'en' : 'fr';
    expect(links.filter((link) => link.includes('theme-sport'))).toEqual(
      ['html', 'pdf', 'docx', 'ics', 'json', 'csv'].map((ending) => `1/small-theme-sport-${lang}.${ending}`),
    );
  }
  expect(text(data, 'index-fr.html')).toContain('>Extraits<');
  // A modified manifest is not trusted.
  forgeLock(path.join(data, 'editions/1'), (own) => ({ ...own, extracts: 'day' }));
  expect(await verify({ data, edition: '1', rebuild: true })).toMatchObject([{ passed: false }]);
});

it('If a programme has an address, its editions have event pages; the page of a withdrawn event contains only the title', async () => {
  const programme = `${FIT['programme.yaml']}address: https://example.org/year\n`;
  const data = path.join(folderWithData({ ...FIT, 'programme.yaml': programme }), 'data');
  await freezeDraft(data, '1');
  const music = path.join(data, 'events/music.yaml');
  const [head = '', first = '', ...others] = readFileSync(music, 'utf8').split(/^(?=- id: )/m);
  const [, gone = ''] = /id: (\S+)/.exec(first) ?? [];
  writeFileSync(music, [head, ...others].join(''));
  editFile(path.join(data, 'programme.yaml'), '2030-01-15', '2030-02-15');
  const lock = await freezeDraft(data, '2');
  expect(await verify({ data, edition: '2', rebuild: true })).toMatchObject([{ passed: true }]);
  await publishSite(data);
  expect((await siteOf(data))?.differences).toEqual([]);
  const page = (id: string): string => text(data, `latest/small-en/${id}.html`);
  const ids = Object.keys(lock.published).flatMap((file) => /^small-en\/(.+)\.html$/.exec(file)?.[1] ?? []);
  expect(ids).toHaveLength(4);
  for (const id of ids) {
    const canonical = `<link rel="canonical" href="https://example.org/year/latest/small-en/${id}.html"/>`;
    expect([id, page(id).includes(canonical)]).toEqual([id, id !== gone]);
  }
  expect(page(gone)).toContain('noindex');
  expect(text(data, `1/small-en/${gone}.html`)).toContain('canonical');
  expect(text(data, 'latest/small-en.html')).toContain(
    `href="small-en/${ids.find((id) => id !== gone)}.html"`,
  );
  // The list of editions links to files, not to event pages, and outdated pages are removed.
  expect(text(data, 'index.html')).not.toContain('small-en/');
  writeFileSync(path.join(data, 'site/latest/small-en/old.html'), '');
  expect((await siteOf(data))?.differences).toEqual([{ file: 'latest/small-en/old.html', problem: 'extra' }]);
  await publishSite(data);
  expect((await siteOf(data))?.differences).toEqual([]);
});

it.each([
  ['passed', 'a trouvé aucun défaut'],
  ['failed', 'a trouvé des défauts'],
  ['not checked', 'aucun logiciel indépendant ne l’a vérifié'],
] as const)(
  'The accessibility statement contains only what was actually checked: veraPDF %s',
  async (verapdf, words) => {
    const data = await twoEditions(FIT_BILINGUAL);
    forgeLock(path.join(data, 'editions/spring-2030'), (lock) => ({ ...lock, verapdf }));
    await publishSite(data);
    const page = text(data, 'accessibility-fr.html').replace(/<[^>]+>/g, ' ');
    for (const part of [
      words,
      'Déclaration d’accessibilité',
      'La conformité à la norme EN 301 549 et au RGAA n’a pas été évaluée',
      'La lecture des fichiers par les lecteurs d’écran.',
    ])
      expect(page).toContain(part);
    const links = hrefs(text(data, 'accessibility.html'));
    expect(links).toEqual(expect.arrayContaining(['accessibility-fr.html', 'spring-2030/small-en.pdf']));
    for (const link of links) expect([link, existsSync(path.join(data, 'site', link))]).toEqual([link, true]);
    expect(hrefs(text(data, 'index-fr.html'))).toContain('accessibility-fr.html');
  },
);
