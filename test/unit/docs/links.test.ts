import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, it } from 'vitest';

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

const pages = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((file) => !file.startsWith('test/') && existsSync(file));
const parsed = new Map<string, Node[]>();

/** All nodes of a page, parents before children. */
function nodesOf(node: Node): Node[] {
  return [node, ...('children' in node ? node.children.flatMap((child) => nodesOf(child as Node)) : [])];
}

/** All nodes of a file, which is parsed once. */
function nodesIn(file: string): Node[] {
  const nodes = parsed.get(file) ?? nodesOf(fromMarkdown(readFileSync(file, 'utf8')));
  parsed.set(file, nodes);
  return nodes;
}

const wordsOf = (node: Node): string =>
  nodesOf(node)
    .map((one) => ('value' in one ? one.value : ''))
    .join('');

/** The anchors of the headings of a page, as GitHub creates them. */
function anchorsOf(file: string): Set<string> {
  const headings = nodesIn(file).filter(({ type }) => type === 'heading');
  return new Set(
    headings.map((heading) =>
      wordsOf(heading)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

it.each(pages)('%s links only to files and headings that exist', (page) => {
  const wrong = nodesIn(page)
    .flatMap((node) => ('url' in node && !/^[a-z]+:/.test(node.url) ? [node.url] : []))
    .filter((url) => {
      const [file = '', anchor] = decodeURIComponent(url).split('#');
      const target = file === '' ? page : path.join(path.dirname(page), file);
      return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).has(anchor));
    });
  expect(wrong).toEqual([]);
});
