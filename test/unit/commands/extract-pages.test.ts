import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { extract, extractAll } from '../../../src/commands/extract.ts';
import { extractsDocument, type MadeExtract } from '../../../src/document/extracts.ts';
import type { Run } from '../../../src/document/model.ts';
import type { Lang } from '../../../src/model/text.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { folderWithData } from '../../support/dataset-folder.ts';
import { runInProcess } from '../../support/run-programme.ts';

const hrefs = (page: string): string[] =>
  [...page.matchAll(/href="([^"#]+)/g)].map(([, href = '']) => decodeURIComponent(href));

it('In each language, there is a page that lists all extracts and links to each of their files and to the pages in the other languages', async () => {
  const folder = folderWithData();
  const out = path.join(folder, 'out');
  const options = {
    data: path.join(folder, 'data'),
    edition: 'draft',
    formats: ['csv', 'ics'],
    out,
  } as const;
  const { manifest, files } = await extractAll(options);
  expect(files.map((file) => path.basename(file))).toEqual([
    'small-draft-extracts.json',
    'small-draft-extracts.html',
    'small-draft-extracts-fr.html',
  ]);
  const made = manifest.extracts.flatMap((extract) => extract.files.map(({ file }) => file));
  for (const [page, other] of [
    ['small-draft-extracts.html', 'small-draft-extracts-fr.html'],
    ['small-draft-extracts-fr.html', 'small-draft-extracts.html'],
  ] as const) {
    const links = hrefs(readFileSync(path.join(out, page), 'utf8'));
    expect(links.sort()).toEqual([...made, other].sort());
    for (const link of links) expect([link, existsSync(path.join(out, link))]).toEqual([link, true]);
  }
  expect(made.length).toBeGreaterThan(3);
});

it('If no extract is in the main language, the page that lists the extracts is also written without a language suffix', async () => {
  const folder = folderWithData();
  const out = path.join(folder, 'out');
  const { files } = await extractAll({
    data: path.join(folder, 'data'),
    by: 'theme',
    formats: ['ics'],
    langs: ['fr'],
    out,
  });
  const [, french = '', plain = ''] = files;
  expect(files.map((file) => path.basename(file))).toEqual([
    'small-draft-extracts-by-theme.json',
    'small-draft-extracts-by-theme-fr.html',
    'small-draft-extracts-by-theme.html',
  ]);
  expect(readFileSync(plain)).toEqual(readFileSync(french));
});

it('The text of an extract is set more tightly, in PDF and Word, only if this saves a page', async () => {
  const pagesOf = async (value: string): Promise<(number | undefined)[]> => {
    const out = path.join(folderWithData(), 'out');
    const { files } = await extract({ data: 'data', edition: '1', value, formats: ['pdf', 'docx'], out });
    return files.map(({ pages }) => pages);
  };
  // As in the whole programme, Occitanie has four pages, and Normandy four that cannot become three.
  expect(await pagesOf('Occitanie')).toEqual([3, 3]);
  expect(await pagesOf('Normandy')).toEqual([4, 4]);
});

it('`extract --list` and `extract --all` print the titles of events that are not in any extract', async () => {
  const cwd = folderWithData();
  const line = '3 events in no extract: Autumn concert, Choir of the choirs, Regatta';
  for (const args of [['--list'], ['--all', '--format', 'csv', '--lang', 'en']]) {
    const { stderr } = await runInProcess(['extract', '--by', 'day', ...args], { cwd });
    expect(stderr.trimEnd().split('\n')).toContain(line);
  }
});

it('The page that lists the extracts states, in its own language, which events are in no extract and which extracts failed', async () => {
  const programme = await readProgramme(path.join(folderWithData(), 'data'), 'draft');
  const [event] = programme.themes.flatMap(({ events }) => events);
  const extracts: MadeExtract[] = [
    {
      name: { en: 'Old mill', fr: 'Vieux moulin' },
      events: 1,
      files: [{ file: 'a b/é.pdf', format: 'PDF', lang: 'fr' }],
    },
    { name: 'Kolonihave', events: 2, files: [], failed: 'no room' },
  ];
  const linesOf = (lang: Lang): [string, string[]][] =>
    extractsDocument(programme, 'day', extracts, [event?.id ?? ''], lang, 'stem', []).sections.map(
      (section) => [
        words(section.title),
        section.blocks.flatMap((block) =>
          block.kind === 'list' ? block.items.map(({ text, level = 0 }) => `${level} ${words(text)}`) : [],
        ),
      ],
    );
  expect(linesOf('fr')).toEqual([
    ['Extraits', ['0 Vieux moulin : 1 événement', '1 français : PDF']],
    ['Extraits non produits', ['0 Kolonihave : no room']],
    ['Événements présents dans aucun extrait', [`0 ${event?.title}`]],
  ]);
  expect(linesOf('en').map(([title]) => title)).toEqual([
    'Extracts',
    'Extracts that could not be built',
    'Events that are not in any extract',
  ]);
  const [section] = extractsDocument(programme, 'day', extracts, [], 'en', 'stem', []).sections;
  expect(JSON.stringify(section)).toContain('"link":"a%20b/%C3%A9.pdf"');
});

const words = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
