/**
 * Compares the program with other tools: `node run.mjs [--sizes 77,740,7400] [--runs 3] [--node 20.19,zip,26] [--only
 * ours,typst] [--check]`. Every run is a new process, and the tools take turns. The first run of each tool is not
 * timed, but its output is checked for every event. The results are printed as Markdown. With --check, the script stops
 * after the first runs, with 77 events, and uses Typst from a Python wheel instead of the native program. If a tool
 * fails or is not installed, the script fails.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { writeDataset } from './dataset.mjs';
import { measure, median, work } from './measure.mjs';
import { inspect } from './verify.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '..');
const { values } = parseArgs({
  options: {
    sizes: { type: 'string' },
    runs: { type: 'string' },
    node: { type: 'string' },
    only: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});
const sizes = (values.sizes ?? (values.check ? '77' : '77,740,7400')).split(',').map(Number);
/** The number of timed runs. Larger inputs require fewer runs, because random variation affects long runs less. */
const runsAt = (size) => Number(values.runs ?? (values.check ? 0 : size < 700 ? 7 : size < 7000 ? 5 : 3));

await mkdir(work, { recursive: true });
const { node: zipped } = JSON.parse(readFileSync(path.join(root, 'scripts/portable/platforms.json'), 'utf8'));
const nodes = values.node?.split(',').map(installedNode) ?? [process.execPath];
const versionOf = (command, ...args) => execFileSync(command, args, { encoding: 'utf8' }).trim();
const python = versionOf('python3', '-c', 'import sys; print(sys.executable)');
const { dependencies } = createRequire(import.meta.url)('./package.json');

const peer = (file) => path.join(here, 'peers', file);
const input = (size, ending) => path.join(work, `${size}.${ending}`);
/** The file to which all tools write in turn. Its name is the one that our program chooses. */
const output = (format) => path.join(work, `programme-2021-draft-en.${format}`);

/** The entries for a tool that is run with each Node version; `args` depend on the input size. */
const inNode = (name, what, args, upTo = Infinity) =>
  nodes.map((node) => ({ name, what, upTo, node, command: (size) => [node, ...args(size)] }));
const ours = (format, what) =>
  inNode('ours', what, (size) => [
    ...[path.join(root, 'dist/programme.mjs'), 'build', '--lang', 'en', '--format', format],
    ...['--data', path.join(work, String(size)), '--out', work],
  ]);
const script = (name, format, what, upTo) =>
  inNode(name, what, (size) => [peer(`${name}.mjs`), input(size, 'json'), output(format)], upTo);
const typst = (name, what, upTo, ...more) => ({
  name,
  what,
  upTo,
  command: (size) => [
    ...['typst', 'compile', '--root', '/', '--ignore-system-fonts', '--font-path', path.join(root, 'fonts')],
    ...['--input', `document=${input(size, 'json')}`, ...more, peer('typst.typ'), output('pdf')],
  ],
});
const typstWheel = {
  name: 'typst',
  what: 'Typst as a Python wheel, tagged',
  upTo: 7400,
  command: (size) => [python, peer('typst-wheel.py'), input(size, 'json'), output('pdf')],
};

/** The tools for each output format. The printed ratios are relative to the tool `base`. */
const KINDS = [
  {
    title: 'PDF',
    format: 'pdf',
    base: 'typst',
    contestants: [
      ...ours('pdf', 'this project, from its YAML: tagged, PDF/UA-1 and PDF/A-2a'),
      ...(values.check
        ? [typstWheel]
        : [
            typst(
              'typst',
              'native Typst, tagged; index lines are paragraphs instead of lists, which is faster',
              7400,
            ),
            typst('typst-ua', 'native Typst, with PDF/UA-1 and PDF/A-2a', 740, '--pdf-standard', 'ua-1,a-2a'),
          ]),
      ...script('pdfkit', 'pdf', 'the lower bound: a script for pdfkit, untagged, no hyphenation', 7400),
      ...script(
        'pdfmake',
        'pdf',
        'untagged, no hyphenation, no leader dots, entries of indexes do not flow from one column to the next',
        740,
      ),
      {
        name: 'weasyprint',
        what: 'WeasyPrint, PDF/UA-1; no hyphenation; one run',
        upTo: 77,
        mostRuns: 1,
        command: (size) => [
          ...[python, '-m', 'weasyprint', '-q', '--pdf-variant', 'pdf/ua-1'],
          ...[input(size, 'html'), output('pdf')],
        ],
      },
      {
        name: 'chromium',
        what: 'tagged; printed only once, so there are no page numbers in contents and indexes; no bookmarks',
        upTo: 740,
        command: (size) => [
          ...['chromium', '--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'],
          ...[`--print-to-pdf=${output('pdf')}`, pathToFileURL(input(size, 'html')).href],
        ],
      },
    ],
  },
  {
    title: 'Word',
    format: 'docx',
    base: 'raw-docx',
    contestants: [
      ...ours('docx', 'this project, from its YAML; page numbers filled in'),
      ...script('raw-docx', 'docx', 'the lower bound: XML strings and fflate; no page numbers', 7400),
      ...script('docx', 'docx', 'the docx library; no page numbers', 740),
    ],
  },
];

console.log(`# Results of ${new Date().toISOString().slice(0, 10)}

${os.cpus()[0].model.trim()}, ${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.platform()} ${os.arch()}. \
Each run is a new process, and each program runs at most once per round. Cells show the median, and the minimum and maximum in brackets. Ratios compare runs in the same round.`);
execFileSync(nodes[0], ['scripts/bundle.mjs'], { cwd: root, stdio: 'inherit' });
const { peerDocument } = await documentReader();
for (const size of sizes) {
  const codes = await prepare(size);
  for (const { title, format, base, contestants } of KINDS) {
    const taking = contestants.filter(
      ({ name, upTo }) => size <= upTo && (values.only?.split(',').includes(name) ?? true),
    );
    const results = await compete(taking, size, output(format), codes);
    const events = `${size.toLocaleString('en')} events`;
    if (runsAt(size) === 0) {
      for (const { name, size: bytes, pages } of results)
        console.log(
          `${title}, ${name}: all ${events} found, ${kilobytes(bytes)} KB${pages === undefined ? '' : `, ${pages} pages`}`,
        );
      continue;
    }
    console.log(`
## ${title}, ${events}, ${runsAt(size)} runs

| | Node | wall s | CPU s | peak MB | wall ÷ ${base} | CPU ÷ ${base} | peak ÷ ${base} | KB | pages |
|---|---|---|---|---|---|---|---|---|---|
${results.map((result) => row(result, base, results)).join('\n')}`);
  }
}
if (values.only === undefined && !values.check) {
  console.log(`
## The programs

All programs print the same texts (every output is searched for every event) with the same fonts, sizes and line widths: cover, introduction, \
contents and indexes with page numbers and links, bookmarks, tables with repeated header rows and unsplit rows, running heads and page numbers. \
"ours" reads, validates and indexes the dataset; the other programs get the finished document as JSON. One description word in five is unique.
`);
  for (const { title, contestants } of KINDS)
    for (const [name, what] of new Map(contestants.map((each) => [each.name, each.what])))
      console.log(`- ${title}, ${name}: ${what}`);
  console.log(`- versions: ${versions().join(', ')}`);
}

/**
 * The executable of a Node version, which is installed from the npm registry. For the name of a release line, such as
 * 24 or 20.19, it is the newest release of that line; for "zip", the version in the zips for users.
 */
function installedNode(named) {
  const version = named === 'zip' ? zipped : named;
  const name = `node-${process.platform}-${process.arch}`;
  const folder = path.join(work, `node-${version}`);
  const file = path.join(folder, 'node_modules', name, 'bin/node');
  if (!existsSync(file))
    execFileSync('npm', ['install', '--silent', '--no-save', '--prefix', folder, `${name}@${version}`]);
  return file;
}

/** Loads the function that reads a dataset and builds its document with the project's own sources. */
async function documentReader() {
  const outfile = path.join(work, 'document.mjs');
  await build({
    entryPoints: [path.join(here, 'document.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  return import(pathToFileURL(outfile).href);
}

/** Writes the inputs of a given size, and returns how often the code of each event must be printed. */
async function prepare(size) {
  const folder = path.join(work, String(size));
  await writeDataset(path.join(root, 'data/editions/1'), folder, size);
  const { json, codes } = await peerDocument(folder);
  await writeFile(input(size, 'json'), json);
  execFileSync(nodes[0], [peer('html.mjs'), input(size, 'json'), input(size, 'html')]);
  return codes;
}

/** Runs all tools in alternating order, so that no tool always runs after the same other tool. */
async function compete(taking, size, file, codes) {
  const results = taking.map((each) => ({ ...each, runs: [] }));
  for (let turn = 0; turn <= runsAt(size); turn++)
    for (const result of turn % 2 === 0 ? results : results.toReversed()) {
      if (turn > (result.mostRuns ?? turn)) continue;
      const cost = await measure(result.command(size));
      if (turn === 0) Object.assign(result, await inspect(file, codes));
      else result.runs.push(cost);
      await rm(file);
    }
  return results;
}

function row({ name, node, runs, size, pages }, base, results) {
  /** The result of the base tool with the same Node version, if the base tool runs in Node. */
  const compared = results.find((each) => each.name === base && (each.node ?? node) === node);
  const of = (key, digits) =>
    spread(
      runs.map((run) => run[key]),
      digits,
    );
  const against = (key) =>
    spread(compared === undefined ? [] : runs.map((run, turn) => run[key] / compared.runs[turn][key]), 2);
  const costs = [of('wall', 2), of('cpu', 2), of('peak', 0)];
  const ratios = [against('wall'), against('cpu'), against('peak')];
  const version = node === undefined ? '' : versionOf(node, '--version');
  return `| ${[name, version, ...costs, ...ratios, kilobytes(size), pages ?? ''].join(' | ')} |`;
}

function kilobytes(bytes) {
  return Math.round(bytes / 1024);
}

function spread(numbers, digits) {
  if (numbers.length === 0) return '';
  const [least, middle, most] = [Math.min(...numbers), median(numbers), Math.max(...numbers)].map((number) =>
    number.toFixed(digits),
  );
  return `**${middle}** (${least}–${most})`;
}

function versions() {
  const packages = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
  return values.check ? packages : [versionOf('typst', '--version'), ...packages];
}
