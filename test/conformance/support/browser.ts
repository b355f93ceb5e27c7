import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Starts a headless browser.
 *
 * @throws Error that names the program to install if there is no browser
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined)
    throw new Error(
      'chromium is missing: install it (Debian: apt-get install chromium), or name it in CHROMIUM',
    );
  // As root in a container, Chromium cannot use its sandbox.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
