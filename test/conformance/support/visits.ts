import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';

/** The requests and log messages of a page during a visit. */
export interface Visit {
  page: Page;
  requests: string[];
  complaints: string[];
}

interface VisitOptions extends BrowserContextOptions {
  /** Fragment of the address. */
  fragment?: string;
  /** Fixed time of the device, ISO 8601. */
  now?: string;
}

/** A browser that opens pages from a folder. */
export interface Visits {
  folder: string;
  browser: Browser;
  visit(
    html: Uint8Array | string,
    options: VisitOptions,
    during: (visit: Visit) => Promise<void>,
  ): Promise<void>;
  close(): Promise<void>;
}

export async function openVisits(): Promise<Visits> {
  const folder = await mkdtemp(path.join(tmpdir(), 'web-'));
  const browser = await openBrowser();
  return {
    folder,
    browser,
    visit: async (html, { fragment = '', now, ...options }, during) => {
      const file = path.join(folder, 'page.html');
      await writeFile(file, html);
      const context = await browser.newContext(options);
      try {
        const page = await context.newPage();
        const requests: string[] = [];
        const complaints: string[] = [];
        page.on('request', (request) => requests.push(request.url()));
        page.on('console', (message) => complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(error.message));
        if (now !== undefined) await page.clock.setFixedTime(now);
        await page.goto(`${pathToFileURL(file).href}${fragment}`);
        await during({ page, requests, complaints });
      } finally {
        await context.close();
      }
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
