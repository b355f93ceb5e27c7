import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, unzlibSync } from 'fflate';
import { expect, it } from 'vitest';
import { folderWithData, replaced, smallFile } from '../support/dataset-folder.ts';
import { readPdf, textOf } from '../support/pdf-reader.ts';
import { type Ended, filesIn, runInProcess } from '../support/run-programme.ts';

/**
 * Text that no output may contain: names, headings and values of internal fields, and reasons of acceptances for them.
 */
const MARKERS = ['zqx-contact', 'zqx-remark', 'Zqxheading', 'zqxvalue', 'Zqxtext', 'Zqxreason'];

/**
 * The small dataset with two internal fields and a public one. Both internal fields have a value in the first event;
 * the second field also has one in the second event.
 */
function markedData(value: string): Record<string, string> {
  const programme = replaced(
    smallFile('programme.yaml'),
    'sides:\n',
    `  - { id: zqx-contact, kind: email, heading: Zqxheading, internal: true }
  - { id: zqx-remark, kind: text, internal: true }
  - { id: venue, kind: text, heading: Venue, index: true }
address: https://example.org/programme/
sides:
`,
  );
  const dated = (file: string, words: string, when: string): string =>
    replaced(smallFile(file), `  date: ${words}\n`, `  date: ${words}\n  when: "${when}"\n`);
  const events = replaced(
    dated('events/sport.yaml', 'June', '2030-06'),
    '  title: Regatta\n',
    `  title: Regatta
  zqx-contact: ${value}@example.org
  zqx-remark: { en: Zqxtext, fr: Zqxtext }
  venue: Quay
  accept: [{ rule: spelling, field: zqx-remark, reason: Zqxreason }]
`,
  );
  return {
    'programme.yaml': programme,
    'events/sport.yaml': events,
    'events/music.yaml': dated('events/music.yaml', 'Quarter 3', '2030-35'),
  };
}

/** The complete content of a file: its bytes, its unpacked parts and streams, and the text of its pages. */
function saidBy(name: string, latin1: string): string {
  const bytes = Buffer.from(latin1, 'latin1');
  const texts = [name, latin1, bytes.toString('utf8')];
  if (/\.(docx|xlsx)$/.test(name))
    for (const [part, content] of Object.entries(unzipSync(bytes)))
      texts.push(part, Buffer.from(content).toString('utf8'));
  if (name.endsWith('.pdf')) {
    for (const { 1: stream = '' } of latin1.matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)) {
      try {
        const plain = Buffer.from(unzlibSync(Buffer.from(stream, 'latin1')));
        texts.push(plain.toString('latin1'), plain.toString('utf8'));
      } catch {
        // A stream that is not compressed is readable in the bytes of the file.
      }
    }
    const { root, info, xmp, outlines } = readPdf(bytes);
    texts.push(xmp, [...info.values()].join('\n'), outlines.map(({ title }) => title).join('\n'));
    if (root !== undefined) texts.push(textOf(root));
  }
  return texts.join('\n');
}

it('No command writes internal data to any output, including compressed parts', async () => {
  const cwd = folderWithData(markedData('zqxvalue'));
  const other = folderWithData(markedData('zqxvalue-before'));
  const out = ['--out', 'out'];
  const runs: string[][] = [
    ['build', '--format', 'pdf,docx,html,ics,json,csv', '--lang', 'en,fr', ...out],
    ['build', '--format', 'html,ics', '--embed', '--event-pages', ...out],
    ['extract', '--all', ...out],
    ['extract', '--list'],
    ['export', 'out/events.xlsx'],
    ['export', 'out/events.csv'],
    ...['text', 'json', 'md', 'github', 'pdf', 'docx', 'html'].map((format) => [
      'check',
      '--format',
      format,
      ...out,
    ]),
    ...['text', 'md', 'json', 'html', 'pdf', 'docx', 'redline', 'redline-pdf', 'redline-html'].map(
      (format) => ['diff', path.join(other, 'data'), 'draft', '--format', format, ...out],
    ),
    ['ready', '--json'],
    ['freeze', '1', ...out],
    ['verify', '--json'],
    ['build', '1', '--changes-since', '1', '--format', 'pdf', '--lang', 'en', ...out],
  ];
  mkdirSync(path.join(cwd, 'out'));
  const ended: Ended[] = [];
  for (const run of runs) ended.push(await runInProcess(run, { cwd, env: { PATH: cwd } }));
  expect(ended.map(({ code }) => code)).toEqual(runs.map(() => 0));
  const outputs = {
    ...filesIn(path.join(cwd, 'out')),
    ...filesIn(path.join(cwd, 'data', 'site')),
    'edition.lock.json': readFileSync(path.join(cwd, 'data/editions/1/edition.lock.json'), 'latin1'),
    ...Object.fromEntries(ended.map(({ stdout, stderr }, index) => [`run ${index}`, stdout + stderr])),
  };
  const texts = Object.entries(outputs).map(([name, content]) => ({ name, text: saidBy(name, content) }));
  const leaks = texts.flatMap(({ name, text }) => {
    const said = text.replaceAll('\u00ad', '');
    return MARKERS.filter((marker) => said.includes(marker)).map((marker) => `${name}: ${marker}`);
  });
  expect(leaks).toEqual([]);
  // The search finds public values in every file that lists the events.
  const finds = texts.filter(({ text }) => text.includes('Regatta'));
  expect(finds.filter(({ name }) => name.includes('embed'))).not.toEqual([]);
  const kinds = new Set(finds.map(({ name }) => path.extname(name)));
  expect([...kinds].filter((ending) => ending !== '').sort()).toEqual([
    '.csv',
    '.docx',
    '.html',
    '.ics',
    '.json',
    '.pdf',
    '.xlsx',
  ]);
});
