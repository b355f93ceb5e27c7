import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exportCorrections } from '../../../src/commands/export.ts';
import { propose } from '../../../src/commands/propose.ts';
import { review } from '../../../src/commands/review.ts';
import { folderWithData, replaced, smallFile } from '../../support/dataset-folder.ts';
import { edited, inserted } from '../../support/word-edits.ts';

const FIXTURES = path.resolve('test/fixtures/translations');

/** A dataset with part texts, and its correction file after edits. */
async function returned(edit: (document: string) => string): Promise<{ data: string; source: string }> {
  const texts = readdirSync(path.join(FIXTURES, 'texts')).map((name) => [
    `texts/${name}`,
    readFileSync(path.join(FIXTURES, 'texts', name), 'utf8'),
  ]);
  const parts = readFileSync(path.join(FIXTURES, 'parts.yaml'), 'utf8');
  const data = path.join(
    folderWithData({ 'programme.yaml': smallFile('programme.yaml') + parts, ...Object.fromEntries(texts) }),
    'data',
  );
  const source = path.join(data, '../lyon.docx');
  await exportCorrections({ data, edition: 'draft', file: source });
  writeFileSync(source, edited(readFileSync(source), edit));
  return { data, source };
}

/** The paragraph of the document that contains given words. */
function paragraphWith(document: string, words: string): string {
  const at = document.indexOf(`>${words}`);
  const end = document.indexOf('</w:p>', at) + '</w:p>'.length;
  const start = Math.max(document.lastIndexOf('<w:p>', at), document.lastIndexOf('<w:p ', at));
  return document.slice(start, end);
}

test('Unchanged text parts result in no proposed changes, even if Word has added bookmarks to them', async () => {
  const { data, source } = await returned((document) =>
    document.replaceAll(
      '>by train',
      '>by train</w:t></w:r><w:bookmarkStart w:id="99" w:name="_GoBack"/><w:bookmarkEnd w:id="99"/><w:r><w:t>',
    ),
  );
  const { changes, unplaced, comments } = await propose({ data, source, date: '2030-01-15', write: true });
  expect({ changes, unplaced, comments }).toEqual({ changes: [], unplaced: [], comments: [] });
});

test('If the heading of a text part has lost its bookmark, the part is identified by its title', async () => {
  const { data, source } = await returned((document) =>
    document
      .replace(/<w:bookmark(?:Start|End)[^>]*>/g, '')
      .replace('>A town that welcomes', '>A city that welcomes'),
  );
  const { changes, unplaced } = await propose({ data, source, date: '2030-01-15', write: false });
  expect(changes.map(({ field, lang }) => [field, lang])).toEqual([['parts.foreword', 'en']]);
  expect(unplaced).toEqual([]);
});

test('Corrections to text parts are proposed and applied to their Markdown', async () => {
  const { data, source } = await returned((document) => {
    const welcome = paragraphWith(document, 'A town that welcomes');
    const bus = paragraphWith(document, 'by bus');
    const line = paragraphWith(document, 'line B');
    const dear = paragraphWith(document, 'Dear ');
    return [
      [
        dear,
        `${dear.replace('>Dear ', '>Dearest ')}<w:p><w:pPr><w:rPr><w:ins w:id="7" w:author="Ada" w:date="2030-02-03T04:05:06Z"/></w:rPr></w:pPr>${inserted('A paragraph in between.')}</w:p>`,
      ],
      [welcome, welcome.replace('</w:p>', `${inserted(' And again.')}</w:p>`)],
      [bus, bus.replace('>by bus', '>by coach')],
      [line, ''],
    ].reduce((result, [before = '', now = '']) => replaced(result, before, now), document);
  });
  const { changes, unplaced } = await propose({ data, source, date: '2030-01-15', write: true });
  expect(changes.map(({ field, lang, by, untracked }) => [field, lang, by, untracked])).toEqual([
    ['parts.foreword', 'en', 'Ada', true],
    ['parts.practical-information', 'en', undefined, true],
  ]);
  expect(unplaced).toEqual([]);
  await review({ data, name: 'lyon', acceptAll: true, by: 'A. Editor', date: '2030-01-16' });
  const text = (name: string): string => readFileSync(path.join(data, 'texts', name), 'utf8');
  const before = (name: string): string => readFileSync(path.join(FIXTURES, 'texts', name), 'utf8');
  expect(text('foreword.en.md')).toBe(
    replaced(
      replaced(before('foreword.en.md'), 'Dear **all**', 'Dearest **all**'),
      'It is "free".\n\n> A town that welcomes grows twice.',
      'It is "free".\n\nA paragraph in between.\n\n> A town that welcomes grows twice. And again.',
    ),
  );
  expect(text('practical-information.en.md')).toBe(
    replaced(before('practical-information.en.md'), '  - line B\n- by bus', '- by coach'),
  );
});

test('List items, table rows and quoted paragraphs can be added and removed, and two paragraphs can be merged', async () => {
  const stamp = 'w:id="7" w:author="Ada" w:date="2030-02-03T04:05:06Z"';
  const struck = (xml: string): string =>
    xml.replace(
      /<w:r>.*?<\/w:r>/gs,
      (run) =>
        `<w:del ${stamp}>${run.replaceAll('<w:t ', '<w:delText ').replaceAll('</w:t>', '</w:delText>')}</w:del>`,
    );
  const { data, source } = await returned((document) => {
    const row = (words: string): string => {
      const at = document.indexOf(`>${words}`);
      const start = Math.max(document.lastIndexOf('<w:tr>', at), document.lastIndexOf('<w:tr ', at));
      return document.slice(start, document.indexOf('</w:tr>', at) + '</w:tr>'.length);
    };
    const gone = row('Under 18');
    const bus = paragraphWith(document, 'by bus');
    const line = paragraphWith(document, 'line A');
    const welcome = paragraphWith(document, 'A town that welcomes');
    const edits: [string, string][] = [
      [gone, struck(gone).replace('<w:trPr>', `<w:trPr><w:del ${stamp}/>`)],
      // A new item is formatted like the previous one; a paragraph with other formatting follows the list.
      [bus, `${bus}${bus.replace('by bus', 'by tram')}<w:p>${inserted('Or on foot.')}</w:p>`],
      [line, struck(line)],
      // The end of the paragraph is deleted, which merges it with the next one.
      [
        welcome,
        welcome.includes('<w:rPr>')
          ? welcome.replace('<w:rPr>', `<w:rPr><w:del ${stamp}/>`)
          : welcome.replace('</w:pPr>', `<w:rPr><w:del ${stamp}/></w:rPr></w:pPr>`),
      ],
    ];
    return edits.reduce((result, [before, now]) => replaced(result, before, now), document);
  });
  const { changes, unplaced } = await propose({ data, source, date: '2030-01-15', write: true });
  expect(unplaced).toEqual([]);
  expect(changes.map(({ field, by, markdown }) => [field, by, markdown?.theirs])).toEqual([
    [
      'parts.foreword',
      'Ada',
      replaced(
        readFileSync(path.join(FIXTURES, 'texts/foreword.en.md'), 'utf8'),
        'twice.\n>\n> It',
        'twice.It',
      ),
    ],
    [
      'parts.practical-information',
      'Ada',
      '## Getting there\n\n- by train\n  - line B\n- by bus\n- by tram\n\nOr on foot.\n\n| Ticket | Price |\n|---|---|\n| Adults | twelve **euros** |\n',
    ],
  ]);
});

test('If the same paragraph of a text part was changed in the file and in the draft, there is a conflict', async () => {
  const { data, source } = await returned((document) =>
    document.replaceAll('>A town that welcomes', '>A city that welcomes'),
  );
  const file = path.join(data, 'texts/foreword.en.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('grows twice', 'grows three times'));
  const { changes, conflicts } = await propose({ data, source, date: '2030-01-15', write: true });
  expect(changes.map(({ field }) => field)).toEqual(['parts.foreword']);
  expect(conflicts).toHaveLength(1);
});
