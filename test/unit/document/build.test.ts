import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../src/document/build.ts';
import type { Block, Document, Run, Table } from '../../../src/document/model.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { LANGS, type Lang, paragraphsOf, textIn } from '../../../src/model/text.ts';
import { readProgramme, readProgrammeFolder } from '../../../src/read/dataset.ts';
import { withWordsFromValues } from '../../../src/text/from-values.ts';
import { folderWithData, replaced, smallFile } from '../../support/dataset-folder.ts';

const MUSIC = 'events/music.yaml';

async function small(changes: Readonly<Record<string, string>> = {}, edition = 'draft'): Promise<Programme> {
  return readProgrammeFolder(path.join(folderWithData(changes), 'data'), edition);
}

const words = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');
const blocksOf = <K extends Block['kind']>(document: Document, kind: K): Extract<Block, { kind: K }>[] =>
  document.sections.flatMap(({ blocks }) =>
    blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind),
  );
const tables = (document: Document): Table[] => blocksOf(document, 'table').map(({ table }) => table);
/** The cells of the music table, row by row; each cell is a list of paragraphs. */
const cells = (document: Document) =>
  tables(document)[0]?.rows.map((row) => row.cells.map(({ paragraphs }) => paragraphs.map(words)));

describe('Document built from a programme', () => {
  it('The title, the file names and the edition name of a document are in the language of the document', async () => {
    const draft = buildDocument(await small(), 'en');
    expect(draft.meta).toEqual({
      title: '2030 Year of small things',
      author: 'Office of small things',
      subject: 'Events of the Year of small things',
      lang: 'en',
      date: '2030-01-15',
      stem: 'small-draft-en',
    });
    expect(draft.words.edition).toBe('Draft');
    const frozen = await small({}, '2');
    expect(LANGS.map((lang) => buildDocument(frozen, lang).meta.stem)).toEqual([
      'small-ed2-en',
      'small-ed2-fr',
      'small-ed2-ru',
      'small-ed2-de',
      'small-ed2-es',
      'small-ed2-it',
    ]);
    expect(LANGS.map((lang) => buildDocument(frozen, lang).words.edition.replaceAll('\u00a0', '_'))).toEqual([
      'Edition 2 of 15_January 2030',
      'Édition 2 du 15_janvier 2030',
      'Издание 2 от 15_января 2030_г.',
      'Ausgabe 2 vom 15._Januar 2030',
      'Edición 2, 15_de enero de 2030',
      'Edizione 2, 15_gennaio 2030',
    ]);
  });

  it('The cover shows the period, title, edition, number of events and publisher', async () => {
    const document = buildDocument(await small(), 'fr');
    expect(document.cover).toEqual({
      kicker: [{ text: '2030' }],
      title: [{ text: 'Année des petites choses' }],
      lines: [[{ text: 'Projet', strong: true }], [{ text: '4 événements' }]],
      publisher: [{ text: 'Office of small things', lang: 'en' }],
    });
  });

  it('The document contains an introduction, a table of contents, a table for each theme, and indexes, and the table of contents lists all sections that follow it', async () => {
    const document = buildDocument(await small(), 'en');
    const ids = document.sections.map(({ id }) => id);
    expect(ids.slice(0, 4)).toEqual(['_introduction', '_contents', '_theme-music', '_theme-sport']);
    const entries = blocksOf(document, 'contents').flatMap((block) => block.entries);
    expect(entries.map(({ target }) => target)).toEqual(ids.slice(2));
    expect(entries.map(({ text }) => words(text))).toEqual(
      document.sections.slice(2).map(({ title }) => words(title)),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('In the introduction, words between double asterisks are bold, and each line is a paragraph', async () => {
    const [section] = buildDocument(await small(), 'en').sections;
    expect(section?.blocks).toEqual([
      {
        kind: 'paragraph',
        text: [
          { text: 'The ' },
          { text: 'Year of small things', strong: true },
          { text: ' has four events.' },
        ],
      },
      { kind: 'paragraph', text: [{ text: 'This is its programme.' }] },
    ]);
  });

  it('The table of a theme has only the columns that the theme needs, and the columns of the sides have a common heading', async () => {
    const [music, sport] = tables(buildDocument(await small(), 'en'));
    expect(music?.columns.map(({ kind, heading }) => [kind, words(heading)])).toEqual([
      ['event-number', 'No.'],
      ['region', 'Region'],
      ['body', 'Body in the north'],
      ['body', 'Body in the south'],
      ['title', 'Title'],
      ['description', 'Description'],
      ['date', 'Date'],
    ]);
    expect([music?.group, music?.header]).toEqual([1, 4]);
    expect([sport?.group, sport?.header]).toEqual([undefined, 3]);
  });

  it('Events are numbered consecutively through all themes, and empty cells contain a dash', async () => {
    const document = buildDocument(await small(), 'en');
    expect(cells(document)).toEqual([
      [
        ['1'],
        ['Hill Region'],
        ['Hillton'],
        ['Portville'],
        ['Spring concert'],
        ['Concert of both orchestras – in the open'],
        ['9-19 May'],
      ],
      [['2'], ['Hill Region'], ['Hillton'], ['–'], ['Autumn concert'], ['–'], ['Quarter 3']],
      [['3'], ['–'], ['–'], ['Portville'], ['Choir of the choirs'], ['–'], ['–']],
    ]);
    expect(tables(document)[1]?.rows[0]?.cells[0]).toEqual({ paragraphs: [[{ text: '4', accent: 1 }]] });
    expect(tables(document)[0]?.rows[2]?.cells[1]).toEqual({
      paragraphs: [[{ text: '–', spoken: 'not stated', quiet: true }]],
    });
  });

  it('Identical first cells of neighbouring events are printed once, unless an event is marked to repeat its cell', async () => {
    const carried = (programme: Programme) =>
      tables(buildDocument(programme, 'en'))[0]?.rows.map((row) => row.carried ?? false);
    expect(carried(await small())).toEqual([false, true, false]);
    const repeat = replaced(smallFile(MUSIC), '  date: Quarter 3\n', '  date: Quarter 3\n  repeat: true\n');
    expect(carried(await small({ [MUSIC]: repeat }))).toEqual([false, false, false]);
  });

  it('A cell has a paragraph for each of its lines, and the status of an event is above its title and has a marker', async () => {
    const changed = replaced(
      smallFile(MUSIC),
      '  title: Choir of the choirs\n',
      '  title: Choir of the choirs\n  status: cancelled\n  description: |\n    First line.\n\n    Second line.\n',
    );
    const document = buildDocument(await small({ [MUSIC]: changed }), 'en');
    expect(cells(document)?.[2]?.slice(4, 6)).toEqual([
      ['Cancelled', 'Choir of the choirs'],
      ['First line.', 'Second line.'],
    ]);
    expect(tables(document)[0]?.rows[2]?.marks).toEqual([{ kind: 'cancelled', word: 'Cancelled' }]);
  });

  it('A theme without events is omitted from the sections and is named below the contents', async () => {
    const document = buildDocument(await small({ 'events/sport.yaml': '[]\n' }), 'en');
    expect(document.sections.map(({ id }) => id)).not.toContain('_theme-sport');
    expect(
      document.sections[1]?.blocks.slice(1).map((block) => block.kind === 'paragraph' && words(block.text)),
    ).toEqual(['No events under: Theme: sport']);
  });
});

describe('Document in another language', () => {
  it('The document contains the texts in its own language, and marks texts in another language', async () => {
    const document = buildDocument(await small(), 'fr');
    const titles = tables(document)[0]?.rows.map((row) => row.cells[4]?.paragraphs);
    expect(titles).toEqual([
      [[{ text: 'Spring concert', lang: 'en' }]],
      [[{ text: 'Concert d’automne' }]],
      [[{ text: 'Choir of the choirs', lang: 'en' }]],
    ]);
    expect(tables(document)[0]?.columns[0]?.heading).toEqual([{ text: 'N°' }]);
  });

  it('Cyrillic words inside a text are marked as Russian', async () => {
    const changed = replaced(
      smallFile(MUSIC),
      'title: Choir of the choirs',
      'title: Choir «Хор хоров» (Choir)',
    );
    const document = buildDocument(await small({ [MUSIC]: changed }), 'en');
    expect(tables(document)[0]?.rows[2]?.cells[4]?.paragraphs[0]).toEqual([
      { text: 'Choir «' },
      { text: 'Хор хоров', lang: 'ru' },
      { text: '» (Choir)' },
    ]);
  });
});

describe('Document of edition 1', async () => {
  const programme = await readProgramme('data', '1');

  it.each(LANGS)(
    'The document contains every text of every event, in order, with labels in %s',
    (lang: Lang) => {
      const printed = tables(buildDocument(programme, lang)).flatMap(({ rows }) =>
        rows.map(({ id, cells: row }) => ({
          id,
          texts: row.slice(1).map(({ paragraphs }) => paragraphs.map(words)),
        })),
      );
      const expected = withWordsFromValues(programme, lang).themes.flatMap(({ theme, events }) =>
        events.map((event) => ({
          id: event.id,
          texts: theme.columns.map((column) => {
            const own: Readonly<Record<string, unknown>> = event;
            const text = (event.bodies[column] ?? own[column]) as Parameters<typeof textIn>[0] | undefined;
            return text === undefined
              ? ['–']
              : paragraphsOf(textIn(text, lang, programme.config.language).words);
          }),
        })),
      );
      expect(printed).toEqual(expected);
      expect(printed).toHaveLength(77);
    },
  );
});
