import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { build } from '../../../src/commands/build.ts';
import { folderWithData, replaced, smallFile } from '../../support/dataset-folder.ts';
import { elementsOf, readPdf, textOf } from '../../support/pdf-reader.ts';

const DATA = {
  'programme.yaml': ['title', 'description'].reduce(
    (text, id) => text.replace(new RegExp(`(\\{ id: ${id}, .*?) \\}`), '$1, emphasis: true }'),
    smallFile('programme.yaml'),
  ),
  'events/music.yaml': replaced(
    replaced(smallFile('events/music.yaml'), 'title: Spring concert', 'title: Spring *concert*'),
    'description: Concert of both orchestras – in the open',
    'description: Concert of **both** orchestras – ***in*** the open, 5 \\* a, [tickets](https://example.org/t_(a)) [x](http://example.org) Hall_A_B &amp;',
  ),
};

it('Bold and italic words of events are printed in Word and on web pages, and machine-readable outputs contain plain words', async () => {
  const out = path.join(folderWithData(DATA), 'data');
  const formats = ['docx', 'html', 'ics', 'json', 'csv'] as const;
  const { files } = await build({ data: out, edition: 'draft', formats, langs: ['en'], out });
  const bytes = new Map(files.map((one) => [path.extname(one.path), new Uint8Array(readFileSync(one.path))]));
  const text = (ending: string): string => strFromU8(bytes.get(ending) ?? new Uint8Array());
  expect(text('.html')).toContain(
    'Concert of <strong>both</strong> orchestras – <strong><em>in</em></strong> the open, 5 * a, <a href="https://example.org/t_(a)" rel="noopener noreferrer">tickets</a> [x](http://example.org) Hall_A_B &amp;amp;',
  );
  const word = strFromU8(
    unzipSync(bytes.get('.docx') ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array(),
  );
  const runs = [...word.matchAll(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?<w:t[^>]*>([^<]*)<\/w:t><\/w:r>/g)];
  const styles = new Map(runs.map(([, look = '', words = '']) => [words, look]));
  expect(['both', 'in', ' the open, 5 * a, ', 'concert'].map((words) => styles.get(words))).toEqual([
    '<w:rStyle w:val="Strong"/>',
    '<w:rStyle w:val="StrongEmphasis"/>',
    '',
    '<w:rStyle w:val="Emphasis"/>',
  ]);
  expect(word).toContain('HYPERLINK &quot;https://example.org/t_(a)&quot;');
  const said =
    'Concert of both orchestras – in the open, 5 * a, tickets [x](http://example.org) Hall_A_B &amp;';
  expect(text('.json')).toContain(JSON.stringify(said).slice(1, -1));
  expect(text('.csv')).toContain(said);
  expect(text('.ics').replace(/\r\n /g, '').replaceAll('\\', '')).toContain(said);
  for (const ending of ['.html', '.json', '.csv', '.ics'])
    expect(text(ending)).not.toMatch(/\*(?:concert|both|in)|(?:concert|both|in)\*/);
});

it('Adjacent words with the same link but different formatting form one link in PDF, in Word and on the web', async () => {
  const linked = replaced(
    smallFile('events/music.yaml'),
    'description: Concert of both orchestras – in the open',
    'description: See [the **plan** of *the* hall](https://example.org/plan) and [**doors**](https://example.org/doors)',
  );
  const data = { ...DATA, 'events/music.yaml': linked };
  const out = path.join(folderWithData(data), 'data');
  const formats = ['pdf', 'docx', 'html'] as const;
  const { files } = await build({ data: out, edition: 'draft', formats, langs: ['en'], out });
  const bytes = new Map(files.map((one) => [path.extname(one.path), new Uint8Array(readFileSync(one.path))]));
  expect(strFromU8(bytes.get('.html') ?? new Uint8Array())).toContain(
    'See <a href="https://example.org/plan" rel="noopener noreferrer">the <strong>plan</strong> of <em>the</em> hall</a> and <strong><a href="https://example.org/doors" rel="noopener noreferrer">doors</a></strong>',
  );
  const parts = unzipSync(bytes.get('.docx') ?? new Uint8Array());
  const word = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const links = [...word.matchAll(/<w:fldSimple w:instr="([^"]*)">(.*?)<\/w:fldSimple>/g)];
  expect(links.map(([, address = '', words = '']) => [address, words.replace(/<[^>]*>/g, '')])).toEqual([
    [' HYPERLINK &quot;https://example.org/plan&quot; ', 'the plan of the hall'],
    [' HYPERLINK &quot;https://example.org/doors&quot; ', 'doors'],
  ]);
  const { root } = readPdf(bytes.get('.pdf') ?? new Uint8Array());
  const cells = elementsOf(root, 'TD').flatMap((cell) => elementsOf(cell, 'Link'));
  const annotations = ({ kids }: (typeof cells)[number]) => kids.filter(({ kind }) => kind === 'annotation');
  expect(cells.map((link) => [textOf(link).trim(), annotations(link).length])).toEqual([
    ['the plan of the hall', 1],
    ['doors', 1],
  ]);
});
