import { createHash } from 'node:crypto';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { changesAsHtml } from '../../../src/report/changes-html.ts';
import { SCRIPT, STYLE } from '../../../src/report/changes-html-assets.ts';
import { comparison, same } from './changes-example.ts';

const html = changesAsHtml(comparison, 'en');

function open(source: string) {
  const { document } = new Window();
  document.write(source);
  return document;
}

/** The page after its script ran. */
function openScripted(source: string) {
  const window = new Window();
  window.document.write(source);
  new Function('document', 'FormData', SCRIPT)(window.document, window.FormData);
  return window;
}

const text = (element: { textContent: string | null } | null): string =>
  element?.textContent?.replaceAll('\u00a0', ' ') ?? '';

describe('the page', () => {
  const document = open(html);

  test('names its language and its title, and lets readers skip to the changes', () => {
    expect(document.documentElement.getAttribute('lang')).toBe('en');
    expect(document.title).toBe(
      'What changed in the programme: Année de la coopération décentralisée franco-russe',
    );
    const skip = document.querySelector('a');
    expect(document.querySelector(skip?.getAttribute('href') ?? '')?.id).toBe('changes');
  });

  test('counts the changes by theme and severity', () => {
    const rows = [...document.querySelectorAll('.counts tr')].map((row) => [...row.children].map(text));
    expect(rows).toEqual([
      ['Theme', 'major', 'minor', 'typographic', 'Total'],
      ['The programme as a whole', '0', '1', '0', '1'],
      ['Theme: partnerships and twinning programmes', '1', '1', '0', '2'],
      ['Theme: sport', '4', '1', '1', '6'],
      ['Total', '5', '3', '1', '9'],
    ]);
  });

  test('has headings without a gap, and a caption and header cells for every table', () => {
    const levels = [...document.querySelectorAll('h1, h2, h3')].map((heading) =>
      Number(heading.tagName.slice(1)),
    );
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    const tables = [...document.querySelectorAll('table')];
    expect(tables).toHaveLength(7);
    for (const table of tables) {
      expect(text(table.querySelector('caption'))).not.toBe('');
      for (const cell of table.querySelectorAll('thead th')) expect(cell.getAttribute('scope')).toBe('col');
      for (const row of table.querySelectorAll('tbody tr')) {
        expect(row.children[0]?.tagName).toBe('TH');
        expect(row.children[0]?.getAttribute('scope')).toBe('row');
      }
    }
  });

  test('sets old and new words side by side, with marks that are text', () => {
    const row = [...document.querySelectorAll('.changes tbody tr')].find((found) =>
      text(found).startsWith('Project description'),
    );
    const cells = [...(row?.querySelectorAll('td') ?? [])];
    expect(cells.map(text)).toEqual([
      'Establishment of musical and [-cultural-] cooperation between Samara and Toulouse.',
      'Establishment of musical and {+theatrical+} cooperation between Samara and Toulouse.',
    ]);
    expect([
      text(cells[0]?.querySelector('del') ?? null),
      text(cells[1]?.querySelector('ins') ?? null),
    ]).toEqual(['[-cultural-]', '{+theatrical+}']);
  });

  test('marks words of another language', () => {
    const french = [...document.querySelectorAll('[lang="fr"]')].map(text);
    expect(french).toEqual(['Année de la coopération décentralisée franco-russe', '{+Ville de Brest+}']);
  });

  test('takes no word of the data for markup', () => {
    expect(html).toContain('Regatta | &lt;b&gt;tall&lt;/b&gt; ships &amp; `boats`');
    expect(document.querySelectorAll('b')).toHaveLength(0);
  });

  test('loads nothing, and allows its own style and script alone', () => {
    expect(document.querySelectorAll('link, img, iframe, object, [src]')).toHaveLength(0);
    expect(html).not.toMatch(/https?:|url\(|@import/);
    const sum = (content: string): string => createHash('sha256').update(content).digest('base64');
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content');
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${sum(STYLE)}'; script-src 'sha256-${sum(SCRIPT)}'; base-uri 'none'; form-action 'none'`,
    );
    expect(html).toContain(`<style>${STYLE}</style>`);
    expect(html).toContain(`<script>${SCRIPT}</script>`);
    expect(html).not.toMatch(/ (style|on\w+)="/);
  });

  test('shows every change and no filter where there are no scripts', () => {
    expect(document.querySelector('form')?.hasAttribute('hidden')).toBe(true);
    expect(document.querySelectorAll('.changes [hidden]')).toHaveLength(0);
  });
});

describe('the filters', () => {
  /** Headlines that are left when the filters are set so, and what the status says. */
  function shown(choice: Readonly<Record<string, string>>): {
    rows: string[];
    status: string;
    sections: number;
  } {
    const { document, Event } = openScripted(html);
    for (const [name, value] of Object.entries(choice)) {
      const select = document.querySelector(`select[name="${name}"]`);
      if (select === null) throw new Error(`no filter ${name}`);
      (select as unknown as { value: string }).value = value;
    }
    document.querySelector('form')?.dispatchEvent(new Event('change'));
    const rows = [...document.querySelectorAll('.changes tbody tr')].filter(
      (row) => !row.hasAttribute('hidden'),
    );
    return {
      rows: rows.map((row) => text(row.querySelector('th')?.childNodes[0] ?? null)),
      status: text(document.querySelector('#shown')),
      sections: document.querySelectorAll('section[data-theme]:not([hidden])').length,
    };
  }

  test('show everything at first', () => {
    const { document } = openScripted(html);
    expect(document.querySelector('form')?.hasAttribute('hidden')).toBe(false);
    expect(text(document.querySelector('#shown'))).toBe('Changes shown: 9 of 9');
  });

  test('by severity', () => {
    expect(shown({ severity: 'typographic' })).toEqual({
      rows: ['Project title'],
      status: 'Changes shown: 1 of 9',
      sections: 1,
    });
  });

  test('by theme', () => {
    expect(shown({ theme: 'partnerships' })).toEqual({
      rows: ['Regions: Russia', 'Project description'],
      status: 'Changes shown: 2 of 9',
      sections: 1,
    });
  });

  test('by region, with the changes that concern everybody', () => {
    expect(shown({ region: 'RU-SAM' }).rows).toEqual([
      'Heading of the contents',
      'Regions: Russia',
      'Project description',
      'Event added',
    ]);
  });

  test('together', () => {
    expect(shown({ region: 'RU-SAM', severity: 'major', theme: 'sport' }).rows).toEqual(['Event added']);
  });

  test('offer the regions of the changes by name', () => {
    const { document } = openScripted(html);
    const options = [...document.querySelectorAll('select[name="region"] option')].map(text);
    expect(options).toEqual([
      'all',
      'Brittany',
      'Île-de-France',
      'Moscow',
      'Occitanie',
      'Pays de la Loire',
      'Republic of North Ossetia – Alania',
      'Rostov Oblast',
      'Saint Petersburg',
      'Samara Oblast',
    ]);
  });
});

test('an edition against itself is one paragraph', () => {
  const main = open(changesAsHtml(same, 'en')).querySelector('main');
  expect(text(main).trim()).toBe(
    'No change: Edition 1 of 19 March 2021 and Edition 1 of 19 March 2021 are the same.',
  );
});

test('the report speaks French and Russian', () => {
  expect(text(open(changesAsHtml(comparison, 'fr')).querySelector('h1'))).toBe('Modifications du programme');
  const russian = open(changesAsHtml(comparison, 'ru'));
  expect(russian.documentElement.getAttribute('lang')).toBe('ru');
  expect([...russian.querySelectorAll('.counts thead th')].map(text)).toEqual([
    'Раздел',
    'существенное',
    'незначительное',
    'типографское',
    'Всего',
  ]);
});
