import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/compare/compare.ts';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { comparisonDocument } from '../../../src/document/comparison.ts';
import { type Document, EVERY_VALUE, type Row } from '../../../src/document/model.ts';
import { wordsOf } from '../../../src/document/texts.ts';
import type { Lang } from '../../../src/model/text.ts';
import { pageText } from '../../support/html.ts';
import { comparison, edited, same } from '../report/changes-example.ts';
import { edition1 } from '../support/programmes.ts';

const REMOVED = edition1.themes[0]?.events[0]?.id ?? '';

const onScreen = (lang: Lang = 'en', of = comparison): Document =>
  comparisonDocument(of, edited.config, lang, { isSwitched: true });
const onPaper = comparisonDocument(comparison, edited.config, 'en');

/** The rows of the changes, without the summary. */
function changeRows({ sections }: Document): Row[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' && !block.table.summary ? block.table.rows : []));
}

const cellWords = (row: Row | undefined, column: number): string[] =>
  (row?.cells[column]?.paragraphs ?? []).map((paragraph) =>
    paragraph
      .map(({ text, change }) =>
        change === undefined ? text : change === 'deleted' ? `[-${text}-]` : `{+${text}+}`,
      )
      .join(''),
  );

const rowOf = (document: Document, headline: string): Row | undefined =>
  changeRows(document).find(({ cells }) => wordsOf(cells[1]?.paragraphs[0] ?? []) === headline);

async function open(document: Document) {
  const { document: page } = new Window();
  page.write(await pageText(document, DEFAULT_DESIGN));
  return page;
}

describe('Removed event in a printed comparison', () => {
  it('A removed event is one row, which contains only its short texts', () => {
    const without = {
      ...edition1,
      edition: 'draft',
      themes: edition1.themes.map(({ theme, events }) => ({
        theme,
        events: events.filter(({ id }) => id !== REMOVED),
      })),
    };
    const rows = changeRows(comparisonDocument(compare(edition1, without), edited.config, 'fr')).filter(
      ({ cells }) => wordsOf(cells[1]?.paragraphs[0] ?? []) === 'Événement retiré',
    );
    expect(rows.length).toBe(1);
    const words = cellWords(rows[0], 2).map((line) => line.replace(/\s/gu, ' '));
    expect(words[words.indexOf('Titre') + 1]).toMatch(/^\[-.+-\]$/);
    expect(words[words.indexOf('Régions : France') + 1]).toContain('Auvergne-Rhône-Alpes');
    expect(words).not.toContain('Description');
    expect(cellWords(rows[0], 1)).toEqual(['Événement retiré', 'Majeure']);
  });
});

describe('Comparison as a web page', () => {
  it('On the comparison page, each change is one row, whose id is the fingerprint of the change', () => {
    const rows = changeRows(onScreen());
    expect(rows.map(({ id }) => id)).toEqual(
      comparison.changes.map(({ fingerprint }) => `_${fingerprint}-0`),
    );
    expect(changeRows(onPaper).length).toBeGreaterThan(rows.length);
  });

  it('A row of the comparison page contains the old words, the new words, and a text that merges both', () => {
    const row = rowOf(onScreen(), 'Project description');
    expect([2, 3].map((column) => cellWords(row, column))).toEqual([
      ['Establishment of musical and [-cultural-] cooperation between Samara and Toulouse.'],
      ['Establishment of musical and [-cultural-]{+theatrical+} cooperation between Samara and Toulouse.'],
    ]);
    expect(cellWords(rowOf(onPaper, 'Project description'), 3)).toEqual([
      'Establishment of musical and {+theatrical+} cooperation between Samara and Toulouse.',
    ]);
  });

  it('On the comparison page, all fields of an added event are in one row', () => {
    const row = rowOf(onScreen(), 'Event added');
    expect(cellWords(row, 2)).toEqual(['–']);
    expect(cellWords(row, 3).slice(0, 2)).toEqual([
      'French local government/body concerned',
      '{+Ville de Brest+}',
    ]);
  });

  it('On the comparison page, changes can be filtered by theme, by region, by severity and by changed field', () => {
    const facets = onScreen().facets ?? [];
    expect(facets.map(({ id, values }) => [id, values.length])).toEqual([
      ['theme', 3],
      ['regions', 9],
      ['severity', 3],
      ['what', 9],
    ]);
    expect(facets[2]?.values.map(({ text }) => text.text)).toEqual(['Major', 'Minor', 'Typographic']);
    expect(rowOf(onScreen(), 'Heading of the contents')?.facets).toEqual({
      theme: ['-'],
      regions: [EVERY_VALUE],
      severity: ['minor'],
      what: ['Heading of the contents'],
    });
    expect(rowOf(onScreen(), 'Event added')?.facets?.regions).toEqual(['FR-BRE', 'RU-SAM']);
  });

  it('The comparison page contains counts, a switch for the view and links to the changes', async () => {
    const page = await open(onScreen());
    expect(page.querySelector('h1')?.textContent).toBe('What changed in the programme');
    expect(page.querySelector('.period')?.textContent).toBe('2021');
    const counts = [...page.querySelectorAll('#_summary tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(counts.at(-1)).toEqual(['Total', '6', '2', '1', '9']);
    expect(page.querySelector('#_shown')?.textContent).toBe('Changes shown: 9 of 9');
    expect(page.querySelector('.switch label')?.textContent?.trim()).toBe('Mark the changes in one text');
    const target = page.querySelector('a.skip')?.getAttribute('href') ?? '';
    expect(page.querySelector(target)?.querySelector('td.before, td.after')).not.toBeNull();
    expect(page.querySelectorAll('b')).toHaveLength(0);
  });

  it('The comparison page of two editions without differences contains one sentence and no filters', async () => {
    const page = await open(onScreen('en', same));
    expect(page.querySelector('main')?.textContent.replaceAll('\u00a0', ' ')).toContain(
      'No change: Edition 1 of 19 March 2021 and Edition 1 of 19 March 2021 are the same.',
    );
    expect(page.querySelectorAll('search, .switch')).toHaveLength(0);
  });

  it('The comparison page is available in each language of the programme', async () => {
    expect((await open(onScreen('fr'))).querySelector('h1')?.textContent).toBe('Modifications du programme');
    const russian = await open(onScreen('ru'));
    expect(russian.documentElement.getAttribute('lang')).toBe('ru');
    expect([...russian.querySelectorAll('#_summary thead th')].map(({ textContent }) => textContent)).toEqual(
      ['Раздел', 'Существенное', 'Незначительное', 'Типографское', 'Всего'],
    );
  });
});
