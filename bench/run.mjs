/**
 * The programme by us and by others, side by side: `node run.mjs [--sizes 77,740,7400,30000] [--runs 5] [--only ours,typst]
 * [--date YYYY-MM-DD]`. Every run is a whole cold process; the runs of all take turns; every output is checked for completeness.
 * Prints a table a size and writes RESULTS.md. Needs GNU time, and pdftotext of Poppler; WeasyPrint and Chromium take part where they are on the
 * PATH. Without --only, 30,000 events are for us alone.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { writeDataset } from './dataset.mjs';
import { codesIn, documentReader, writeDocument } from './document.mjs';
import { measure, median } from './measure.mjs';
import { inspect } from './verify.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '..');
const work = path.join(here, 'output');
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '77,740,7400,30000' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});

/** Seconds after which a run is stopped; what takes longer than the second figure is run once. */
const TIMEOUT = 900;
const SLOW = 60;
const node = process.execPath;
const peer = (file) => path.join(here, 'peers', file);
const ours = (format) => ({
  file: (size) => path.join(work, `ours-${size}`, `programme-2021-draft-en.${format}`),
  command: (size) => [
    node,
    path.join(root, 'dist/programme.mjs'),
    'build',
    '--data',
    path.join(work, String(size)),
    '--format',
    format,
    '--out',
    path.join(work, `ours-${size}`),
  ],
});
const by = (script, format, ...more) => ({
  file: (size) => path.join(work, `${script}${more.join('')}-${size}.${format}`),
  command: (size, file) => [node, peer(`${script}.mjs`), path.join(work, `${size}.json`), file, ...more],
});

/** Contestants of each kind of output; the ratios are against `base`. */
const KINDS = [
  {
    title: 'PDF',
    base: 'typst',
    contestants: [
      { name: 'ours', what: 'this project, from its YAML: tagged, PDF/UA-1 and PDF/A-2a', ...ours('pdf') },
      {
        name: 'typst',
        what: 'Typst 0.14.2 in Node, tagged; index lines are paragraphs, not lists, which is faster',
        upTo: 7400,
        ...by('typst', 'pdf'),
      },
      { name: 'typst-ua', what: 'the same as PDF/UA-1', upTo: 7400, ...by('typst', 'pdf', 'ua-1') },
      {
        name: 'pdfkit',
        what: 'pdfkit 0.20.1 by hand: untagged, no hyphenation',
        upTo: 7400,
        ...by('pdfkit', 'pdf'),
      },
      {
        name: 'pdfmake',
        what: 'pdfmake 0.3.11: untagged, no hyphenation, indexes in three columns of one flow each, no dots',
        upTo: 740,
        ...by('pdfmake', 'pdf'),
      },
      {
        name: 'weasyprint',
        what: 'WeasyPrint, PDF/UA-1; no hyphenation',
        upTo: 740,
        needs: 'weasyprint',
        file: (size) => path.join(work, `weasyprint-${size}.pdf`),
        command: (size, file) => [
          'weasyprint',
          '-q',
          '--pdf-variant',
          'pdf/ua-1',
          path.join(work, `${size}.html`),
          file,
        ],
      },
      {
        name: 'chromium',
        what: 'Chromium, tagged; one print: no page numbers in contents and indexes, no bookmarks',
        upTo: 740,
        needs: 'chromium',
        file: (size) => path.join(work, `chromium-${size}.pdf`),
        command: (size, file) => [
          'chromium',
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--no-pdf-header-footer',
          `--print-to-pdf=${file}`,
          pathToFileURL(path.join(work, `${size}.html`)).href,
        ],
      },
    ],
  },
  {
    title: 'Word',
    base: 'raw',
    contestants: [
      { name: 'ours', what: 'this project, from its YAML; page numbers filled in', ...ours('docx') },
      {
        name: 'raw',
        what: 'the floor: strings of XML and fflate; no page numbers',
        upTo: 7400,
        ...by('raw-docx', 'docx'),
      },
      { name: 'docx', what: 'docx 9.15.2 as it comes; no page numbers', upTo: 7400, ...by('docx', 'docx') },
    ],
  },
];

const sizes = values.sizes.split(',').map(Number);
const wanted = values.only?.split(',');
const lines = [];
const say = (line = '') => {
  lines.push(line);
  console.log(line);
};

await mkdir(work, { recursive: true });
execFileSync(node, ['scripts/bundle.mjs'], { cwd: root, stdio: 'inherit' });
const readDocument = await documentReader(work);
const skipped = [];
const medians = new Map();

say(`# Results of ${values.date}`);
say();
say(
  `${os.cpus()[0].model.trim()}, ${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.platform()} ${os.arch()}, Node ${process.version}. ` +
    `Whole cold processes that take turns, ${values.runs} runs each (one for what takes over ${SLOW} s); median, and least–most. ` +
    'Ratios are of the wall times of the same turn.',
);
for (const { title, base, contestants } of KINDS) {
  for (const size of sizes) {
    const taking = [];
    for (const each of contestants) {
      if (wanted !== undefined ? !wanted.includes(each.name) : size > (each.upTo ?? Infinity)) continue;
      if (each.needs !== undefined && !onPath(each.needs)) skipped.push(each.name);
      else taking.push(each);
    }
    const expected = await prepare(size);
    const results = await compete(taking, size, expected);
    say();
    say(`## ${title}, ${size.toLocaleString('en')} events`);
    say();
    say(`| | wall s | CPU s | peak MB | wall ÷ ${base} | peak ÷ ${base} | KB | pages |`);
    say('|---|---|---|---|---|---|---|---|');
    for (const result of results)
      say(
        row(
          result,
          results.find(({ name }) => name === base),
        ),
      );
    for (const { name, runs } of results)
      if (runs.length > 0) medians.set(`${title} ${name} ${size}`, median(runs.map(({ wall }) => wall)));
    await rm(path.join(work, `${size}.json`));
  }
}
await saidScaling();
say();
say('## Who is who');
say();
say(
  'All print the same texts (every output is searched for every event) with the same faces, sizes and measures: cover, introduction, contents and ' +
    'indexes with page numbers and links, bookmarks, tables with repeated header and rows kept whole, running headers and folios. We read, validate and index the dataset; ' +
    'the others get the finished document as JSON. One description word in five is unique.',
);
say();
for (const { title, contestants } of KINDS)
  for (const { name, what } of contestants) say(`- ${title}, ${name}: ${what}`);
if (skipped.length > 0) say(`- not here: ${[...new Set(skipped)].join(', ')}`);
await writeFile(path.join(here, 'RESULTS.md'), `${lines.join('\n')}\n`);

/** Writes the inputs of a size and gives how often each event's code is printed. */
async function prepare(size) {
  const folder = path.join(work, String(size));
  await writeDataset(path.join(root, 'data/editions/1'), folder, size);
  const document = await readDocument(folder);
  await writeDocument(document, path.join(work, `${size}.json`));
  execFileSync(node, [peer('html.mjs'), path.join(work, `${size}.json`), path.join(work, `${size}.html`)]);
  return codesIn(document);
}

/** Runs all in turn, as often as is wanted, forth and back: none has always the same one before it. */
async function compete(taking, size, expected) {
  const results = taking.map((each) => ({ ...each, runs: [] }));
  for (let turn = 0; turn < Number(values.runs); turn++) {
    for (const result of turn % 2 === 0 ? results : results.toReversed()) {
      if (result.failed !== undefined || (turn > 0 && result.runs[0].wall > SLOW)) continue;
      const file = result.file(size);
      try {
        result.runs.push(await measure(result.command(size, file), { work, timeout: TIMEOUT }));
        if (turn === 0) Object.assign(result, await inspect(file, expected));
      } catch (error) {
        result.failed = error.message;
      }
      await rm(file, { force: true });
    }
  }
  return results;
}

function row({ name, runs, failed, size, pages }, base) {
  if (failed !== undefined) return `| ${name} | ${failed.replaceAll('|', '/')} | | | | | | |`;
  const against = (key) =>
    base === undefined || base.runs.length === 0
      ? ''
      : spread(
          runs.map((run, turn) => run[key] / (base.runs[turn] ?? base.runs[0])[key]),
          2,
        );
  const of = (key, digits) =>
    spread(
      runs.map((run) => run[key]),
      digits,
    );
  return `| ${name} | ${of('wall', 2)} | ${of('cpu', 2)} | ${of('peak', 0)} | ${against('wall')} | ${against('peak')} | ${Math.round(size / 1024)} | ${pages ?? ''} |`;
}

function spread(numbers, digits) {
  const text = (number) => number.toFixed(digits);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return numbers.length === 1 ? text(least) : `**${text(median(numbers))}** (${text(least)}–${text(most)})`;
}

/** How the wall time grows with the work, tenfold. */
async function saidScaling() {
  say();
  say('## Growth: wall at 7,400 ÷ wall at 740');
  say();
  for (const { title, contestants } of KINDS) {
    for (const { name } of contestants) {
      const [small, large] = [740, 7400].map((size) => medians.get(`${title} ${name} ${size}`));
      if (small !== undefined && large !== undefined)
        say(`- ${title}, ${name}: ${(large / small).toFixed(1)}`);
    }
  }
}

function onPath(command) {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
