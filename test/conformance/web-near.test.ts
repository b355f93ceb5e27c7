import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../src/design/default.ts';
import { buildDocument } from '../../src/document/build.ts';
import { eventPages } from '../../src/document/index.ts';
import type { Programme } from '../../src/model/programme.ts';
import { readProgramme } from '../../src/read/dataset.ts';
import { eventPageRenderer } from '../../src/render/html/render.ts';
import { LISTS } from '../support/designs.ts';
import { pageText } from '../support/html.ts';
import { openVisits, type Visits } from './support/visits.ts';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const conference = await readProgramme('examples/conference-exampleton', 'draft');

/** A hundredth of a degree of latitude is 1.11 km. */
const PLACES: Programme['reference']['places'] = [
  { name: 'Great Hall', address: '1 Mill Lane', town: 'Exampleton', coordinates: [54.0, 10.0] },
  { name: 'Room Ash', town: 'Exampleton', coordinates: [54.005, 10.0] },
  { name: 'Room Beech', town: 'Sampleford', coordinates: [54.03, 10.0] },
  { name: 'Room Cedar', town: 'Sampleford', coordinates: [54.2, 10.0] },
  { name: 'Workshop Studio', town: 'Nowhere' },
];

/** The conference with its rooms as places. */
function placed(position: boolean): Programme {
  const { config, reference, themes } = conference;
  const rooms = [...new Set(themes.flatMap(({ events }) => events.map(({ room }) => String(room))))].sort();
  return {
    ...conference,
    config: {
      ...config,
      web: { position },
      fields: config.fields.map((field) =>
        field.id === 'room' ? { ...field, kind: 'place' as const, index: true } : field,
      ),
    },
    reference: {
      ...reference,
      places: PLACES.map((place, index) => ({
        ...place,
        name: String(rooms[index]),
      })),
    },
  };
}

const rooms = placed(false).reference.places.map(({ name }) => String(name));
const eventsIn = (...indexes: readonly number[]): string[] =>
  conference.themes
    .flatMap(({ events }) => events)
    .filter(({ room }) => indexes.some((index) => room === rooms[index]))
    .map(({ id }) => id)
    .sort();

const pageOf = (programme: Programme): Promise<string> =>
  pageText(buildDocument(programme, programme.config.language), DEFAULT_DESIGN);
const shown = (page: Page): Promise<string[]> =>
  page.evaluate(
    "[...document.querySelectorAll('tr[data-f],.events>li')].filter((row) => row.checkVisibility()).map(({ id }) => id)",
  );

/** The axe rules that the element matched by a selector violates. */
async function violations(page: Page, selector: string): Promise<unknown> {
  await page.evaluate(AXE);
  return page.evaluate(
    `axe.run('${selector}', { rules: { 'target-size': { enabled: true } } }).then(({ violations }) => violations.map(({ nodes }) => nodes[0].failureSummary))`,
  );
}

const WIDE = { viewport: { width: 1280, height: 900 } };
const HERE = {
  ...WIDE,
  now: '2031-10-01T10:00Z',
  geolocation: { latitude: 54.01234567, longitude: 10.01234567 },
  permissions: ['geolocation'],
};

let visits: Visits;
beforeAll(async () => {
  visits = await openVisits();
});
afterAll(() => visits?.close());

describe('Events near a place', () => {
  it('Events near a town or a place are found, with their distances', async () => {
    await visits.visit(
      await pageOf(placed(false)),
      { ...WIDE, now: '2031-10-01T10:00Z' },
      async ({ page }) => {
        await page.selectOption('#_find-near', 'Exampleton');
        // Three places are less than five kilometres from the town, and two less than one.
        expect((await shown(page)).sort()).toEqual(eventsIn(0, 1, 2));
        expect(await page.evaluate('decodeURIComponent(location.hash)')).toBe('#_near=Exampleton');
        await page.selectOption('#_find-within', '1');
        expect((await shown(page)).sort()).toEqual(eventsIn(0, 1));
        await page.selectOption('#_find-within', '50');
        expect((await shown(page)).sort()).toEqual(eventsIn(0, 1, 2, 3));
        await page.selectOption('#_find-near', rooms[3] ?? '');
        await page.selectOption('#_find-within', '20');
        const [far] = eventsIn(2);
        expect(await page.locator(`[id="${far}"] [data-km]`).getAttribute('data-km')).toBe('19 km');
        await page.selectOption('#_find-order', 'distance');
        const order = await shown(page);
        expect(order.slice(0, eventsIn(3).length).sort()).toEqual(eventsIn(3));
        await page.selectOption('#_find-near', rooms[4] ?? '');
        expect((await shown(page)).sort()).toEqual(eventsIn(4));
        await page.click('button[type=reset]');
        expect(await shown(page)).toHaveLength(28);
      },
    );
  });

  it('The option to use the device’s location is offered only if the programme allows it', async () => {
    await visits.visit(await pageOf(placed(false)), HERE, async ({ page }) => {
      expect(await page.locator('#_position').count()).toBe(0);
    });
    expect(await pageOf(conference)).not.toContain('id="_position"');
  });

  it('The device’s location is used only after a tap, and never appears in an address, storage, a link or a message', async () => {
    await visits.visit(await pageOf(placed(true)), HERE, async ({ page, requests, complaints }) => {
      await page.evaluate(`{
        window.told = [];
        const { postMessage } = window;
        window.postMessage = (...all) => { told.push(JSON.stringify(all)); postMessage(...all); };
        window.asked = 0;
        const { geolocation } = navigator;
        const ask = geolocation.getCurrentPosition.bind(geolocation);
        geolocation.getCurrentPosition = (...all) => { asked++; ask(...all); };
      }`);
      expect(await page.evaluate('asked')).toBe(0);
      await page.click('#_position');
      await expect.poll(() => page.locator('#_position').getAttribute('aria-pressed')).toBe('true');
      expect((await shown(page)).sort()).toEqual(eventsIn(0, 1, 2));
      await page.selectOption('#_find-order', 'distance');
      await page.locator('#_days a').first().click();
      const left = await page.evaluate<string>(`JSON.stringify([
        location.href, history.state, document.cookie, { ...localStorage }, { ...sessionStorage }, told,
        [...document.querySelectorAll('[href]')].map(({ href }) => href),
        document.documentElement.outerHTML, performance.getEntriesByType('resource').map(({ name }) => name),
      ])`);
      expect([...left.matchAll(/54[.,]01|10[.,]0[01]\d/g)].map(([found]) => found)).toEqual([]);
      expect(
        await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie, told.length]'),
      ).toEqual([0, 0, '', 0]);
      expect(requests).toEqual([page.url().split('#')[0]]);
      expect(complaints).toEqual([]);
      await page.click('button[type=reset]');
      expect(await page.locator('#_position').getAttribute('aria-pressed')).toBe('false');
    });
  });

  it('A message is shown if the device’s location is not available', async () => {
    const { geolocation: _, permissions: __, ...nowhere } = HERE;
    await visits.visit(await pageOf(placed(true)), nowhere, async ({ page }) => {
      await page.click('#_position');
      await expect.poll(() => page.locator('.position [role=status]').textContent()).not.toBe('');
      expect(await shown(page)).toHaveLength(28);
    });
  });

  it('Links to maps and to events in the index of places are large enough for axe', async () => {
    await visits.visit(await pageOf(placed(false)), { ...WIDE, bypassCSP: true }, async ({ page }) => {
      expect(await page.locator('section.index a[href*="openstreetmap"]').count()).toBe(4);
      expect(await violations(page, 'section.index')).toEqual([]);
    });
  });

  it('The page of an event scrolls in one direction only, and its links are large enough for axe', async () => {
    const programme = placed(false);
    const document = buildDocument(programme, programme.config.language, { eventPages: true });
    const render = eventPageRenderer(document, LISTS, new Map());
    const narrow = { viewport: { width: 240, height: 640 }, bypassCSP: true };
    for (const page of eventPages(document, programme).slice(0, 5))
      await visits.visit(render(page, `${page.id}.ics`), narrow, async ({ page: shown }) => {
        expect(await shown.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
        expect(await violations(shown, 'main')).toEqual([]);
      });
  });
});
