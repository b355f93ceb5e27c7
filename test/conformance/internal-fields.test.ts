import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, unzlibSync } from 'fflate';
import { expect, it } from 'vitest';
import { folderWithData, replaced, scratchFolder, smallFile } from '../support/dataset-folder.ts';
import { editFile, FIT, freezeDraft } from '../support/frozen.ts';
import { readPdf, textOf } from '../support/pdf-reader.ts';
import { png } from '../support/pictures.ts';
import { type Ended, filesIn, runInProcess } from '../support/run-programme.ts';

/**
 * Text that no output may contain: names, headings and values of internal fields, and reasons of acceptances for them.
 */
const MARKERS = ['zqx-contact', 'zqx-remark', 'Zqxheading', 'zqxvalue', 'Zqxtext', 'Zqxreason'];

const PICTURE = png({ width: 8, height: 8, type: 2, pixel: () => [9, 99, 9] });

/** The small dataset with internal fields of several kinds and a public one; the first event has their values. */
function markedData(value: string): Record<string, string | Uint8Array> {
  const programme = replaced(
    smallFile('programme.yaml'),
    'sides:\n',
    `  - { id: zqx-contact, kind: email, heading: Zqxheading, internal: true }
  - { id: zqx-remark, kind: text, internal: true }
  - { id: zqx-photo, kind: picture, heading: Zqxheading, internal: true }
  - { id: notes, kind: text, heading: Zqxheading, internal: true }
  - { id: sources, kind: link, heading: Zqxheading, internal: true }
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
  zqx-photo: { path: pictures/zqxvalue.png, alt: Zqxtext, caption: Zqxtext }
  notes: Zqxtext
  sources: https://example.org/zqxvalue
  venue: Quay
  accept: [{ rule: spelling, field: zqx-remark, reason: Zqxreason }]
`,
  );
  return {
    'programme.yaml': programme,
    'events/sport.yaml': events,
    'events/music.yaml': dated('events/music.yaml', 'Quarter 3', '2030-35'),
    'pictures/zqxvalue.png': PICTURE,
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

/** The complete content of each file, and the files that contain internal text. */
function searched(outputs: Readonly<Record<string, string>>) {
  const texts = Object.entries(outputs).map(([name, content]) => ({ name, text: saidBy(name, content) }));
  const leaks = texts.flatMap(({ name, text }) => {
    const said = text.replaceAll('\u00ad', '');
    return MARKERS.filter((marker) => said.includes(marker)).map((marker) => `${name}: ${marker}`);
  });
  return { texts, leaks };
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
    ['export', 'out/corrections.docx'],
    ['export', 'out/translation.docx', '--translate', '--lang', 'fr'],
    ['export', 'out/translation.xlf', '--lang', 'fr'],
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
  const { texts, leaks } = searched(outputs);
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
    '.xlf',
    '.xlsx',
  ]);
});

const EVERY_FORMAT = 'pdf,docx,html,ics,json,csv';

it('A list column that stays internal does not appear in any output', async () => {
  const cwd = scratchFolder();
  writeFileSync(
    path.join(cwd, 'list.csv'),
    'Title;Date;Venue;Zqxheading\nRegatta;14.06.2030;Quay;Zqxtext\nChoir;15.06.2030;Hall;Zqxtext again\n',
  );
  const runs = [
    ['init', 'data', '--from', 'list.csv', '--yes', '--answer', 'publish Zqxheading=no'],
    ['build', '--format', EVERY_FORMAT, '--event-pages', '--out', 'out'],
    ['export', 'out/corrections.docx'],
  ];
  for (const run of runs) {
    const { code, stderr } = await runInProcess(run, { cwd, env: { PATH: cwd } });
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  }
  expect(readFileSync(path.join(cwd, 'data/events/events.yaml'), 'utf8')).toContain('Zqxtext');
  expect(searched(filesIn(path.join(cwd, 'out'))).leaks).toEqual([]);
});

it('The next edition contains only the title of a withdrawn event', async () => {
  const gone = `- id: gala
  bodies: { north: Zqxtext }
  regions: { north: [AA-HIL], south: national-body }
  title: Gala and ball
  date: 4 July
  when: "2030-07-04"
  photo: { path: pictures/zqxvalue.png, alt: Zqxtext, caption: Zqxtext }
`;
  const programme = replaced(
    smallFile('programme.yaml'),
    'sides:\n',
    '  - { id: photo, kind: picture, heading: Picture }\nsides:\n',
  );
  const cwd = folderWithData({
    ...FIT,
    'programme.yaml': programme.replace('columns: [', 'columns: [photo, '),
    'events/sport.yaml': `${FIT['events/sport.yaml']}${gone}`,
    'pictures/zqxvalue.png': PICTURE,
  });
  const data = path.join(cwd, 'data');
  await freezeDraft(data, '1');
  editFile(path.join(data, 'events/sport.yaml'), gone, '');
  const run = ['build', '--changes-since', '1', '--format', EVERY_FORMAT, '--event-pages', '--out', 'out'];
  const { code, stderr } = await runInProcess(run, { cwd, env: { PATH: cwd } });
  expect(code, stderr).toBe(0);
  const { texts, leaks } = searched(filesIn(path.join(cwd, 'out')));
  expect(leaks).toEqual([]);
  const titled = texts.filter(({ text }) => text.includes('Gala and ball'));
  expect([...new Set(titled.map(({ name }) => path.extname(name)))].sort()).toEqual([
    '.docx',
    '.html',
    '.ics',
    '.pdf',
  ]);
});
