/** The documentation site, built from docs/: its links and its accessibility. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './support/browser.ts';

const run = promisify(execFile);
const SITE = 'docs/.vitepress/dist';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

let pages: string[] = [];
let files: Set<string>;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: 'docs' });
  await run('npm', ['run', 'build'], { cwd: 'docs' });
  files = new Set(readdirSync(SITE, { recursive: true, encoding: 'utf8' }));
  pages = [...files].filter((file) => file.endsWith('.html')).sort();
  server = createServer((request, response) => {
    const file = path.join(SITE, new URL(request.url ?? '', 'http://site').pathname);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

it('Every page of docs/ is a page of the site', () => {
  const sources = readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.includes('node_modules'))
    .map((file) => file.replace(/\.md$/, '.html').replace('README', 'index'));
  expect(pages).toEqual([...sources, '404.html'].sort());
});

it('Links within the site lead to pages, headings and files that exist', () => {
  const text = new Map(pages.map((page) => [page, readFileSync(path.join(SITE, page), 'utf8')]));
  const dead = [...text].flatMap(([page, html]) =>
    [...html.matchAll(/(?:href|src)="([^"]+)"/g)]
      .map(([, url = '']) => new URL(url, `http://site/${page}`))
      .filter(({ host }) => host === 'site')
      .filter(({ pathname, hash }) => {
        const file = pathname === '/' ? 'index.html' : decodeURIComponent(pathname.slice(1));
        const id = decodeURIComponent(hash.slice(1));
        return !files.has(file) || (id !== '' && text.get(file)?.includes(`id="${id}"`) !== true);
      })
      .map(({ pathname, hash }) => `${page}: ${pathname}${hash}`),
  );
  expect(dead).toEqual([]);
});

const isShown = (page: string): boolean => /^(index|commands|start)\./.test(page);

/** Every page in a wide window and in the narrowest one, less its scrollbar; some pages in dark colours. */
const VISITS = [
  { colorScheme: 'light', width: 1280, isVisited: () => true },
  { colorScheme: 'light', width: 305, isVisited: () => true },
  { colorScheme: 'dark', width: 1280, isVisited: isShown },
] as const;

it.each(VISITS)(
  'axe finds no accessibility faults, and no page is wider than the window ($colorScheme, $width pixels)',
  async ({ colorScheme, width, isVisited }) => {
    const viewport = { width, height: 800 };
    const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
    const { port } = server.address() as AddressInfo;
    const broken: string[] = [];
    for (const name of pages.filter((each) => each !== '404.html' && isVisited(each))) {
      await page.goto(`http://127.0.0.1:${port}/${name}`);
      await page.evaluate(AXE);
      const found = await page.evaluate<string[]>(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 150)))`,
      );
      const needed = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (needed > width) found.push(`needs ${needed} pixels`);
      broken.push(...found.map((fault) => `${name}: ${fault}`));
    }
    await page.close();
    expect(broken).toEqual([]);
  },
);
