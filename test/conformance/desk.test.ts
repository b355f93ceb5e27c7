import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/desk/api.ts';
import { exportCorrections } from '../../src/index.ts';
import { replaced } from '../support/dataset-folder.ts';
import { faultAt } from '../support/disk-faults.ts';
import { bundledProgramme } from '../support/dist.ts';
import { runProgramme } from '../support/run-programme.ts';
import { editCell, edited, tracked } from '../support/word-edits.ts';
import { openBrowser } from './support/browser.ts';

/** A list whose dates can be read in two ways. */
const LIST = {
  name: 'list.csv',
  mimeType: 'text/csv',
  text: 'Title;Date;Theme\nWinter ball;01/02/2021;Sport\nDance;03/04/2021;Sport\n',
};

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDE = { viewport: { width: 1280, height: 900 } };
const NARROW = { viewport: { width: 400, height: 800 } };
/** A window of 1280 × 800 pixels at a zoom of 200 %. */
const ZOOMED = { viewport: { width: 640, height: 400 } };

let browser: Browser;
let folder: string;
let data: string;
/**
 * A folder with a dataset that several tests read but do not change. Its desk runs until the last of these tests ends.
 */
let shared: string;
const running: ChildProcess[] = [];
const ofAll: ChildProcess[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  shared = mkdtempSync(path.join(tmpdir(), 'desk-'));
  cpSync('data', path.join(shared, 'data'), { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  for (const child of ofAll) child.kill();
  rmSync(shared, { recursive: true, force: true });
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'desk-'));
  data = path.join(folder, 'data');
  cpSync('data', data, { recursive: true });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  for (const child of running.splice(0)) child.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `programme open` and returns the address that it prints. */
async function open(): Promise<string> {
  return addressOf(start('--no-browser'));
}

/** An address of the desk of the shared dataset; the first call starts it. */
async function openShared(): Promise<string> {
  const child = spawnDesk(shared, path.join(shared, 'data'), '--no-browser');
  ofAll.push(child);
  return addressOf(child);
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (line: Buffer) => resolve(line.toString().trim()));
    child.once('error', reject);
  });
}

/** Environment variables that simulate a disk error in the desk. */
let fault: Readonly<Record<string, string>> = {};

let programme: string;
beforeAll(async () => {
  programme = await bundledProgramme();
});

function start(...flags: string[]): ChildProcess {
  const child = spawnDesk(folder, data, ...flags);
  running.push(child);
  return child;
}

function spawnDesk(runtime: string, dataset: string, ...flags: string[]): ChildProcess {
  const PATH = `${runtime}/bin:${process.env.PATH}`;
  const env = { ...process.env, ...fault, XDG_RUNTIME_DIR: runtime, PATH };
  return spawn(process.execPath, [programme, 'open', dataset, ...flags], { env });
}

/** Waits for a condition, with a timeout that is long enough for a busy machine. */
const eventually = (value: () => unknown) => expect.poll(value, { timeout: PATIENCE });

/** Milliseconds. */
const PATIENCE = 60_000;

/** Errors that the browser reported for a page while it was open, such as policy violations. */
const complaints: string[] = [];

async function visit(options: BrowserContextOptions, address?: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', bypassCSP: false, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  complaints.length = 0;
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address ?? (await open()));
  await page.locator('.page canvas').first().waitFor();
  return page;
}

/** A promise, and the function that resolves it. */
function gate(): { held: Promise<void>; free(): void } {
  let free: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    free = resolve;
  });
  return { held, free };
}

/** Drops a file on a page, and returns whether the browser is kept from opening it. */
function drop(page: Page, name: string): Promise<unknown> {
  return page.evaluate(
    `{ const data = new DataTransfer(); data.items.add(new File(['%PDF-'], '${name}'));
    !(document.querySelector('.outline') ?? document.body).dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data })) }`,
  );
}

/** The axe violations of a page in its current state. The empty canvas on which pdf.js measures letters is excluded. */
async function wrongIn(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Runtime.evaluate', { expression: AXE });
  const found = (await cdp.send('Runtime.evaluate', {
    expression: `axe.run({ exclude: ['.hiddenCanvasElement'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html.slice(0, 120)))))`,
    awaitPromise: true,
    returnByValue: true,
  })) as { result: { value: string } };
  return JSON.parse(found.result.value) as string[];
}

describe('Desk in a browser', () => {
  it('The desk displays the pages, and opens an event from the outline, from its page and from its row', async () => {
    const page = await visit(WIDE, await openShared());
    await eventually(() => page.locator('.tools .count').first().textContent()).toMatch(/^Page 1 of 2\d$/);
    await page.getByRole('searchbox').fill('LANGUAGE marathon');
    await eventually(() => page.locator('.outline [role=status]').textContent()).toBe('1 event found');
    await page.getByRole('button', { name: 'Language marathon' }).click();
    await eventually(() => page.getByRole('heading', { level: 2 }).textContent()).toBe('Language marathon');
    // The row of the event is visible with its text. A click on another row opens that event.
    const row = page.locator('.textLayer span', { hasText: 'Language marathon' });
    await row.first().waitFor();
    await page.getByRole('searchbox').fill('');
    const other = page.locator('.textLayer span', { hasText: 'Discovery of words' }).first();
    await page.getByRole('button', { name: 'Discovery of words' }).click();
    await other.waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await other.click();
    await eventually(() => page.getByRole('heading', { level: 2 }).textContent()).toContain(
      'Discovery of words',
    );
    // The pages keep their scroll position while a narrow window hides them.
    const scrolled = (): Promise<number> => page.evaluate("document.querySelector('.paper').scrollTop");
    const shown = await scrolled();
    expect(shown).toBeGreaterThan(0);
    await page.setViewportSize(NARROW.viewport);
    await page.locator('.panels button').last().click();
    await page.setViewportSize(WIDE.viewport);
    await eventually(scrolled).toBe(shown);
    // The event stays open when the page is reloaded.
    await page.reload();
    await eventually(() => page.getByRole('heading', { level: 2 }).textContent()).toContain(
      'Discovery of words',
    );
    expect(complaints).toEqual([]);
  });

  it('The desk displays an extract, a frozen edition, its web page, and the changes since an edition', async () => {
    const page = await visit(WIDE, await openShared());
    const count = page.locator('.tools .count').first();
    const whole = await count.textContent();
    await page.getByRole('combobox', { name: 'Changes since', exact: true }).selectOption('Edition 1');
    await eventually(() => count.textContent()).not.toBe(whole);
    await page.getByRole('combobox', { name: 'Changes since', exact: true }).selectOption('Not marked');
    await eventually(() => count.textContent()).toBe(whole);
    const part = page.getByRole('combobox', { name: 'Displayed part', exact: true });
    const parts = await part.locator('option').allTextContents();
    await part.selectOption({ label: parts.find((name) => name.startsWith('Occitanie')) ?? '' });
    await eventually(() => count.textContent()).not.toBe(whole);
    await page.getByRole('combobox', { name: 'Edition', exact: true }).selectOption('Edition 1');
    await eventually(() => count.textContent()).toBe('Page 1 of 27');
    await page.getByRole('combobox', { name: 'View', exact: true }).selectOption('Web page');
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { level: 1 }).waitFor();
    await frame.getByRole('searchbox').or(frame.getByRole('textbox')).first().fill('Nancy');
    // The frame has an opaque origin and can access neither the desk nor its secret.
    const inside = page.frames().find((one) => one.url().includes('/preview/'));
    expect(await inside?.evaluate('self.origin')).toBe('null');
    expect(await inside?.evaluate(`fetch('/api/dataset').then(() => 'reached', () => 'refused')`)).toBe(
      'refused',
    );
    expect(
      complaints.filter((line) => !line.includes('connect-src') && !line.includes('/api/dataset')),
    ).toEqual([]);
  });

  it('After a change by another program, the desk updates its pages, shows the position of an error and keeps the scroll position', async () => {
    const page = await visit(WIDE);
    await page.getByRole('button', { name: 'Language marathon' }).click();
    const row = page.locator('.textLayer span', { hasText: 'Language marathon' }).first();
    await row.waitFor();
    const before = await row.boundingBox();
    const file = path.join(data, 'events/culture.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, replaced(text, 'title: Language marathon', 'title: Marathon of words'));
    const renamed = page.locator('.textLayer span', { hasText: 'Marathon of words' }).first();
    await renamed.waitFor();
    await eventually(async () =>
      Math.abs(((await renamed.boundingBox())?.y ?? 0) - (before?.y ?? 0)),
    ).toBeLessThan(3);
    writeFileSync(file, replaced(text, '  title: Language marathon', '  titel: Language marathon'));
    await eventually(() => page.getByRole('alert').textContent()).toContain('events/culture.yaml');
    await renamed.waitFor();
    writeFileSync(file, text);
    await row.waitFor();
    await eventually(() => page.getByRole('alert').textContent()).toBe('');
    expect(complaints.filter((line) => !/422|409/.test(line))).toEqual([]);
  });

  it.each([
    ['light', 'en-GB', WIDE],
    ['dark', 'fr-FR', WIDE],
    ['light', 'fr-FR', NARROW],
    ['dark', 'en-GB', NARROW],
    ['light', 'en-GB', ZOOMED],
  ] as const)(
    'axe finds no accessibility faults in the desk: %s, %s, %j',
    async (colorScheme, locale, size) => {
      const page = await visit({ ...size, locale, colorScheme }, await openShared());
      expect(await wrongIn(page)).toEqual([]);
      const isNarrow = size !== WIDE;
      if (isNarrow) await page.locator('.panels button').first().click();
      expect(await wrongIn(page)).toEqual([]);
      await page.locator('.groups li button').first().click();
      await page.locator('.form textarea').first().waitFor();
      expect(await wrongIn(page)).toEqual([]);
      if (isNarrow) await page.locator('.panels button').first().click();
      await page.locator('.tabs button').nth(1).click();
      await page.locator('.thumbnail canvas').first().waitFor();
      expect(await wrongIn(page)).toEqual([]);
      await page.locator('.tabs button').nth(2).click();
      await page.locator('.side .entry').first().waitFor();
      expect(await wrongIn(page)).toEqual([]);
      await page.locator('.tabs button').nth(3).click();
      await page.locator('.side .change').first().waitFor();
      expect(await wrongIn(page)).toEqual([]);
      await page.locator('.steps button').nth(3).click();
      await page.locator('.gates li').first().waitFor();
      expect(await wrongIn(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('.steps button').nth(2).click();
      await page
        .locator('dialog input[type=file]')
        .setInputFiles({ ...LIST, buffer: Buffer.from(LIST.text) });
      await page.locator('dialog select').waitFor();
      expect(await wrongIn(page)).toEqual([]);
      await page.locator('dialog select').selectOption('day-first');
      await page.locator('dialog form button').click();
      await page.locator('.found .change').first().waitFor();
      expect(await wrongIn(page)).toEqual([]);
      await page.keyboard.press('Escape');
      const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(wide).toBe(0);
      expect(complaints).toEqual([]);
    },
  );

  it('The form saves only the lines of its field, undoes a change, and adds, moves and removes events', async () => {
    const page = await visit(WIDE);
    const file = path.join(data, 'events/culture.yaml');
    const text = readFileSync(file, 'utf8');
    const now = (): string => readFileSync(file, 'utf8');
    await page.getByRole('button', { name: 'Language marathon' }).click();
    await page.getByRole('textbox', { name: 'Project title' }).fill('Marathon of words');
    await eventually(now).toBe(replaced(text, 'title: Language marathon', 'title: Marathon of words'));
    await page.locator('.textLayer span', { hasText: 'Marathon of words' }).first().waitFor();
    await page.getByRole('heading', { level: 2 }).focus();
    await page.keyboard.press('Control+z');
    await eventually(now).toBe(text);
    const notice = () => page.locator('.notice').textContent();
    await eventually(notice).toMatch(/^Undone · .* · Project title$/);
    await page.keyboard.press('Control+y');
    await eventually(notice).toMatch(/^Redone · .* · Project title$/);
    await page.keyboard.press('Control+z');
    await eventually(now).toBe(text);
    await eventually(() => page.getByRole('textbox', { name: 'Project title' }).inputValue()).toBe(
      'Language marathon',
    );
    // With the keyboard only: a new event after this one is added, moved up and removed.
    await page.getByRole('button', { name: 'Add an event below' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Evening of poems');
    await page.keyboard.press('Enter');
    await eventually(() => page.getByRole('heading', { level: 2 }).textContent()).toBe('Evening of poems');
    expect(now()).toContain('- id: evening-of-poems');
    const order = (): number =>
      now().indexOf('id: evening-of-poems') - now().indexOf('title: Language marathon');
    expect(order()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Move up' }).focus();
    await page.keyboard.press('Enter');
    await eventually(() => order() < 0).toBe(true);
    await page.getByRole('button', { name: 'Remove', exact: true }).focus();
    await page.keyboard.press('Enter');
    await eventually(now).toBe(text);
    // An event is added at the end of a theme from the outline, even while the outline shows search results.
    await page.getByRole('searchbox').fill('language marathon');
    await page.getByRole('button', { name: /^Add an event.*Cultural/ }).click();
    await page.keyboard.type('Evening of songs');
    await page.keyboard.press('Enter');
    await eventually(now).toMatch(/- id: evening-of-songs\n.*\n.*\n.*\n\s*title: Evening of songs\n$/);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await eventually(now).toBe(text);
    expect(complaints.filter((line) => !line.includes('409'))).toEqual([]);
  });

  it('An action on an event that has changed in the meantime is rejected with a message, and typed text is saved without losing the change', async () => {
    const page = await visit(WIDE);
    const file = path.join(data, 'events/culture.yaml');
    const text = readFileSync(file, 'utf8');
    await page.getByRole('button', { name: 'Language marathon' }).click();
    await page.getByRole('textbox', { name: 'Project title' }).waitFor();
    // The page does not receive the change until the request is released.
    const { held, free } = gate();
    await page.route('**/api/dataset*', async (route) => {
      await held;
      await route.continue();
    });
    const other = replaced(text, 'title: Language marathon', 'status: postponed\n  title: Language marathon');
    writeFileSync(file, other);
    for (const name of ['Move up', 'Remove']) {
      await page.getByRole('button', { name, exact: true }).click();
      await eventually(() => page.locator('.alerts').textContent()).toContain(
        'Somebody else has changed this',
      );
    }
    await page.getByRole('textbox', { name: 'Project title' }).fill('Marathon of words');
    await eventually(() => page.locator('.save').textContent()).toBe('Not saved');
    expect(await page.locator('.form .wrong').textContent()).toBe(
      'Somebody else has changed this in the meantime.',
    );
    expect(readFileSync(file, 'utf8')).toBe(other);
    free();
    await eventually(() => readFileSync(file, 'utf8')).toBe(
      replaced(other, 'title: Language marathon', 'title: Marathon of words'),
    );
    await eventually(() => page.locator('.save').textContent()).toBe('Saved');
    expect(await page.locator('.alerts, .form .wrong').allTextContents()).toEqual(['']);
    // Each change replaces the pages of the previous one before they are built.
    expect(complaints.filter((line) => !line.includes('409'))).toEqual([]);
  });

  it('An action that is chosen while a save is in progress runs after the save and does not cause a conflict', async () => {
    const events = path.join(data, 'events/culture.yaml');
    const programme = path.join(data, 'programme.yaml');
    const parts = `parts:
  - cover
  - introduction
  - contents
  - id: foreword
    text: Welcome.
    signatures: [{ name: Anne Exemple }]
  - themes
`;
    writeFileSync(programme, `${readFileSync(programme, 'utf8')}\n${parts}`);
    const page = await visit(WIDE);
    // Each save takes so long that an action is chosen in the meantime.
    await page.route('**/api/edit', async (sent) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await sent.continue();
    });
    const notice = () => page.locator('.notice').textContent();
    const button = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
    const errors = (): Promise<string[]> => page.locator('.alerts, .form .wrong').allTextContents();
    await page.getByRole('button', { name: 'Language marathon' }).click();
    await page.getByRole('textbox', { name: 'Project title' }).fill('Marathon of words');
    await button('Move up');
    await eventually(notice).toContain('“Marathon of words” was moved to position');
    const moved = readFileSync(events, 'utf8');
    expect(moved).toContain('title: Marathon of words');
    await button('Move down');
    await button('Undo');
    await eventually(notice).toContain('Undone');
    expect(readFileSync(events, 'utf8')).toBe(moved);
    expect(await errors()).toEqual(['']);
    await button('Foreword');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Anna Exemple');
    await page.getByRole('textbox', { name: /Add a signature/ }).fill('Otto Beispiel');
    await button('Add a signature');
    await button('Move up');
    await eventually(() => readFileSync(programme, 'utf8')).toContain(`  - id: foreword
    text: Welcome.
    signatures: [ { name: Anna Exemple }, { name: Otto Beispiel } ]
  - contents
`);
    expect(await errors()).toEqual(['']);
  });

  it('Requests that failed while the desk could not be reached are sent again', async () => {
    const page = await (await browser.newContext()).newPage();
    // The files stay unchanged; the connection is closed at once and opened again.
    await page.route('**/api/changes', (route) =>
      route.fulfill({ contentType: 'application/jsonl', body: '{"state":"same"}\n' }),
    );
    await page.route('**/api/dataset*', (route) => route.abort(), { times: 1 });
    await page.goto(await openShared());
    await page.locator('.page canvas').first().waitFor();
    expect(await page.getByRole('alert').textContent()).not.toContain('cannot be read');
  });

  it('Typing can continue after a date is saved, even before the dataset is read again', async () => {
    const page = await visit(WIDE);
    const file = path.join(data, 'events/culture.yaml');
    await page.getByRole('button', { name: 'Language marathon' }).click();
    const date = page.getByRole('textbox', { name: 'Planned date' });
    await date.waitFor();
    await page.route('**/api/dataset*', () => undefined);
    for (const words of ['4 May 2021', '5 May 2021']) {
      await date.fill(words);
      await eventually(() => readFileSync(file, 'utf8')).toContain(`date: ${words}`);
    }
    await page.getByRole('textbox', { name: 'Project title' }).fill('Marathon of words');
    await eventually(() => readFileSync(file, 'utf8')).toContain('title: Marathon of words');
    expect(readFileSync(file, 'utf8')).toContain('2021-05-05');
    // A save that failed because of the disk is repeated.
    const problems = [{ message: 'the disk is full', lang: 'en' }];
    await page.route('**/api/edit', (route) => route.fulfill({ status: 422, json: { problems } }), {
      times: 1,
    });
    await page.getByRole('textbox', { name: 'Project title' }).fill('Language marathons');
    await eventually(() => page.locator('.form .wrong').textContent()).toBe('the disk is full');
    await eventually(() => page.locator('.save').textContent()).toBe('Saved');
    expect(readFileSync(file, 'utf8')).toContain('title: Language marathons');
  });

  it('Rejected input stays in its form, and undo restores a placeholder value', async () => {
    const file = path.join(data, 'programme.yaml');
    const text = `${readFileSync(file, 'utf8')}\nplaceholders:\n  - author\n`;
    writeFileSync(file, text);
    const page = await visit(WIDE);
    await page.getByRole('button', { name: 'Title page', exact: true }).click();
    const author = page.getByRole('textbox', { name: 'Publisher', exact: true });
    const before = await author.inputValue();
    await author.fill('A publisher');
    await eventually(() => page.locator('.save').textContent()).toBe('Saved');
    await author.fill('A publisher of books');
    await eventually(() => readFileSync(file, 'utf8')).toContain('author: A publisher of books');
    expect(readFileSync(file, 'utf8')).not.toContain('placeholders');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await eventually(() => readFileSync(file, 'utf8')).toBe(text);
    await eventually(() => author.inputValue()).toBe(before);
    await author.fill('');
    await eventually(() => page.locator('.form .wrong').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Introduction', exact: true }).click();
    await page.getByRole('textbox', { name: 'Introduction' }).waitFor();
    await page.getByRole('button', { name: 'Title page', exact: true }).click();
    expect(await author.inputValue()).toBe('');
    expect(complaints.filter((line) => !/409|422/.test(line))).toEqual([]);
  });

  it('The form keeps a text that cannot be saved, and shows both texts after a change by another program', async () => {
    const page = await visit(WIDE);
    const file = path.join(data, 'events/culture.yaml');
    const text = readFileSync(file, 'utf8');
    await page.getByRole('button', { name: 'Language marathon' }).click();
    const title = page.getByRole('textbox', { name: 'Project title' });
    await title.fill('');
    await eventually(() => page.locator('.form .wrong').count()).toBeGreaterThan(0);
    expect(readFileSync(file, 'utf8')).toBe(text);
    await title.pressSequentially('First');
    await eventually(() => readFileSync(file, 'utf8')).toContain('title: First');
    await page.locator('.save.saved').waitFor();
    // Two users write the same field: text was typed in the page, but not saved yet.
    await title.fill('Mine');
    writeFileSync(file, replaced(text, 'title: Language marathon', 'title: Theirs'));
    await eventually(() => page.locator('.conflict').textContent()).toContain('In the file: Theirs');
    await page.reload();
    await eventually(() => title.inputValue()).toBe('Mine');
    await page.getByRole('button', { name: 'Keep my text' }).click();
    await eventually(() => readFileSync(file, 'utf8')).toBe(
      replaced(text, 'title: Language marathon', 'title: Mine'),
    );
    // A reload keeps the steps that can be undone, and undoing restores the text of the other user. The page learns of
    // the edit after the file is written.
    await page.locator('.save.saved').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await eventually(() => readFileSync(file, 'utf8')).toBe(
      replaced(text, 'title: Language marathon', 'title: Theirs'),
    );
  });

  it('If the desk has ended, its page reports this and keeps the text that was typed', async () => {
    const desk = start('--no-browser');
    const page = await visit(WIDE, await addressOf(desk));
    await page.getByRole('button', { name: 'Language marathon' }).click();
    const title = page.getByRole('textbox', { name: 'Project title' });
    await title.waitFor();
    desk.kill('SIGKILL');
    await eventually(() => page.locator('.alerts').textContent()).toContain('has ended or cannot be reached');
    await title.fill('Mine');
    await eventually(() => page.locator('.save').textContent()).toBe('Not saved');
    expect(await title.inputValue()).toBe('Mine');
    expect(await page.evaluate('Object.values(sessionStorage).join()')).toContain('Mine');
  });

  it('The title page, a new part with a portrait, and the design can be edited in forms, and a change can be undone', async () => {
    const page = await visit(WIDE);
    const file = path.join(data, 'programme.yaml');
    const text = readFileSync(file, 'utf8');
    const now = (): string => readFileSync(file, 'utf8');
    await page.getByRole('button', { name: 'Title page', exact: true }).click();
    await page.getByRole('textbox', { name: 'Publisher' }).fill('A publisher');
    await eventually(now).toBe(
      replaced(text, 'author: The French and Russian Governments', 'author: A publisher'),
    );
    expect(await wrongIn(page)).toEqual([]);
    await page.getByRole('heading', { level: 2 }).focus();
    await page.keyboard.press('Control+z');
    await eventually(now).toBe(text);
    await page.getByRole('button', { name: 'Introduction', exact: true }).click();
    await page.getByRole('button', { name: 'Add a part below' }).click();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('Foreword');
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Dear readers.');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('textbox', { name: /Add a signature/ }).fill('Anne Exemple');
    await page.keyboard.press('Enter');
    const portrait = path.resolve('examples/festival-musterstadt/pictures/boot.png');
    await page.getByLabel('Choose a picture: Portrait').setInputFiles(portrait);
    await page.getByRole('textbox', { name: /Alternative text/ }).fill('Portrait of Anne Exemple');
    await eventually(now).toContain('portrait: Portrait of Anne Exemple (pictures/boot.png)');
    expect(await wrongIn(page)).toEqual([]);
    // From the outline, a part is added as the last one.
    await page.getByRole('button', { name: 'Add a part', exact: true }).click();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('Colophon');
    await page.getByRole('combobox', { name: 'Kind' }).press('ArrowUp');
    expect(await page.getByRole('combobox', { name: 'Kind' }).inputValue()).toBe('practical-information');
    await page.getByRole('combobox', { name: 'Kind' }).press('ArrowDown');
    await page.locator('dialog').getByRole('textbox', { name: 'Text' }).fill('Printed in one town.');
    expect(await wrongIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await eventually(() => page.locator('.event h2').textContent()).toBe('Colophon');
    expect(now()).toMatch(/parts:[\s\S]*- colophon\n/);
    await page.getByRole('button', { name: 'Design', exact: true }).click();
    await page.getByRole('textbox', { name: 'Main colour', exact: true }).fill('#7a1f3d');
    const design = path.join(data, 'design.yaml');
    await eventually(() => existsSync(design) && readFileSync(design, 'utf8')).toContain('"#7a1f3d"');
    expect(await wrongIn(page)).toEqual([]);
    // A text and programme.yaml are renamed into place one after the other. A read between the two renames is repeated.
    expect(complaints.filter((line) => !line.includes('409'))).toEqual([]);
  });

  it.each([
    ['light', 'en-GB', WIDE],
    ['dark', 'fr-FR', NARROW],
  ] as const)(
    'In an empty folder, the desk creates a programme from a list: %s, %s, %j',
    async (colorScheme, locale, size) => {
      rmSync(data, { recursive: true });
      mkdirSync(data);
      const page = await (await browser.newContext({ locale, colorScheme, ...size })).newPage();
      complaints.length = 0;
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(await open());
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await wrongIn(page)).toEqual([]);
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({
          name: 'list.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(
            'Summer 2030;;\nTitle;Date;Contact\nChoir;4 May 2030;Anna\nOrgel;5 May 2030;Otto\n',
          ),
        });
      await page.locator('.sheet canvas').first().waitFor();
      // A corrected list with the same name replaces it.
      await page.evaluate(
        `{ const data = new DataTransfer();
        data.items.add(new File(['Summer 2030;;\\nTitle;Date;Contact\\nChoir;4 May 2030;Anna\\nOrgan;5 May 2030;Otto\\n'], 'list.csv'));
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data })) }`,
      );
      await eventually(() => page.locator('.rows').textContent()).toContain('Organ');
      await page.locator('.sheet canvas').first().waitFor();
      // Internal fields become public only after a question.
      await page.locator('.rows select').last().selectOption('public');
      expect(await wrongIn(page)).toEqual([]);
      await page.locator('.conflict button').last().click();
      // An answer is kept when the desk cannot be reached.
      await page.locator('.rows select').last().selectOption('public');
      await page.route('**/api/list?*', (route) => route.abort(), { times: 1 });
      await page.locator('.conflict button').first().click();
      await page.locator('.read > button').click();
      await page.locator('.read > button').waitFor({ state: 'detached' });
      expect(await page.locator('.read li b').textContent()).toBe('yes');
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      expect(readdirSync(data)).toEqual([]);
      await page.locator('.acts .primary').last().click();
      await page.locator('.page canvas').first().waitFor();
      expect(
        readFileSync(path.join(data, 'events', readdirSync(path.join(data, 'events'))[0] ?? ''), 'utf8'),
      ).toContain('Organ');
      expect(complaints.filter((line) => !line.includes('ERR_FAILED'))).toEqual([]);
    },
  );

  it('Selecting a finding opens its event, the correction of a finding can be applied, and the displayed pages can be downloaded', async () => {
    const page = await visit(WIDE);
    await page.getByRole('button', { name: 'Findings' }).click();
    await page.locator('.side .entry', { hasText: 'Brittany' }).click();
    const region = page.getByLabel('Region', { exact: true });
    const below = page.getByLabel('Category');
    const topOf = async (field: Locator): Promise<number> => (await field.boundingBox())?.y ?? Number.NaN;
    await page.locator('.finding').waitFor();
    const [regionAt, belowAt] = [await topOf(region), await topOf(below)];
    await page.getByRole('button', { name: 'Correct to “Brittany”' }).focus();
    await page.keyboard.press('Enter');
    const file = path.join(data, 'events/partnerships.yaml');
    await eventually(() => readFileSync(file, 'utf8')).toContain('region: Brittany');
    await eventually(() => page.locator('.side .entry', { hasText: 'Brittany' }).count()).toBe(0);
    // When a finding disappears, no empty space remains, and its field gets the focus.
    await eventually(() => page.locator('.finding').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.labels[0].textContent')).toBe('Region');
    expect(await topOf(region)).toBe(regionAt);
    expect(await topOf(below)).toBeLessThan(belowAt);
    // A finding on a field above the edited one does not move the edited one.
    await below.focus();
    const stays = await topOf(below);
    writeFileSync(file, replaced(readFileSync(file, 'utf8'), 'region: Brittany', 'region: The Bretagne'));
    await page.locator('.finding').waitFor();
    expect(await topOf(below)).toBeCloseTo(stays, 0);
    // Where the entry of an event is not shown, its list has the focus after it.
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Findings');
    await page.getByRole('button', { name: 'Publish' }).click();
    await eventually(() => page.locator('.gates .failed').textContent()).toContain('Every major change');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Word', exact: true }).click();
    expect((await download).suggestedFilename()).toBe('programme-2021-draft-en.docx');
    // A failed gate links to the page on which its problems can be fixed.
    await page.locator('.gates .failed button').click();
    await page.locator('.side .change').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('All findings of a rule can be corrected at once, and a finding can be accepted with a reason and then reported again', async () => {
    const file = path.join(data, 'events/culture.yaml');
    const clean = readFileSync(file, 'utf8');
    const text = ['Language marathon', 'University Cities Forum'].reduce(
      (now, title) => replaced(now, `title: ${title}`, `title: ${title.replace(/ (\S+)$/, '  $1')}`),
      clean,
    );
    writeFileSync(file, text);
    const now = (): string => readFileSync(file, 'utf8');
    const page = await visit(WIDE);
    await page.getByRole('button', { name: 'Findings' }).click();
    await page.getByRole('combobox', { name: 'Kind of finding' }).selectOption('spaces');
    await eventually(() => page.locator('.side .entry').allTextContents()).toEqual([
      'More than one space→ e mLanguage  marathon',
      'More than one space→ s FUniversity Cities  Forum',
    ]);
    await page.getByRole('button', { name: 'Apply all 2 corrections' }).click();
    await eventually(now).toBe(clean);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await eventually(now).toBe(text);
    await page.locator('.side .entry').first().click();
    await page.getByRole('button', { name: 'Accept with a reason' }).first().click();
    await page.keyboard.type('As the partner writes it');
    expect(await wrongIn(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await eventually(now).toContain('reason: As the partner writes it');
    await eventually(() => page.locator('.side .entry').count()).toBe(1);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
    await page.getByRole('button', { name: /^Report again/ }).click();
    await eventually(now).toBe(text);
    await eventually(() => page.locator('.side .entry').count()).toBe(2);
    // Each change replaces the pages of the previous one before they are built.
    expect(complaints.filter((line) => !line.includes('409'))).toEqual([]);
  });

  it('A corrected Word file is imported, and its changes are accepted, rejected and undone with keyboard shortcuts', async () => {
    const sent = path.join(folder, 'corrections.docx');
    await exportCorrections({ data, file: sent });
    const corrected = (xml: string): string =>
      [
        ['volgograd-language-marathon', 'Marathon of words'],
        ['tomsk-novosibirsk-university-cities-forum', 'Forum of cities'],
        ['saint-petersburg-cultural-forum', 'Forum of culture'],
      ].reduce((text, [event = '', title = '']) => editCell(text, event, 'title', tracked(title)), xml);
    writeFileSync(sent, edited(new Uint8Array(readFileSync(sent)), corrected));
    const file = path.join(data, 'events/culture.yaml');
    const text = replaced(
      readFileSync(file, 'utf8'),
      'title: University Cities Forum',
      'title: Cities Forum',
    );
    writeFileSync(file, text);
    const now = (): string => readFileSync(file, 'utf8');
    const page = await visit({ ...WIDE, colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Import' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog input[type=file]').setInputFiles(sent);
    await eventually(() => page.locator('.found').textContent()).toContain(
      '3 changes proposed. 1 conflicts with the draft.',
    );
    expect(now()).toBe(text);
    await page.getByRole('button', { name: 'Review these changes' }).focus();
    await page.keyboard.press('Enter');
    const heading = page.locator('.review h2');
    await eventually(() => heading.textContent()).toBe('Change 1 of 3');
    await heading.focus();
    await page.keyboard.press('a');
    await eventually(() => page.locator('.review .wrong').textContent()).toBe('Enter your name first.');
    await page.keyboard.type('A. Editor');
    await heading.focus();
    await page.keyboard.press('a');
    const accepted = replaced(
      text,
      'title: Saint Petersburg International Cultural Forum',
      'title: Forum of culture',
    );
    await eventually(now).toBe(accepted);
    await eventually(() => heading.textContent()).toBe('Change 2 of 3');
    // The next verdicts are given before the response to this one.
    const { held, free } = gate();
    await page.route(
      '**/api/verdicts',
      async (route) => {
        await held;
        await route.continue();
      },
      { times: 1 },
    );
    await page.keyboard.press('r');
    await eventually(() => heading.textContent()).toBe('Change 3 of 3');
    await eventually(() => page.locator('.conflict dd').allTextContents()).toEqual([
      'University Cities Forum',
      'Cities Forum',
      'Forum of cities',
    ]);
    expect(await wrongIn(page)).toEqual([]);
    // The last verdict is undone before the response to it.
    const { held: unanswered, free: answer } = gate();
    await page.route(
      '**/api/verdicts',
      async (route) => {
        const response = await route.fetch();
        await unanswered;
        await route.fulfill({ response });
      },
      { times: 1 },
    );
    await page.keyboard.press('e');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Forum of university cities');
    await page.keyboard.press('Control+Enter');
    await eventually(() => heading.textContent()).toBe('End of the changes');
    free();
    await eventually(now).toBe(
      replaced(accepted, 'title: Cities Forum', 'title: Forum of university cities'),
    );
    await eventually(() => heading.textContent()).toBe('End of the changes');
    expect(await heading.evaluate('document.activeElement.tagName')).toBe('H2');
    for (let key = 0; key < 3; key++) await page.keyboard.press('u');
    answer();
    await eventually(now).toBe(text);
    await page.setViewportSize(NARROW.viewport);
    expect(await wrongIn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    // Each decision replaces the pages of the previous one before they are built.
    expect(complaints.filter((line) => !line.includes('409'))).toEqual([]);
  });

  it('A programme can be searched, corrected, proofed, imported and viewed with the keyboard alone', async () => {
    const sent = path.join(folder, 'corrections.docx');
    await exportCorrections({ data, file: sent });
    const file = path.join(data, 'events/culture.yaml');
    const text = readFileSync(file, 'utf8');
    const now = (): string => readFileSync(file, 'utf8');
    const page = await visit(WIDE);
    page.on('filechooser', (chooser) => void chooser.setFiles(sent));
    const press = (...keys: string[]) =>
      keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
    const focused = (): Promise<string> =>
      page.evaluate(
        `{ const { activeElement: one } = document; (one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent).trim() }`,
      );
    /** Moves the focus to an element by its name; a view may still be loading. */
    const reach = async (name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
      const start = Date.now();
      while ((await focused()) !== name) {
        if (Date.now() - start > PATIENCE) throw new Error(`no key leads to ${name}`);
        await press(key);
      }
    };
    const notice = (): Promise<string | null> => page.locator('.notice').textContent();

    // Search, open, correct, undo, close.
    await reach('Search events');
    await page.keyboard.type('language marathon');
    await eventually(() => page.locator('.outline [role=status]').textContent()).toBe('1 event found');
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    await eventually(focused).toBe('Language marathon');
    await reach('Project title');
    await press('Control+a');
    await page.keyboard.type('Marathon of words');
    await reach('Status');
    // Only one letter: a list box forgets typed letters if the next one comes late.
    await press('C');
    await eventually(now).toMatch(/title: Marathon of words\n.*\n {2}status: cancelled/);
    // The page learns of the save only after the file is written; moving the event before that causes a conflict.
    await eventually(() => page.locator('.save').textContent()).toBe('Saved');
    await reach('Move down');
    await press('Enter');
    await eventually(
      () => now().indexOf('Marathon of words') > now().indexOf('University Cities Forum'),
    ).toBe(true);
    await eventually(notice).toContain('was moved');
    for (let count = 0; count < 3; count++) {
      const before = now();
      await press('Control+z');
      await eventually(now).not.toBe(before);
      await eventually(notice).toContain('Undone');
    }
    await eventually(now).toBe(text);
    await reach('Close', 'Shift+Tab');
    await press('Enter');
    await eventually(focused).toContain('Language marathon');

    // Proofing: a finding, and its place in the form.
    await reach('Findings', 'Shift+Tab');
    await press('Enter');
    await page.locator('.side .entry').first().waitFor();
    const [first = ''] = await page.locator('.side .entry').allTextContents();
    await reach(first);
    await press('Enter');
    await page.locator('.event .finding').first().waitFor();
    await eventually(() => page.evaluate('document.activeElement.tagName')).toBe('H2');

    // The pages: another edition, zoom, scrolling.
    await reach('Edition', 'Shift+Tab');
    await press('E');
    await eventually(() => page.locator('.tools .count').first().textContent()).toBe('Page 1 of 27');
    const zoom = page.locator('.tools .count').nth(1);
    const size = await zoom.textContent();
    await reach('Zoom in');
    await press('Enter');
    await eventually(() => zoom.textContent()).not.toBe(size);
    await reach('Pages');
    // Zooming changes the height of the pages, so the End key may have to be pressed again.
    await eventually(async () => {
      await press('End');
      return page.locator('.tools .count').first().textContent();
    }).toBe('Page 27 of 27');

    // Import of a returned file; the dialog is closed afterwards.
    await reach('Import', 'Shift+Tab');
    await press('Enter');
    await reach('Choose files');
    await press('Enter');
    await eventually(() => page.locator('.found').textContent()).toContain('0 changes proposed.');
    await press('Escape');
    await eventually(focused).toBe('Import');
    await reach('Publish');
    await press('Enter');
    await reach('Name of the edition');
    await page.keyboard.type('2');
    await press('Enter');
    await eventually(() => page.locator('dialog [role=alert]').textContent()).toBe('Not ready to publish.');
    await reach('Work through the changes', 'Shift+Tab');
    await press('Enter');
    await page.locator('.side .change').first().waitFor();
    // Each change replaces the pages of the previous one before they are built.
    expect(complaints.filter((line) => !line.includes('409'))).toEqual([]);
  });

  it('The twelve tasks of docs/tasks.md can be done with the information on the screen', async () => {
    const page = await visit(WIDE);
    const read = (name: string): string => readFileSync(path.join(data, name), 'utf8');
    const button = (name: string | RegExp, exact = true) => page.getByRole('button', { name, exact });
    const field = (name: string | RegExp) => page.getByRole('textbox', { name, exact: true });

    // The concert is on Sunday, this is corrected, an event is cancelled, and an event is added.
    await page.getByRole('searchbox').fill('language marathon');
    await button('Language marathon', false).click();
    const date = await field('Planned date').inputValue();
    await field('Planned date').fill('Sunday 6 June 2021');
    await eventually(() => page.locator('.form .reading').first().textContent()).toMatch(/6\s+June 2021/);
    await eventually(() => read('events/culture.yaml')).toMatch(/when: "?2021-06-06/);
    await button('Undo').click();
    await eventually(() => field('Planned date').inputValue()).toBe(date);
    await page.getByRole('combobox', { name: 'Status' }).selectOption('Cancelled');
    await eventually(() => read('events/culture.yaml')).toContain('status: cancelled');
    await button('Add an event below').click();
    await field('Title of the new event').fill('Evening of poems');
    await button('Create').click();
    await eventually(() => page.locator('.notice').textContent()).toBe('“Evening of poems” was added.');
    // The pages show it as soon as they contain it.
    await page.locator('.textLayer span', { hasText: 'Evening of poems' }).first().waitFor();
    await field('Planned date').fill('7 June 2021');
    await eventually(() => read('events/culture.yaml')).toContain('date: 7 June 2021');

    // A new title and publisher, a foreword with a portrait, our colour and our logo are entered.
    await page.getByRole('searchbox').fill('');
    await button('Title page').click();
    await field('Title (fr)').fill('Année commune');
    await eventually(() => read('programme.yaml')).toContain('fr: Année commune');
    await field('Publisher').fill('A publisher');
    await eventually(() => read('programme.yaml')).toContain('author: A publisher');
    await button('Introduction').click();
    await button('Add a part below').click();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('Foreword');
    await field('Text').fill('Dear readers.');
    await button('Create').click();
    await field(/Add a signature/).fill('Anne Exemple');
    await button('Add a signature').click();
    const picture = path.resolve('examples/festival-musterstadt/pictures/boot.png');
    await page.getByLabel('Choose a picture: Portrait').setInputFiles(picture);
    await field(/Alternative text/).fill('Portrait of Anne Exemple');
    await eventually(() => read('programme.yaml')).toContain('portrait: Portrait of Anne Exemple');
    await button('Design').click();
    await field('Main colour').fill('#7a1f3d');
    await page.getByLabel('Choose a picture: Logo', { exact: true }).setInputFiles(picture);
    await page.getByRole('checkbox', { name: /Decoration only/ }).check();
    const design = (): string => (existsSync(path.join(data, 'design.yaml')) ? read('design.yaml') : '');
    await eventually(() => /#7a1f3d[\s\S]*boot/.test(design())).toBe(true);

    // Three corrected Word files are returned.
    const corrections = [
      ['volgograd-language-marathon', 'Marathon of words'],
      ['tomsk-novosibirsk-university-cities-forum', 'Forum of cities'],
      ['saint-petersburg-cultural-forum', 'Forum of culture'],
    ] as const;
    const sent = path.join(folder, 'sent.docx');
    await exportCorrections({ data, file: sent });
    const returned = corrections.map(([event, title], index) => {
      const file = path.join(folder, `partner-${index + 1}.docx`);
      const bytes = new Uint8Array(readFileSync(sent));
      writeFileSync(
        file,
        edited(bytes, (xml) => editCell(xml, event, 'title', tracked(title))),
      );
      return file;
    });
    await button('Import').click();
    await page.locator('dialog input[type=file]').setInputFiles(returned);
    for (const [index, [, title]] of corrections.entries()) {
      await button('Review these changes').click();
      if (index === 0) await field('Your name, stored with each decision').fill('A. Editor');
      await button('Accept', false).first().click();
      await eventually(() => read('events/culture.yaml')).toContain(`title: ${title}`);
      const isLast = index === corrections.length - 1;
      await page
        .locator('.review')
        .getByRole('button', { name: isLast ? 'Close' : /^Next/ })
        .click();
    }

    // The findings, a Word file for one partner, and the edition of a given file.
    await button('Findings').click();
    await page
      .locator('.side .entry', { hasText: 'is spelled “Brittany” in the list of regions and places' })
      .click();
    await button('Correct to “Brittany”').click();
    await eventually(() => read('events/partnerships.yaml')).toContain('region: Brittany');
    await button('Publish').click();
    const part = page.locator('dialog').getByRole('combobox', { name: 'Displayed part', exact: true });
    const names = await part.locator('option').allTextContents();
    await part.selectOption({ label: names.find((name) => name.startsWith('Occitanie')) ?? '' });
    const saved = page.waitForEvent('download');
    await button('Word file for corrections').click();
    expect((await saved).suggestedFilename()).toMatch(/corrections-fr-occ-en\.docx$/);
    await page.keyboard.press('Escape');

    // Edition 2 is published.
    await button('Changes').click();
    await field('Your name, stored with each approval').fill('A. Editor');
    await button(/^Approve all/, false)
      .first()
      .click();
    await eventually(() => existsSync(path.join(data, 'approvals.yaml'))).toBe(true);
    await button('Publish').click();
    await field('Name of the edition').fill('2');
    await button('Show what will be written').click();
    await button('Freeze edition 2').click();
    // The result takes the place of the gates, has the focus, and stays in the list of editions.
    await eventually(() => page.locator('dialog h3').first().textContent()).toBe('Edition 2 is published.');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Edition 2 is published.');
    const { fingerprint } = JSON.parse(read('editions/2/edition.lock.json'));
    expect(await page.locator('.published dd').first().textContent()).toBe(fingerprint);
    expect(await page.locator('.published li').first().textContent()).toMatch(/^editions\/2\/.*\.pdf$/);
    await eventually(() => page.locator('dialog').getByText(fingerprint).count()).toBe(2);
    const pdf = page.waitForEvent('download');
    await page.locator('.published').getByRole('button', { name: 'PDF', exact: true }).click();
    const [published = ''] = readdirSync(path.join(data, 'editions/2/published')).filter((name) =>
      name.endsWith('.pdf'),
    );
    const publishedFile = path.join(data, 'editions/2/published', published);
    expect(readFileSync(await (await pdf).path()).equals(readFileSync(publishedFile))).toBe(true);
    const site = page.waitForEvent('download');
    await button('Folder for the web (ZIP)').click();
    expect((await site).suggestedFilename()).toBe('programme-2021-site.zip');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('combobox', { name: 'From', exact: true }).inputValue()).toBe('2');
    // All lapsed approvals are reported on one line.
    await button('Publish').click();
    await eventually(() => page.getByText(/earlier approvals no longer match a change/).count()).toBe(1);
    expect(await page.locator('.gates').getByText('A. Editor').count()).toBe(0);
    await page.keyboard.press('Escape');
    await button('Import').click();
    await page.locator('dialog input[type=file]').setInputFiles(publishedFile);
    await eventually(() => page.locator('.found').textContent()).toContain(
      `identical to ${published} of edition 2`,
    );
    expect(complaints.filter((line) => !line.includes('409'))).toEqual([]);
  });

  it('The desk shows which edition a dropped file belongs to, or why the file cannot be read', async () => {
    const page = await visit(WIDE, await openShared());
    await drop(page, 'poster.pdf');
    await eventually(() => page.locator('.found').textContent()).toContain('not a published file');
    expect(await page.locator('.found .problems').textContent()).toContain('poster.pdf');
    // Another file is examined first; the previous one waits.
    await drop(page, 'flyer.pdf');
    await eventually(() => page.locator('.found .problems').textContent()).toContain('flyer.pdf');
    await page.getByRole('button', { name: /poster\.pdf/ }).click();
    await eventually(() => page.locator('.found .problems').textContent()).toContain('poster.pdf');
    expect(complaints).toEqual([]);
  });

  it.each([
    ['the texts of the page are loaded', '**/en-*.js'],
    ['the dataset is read', '**/api/dataset*'],
  ])('Files that are dropped before %s are opened when the dataset is read', async (_, address) => {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    const { held, free } = gate();
    await page.route(address, async (route) => {
      await held;
      await route.continue();
    });
    const request = page.waitForRequest(address);
    await page.goto(await openShared(), { waitUntil: 'commit' });
    await request;
    expect(await drop(page, 'poster.pdf')).toBe(true);
    expect(await drop(page, 'flyer.pdf')).toBe(true);
    if (address.includes('dataset'))
      await eventually(() => page.locator('main').textContent()).toContain('will be opened when');
    free();
    await eventually(() => page.locator('.found .problems').textContent()).toContain('flyer.pdf');
    await page.getByRole('button', { name: /poster\.pdf/ }).click();
    await eventually(() => page.locator('.found .problems').textContent()).toContain('poster.pdf');
  });

  it('Markup in a text is displayed as text', async () => {
    const code = '<img src=x onerror="window.hit=1"><script>window.hit=2</script>';
    const file = path.join(data, 'events/culture.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, replaced(text, 'title: Language marathon', `title: '${code}'`));
    const page = await visit(WIDE);
    await page.getByRole('button', { name: code }).click();
    await eventually(() => page.getByRole('heading', { level: 2 }).textContent()).toBe(code);
    expect(await page.evaluate('window.hit')).toBe(undefined);
    expect(complaints).toEqual([]);
  });

  it('A page on another port can neither read from the desk, post to it nor frame it', async () => {
    const address = await open();
    const { origin } = new URL(address);
    const server = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><title>other</title><iframe src="${origin}/"></iframe>`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const page = await (await browser.newContext()).newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const reached = (code: string): Promise<unknown> =>
      page.evaluate(`${code}.then((response) => response.type + response.status, () => 'refused')`);
    expect(await reached(`fetch('${origin}/api/dataset')`)).toBe('refused');
    expect(await reached(`fetch('${origin}/api/session', { method: 'POST', body: '{}' })`)).toBe('refused');
    expect(await reached(`fetch('${origin}/', { mode: 'no-cors' })`)).not.toBe('basic200');
    const [, frame] = page.frames();
    expect(await frame?.evaluate('document.querySelector("#desk")').catch(() => null)).toBe(null);
    // None of these requests has used up the token.
    await page.goto(address);
    await page.locator('.page canvas').first().waitFor();
    expect(await page.evaluate('location.hash + document.cookie')).toBe('');
    server.close();
  });
});

it('The address of the desk is stored in a file that only the user can read, and a second call opens the running desk', async () => {
  const opened = path.join(folder, 'opened');
  mkdirSync(path.join(folder, 'bin'));
  const opener = path.join(folder, 'bin/xdg-open');
  writeFileSync(opener, `#!/bin/sh\nstat -c %a "$1" >> ${opened}\necho "$@" >> ${opened}\n`);
  chmodSync(opener, 0o755);
  start();
  await eventually(() => linesOf(opened).length).toBe(2);
  const [mode, file = ''] = linesOf(opened);
  expect(mode).toBe('600');
  expect(path.dirname(file)).toBe(path.join(folder, 'programme'));
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  const redirect = (): string => /url=(http:\S+)"/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  const first = redirect();
  const second = start();
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
  await eventually(() => linesOf(opened).length).toBe(4);
  expect(new URL(redirect()).origin).toBe(new URL(first).origin);
  expect(redirect()).not.toBe(first);
  // Another user sees the command lines of all processes, but no token, and cannot read the file. Needs root
  // privileges.
  chmodSync(folder, 0o755);
  const nobody = { uid: 65534, gid: 65534, encoding: 'utf8' } as const;
  const { stdout: seen } = spawnSync('sh', ['-c', 'cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ'], nobody);
  expect(seen).toContain(data);
  for (const address of [first, redirect()]) expect(seen).not.toContain(new URL(address).hash.slice(1));
  expect(spawnSync('cat', [file], nobody)).toMatchObject({ status: 1, stdout: '' });
  const page = await (await browser.newContext()).newPage();
  await page.goto(redirect());
  await page.locator('.page canvas').first().waitFor();
});

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').trim().split('\n');
  } catch {
    return [];
  }
}

it('The scripts that the first view loads are at most 350 kB when compressed, and at most 1 MB including pdf.js', async () => {
  const desk = path.join(path.dirname(programme), 'desk');
  const sizes = new Map(
    readdirSync(desk)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, gzipSync(readFileSync(path.join(desk, name))).length]),
  );
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  expect(sizes.get('desk.js')).toBeLessThan(350_000);
  expect(all).toBeLessThan(1_000_000);
});

it('If the desk is killed while it saves, the event files are either all old or all new', async () => {
  const files = ['culture', 'sport'].map((name) => path.join(data, `events/${name}.yaml`));
  const texts = (): string[] => files.map((file) => readFileSync(file, 'utf8'));
  const old = texts();
  const endings: unknown[] = [];
  for (const at of [5, 8, 11, 14, 17]) {
    fault = faultAt('SIGKILL', at);
    const child = start('--no-browser');
    fault = {};
    const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
    const { origin, hash } = new URL(await addressOf(child));
    const ask = async <T>(address: string, secret: string, body?: object): Promise<T> => {
      const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
      const headers = { Authorization: `Bearer ${secret}`, ...type };
      const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      return (await fetch(`${origin}${address}`, { ...init, headers })).json() as Promise<T>;
    };
    const { session } = await ask<{ session: string }>('/api/session', '', { token: hash.slice(1) });
    const { values, themes } = await ask<Dataset>('/api/dataset', session);
    const edits = ['culture', 'sport'].map((theme) => {
      const id = themes.find((one) => one.id === theme)?.events[0] ?? '';
      return { id, before: values[id], after: { ...values[id], title: 'Another title' } };
    });
    // The process is killed before it answers or before it has saved.
    await ask('/api/edit', session, { edits }).catch(() => undefined);
    child.kill();
    endings.push(await ended);
    const done = await runProgramme(['extract', '--list', '--data', data], { cwd: folder });
    expect(done.code).toBe(0);
    const isNew = texts().map((text) => text.includes('title: Another title'));
    expect(isNew[0]).toBe(isNew[1]);
    if (!isNew[0]) expect(texts()).toEqual(old);
    expect(readdirSync(data).filter((name) => name.startsWith('.'))).toEqual([]);
    for (const [index, file] of files.entries()) writeFileSync(file, old[index] ?? '');
  }
  expect(endings.filter((one) => one === 'SIGKILL').length).toBeGreaterThan(2);
});
