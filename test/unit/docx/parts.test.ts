import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { readFonts } from '../../../src/read/fonts.ts';
import { measuringShaper } from '../../../src/render/docx/fonts.ts';
import { openFaces } from '../../../src/typeset/faces.ts';
import { withParts } from '../../support/parts.ts';
import { edition1 } from '../../support/pdf-samples.ts';
import { docxOf } from '../../support/rendered.ts';

const files = await readFonts(DEFAULT_DESIGN);
let part: (name: string) => string;

beforeAll(async () => {
  const document = buildDocument(withParts(await edition1()), 'en');
  const parts = unzipSync(await docxOf(document));
  part = (name) => strFromU8(parts[name] ?? new Uint8Array());
});

/** Style and numbering of the paragraphs of lists. */
function items(): string[] {
  const paragraphs = part('word/document.xml').matchAll(
    /<w:pStyle w:val="(PartText(?:List|Numbers)\w*)"\/>(?:<w:keepNext\/>)?(?:<w:numPr><w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>)?/g,
  );
  return [...paragraphs].map(([, style = '', level = '', list = '']) => `${style} ${level} ${list}`.trim());
}

describe('Text parts in a Word file', () => {
  it('Each list is numbered separately', () => {
    const lists = items();
    const [first = 0] = lists.map((item) => Number(item.split(' ')[2])).filter((list) => list > 0);
    expect(lists).toEqual([
      `PartTextList 0 ${first}`,
      `PartTextList2 1 ${first + 1}`,
      `PartTextList2 1 ${first + 1}`,
      `PartTextListEnd 0 ${first}`,
      `PartTextNumbers 0 ${first + 2}`,
      'PartTextNumbersContinue',
      `PartTextNumbersEnd 0 ${first + 2}`,
    ]);
    expect(part('word/numbering.xml')).toContain(
      `<w:num w:numId="${first + 2}"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/>`,
    );
  });

  it('Emphasis is written as a style, and the Word file contains only the styles that it uses', () => {
    expect(part('word/document.xml')).toContain('<w:rStyle w:val="Emphasis"/>');
    const styles = part('word/styles.xml');
    expect(styles).toContain('w:styleId="Emphasis"');
    expect(styles).toContain('w:styleId="PartBackCoverBody"');
    expect(styles).not.toContain('w:styleId="PartColumns');
  });

  it('The heading of the contents is not listed in the contents', () => {
    expect(part('word/document.xml')).toContain('<w:pStyle w:val="TOCHeading"/>');
  });
});

describe('Emphasis', () => {
  const nameOf = (emphasis: ReturnType<typeof openFaces>['emphasis']) =>
    (['sans', 'sansBold', 'serif', 'serifBold'] as const).map(
      (name) => emphasis?.(name).font.info.postscriptName,
    );

  it('Emphasised text is italic, or bold if the font family has no italic face', () => {
    expect(nameOf(openFaces(files, measuringShaper).emphasis)).toEqual([
      'PTSans-Italic',
      'PTSans-BoldItalic',
      'PTSerif-Italic',
      'PTSerif-BoldItalic',
    ]);
    const { italics: _, ...upright } = files;
    expect(nameOf(openFaces(upright, measuringShaper).emphasis)).toEqual([
      'PTSans-Bold',
      'PTSans-Bold',
      'PTSerif-Bold',
      'PTSerif-Bold',
    ]);
  });
});
