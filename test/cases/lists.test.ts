/** Third-party lists: each folder of `lists/` is one test. README.md explains how to add one. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import * as yaml from 'yaml';
import { z } from 'zod';
import { STYLE, styledDocument } from '../../src/read/yaml-edits.ts';
import { scratchFolder } from '../support/dataset-folder.ts';
import { runInProcess } from '../support/run-programme.ts';
import { UPDATE } from '../support/update.ts';

const LISTS = path.resolve('test/cases/lists');

/** Files of a case that its commands do not read. */
const CASE_FILES = ['case.yaml', 'expected.yaml', 'report.txt'];
const LIST = /\.(csv|txt|xlsx|ods)$/;

const OptionSchema = z.union([z.string(), z.number(), z.literal(true)]);

const CaseSchema = z.strictObject({
  shows: z.string(),
  options: z.record(z.string(), z.union([OptionSchema, z.array(OptionSchema)])).default({}),
  commands: z.array(z.string()).optional(),
});

/** The arguments of each command of a case, as words. */
function commandsOf(folder: string, { options, commands }: z.infer<typeof CaseSchema>): string[][] {
  const given = Object.entries(options).flatMap(([name, values]) =>
    [values].flat().flatMap((value) => (value === true ? [`--${name}`] : [`--${name}`, String(value)])),
  );
  if (commands !== undefined) return commands.map((command) => [...wordsOf(command), ...given]);
  const [list, ...others] = readdirSync(folder).filter((name) => LIST.test(name));
  if (list === undefined || others.length > 0)
    throw new Error(`${folder}: expected one list, or commands in case.yaml`);
  return [['init', 'new', '--from', list, '--all', ...given]];
}

/** The words of a command; words that contain spaces are in quotation marks. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);

/** The output of commands: stdout, with `> ` before each line; then stderr; then the exit code unless it is 0. */
async function reportOf(commands: readonly string[][], cwd: string): Promise<string> {
  const lines: string[] = [];
  for (const args of commands) {
    const { code, stdout, stderr } = await runInProcess(args, { cwd });
    lines.push(`$ programme ${args.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ')}`);
    lines.push(
      ...stdout
        .split('\n')
        .slice(0, -1)
        .map((line) => `> ${line}`.trimEnd()),
    );
    lines.push(...stderr.split('\n').slice(0, -1));
    if (code !== 0) lines.push(`exit code ${code}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Keys of programme.yaml that have the same value in every new dataset. */
const ALIKE = ['format', 'name', 'date', 'author', 'subject', 'contents'];

/** The programme, its events and the mappings in a folder, as they are in the files. */
function resultIn(folder: string): string | undefined {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const read = (name: string): unknown => load(readFileSync(path.join(folder, name), 'utf8'));
  const inFolder = (parent: string): string[] =>
    names.filter((name) => path.basename(path.dirname(name)) === parent);
  const byName = (found: readonly string[]): object =>
    Object.fromEntries(found.map((name) => [path.basename(name, '.yaml'), read(name)]));
  const file = names.find((name) => path.basename(name) === 'programme.yaml');
  const mappings = [...inFolder('mappings'), ...names.filter((name) => name.endsWith('.mapping.yaml'))];
  if (file === undefined && mappings.length === 0) return undefined;
  const programme = Object.entries((file === undefined ? {} : read(file)) as Record<string, unknown>);
  const madeUp = programme.find(([key]) => key === 'placeholders')?.[1] ?? [];
  const alike = [...ALIKE, ...(madeUp as string[])];
  return yamlOf({
    programme: Object.fromEntries(programme.filter(([key]) => !alike.includes(key))),
    events: byName(inFolder('events')),
    mappings: byName(mappings),
  });
}

/** A value as YAML. Fields, sides, themes and columns are written on one line each, unless they contain lists. */
function yamlOf(value: object): string {
  const document = styledDocument(value);
  yaml.visit(document, {
    Map: (_, node, parents) => {
      const parent = parents.at(-1);
      const isEvent = node.has('id') && node.has('title') && !node.has('columns');
      const isDeep = node.items.some(({ value: item }) => yaml.isSeq(item) && !item.flow);
      if (yaml.isSeq(parent) && !isEvent && !isDeep) node.flow = true;
    },
  });
  return document.toString(STYLE);
}

/** Expects the content of a file, or no content if the file does not exist. */
function expectFile(file: string, actual: string | undefined): void {
  if (UPDATE && actual !== undefined) writeFileSync(file, actual);
  if (UPDATE && actual === undefined) rmSync(file, { force: true });
  expect(actual).toBe(existsSync(file) ? readFileSync(file, 'utf8') : undefined);
}

/** A copy of a case in a new folder, without the files that its commands do not read. */
function copyOf(source: string): string {
  const folder = scratchFolder();
  cpSync(source, folder, { recursive: true });
  for (const file of CASE_FILES) rmSync(path.join(folder, file), { force: true });
  return folder;
}

/** The bytes of all files of a folder, by name. */
function filesIn(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort()
    .map((file) => [path.relative(folder, file), readFileSync(file, 'base64')]);
}

/** Imports the list of a case into the dataset that was created from it, and expects the same bytes as before. */
async function expectSameAfterImport(folder: string): Promise<void> {
  const data = path.join(folder, 'new');
  const before = filesIn(data);
  const [list = ''] = readdirSync(folder).filter((file) => LIST.test(file));
  const { code } = await runInProcess(['import', list, '--data', 'new', '--write'], { cwd: folder });
  expect({ code, files: filesIn(data) }).toEqual({ code: 0, files: before });
}

describe('Third-party lists (every third list is also imported into the dataset that was created from it)', () => {
  for (const [index, name] of readdirSync(LISTS).entries()) {
    const source = path.join(LISTS, name);
    const given = CaseSchema.parse(load(readFileSync(path.join(source, 'case.yaml'), 'utf8')));
    it(`${name}: ${given.shows}`, async () => {
      const folder = copyOf(source);
      const report = await reportOf(commandsOf(folder, given), folder);
      expectFile(path.join(source, 'report.txt'), report);
      expectFile(path.join(source, 'expected.yaml'), resultIn(folder));
      const isCreated = given.commands === undefined && !/^exit code/m.test(report);
      if (isCreated && index % 3 === 0) await expectSameAfterImport(folder);
    });
  }
});
