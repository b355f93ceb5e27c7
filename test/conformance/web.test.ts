import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completed } from '../../src/design/complete.ts';
import { DEFAULT_DESIGN } from '../../src/design/default.ts';
import type { Design } from '../../src/design/schema.ts';
import { buildDocument } from '../../src/document/build.ts';
import type { Document } from '../../src/document/model.ts';
import { withRemarkColumn } from '../../src/document/proof-column.ts';
import { readProgramme } from '../../src/read/dataset.ts';
import { A4_PORTRAIT } from '../support/designs.ts';
import { proofOf } from '../support/findings.ts';
import { pageText, pageWithFonts } from '../support/html.ts';
import {
  comparisonSample,
  hostile,
  newsOptions,
  proofNotes,
  redlineSample,
  regionOptions,
  repeated,
  revised,
} from '../support/pdf-samples.ts';
import { output } from './support/tools.ts';
import { openVisits, type Visit, type Visits } from './support/visits.ts';

const programme = await readProgramme('data', '1');
const draft = await readProgramme('data', 'draft');
const conference = await readProgramme('examples/conference-exampleton', 'draft');
const TIMETABLE = completed({ presentation: 'timetable' }).design;
const later = revised(programme);
const CODE =
  '</style></script><script>window.hit = 1</script><img src=x onerror="window.hit = 2"> "\'`; } body{display:none} \\';
const attack = {
  ...programme,
  config: { ...programme.config, title: CODE, author: CODE, subject: CODE, introduction: CODE },
  themes: programme.themes.map(({ theme, events }) => ({
    theme: { ...theme, title: `${CODE} ${theme.id}` },
    events: events.map((event) => ({ ...event, title: CODE, description: CODE, category: CODE, date: CODE })),
  })),
};

const DOCUMENTS: readonly [string, Document, Design][] = [
  ['the draft', buildDocument(draft, 'en'), DEFAULT_DESIGN],
  ['edition 1 in Russian', buildDocument(programme, 'ru'), A4_PORTRAIT],
  [
    'an extract in French',
    buildDocument(programme, 'fr', regionOptions(programme, 'FR-OCC')),
    DEFAULT_DESIGN,
  ],
  [
    'a later edition with its news',
    buildDocument(later, 'de', newsOptions(programme, later)),
    DEFAULT_DESIGN,
  ],
  ['timetables', buildDocument(conference, 'en', { presentation: TIMETABLE.presentation }), TIMETABLE],
  ['hostile texts', buildDocument(hostile(programme), 'fr'), DEFAULT_DESIGN],
  ['texts that would be code', buildDocument(attack, 'en'), DEFAULT_DESIGN],
  ['a comparison in French', comparisonSample(programme, later, 'fr', true), DEFAULT_DESIGN],
  ['a redline', redlineSample(programme, later), DEFAULT_DESIGN],
  [
    'a proof sheet in German',
    withRemarkColumn(proofOf(buildDocument(programme, 'de'), programme, proofNotes(programme))),
    A4_PORTRAIT,
  ],
];

const WIDE = { viewport: { width: 1280, height: 900 } };
/** 1280 px at 400 %. */
const NARROW = { viewport: { width: 320, height: 640 } };
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let visits: Visits;
beforeAll(async () => {
  visits = await openVisits();
});
afterAll(() => visits?.close());

/** Opens a document from a folder, and closes it at the end of the visit. */
async function visit(
  document: Document,
  design: Design,
  options: BrowserContextOptions,
  during: (visit: Visit) => Promise<void>,
  fragment = '',
): Promise<void> {
  return visits.visit(await pageWithFonts(document, design), { ...options, fragment }, during);
}

/** Violated axe rules, with the first element of each. */
async function broken(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate<
    string[]
  >(`axe.run({ rules: { 'target-size': { enabled: true } } }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200) + ' ' + nodes[0].failureSummary))`);
}

/** The roles of table elements in the accessibility tree, in order. */
async function tableRoles(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const roles = nodes.map(({ role }) => String(role?.value));
  return roles.filter((role) => /^(table|row|cell|columnheader|rowheader)$/.test(role));
}

const shownRows = (page: Page): Promise<number> => page.locator('tbody tr:visible').count();
const counted = (page: Page): Promise<string | null> => page.locator('output').textContent();
const query = (page: Page): Promise<Record<string, string>> =>
  page.evaluate('Object.fromEntries(new URLSearchParams(location.hash.slice(1)))');

describe.each(DOCUMENTS)('Web page of %s', (_, document, design) => {
  it('The web page is valid HTML', async () => {
    const report = await new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // Rows are cards in a narrow window: see templates/html/table.tsx.
        'no-redundant-role': 'off',
        // React writes attribute names with capitals, and values that HTML does not require.
        'attr-case': 'off',
        'attribute-empty-style': 'off',
        'doctype-style': 'off',
        'attribute-boolean-style': 'off',
        'void-style': 'off',
        // HTML allows any first character in an id; no event id begins with an underscore.
        'valid-id': ['error', { relaxed: true }],
        // Filters apply immediately, without a submit button.
        'wcag/h32': 'off',
        // Style and script are embedded in the page.
        'require-sri': 'off',
        'long-title': 'off',
        // Printed text is not changed.
        'no-trailing-whitespace': 'off',
        'tel-non-breaking': 'off',
      },
    }).validateString(await pageText(document, design));
    const messages = report.results.flatMap((result) => result.messages);
    expect(messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`)).toEqual([]);
  });

  it('The web page makes no requests and logs no errors', async () => {
    await visit(document, design, WIDE, async ({ page, requests, complaints }) => {
      expect(requests).toEqual([page.url()]);
      expect(complaints).toEqual([]);
      expect(await page.evaluate("'hit' in window")).toBe(false);
      expect(await page.locator('h1').isVisible()).toBe(true);
    });
  });

  it.each([
    ['wide', WIDE],
    ['narrow', NARROW],
    ['dark', { ...WIDE, colorScheme: 'dark' }],
    ['in forced colours', { ...WIDE, forcedColors: 'active' }],
  ] as const)(
    'axe finds no accessibility faults on the page (%s), and the page scrolls in one direction only',
    async (_, options) => {
      await visit(document, design, options, async ({ page }) => {
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
        expect(await broken(page)).toEqual([]);
      });
    },
  );

  // On narrow screens, lists replace timetable grids.
  it.skipIf(design === TIMETABLE)(
    'Screen readers find the same tables on wide and narrow screens',
    async () => {
      let wide: string[] = [];
      await visit(document, design, WIDE, async ({ page }) => {
        wide = await tableRoles(page);
      });
      await visit(document, design, NARROW, async ({ page }) => {
        // On narrow screens, the texts before the events are collapsed.
        await page.evaluate(
          `document.querySelectorAll('details.front').forEach((texts) => { texts.open = true; })`,
        );
        const narrow = await tableRoles(page);
        expect(narrow).toEqual(wide);
        expect(narrow.length).toBeGreaterThan(20);
      });
    },
  );
});

describe('Actions of a visitor on the web page', () => {
  const [, document] = DOCUMENTS[0] ?? [];
  if (document === undefined) throw new Error('there is a document');
  const all = draft.themes.reduce((sum, { events }) => sum + events.length, 0);
  const open = (
    options: BrowserContextOptions,
    during: (visit: Visit) => Promise<void>,
    fragment = '',
  ): Promise<void> => visit(document, DEFAULT_DESIGN, options, during, fragment);
  const region = 'select[name="regions.french"]';

  it('Empty cells that do not contain a machine-readable date are hidden on narrow screens', async () => {
    const positions = `[...document.querySelectorAll('td')]
      .filter((cell) => cell.textContent === '–' && !cell.querySelector('time,data'))
      .map((cell) => getComputedStyle(cell).position)`;
    await open(WIDE, async ({ page }) => {
      expect(await page.evaluate(positions)).toEqual(Array(46).fill('static'));
    });
    await open(NARROW, async ({ page }) => {
      expect(await page.evaluate(positions)).toEqual(Array(46).fill('absolute'));
    });
  });

  it('The calendar of days is collapsed if it has more than two months', async () => {
    await open(WIDE, async ({ page }) => {
      expect(await page.locator('#_days ol').count()).toBe(8);
      expect(await page.locator('#_days details[open]').count()).toBe(0);
    });
  });

  it('A visitor can filter by region and month, share the link, go back and clear the filters', async () => {
    let address = '';
    await open(NARROW, async ({ page }) => {
      expect(await counted(page)).toBe(`Events shown: ${all} of ${all}`);
      await page.click('.panel>summary');
      await page.selectOption(region, 'FR-OCC');
      const inRegion = await shownRows(page);
      expect(await query(page)).toEqual({ 'regions.french': 'FR-OCC' });
      await page.selectOption('select[name="when"]', '2021-06');
      const inJune = await shownRows(page);
      expect(inJune).toBeGreaterThan(0);
      expect(inJune).toBeLessThan(inRegion);
      expect(await counted(page)).toBe(`Events shown: ${inJune} of ${all}`);
      expect(await page.locator('section.table:visible').count()).toBe(
        await page.locator('section.table:has(tbody tr:visible)').count(),
      );
      address = new URL(page.url()).hash;
      await page.goBack();
      expect(await shownRows(page)).toBe(inRegion);
      expect(await page.inputValue('select[name="when"]')).toBe('');
      await page.click('button[type="reset"]');
      expect(await shownRows(page)).toBe(all);
      expect(await query(page)).toEqual({});
      await page.goBack();
      expect(await shownRows(page)).toBe(inRegion);
    });
    await open(
      WIDE,
      async ({ page }) => {
        expect(await page.inputValue(region)).toBe('FR-OCC');
        expect(await page.inputValue('select[name="when"]')).toBe('2021-06');
      },
      address,
    );
  });

  it('Search ignores accents and case', async () => {
    await open(WIDE, async ({ page }) => {
      await page.fill('input[type="search"]', 'FINISTERE twinning');
      expect(await shownRows(page)).toBe(1);
      await page.fill('input[type="search"]', 'not stated');
      expect(await shownRows(page)).toBe(0);
      expect(await counted(page)).toBe(`Events shown: 0 of ${all}`);
    });
  });

  it('Following a link to an event displays the event even if a filter has hidden it', async () => {
    const id = 'bordeaux-saint-petersburg-france-russia-week';
    await open(
      WIDE,
      async ({ page }) => {
        await expect.poll(async () => (await page.locator(`#${id}`).boundingBox())?.y).toBeLessThan(200);
        await page.selectOption('select[name="theme"]', 'sport');
        expect(await page.locator(`#${id}`).isVisible()).toBe(false);
        await page.evaluate(`location.hash = '${id}'`);
        await page.locator(`#${id}`).waitFor({ state: 'visible' });
        expect(await shownRows(page)).toBe(all);
      },
      `#${id}`,
    );
  });

  it('The keyboard reaches the skip link, the filters and the end of the page', async () => {
    await open(WIDE, async ({ page }) => {
      const focused = (): Promise<{ tag: string; text: string; outline: string }> =>
        page.evaluate(`({
          tag: document.activeElement.tagName,
          text: document.activeElement.textContent,
          outline: getComputedStyle(document.activeElement).outlineStyle,
        })`);
      await page.keyboard.press('Tab');
      expect(await focused()).toMatchObject({ tag: 'A', text: 'Skip to the events', outline: 'solid' });
      const stops: string[] = [];
      for (let stop = 0; stop < 20; stop++) {
        await page.keyboard.press('Tab');
        const { tag, outline } = await focused();
        expect(outline).not.toBe('none');
        stops.push(tag);
      }
      expect(stops.join(' ')).toMatch(/^INPUT( (SUMMARY|A|SELECT|BUTTON))+$/);
      await page.focus('select[name="theme"]');
      await page.keyboard.type('Theme: sport');
      await page.keyboard.press('Enter');
      expect(await query(page)).toEqual({ theme: 'sport' });
      expect(await shownRows(page)).toBeLessThan(all);
    });
  });

  it('The text before and after a change is displayed side by side or merged, with and without JavaScript', async () => {
    for (const javaScriptEnabled of [true, false])
      await visit(
        comparisonSample(programme, later, 'en', true),
        DEFAULT_DESIGN,
        { ...WIDE, javaScriptEnabled },
        async ({ page }) => {
          const before = page.locator('td.before').first();
          const deleted = page.locator('td.after del').first();
          expect([await before.isVisible(), await deleted.isVisible()]).toEqual([true, false]);
          await page.getByLabel('Mark the changes in one text').check();
          expect([await before.isVisible(), await deleted.isVisible()]).toEqual([false, true]);
        },
      );
  });

  it('All text is readable without JavaScript', async () => {
    await open({ ...WIDE, javaScriptEnabled: false }, async ({ page }) => {
      expect(await shownRows(page)).toBe(all);
      expect(await page.locator('search').isVisible()).toBe(false);
      await page.click('a[href="#_theme-sport"]');
      expect(new URL(page.url()).hash).toBe('#_theme-sport');
    });
  });

  it('A printout of the page contains the displayed events but not the filters', async () => {
    await open(WIDE, async ({ page }) => {
      const file = path.join(visits.folder, 'print.pdf');
      await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
      const words = (await output('pdftotext', ['-raw', file, '-'])).replace(/\s+/g, ' ');
      expect(words).not.toContain('Find events');
      for (const title of ['Chronological index', 'Theme: sport', 'Douarnenez', 'Krasnodar'])
        expect(words).toContain(title);
    });
  });
});

it('A page of 7,400 events with all its indexes is smaller than 8 MB, and its filters and the numbers in its indexes work', async () => {
  const document = buildDocument(repeated(programme, 7400), 'en');
  expect((await pageWithFonts(document, DEFAULT_DESIGN)).length).toBeLessThan(8_000_000);
  await visit(document, DEFAULT_DESIGN, WIDE, async ({ page, complaints }) => {
    await page.selectOption('select[name="theme"]', 'sport');
    expect(await counted(page)).toMatch(/^Events shown: \d{3,4} of 7400$/);
    await page.getByRole('button', { name: 'Clear' }).click();
    // The number in an index links to the event, and the address then contains the event's link.
    const [event] = document.sections.find(({ id }) => id === '_theme-sport')?.blocks ?? [];
    const row = event?.kind === 'table' ? event.table.rows[3] : undefined;
    const number = row?.cells[0]?.paragraphs
      .flat()
      .map(({ text }) => text)
      .join('');
    await page
      .locator('.groups a', { hasText: new RegExp(`^${number}$`) })
      .first()
      .click();
    await page.waitForURL(`**#${row?.id}`);
    expect(await page.locator(`[id="${row?.id}"]`).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });
});
