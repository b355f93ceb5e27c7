import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completed } from '../../src/design/complete.ts';
import { DEFAULT_DESIGN } from '../../src/design/default.ts';
import { buildDocument } from '../../src/document/build.ts';
import { figuresIn } from '../../src/document/pictures.ts';
import { eventRecords } from '../../src/document/records.ts';
import type { Programme } from '../../src/model/programme.ts';
import { readProgramme } from '../../src/read/dataset.ts';
import { readPictures } from '../../src/read/picture/read.ts';
import { calendarEntries } from '../../src/render/calendar/entries.ts';
import { calendarFile } from '../../src/render/calendar/ics.ts';
import { pageText } from '../support/html.ts';
import { openVisits, type Visits } from './support/visits.ts';

const festival = await readProgramme('examples/festival-musterstadt', 'draft');
const conference = await readProgramme('examples/conference-exampleton', 'draft');
const BY_DAY = completed({ presentation: { as: 'list', groups: 'day' } }).design;

const pictures = await readPictures(
  'examples/festival-musterstadt',
  figuresIn(buildDocument(festival, 'de')).map(({ file }) => file),
);

function pageOf(programme: Programme, design = DEFAULT_DESIGN): Promise<string> {
  const { presentation } = design;
  return pageText(buildDocument(programme, programme.config.language, { presentation }), design, pictures);
}

/** The events of a programme that take place on one of the given days, from their planned dates. */
function eventsOn(programme: Programme, isMeant: (when: string) => boolean): string[] {
  return programme.themes.flatMap(({ events }) =>
    events.filter(({ when }) => when !== undefined && isMeant(when)).map(({ id }) => id),
  );
}

/** Whether a date, which is a day or a range of days, includes a day. */
const isDay = (day: string) => (when: string) => {
  const [from = '', to = from] = when.split('/');
  return from <= day && day <= to;
};

const shown = (page: Page): Promise<string[]> =>
  page.evaluate(
    "[...document.querySelectorAll('tr[data-f],.events>li')].filter((row) => row.checkVisibility()).map(({ id }) => id)",
  );
const counted = (page: Page): Promise<string | null> => page.locator('output').textContent();
const filter = (page: Page): Promise<string> => page.evaluate('decodeURIComponent(location.hash)');

const PHONE = { viewport: { width: 320, height: 640 } };
const BERLIN = { viewport: { width: 1280, height: 900 }, timezoneId: 'Europe/Berlin' };
const BERLIN_PHONE = { ...BERLIN, ...PHONE };

let visits: Visits;
beforeAll(async () => {
  visits = await openVisits();
});
afterAll(() => visits?.close());

describe('Layout of the page', () => {
  const top = (page: Page, selector: string): Promise<number> =>
    page.evaluate(`document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().top`);

  it('The first screen on a phone shows the title, the filters and the first event', async () => {
    for (const programme of [festival, conference])
      await visits.visit(
        await pageOf(programme),
        { ...BERLIN_PHONE, now: '2031-01-01T10:00Z' },
        async ({ page }) => {
          const order = [await top(page, 'h1'), await top(page, '#_find'), await top(page, '[data-f]')];
          expect(order).toEqual([...order].sort((a, b) => a - b));
          expect(order.at(-1)).toBeLessThan(640);
        },
      );
  });

  it('A wide screen shows the filters next to the events', async () => {
    const wide = { viewport: { width: 1280, height: 900 }, now: '2031-01-01T10:00Z' };
    await visits.visit(await pageOf(conference, BY_DAY), wide, async ({ page }) => {
      const [filters, parts] = [
        await page.locator('.tools').boundingBox(),
        await page.locator('.parts').boundingBox(),
      ];
      expect((filters?.x ?? 0) + (filters?.width ?? 0)).toBeLessThan(parts?.x ?? 0);
      expect(await page.locator('select.facet').first().isVisible()).toBe(true);
    });
  });

  it('Opening an address with filters shows the matching events and the filters, each of which can be removed', async () => {
    const fragment = '#theme=kinder&_day=2031-06-14';
    await visits.visit(
      await pageOf(festival),
      { ...BERLIN_PHONE, now: '2031-06-01T10:00Z', fragment },
      async ({ page }) => {
        expect(await top(page, '[data-f]:not([hidden])')).toBeLessThan(500);
        const chosen = page.locator('.chosen button');
        expect(await chosen.allTextContents()).toEqual(['Samstag, 14.\u00a0Juni', 'Für Kinder und Familien']);
        await chosen.first().click();
        expect(await filter(page)).toBe('#theme=kinder');
        expect(await chosen.allTextContents()).toEqual(['Für Kinder und Familien']);
      },
    );
    for (const wrong of ['#_day=2031-99-99', '#_day=someday&theme=none'])
      await visits.visit(
        await pageOf(festival),
        { ...BERLIN_PHONE, now: '2031-06-01T10:00Z', fragment: wrong },
        async ({ page, complaints }) => {
          expect(await shown(page)).toHaveLength(33);
          expect(complaints).toEqual([]);
        },
      );
  });

  it('A reader finds the events for children on a Saturday in at most seven taps', async () => {
    await visits.visit(
      await pageOf(festival),
      { ...BERLIN_PHONE, now: '2031-06-01T10:00Z' },
      async ({ page }) => {
        await page.click('.panel>summary');
        await page.click('#_days a[title^="Samstag, 14."]');
        // Opening a list and choosing an entry are two taps.
        await page.selectOption('select[name=theme]', 'kinder');
        const expected = festival.themes
          .filter(({ theme }) => theme.id === 'kinder')
          .flatMap(({ events }) =>
            events.filter(({ when = '' }) => isDay('2031-06-14')(when)).map(({ id }) => id),
          );
        expect((await shown(page)).sort()).toEqual([...expected].sort());
      },
    );
  });
});

describe('Days on the page', () => {
  it('Two Saturdays are offered as two choices with their dates, and each choice shows the events of that day', async () => {
    await visits.visit(
      await pageOf(festival),
      { ...BERLIN, now: '2031-06-01T10:00Z' },
      async ({ page, complaints }) => {
        const saturdays = page.locator('#_days a', { hasText: 'Sa' });
        expect(await saturdays.allTextContents()).toEqual(['Sa 14', 'Sa 21']);
        expect(await saturdays.first().getAttribute('title')).toBe('Samstag, 14.\u00a0Juni');
        for (const [index, day] of ['2031-06-14', '2031-06-21'].entries()) {
          await saturdays.nth(index).click();
          expect((await shown(page)).sort()).toEqual(eventsOn(festival, isDay(day)).sort());
          expect(await filter(page)).toBe(`#_day=${day}`);
          expect(await page.locator('#_days a[aria-current]').allTextContents()).toEqual([
            `Sa ${day.slice(-2)}`,
          ]);
        }
        await saturdays.nth(1).click();
        expect(await filter(page)).toBe('');
        expect(complaints).toEqual([]);
      },
    );
  });

  it('Before and during the weekend, the weekend choice shows the events on Friday from 17:00, Saturday and Sunday', async () => {
    const friday = new Map(
      eventRecords(festival, 'de').map(({ id, occurrences }) => [
        id,
        occurrences.some(({ days, start = 0 }) => days?.start === '2031-06-13' && start >= 17 * 60),
      ]),
    );
    const expected = festival.themes.flatMap(({ events }) =>
      events
        .filter(
          ({ id, when = '' }) => isDay('2031-06-14')(when) || isDay('2031-06-15')(when) || friday.get(id),
        )
        .map(({ id }) => id),
    );
    const early = eventsOn(festival, (when) => when === '2031-06-13').filter((id) => !expected.includes(id));
    expect([expected.length > 5, early.length]).toEqual([true, 0]);
    for (const now of ['2031-06-09', '2031-06-13', '2031-06-14', '2031-06-15'])
      await visits.visit(
        await pageOf(festival),
        { ...BERLIN, now: `${now}T10:00Z`, fragment: '#_day=weekend' },
        async ({ page }) => {
          await page.evaluate(
            "for (const part of document.querySelectorAll('details.past')) part.open = true",
          );
          expect((await shown(page)).sort()).toEqual([...expected].sort());
        },
      );
  });

  it('The page offers only days that have future events', async () => {
    const offered = async (now: string): Promise<string[]> => {
      let found: string[] = [];
      await visits.visit(await pageOf(conference), { ...BERLIN, now }, async ({ page }) => {
        found = await page.locator('.soon button:visible').allTextContents();
      });
      return found;
    };
    expect(await offered('2031-10-07T10:00Z')).toEqual(['Tomorrow']);
    expect(await offered('2031-10-09T10:00Z')).toEqual(['Today', 'Tomorrow']);
    expect(await offered('2031-11-01T10:00Z')).toEqual([]);
  });

  it('Past events are collapsed into one line at the end, but stay in place if all events are past', async () => {
    const before = eventsOn(conference, (when) => when === '2031-10-08');
    await visits.visit(
      await pageOf(conference),
      { ...BERLIN, now: '2031-10-09T10:00Z' },
      async ({ page }) => {
        expect(await page.locator('details.past>summary').textContent()).toBe(`${before.length} past events`);
        expect(await shown(page)).not.toContain(String(before[0]));
        expect(await counted(page)).toBe('Events shown: 28 of 28');
        await page.evaluate(`location.hash = '${before[0]}'`);
        await page.locator(`#${before[0]}`).waitFor({ state: 'visible' });
        // A past day is shown at its printed position.
        await page.click('#_days a[data-day="2031-10-08"]');
        expect(await page.locator('details.past').count()).toBe(0);
        expect((await shown(page)).sort()).toEqual([...before].sort());
      },
    );
    await visits.visit(
      await pageOf(conference),
      { ...BERLIN, now: '2032-01-01T10:00Z' },
      async ({ page }) => {
        expect(await page.locator('details.past').count()).toBe(0);
        expect(await shown(page)).toHaveLength(28);
      },
    );
  });

  it('Events can be sorted by time, and the printed order can be restored', async () => {
    await visits.visit(
      await pageOf(conference, BY_DAY),
      { ...BERLIN, now: '2031-10-01T10:00Z' },
      async ({ page }) => {
        const printed = await shown(page);
        await page.selectOption('#_find-order', 'time');
        const starts = new Map(
          eventRecords(conference, 'en').map(({ id, occurrences: [first] }) => [
            id,
            `${first?.days?.start} ${String(first?.start).padStart(4, '0')}`,
          ]),
        );
        const keys = (await shown(page)).map((id) => starts.get(id));
        expect(keys).toEqual([...keys].sort());
        expect(await page.locator('.by-time h3:not(li *)').allTextContents()).toEqual([
          'Wednesday 8\u00a0October',
          'Thursday 9\u00a0October',
          'Friday 10\u00a0October',
        ]);
        await page.selectOption('#_find-order', '');
        expect(await shown(page)).toEqual(printed);
        expect(await page.locator('.by-time').count()).toBe(0);
      },
    );
  });

  it('The search finds events by words in group headings and by names of days', async () => {
    const thursday = eventsOn(conference, (when) => when === '2031-10-09');
    for (const design of [DEFAULT_DESIGN, BY_DAY])
      await visits.visit(
        await pageOf(conference, design),
        { ...BERLIN, now: '2031-10-01T10:00Z' },
        async ({ page }) => {
          await page.fill('input[type=search]', 'thursday');
          expect((await shown(page)).sort()).toEqual([...thursday].sort());
        },
      );
  });

  it('The page states the time zone of the programme if the device has a different one', async () => {
    const noteIn = async (timezoneId: string): Promise<string | null> => {
      let note: string | null = null;
      await visits.visit(await pageOf(festival), { ...PHONE, timezoneId }, async ({ page }) => {
        const line = page.locator('.zones');
        note = (await line.isVisible()) ? await line.textContent() : null;
      });
      return note;
    };
    expect(await noteIn('Europe/Vienna')).toBeNull();
    expect(await noteIn('America/New_York')).toBe('Alle Uhrzeiten: Mitteleuropäische Zeit.');
  });

  it('A calendar entry of the page equals the entry in the calendar of the programme', async () => {
    const { entries } = calendarEntries(eventRecords(festival, 'de'), { name: festival.config.name });
    const whole = calendarFile({
      title: '',
      description: '',
      editions: [{ date: festival.config.date, entries }],
    });
    const inWhole = timesIn(Buffer.from(whole).toString());
    await visits.visit(
      await pageOf(festival),
      { ...BERLIN, now: '2031-06-01T10:00Z', viewport: { width: 1280, height: 900 } },
      async ({ page, requests }) => {
        const buttons = page.getByRole('button', { name: 'In meinen Kalender' });
        expect(await buttons.count()).toBe(new Set(entries.map(({ uid }) => uid.split('@')[0])).size);
        for (const index of [0, 5, 12]) {
          const [download] = await Promise.all([page.waitForEvent('download'), buttons.nth(index).click()]);
          const own = await readFile(await download.path(), 'utf8');
          const times = timesIn(own);
          expect(times.length).toBeGreaterThan(0);
          for (const entry of times) expect(inWhole).toContainEqual(entry);
          expect(own.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
        }
        expect(requests.filter((request) => !request.startsWith('blob:'))).toEqual([page.url()]);
      },
    );
  });

  it('Without JavaScript, the days link to their headings or first events', async () => {
    for (const [design, target] of [
      [BY_DAY, /^_theme-\w+-2031-10-09$/],
      [DEFAULT_DESIGN, /^[a-z]/],
    ] as const)
      await visits.visit(
        await pageOf(conference, design),
        { ...PHONE, javaScriptEnabled: false },
        async ({ page }) => {
          await page.click('#_days summary');
          await page.click('#_days a >> text=9');
          const id = new URL(page.url()).hash.slice(1);
          expect(id).toMatch(target);
          expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true);
        },
      );
  });
});

/** Identifier, title, start and end of the entries of a calendar. */
function timesIn(text: string): (string | undefined)[][] {
  return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((entry) => {
    const event = new ICAL.Event(entry);
    return [event.uid, event.summary, event.startDate.toString(), event.endDate?.toString()];
  });
}
