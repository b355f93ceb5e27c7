import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../../src/design/schema.ts';
import { buildDocument } from '../../../src/document/build.ts';
import type { CellRemark, Document, Paragraph, Remark, Row } from '../../../src/document/model.ts';
import { wordsOf } from '../../../src/document/texts.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { readDesign } from '../../../src/read/design.ts';
import { renderDocx } from '../../../src/render/docx/render.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { type Note, proofOf } from '../../support/findings.ts';
import { hostile, proofSample } from '../../support/pdf-samples.ts';
import { runs } from '../../support/property-runs.ts';
import { fontsOf, wordPart } from '../../support/rendered.ts';
import { allEvents, edition1, withEvent, withEvents } from '../support/programmes.ts';
import { type Element, parseXml } from './revisions.ts';

/** The design of edition 1. */
const DESIGN_OF_1 = await readDesign('data', '1');

/** Each section begins on a new page. */
const LOOK: Design = { ...DESIGN_OF_1, sections: { follow: 'apart', gap: 0 } };
const { word: FONTS } = await fontsOf(LOOK);

/** The parts of a Word file as text. */
async function partsOf(document: Document): Promise<(name: string) => string> {
  const { bytes } = await renderDocx(document, LOOK, FONTS);
  return (name) => wordPart(bytes, name);
}

const EDGES =
  /<w:commentRange(?:Start|End) w:id="\d+"\/>|<w:r><w:rPr><w:rStyle w:val="CommentReference"\/><\/w:rPr><w:commentReference w:id="\d+"\/><\/w:r>/g;

/** A document without its comments; runs that were split at the edge of a comment are joined again. */
function withoutComments(xml: string): string {
  const seam =
    /(<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t xml:space="preserve">)([^<]*)<\/w:t><\/w:r>\1/gs;
  let joined = xml.replace(EDGES, '');
  for (let before = ''; before !== joined; ) {
    before = joined;
    joined = joined.replace(seam, '$1$2');
  }
  return joined;
}

const unescaped = (xml: string): string =>
  xml.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '&');

/** The words inside each comment range, by id, with a line feed between paragraphs. */
function anchors(xml: string): Map<number, string> {
  const open = new Set<number>();
  const words = new Map<number, string>();
  const put = (text: string): void => {
    for (const id of open) words.set(id, `${words.get(id) ?? ''}${text}`);
  };
  const pieces = /<w:commentRange(Start|End) w:id="(\d+)"\/>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>/g;
  for (const [, edge, id, text] of xml.matchAll(pieces)) {
    if (edge === 'Start') {
      expect(words.has(Number(id))).toBe(false);
      words.set(Number(id), '');
      open.add(Number(id));
    } else if (edge === 'End') expect(open.delete(Number(id))).toBe(true);
    else put(text === undefined ? '\n' : unescaped(text));
  }
  expect(open.size).toBe(0);
  return words;
}

/** The words of each comment, by id, with a line feed between paragraphs. */
function commentWords(xml: string): Map<number, string> {
  const textOf = (element: Element): string =>
    element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
  const [root] = parseXml(xml).children.filter((child): child is Element => typeof child !== 'string');
  return new Map(
    (root?.children ?? []).flatMap((comment) =>
      typeof comment === 'string'
        ? []
        : [
            [
              Number(comment.attributes['w:id']),
              comment.children.map((child) => (typeof child === 'string' ? '' : textOf(child))).join('\n'),
            ],
          ],
    ),
  );
}

const plain = (paragraph: Paragraph): string => paragraph.map((run) => run.text).join('');

interface Expected {
  remark: Remark;
  anchor: string;
}

/** All remarks with the words that they mark, in document order. */
function expected({ cover, remarks = [], sections }: Document): Expected[] {
  return [
    ...remarks.map((remark) => ({ remark, anchor: wordsOf(cover.title) })),
    ...sections.flatMap((section) => [
      ...(section.remarks ?? []).map((remark) => ({ remark, anchor: plain(section.title) })),
      ...section.blocks.flatMap((block) =>
        block.kind === 'table'
          ? block.table.rows.flatMap((row) =>
              (row.remarks ?? []).map((remark) => ({ remark, anchor: anchorOf(row, remark) })),
            )
          : [],
      ),
    ]),
  ];
}

function anchorOf(row: Row, { column, words }: CellRemark): string {
  const paragraphs = row.cells[column]?.paragraphs.map(plain) ?? [];
  if (words === undefined) return paragraphs.join('\n');
  const { from, to } = words;
  const begin = paragraphs.slice(0, from.paragraph).reduce((sum, text) => sum + text.length + 1, from.offset);
  const end = paragraphs.slice(0, to.paragraph).reduce((sum, text) => sum + text.length + 1, to.offset);
  return paragraphs.join('\n').slice(begin, end);
}

/** A text with tabs and line breaks replaced by spaces. */
const inXml = (text: string): string => text.replace(/[\t\n]/g, ' ');

async function expectComments(sheet: Document): Promise<void> {
  const part = await partsOf(sheet);
  const all = expected(sheet);
  const anchored = anchors(part('word/document.xml'));
  const words = commentWords(part('word/comments.xml'));
  expect([...anchored.keys()].sort((a, b) => a - b)).toEqual(all.map((_, id) => id));
  expect([...words.keys()]).toEqual(all.map((_, id) => id));
  expect(all.map((_, id) => anchored.get(id))).toEqual(all.map(({ anchor }) => anchor));
  expect([...words.values()]).toEqual(
    all.map(({ remark }) => remark.paragraphs.map(plain).map(inXml).join('\n')),
  );
  const references = [...part('word/document.xml').matchAll(/<w:commentReference w:id="(\d+)"/g)];
  expect(new Set(references.map(([, id]) => id)).size).toBe(all.length);
  expect(references).toHaveLength(all.length);
}

describe('Comments in a proof sheet', () => {
  it('Each comment is anchored to exactly the words that it concerns, occurs once and contains its finding', async () => {
    await expectComments(proofSample(edition1));
    await expectComments(proofSample(edition1, 'ru'));
  });

  it('Even in very long texts with special characters, each comment is anchored to exactly the words that it concerns', () =>
    expectComments(proofSample(hostile(edition1), 'fr')));

  it.each([
    ['over several runs', 'An evening of «Русские сезоны» in Nice', 'of «Русские сезоны» in'],
    ['that occur twice', 'lace & lace', ' lace'],
    ['with special characters of XML', 'Arts & <Letters> ]]> "a"', '& <Letters> ]]> "'],
    ['over several paragraphs', 'One line.\nTwo lines.\nThree.', 'line.\nTwo lines.\nThree'],
  ])('A comment can cover words %s', async (_, description, words) => {
    const [event] = allEvents(edition1);
    if (event === undefined) throw new Error('no events');
    const programme = withEvent(edition1, event.id, (old) => ({ ...old, description }));
    const sheet = proofOf(buildDocument(programme, 'en'), programme, [
      {
        event: event.id,
        field: 'description',
        severity: 'note',
        rule: 'a-rule',
        message: 'Look.',
        words: { offset: description.indexOf(words), length: words.length },
      },
    ]);
    const part = await partsOf(sheet);
    expect([...anchors(part('word/document.xml')).values()]).toEqual([words]);
  });

  it('The comments have the program as their author and the date of the edition, and use Word’s comment styles', async () => {
    const part = await partsOf(proofSample(edition1));
    const heads = [...part('word/comments.xml').matchAll(/<w:comment ([^>]*)>/g)].map(([, head = '']) =>
      head.replace(/w:id="\d+" /, ''),
    );
    expect(new Set(heads)).toEqual(
      new Set(['w:author="programme" w:date="2021-03-19T00:00:00Z" w:initials="P"']),
    );
    for (const style of ['CommentText', 'CommentReference'])
      expect(part('word/styles.xml')).toContain(`w:styleId="${style}"`);
  });

  it('The Word file of a document without findings has no comments part', async () => {
    const document = buildDocument(edition1, 'en');
    const part = await partsOf(proofOf(document, edition1, []));
    const original = await partsOf(document);
    expect(part('word/comments.xml')).toBe('');
    for (const name of ['word/document.xml', 'word/styles.xml', '[Content_Types].xml'])
      expect(part(name)).toBe(original(name));
  });
});

describe('Document body after its comments are removed', () => {
  const bodyOf = async (document: Document): Promise<string> =>
    (await partsOf(document))('word/document.xml');

  it('Without comments, the body of edition 1 is identical to that of the programme', async () => {
    const original = withoutComments(await bodyOf(buildDocument(edition1, 'en')));
    expect(withoutComments(await bodyOf(proofSample(edition1))) === original).toBe(true);
  });

  it('Without comments, the body of any proof sheet is identical to that of the programme', async () => {
    const small: Programme = withEvents(edition1, (events) => events.slice(0, 2));
    const document = buildDocument(small, 'en');
    const original = withoutComments(await bodyOf(document));
    const note: fc.Arbitrary<Note> = fc
      .record({
        event: fc.constantFrom(undefined, ...allEvents(small).map(({ id }) => id)),
        field: fc.constantFrom(
          'title',
          'description',
          'date',
          'region',
          'bodies.russian',
          'introduction',
          'when',
        ),
        severity: fc.constantFrom('error', 'warning', 'note'),
        rule: fc.constant('a-rule'),
        message: fc.string({ unit: anyCharacter }),
        hint: fc.option(fc.string({ unit: anyCharacter }), { nil: undefined }),
        words: fc.record({ offset: fc.nat(50), length: fc.integer({ min: 1, max: 80 }) }),
      })
      .map(({ event, hint, ...rest }) => ({
        ...rest,
        ...(event === undefined ? {} : { event }),
        ...(hint === undefined ? {} : { hint }),
      }));
    await fc.assert(
      fc.asyncProperty(fc.array(note, { maxLength: 12 }), async (notes) => {
        const sheet = proofOf(document, small, notes);
        expect(withoutComments(await bodyOf(sheet)) === original).toBe(true);
        if (notes.length > 0) await expectComments(sheet);
      }),
      { numRuns: runs(25) },
    );
  });
});
