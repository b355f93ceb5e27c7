import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/compare/compare.ts';
import { buildDocument } from '../../../src/document/build.ts';
import type { Block } from '../../../src/document/model.ts';
import { redline } from '../../../src/document/redline.ts';
import { accept, reject } from '../../../src/document/resolve-changes.ts';
import { wordsOf } from '../../../src/document/texts.ts';
import { FOREWORD, PRACTICAL, withParts } from '../../support/parts.ts';
import { runs } from '../../support/property-runs.ts';
import { edition1 } from '../support/programmes.ts';

const document = buildDocument(withParts(edition1), 'en');
const section = (id: string, of = document) => of.sections.find((found) => found.id === id);
const kinds = (blocks: readonly Block[] = []) => blocks.map(({ kind }) => kind);

describe('Text parts', () => {
  it('Text parts are in the configured order, each with its layout', () => {
    expect(document.sections.map(({ id, layout }) => [id, layout])).toEqual([
      ['_part-foreword', 'text'],
      ['_introduction', 'text'],
      ['_contents', 'text'],
      ...edition1.themes.map(({ theme }) => [`_theme-${theme.id}`, 'table']),
      ['_part-practical-information', 'text'],
      ['_part-colophon', 'colophon'],
      ['_part-back-cover', 'back'],
    ]);
  });

  it('The table of contents includes text parts that have a title and omits those without one', () => {
    const [contents] = section('_contents')?.blocks ?? [];
    const entries = contents?.kind === 'contents' ? contents.entries : [];
    expect(entries.map(({ text }) => wordsOf(text)).filter((words) => !words.startsWith('Theme'))).toEqual([
      'A word of welcome',
      'Introduction',
      'Practical information',
      'Colophon',
    ]);
  });

  it('A text part contains blocks, followed by signatures', () => {
    const foreword = section('_part-foreword')?.blocks;
    expect(kinds(foreword)).toEqual(['paragraph', 'quote', 'paragraph']);
    expect(foreword?.at(-1)).toEqual({
      kind: 'paragraph',
      style: 'signature',
      text: [
        { text: 'Anne Exemple', strong: true },
        { text: '\n' },
        { text: 'Mayor' },
        { text: '\n' },
        { text: 'Chair' },
      ],
    });
    expect(kinds(section('_part-practical-information')?.blocks)).toEqual([
      'heading',
      'list',
      'heading',
      'list',
      'table',
    ]);
  });

  it('A text part without a translation is printed in the main language and marked as such', () => {
    const french = buildDocument(withParts(edition1), 'fr');
    expect(section('_part-foreword', french)?.title).toEqual([{ text: 'Bienvenue' }]);
    expect(section('_part-colophon', french)).toMatchObject({
      title: [{ text: 'Colophon' }],
      blocks: [
        {
          text: [
            { text: 'Ville-Exemple', lang: 'en' },
            { text: '\n' },
            { text: '1 place de la Mairie', lang: 'en' },
          ],
        },
      ],
    });
  });

  it('A programme that lists only generated parts results in the same document as one without a list of parts', () => {
    const { texts: _, ...plain } = withParts(edition1, {}, [
      'cover',
      'introduction',
      'contents',
      'whats-new',
      'themes',
      'indexes',
    ]);
    const { parts: __, ...config } = plain.config;
    expect(buildDocument({ ...plain, config }, 'en')).toEqual(buildDocument(edition1, 'en'));
  });
});

describe('Redline of text parts', () => {
  const texts = {
    'foreword.en': fc.constantFrom(
      FOREWORD,
      FOREWORD.replace('ten', 'eleven'),
      FOREWORD.replace('*ten*', 'ten'),
      `${FOREWORD}\n- new\n- list\n`,
      'Only this.\n',
    ),
    'practical-information.en': fc.constantFrom(
      PRACTICAL,
      PRACTICAL.replace('  - line B\n', ''),
      PRACTICAL.replace('3. Reserve', '1. Reserve'),
      PRACTICAL.replace('| Adults | 12 € |\n', '| Adults | 13 € |\n| Groups | 9 € |\n'),
      PRACTICAL.replaceAll(' |\n', ' | |\n').replace('---|---|', '---|---|---|'),
      PRACTICAL.replace('### Prices\n', ''),
    ),
    'back-cover.en': fc.constantFrom('Ville-Exemple\n', '# Ville\n\nExemple\\\nx\n'),
  };

  it('The redline contains the text parts of both editions', () => {
    fc.assert(
      fc.property(fc.record(texts), fc.record(texts), (before, after) => {
        const [old, now] = [withParts(edition1, before), withParts(edition1, after)];
        const [oldDocument, newDocument] = [buildDocument(old, 'en'), buildDocument(now, 'en')];
        const both = redline(oldDocument, newDocument, compare(old, now));
        const words = (of: typeof document) =>
          of.sections.map(({ id, title, blocks }) => [id, wordsOf(title), blocks.map(blockWords)]);
        expect(words(accept(both))).toEqual(words(newDocument));
        expect(words(reject(both)).map(([, ...rest]) => rest)).toEqual(
          words(oldDocument).map(([, ...rest]) => rest),
        );
      }),
      { numRuns: runs(40) },
    );
  });
});

function blockWords(block: Block): unknown {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.kind, wordsOf(block.text)];
    case 'list':
      return block.items.map(({ text }) => wordsOf(text));
    case 'quote':
      return block.paragraphs.map(wordsOf);
    case 'table':
      return block.table.rows.map(({ cells }) => cells.map(({ paragraphs }) => paragraphs.map(wordsOf)));
    default:
      return [];
  }
}
