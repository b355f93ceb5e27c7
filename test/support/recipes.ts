/**
 * The recipes of docs/. The first line of a code block states its role after the language:
 *
 * - `title="FILE"` creates a file
 * - `after="START"` or `before="START"` inserts the block after or before the first line that starts with START
 * - `replace="START"` replaces that line with the block
 * - `START … END` stands for the lines from START to the next line that equals END; `replace` replaces all of them
 * - `run` marks commands
 *
 * `??` in a file name stands for any two letters. Blocks without any of these keywords are examples.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A block of a recipe that is followed: it changes files, or is a list of commands. */
type Step = { apply: (folder: string) => void } | { commands: readonly string[] };

/** Names of the recipes. */
export const RECIPES: readonly string[] = readdirSync('docs').filter((name) => /^add-a-.*\.md$/.test(name));

/** Commands that create files that later steps change. */
const MAKES_FILES = /^cp | init /;

/**
 * Follows a recipe in a copy of the sources, or in an empty folder, to which only the changed files are copied.
 *
 * @param run runs, in the copy, a command that creates files that later steps change
 * @returns the other commands
 * @throws Error when a block does not fit the sources
 */
export async function follow(
  recipe: string,
  folder: string,
  run: (command: string) => Promise<unknown>,
): Promise<string[]> {
  const left: string[] = [];
  for (const step of stepsOf(recipe)) {
    if ('apply' in step) step.apply(folder);
    else
      for (const command of step.commands)
        if (MAKES_FILES.test(command)) await run(command);
        else left.push(command);
  }
  return left;
}

const BLOCK = /^( *)(```|~~~)(\w+) (.+)\n([\s\S]*?)^\1\2$/gm;

function stepsOf(recipe: string): Step[] {
  const text = readFileSync(path.join('docs', recipe), 'utf8');
  return [...text.matchAll(BLOCK)].map(([, indent = '', , , words = '', body = '']): Step => {
    const lines = body
      .split('\n')
      .slice(0, -1)
      .map((line) => line.slice(indent.length));
    if (words === 'run') return { commands: lines };
    const given = new Map(
      [...words.matchAll(/(\w+)=(["'])(.*?)\2/g)].map(([, key, , value]) => [key, value]),
    );
    return { apply: (folder) => applyBlock(folder, recipe, given, lines) };
  });
}

function applyBlock(
  folder: string,
  recipe: string,
  given: ReadonlyMap<string | undefined, string | undefined>,
  lines: readonly string[],
): void {
  const title = given.get('title');
  if (title === undefined) throw new Error(`docs/${recipe}: a code block without title="FILE"`);
  const [how, anchor] = [...given].find(([key]) => key !== 'title') ?? [];
  if (how === undefined || anchor === undefined) {
    if (existsSync(title)) throw new Error(`docs/${recipe}: ${title} is there already`);
    const file = path.join(folder, title);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${lines.join('\n')}\n`);
    return;
  }
  const files = filesLike(folder, title);
  if (files.length === 0) throw new Error(`docs/${recipe}: there is no ${title}`);
  for (const file of files) {
    const old = readFileSync(file, 'utf8').split('\n');
    const [start = '', end] = anchor.split(' … ');
    const first = old.findIndex((line) => line.startsWith(start));
    const last = end === undefined ? first : old.findIndex((line, at) => at > first && line === end);
    if (first < 0 || last < 0) throw new Error(`docs/${recipe}: ${file} has no lines "${anchor}"`);
    const places: Readonly<Record<string, readonly [number, number]>> = {
      after: [last + 1, last + 1],
      before: [first, first],
      replace: [first, last + 1],
    };
    const [from, to] = places[how] ?? [];
    if (from === undefined || to === undefined) throw new Error(`docs/${recipe}: what is "${how}"?`);
    writeFileSync(file, [...old.slice(0, from), ...lines, ...old.slice(to)].join('\n'));
  }
}

/** The files of the folder that match a name, with or without `??`; missing files are copied from the sources. */
function filesLike(folder: string, title: string): string[] {
  const parent = path.dirname(title);
  const pattern = new RegExp(`^${path.basename(title).replaceAll('.', '\\.').replaceAll('??', '[a-z]{2}')}$`);
  const names = [parent, path.join(folder, parent)].flatMap((own) =>
    existsSync(own) ? readdirSync(own) : [],
  );
  return [...new Set(names)]
    .filter((name) => pattern.test(name))
    .map((name) => {
      const file = path.join(folder, parent, name);
      if (!existsSync(file)) cpSync(path.join(parent, name), file);
      return file;
    });
}

/** The content of a checkout without dependencies, outputs and history. */
const SOURCES = ['data', 'docs', 'fonts', 'languages', 'scripts', 'src', 'starter', 'templates', 'test'];
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'vitest.config.ts', 'NOTICE'];

/** A new folder with a copy of the sources, to be changed and then removed. */
export function copyOfSources(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'programme-recipes-'));
  for (const name of [...SOURCES, ...FILES]) cpSync(name, path.join(folder, name), { recursive: true });
  mkdirSync(path.join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules'))
    symlinkSync(path.resolve('node_modules', name), path.join(folder, 'node_modules', name));
  return folder;
}
