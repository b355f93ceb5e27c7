/** The documentation site: the pages of docs/ as they are, in the order of a reader. A page that is missing here is an error. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitepress';

const DOCS = path.resolve(import.meta.dirname, '..');

/** Pages by group, without their endings. */
const GROUPS = {
  Start: ['start', 'install', 'examples', 'tasks', 'desk'],
  Import: ['spreadsheets', 'questions', 'dates', 'regions', 'places'],
  Design: ['parts', 'looks', 'design'],
  Publish: ['accessibility', 'web', 'editions', 'ci-example'],
  'Work with others': ['corrections', 'translations', 'dictionaries'],
  Reference: [
    ...['commands', 'fields', 'rules', 'labels', 'messages', 'interface'],
    ...['diff-json', 'findings-json', 'import-json', 'dictionary'],
  ],
  Extend: [
    ...['add-a-field', 'add-a-rule', 'add-a-language', 'add-a-format', 'add-a-running-head'],
    ...['ARCHITECTURE', 'stability', 'tried'],
  ],
  Decisions: pagesIn('decisions'),
};

/**
 * The theme's own grey is too light, its code too large for 80 columns, and its page wider than a window of 320 pixels
 * with a scrollbar. Longer lines of code wrap. In narrow windows the word on the search button, which has no other
 * name, is only invisible.
 */
const STYLE = `
html:root { --vp-code-lang-color: var(--vp-c-text-2); --vp-code-font-size: 0.8em; }
html body { min-width: 0; }
.vp-doc [class*='language-'] code { width: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 767px) {
  html .DocSearch-Button .DocSearch-Button-Placeholder { display: block; position: absolute; clip-path: inset(50%); }
}`;

const missing = [...pagesIn(''), ...pagesIn('decisions')].filter(
  (page) => page !== 'README' && !Object.values(GROUPS).flat().includes(page),
);
if (missing.length > 0) throw new Error(`in no group of the site: ${missing.join(', ')}`);

/** Pages in a folder of docs/, as paths from docs/ without endings. */
function pagesIn(folder) {
  return readdirSync(path.join(DOCS, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join(folder, name.slice(0, -'.md'.length)));
}

/** The first heading of a page. */
function titleOf(page) {
  return /^# (.+)$/m.exec(readFileSync(path.join(DOCS, `${page}.md`), 'utf8'))[1].replaceAll('`', '');
}

/** Links to files of the repository that are no pages of docs/ are words on the site, which has no such files. */
function withoutLinksToFiles(markdown) {
  markdown.core.ruler.push('links-to-files', ({ tokens, env }) => {
    const folder = path.posix.dirname(env.relativePath);
    for (const { children } of tokens) {
      let isFile = false;
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          const address = token.attrGet('href');
          const isOutside = path.posix.join(folder, address).startsWith('../');
          isFile = !/^[a-z]+:/.test(address) && (isOutside || address.endsWith('.json'));
        }
        if (isFile && token.type.startsWith('link_'))
          Object.assign(token, { type: token.type.replace('link', 'span'), tag: 'span', attrs: null });
      }
    }
  });
}

export default defineConfig({
  title: 'programme',
  description: 'Publishes an official programme of events as accessible PDF, Word and web page',
  lang: 'en',
  rewrites: { 'README.md': 'index.md' },
  base: process.env.BASE ?? '/',
  markdown: {
    html: false,
    attrs: { disable: true },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: withoutLinksToFiles,
  },
  head: [['style', {}, STYLE]],
  themeConfig: {
    search: {
      provider: 'local',
      // The theme's own label of the search button differs from its visible words.
      options: { translations: { button: { buttonText: 'Search', buttonAriaLabel: '' } } },
    },
    outline: [2, 3],
    sidebar: Object.entries(GROUPS).map(([text, pages]) => ({
      text,
      items: pages.map((page) => ({ text: titleOf(page), link: `/${page}` })),
    })),
  },
});
